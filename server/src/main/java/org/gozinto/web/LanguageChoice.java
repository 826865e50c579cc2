/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gozinto.web.PublishedLinks.Target;
import org.jspecify.annotations.Nullable;

/** Chooses among links of one type by the languages that somebody reads. */
final class LanguageChoice {

    private LanguageChoice() {}

    /** The best of the links; several when they are equally good. */
    static List<Target> best(List<Target> targets, @Nullable String acceptLanguage) {
        for (String wanted : ranges(acceptLanguage)) {
            List<Target> same = targets.stream()
                    .filter(t -> wanted.equalsIgnoreCase(t.language()))
                    .toList();
            List<Target> alike = same.isEmpty()
                    ? targets.stream()
                            .filter(t -> t.language() != null && primary(wanted).equals(primary(t.language())))
                            .toList()
                    : same;
            if (!alike.isEmpty()) {
                return alike;
            }
        }
        List<Target> neutral =
                targets.stream().filter(t -> t.language() == null).toList();
        return neutral.isEmpty() ? targets : neutral;
    }

    /** The languages in the order of preference; a header that cannot be read says nothing. */
    private static List<String> ranges(@Nullable String header) {
        List<String> ranges = new ArrayList<>();
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(header == null ? "" : header)) {
                if (range.getWeight() > 0 && !range.getRange().equals("*")) {
                    ranges.add(range.getRange());
                }
            }
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        return ranges;
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }
}
