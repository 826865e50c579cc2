/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.util.List;
import org.gozinto.paper.Languages;
import org.gozinto.web.PublishedLinks.Target;
import org.jspecify.annotations.Nullable;

/** Chooses among links of one type by the languages that somebody reads. */
final class LanguageChoice {

    private LanguageChoice() {}

    /** The best of the links; several when they are equally good. */
    static List<Target> best(List<Target> targets, @Nullable String acceptLanguage) {
        for (String wanted : Languages.wanted(acceptLanguage)) {
            List<Target> same = targets.stream()
                    .filter(t -> wanted.equalsIgnoreCase(t.language()))
                    .toList();
            List<Target> alike = same.isEmpty()
                    ? targets.stream()
                            .filter(t -> t.language() != null
                                    && Languages.primary(wanted).equals(Languages.primary(t.language())))
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
}
