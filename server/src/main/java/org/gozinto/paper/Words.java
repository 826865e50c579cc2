/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What papers say in one language, and how it writes days and numbers. A word that it lacks is the English one. */
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'");

    private final String language;
    private final Locale locale;
    private final Map<String, String> words;
    private final Set<String> lacking;
    private final DateTimeFormatter day;

    Words(String language, Map<String, String> own, Map<String, String> english) {
        this.language = language;
        // Day before month: most who read English here are no Americans.
        this.locale = Locale.forLanguageTag(language.equals("en") ? "en-GB" : language);
        Map<String, String> all = new HashMap<>(english);
        all.putAll(own);
        this.words = Map.copyOf(all);
        this.lacking = new TreeSet<>(english.keySet());
        this.lacking.removeAll(own.keySet());
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return locale;
    }

    /** All words by their keys, for templates. */
    public Map<String, String> all() {
        return words;
    }

    /** The keys for which the language has no word of its own. */
    public Set<String> lacking() {
        return Set.copyOf(lacking);
    }

    /** What stands under a key, which must exist, with its blanks filled in: name, value, name, value … */
    public String get(String key, String... values) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no word " + key);
        }
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace('{' + values[i] + '}', values[i + 1]);
        }
        return text;
    }

    /** The word for a name of the API; a name that has none stands for itself. */
    public String word(String name) {
        return words.getOrDefault(name, name);
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    /** Day and minute; the hour is that of UTC, since the server does not know where the reader is. */
    public String time(Instant instant) {
        var utc = instant.atOffset(ZoneOffset.UTC);
        return day(utc.toLocalDate()) + ", " + TIME.format(utc);
    }

    /** A number with its thousands set apart. */
    public String count(long count) {
        return String.format(locale, "%,d", count);
    }
}
