/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the page for reporters says, in one language. */
final class PageWords {

    /** The languages that there are; the first is the one for everybody else. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pl");

    private static final int HEADER_LENGTH_MAX = 1_000;
    private static final Map<String, PageWords> ALL = all();

    private final Locale locale;
    private final Map<String, String> words;

    private PageWords(String language, Map<String, String> words) {
        this.locale = Locale.forLanguageTag(language.equals("en") ? "en-GB" : language);
        this.words = Map.copyOf(words);
    }

    private static Map<String, PageWords> all() {
        Map<String, PageWords> all = new HashMap<>();
        LANGUAGES.forEach(language -> all.put(language, read(language)));
        return Map.copyOf(all);
    }

    private static PageWords read(String language) {
        String file = "page/words_" + language + ".properties";
        var properties = new Properties();
        try (var in = PageWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return new PageWords(language, words);
    }

    /** The reporter's language if it is one of ours, else the first of ours that the browser asks for. */
    static PageWords of(@Nullable String language, @Nullable String accepted) {
        PageWords known = language == null ? null : ALL.get(language);
        return known != null ? known : in(accepted(accepted));
    }

    private static PageWords in(String language) {
        PageWords words = ALL.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        return words;
    }

    private static String accepted(@Nullable String header) {
        if (header != null && header.length() <= HEADER_LENGTH_MAX) {
            try {
                for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
                    String primary = range.getRange().split("-", 2)[0];
                    if (range.getWeight() > 0 && ALL.containsKey(primary)) {
                        return primary;
                    }
                }
            } catch (IllegalArgumentException e) {
                // A header that cannot be read says nothing.
                return LANGUAGES.getFirst();
            }
        }
        return LANGUAGES.getFirst();
    }

    String language() {
        return locale.getLanguage();
    }

    /** All of them, for the template. */
    Map<String, String> words() {
        return words;
    }

    String get(String key) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return text;
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** The day of a time, UTC. */
    String day(String time) {
        return day(Instant.parse(time).atZone(ZoneOffset.UTC).toLocalDate());
    }
}
