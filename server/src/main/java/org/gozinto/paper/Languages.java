/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which people outside are spoken to, and what browsers ask for. Languages are tags of BCP 47. */
public final class Languages {

    /** The languages that there are; the first is spoken to who understands none of them. */
    public static final List<String> ALL = List.of("en", "de", "fr", "es", "it", "pl");

    /** A header of more characters says nothing. */
    private static final int HEADER_LENGTH_MAX = 1_000;

    private Languages() {}

    /** The languages of an {@code Accept-Language}, best first; none when it cannot be read. */
    public static List<String> wanted(@Nullable String header) {
        if (header == null || header.length() > HEADER_LENGTH_MAX) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(Locale.LanguageRange::getRange)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The language itself, without country or script: {@code de} of {@code de-AT}. */
    public static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    /** What a language calls itself, as a heading: {@code Français}. */
    public static String ownName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String own = locale.getDisplayLanguage(locale);
        return own.substring(0, 1).toUpperCase(locale) + own.substring(1);
    }
}
