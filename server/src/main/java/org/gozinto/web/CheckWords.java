/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

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

/** What the pages of the check say, in one language. */
final class CheckWords {

    /** The languages that there are; the first is spoken to who understands none of them. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pl");

    private static final int HEADER_LENGTH_MAX = 1_000;
    private static final Map<String, CheckWords> ALL = all();

    private final String language;
    private final Locale locale;
    private final Map<String, String> words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    private CheckWords(String language, Map<String, String> words) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language.equals("en") ? "en-GB" : language);
        this.words = Map.copyOf(words);
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.time = DateTimeFormatter.ofPattern("HH:mm 'UTC'").withLocale(locale);
    }

    private static Map<String, CheckWords> all() {
        Map<String, CheckWords> all = new HashMap<>();
        LANGUAGES.forEach(language -> all.put(language, read(language)));
        return Map.copyOf(all);
    }

    private static CheckWords read(String language) {
        String file = "check/words_" + language + ".properties";
        var properties = new Properties();
        try (var in = CheckWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return new CheckWords(language, words);
    }

    /** The words of a language of ours. */
    static CheckWords in(String language) {
        CheckWords words = ALL.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        return words;
    }

    /**
     * The words for a visitor.
     *
     * @param wanted the language that the address names; one that we do not speak counts for nothing
     * @param acceptLanguage the header; one that cannot be read counts for nothing
     */
    static CheckWords of(@Nullable String wanted, @Nullable String acceptLanguage) {
        CheckWords named = wanted == null ? null : ALL.get(primary(wanted));
        return named == null ? accepted(acceptLanguage) : named;
    }

    private static CheckWords accepted(@Nullable String header) {
        if (header != null && header.length() <= HEADER_LENGTH_MAX) {
            try {
                for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
                    CheckWords words = range.getWeight() > 0 ? ALL.get(primary(range.getRange())) : null;
                    if (words != null) {
                        return words;
                    }
                }
            } catch (IllegalArgumentException e) {
                return in(LANGUAGES.getFirst());
            }
        }
        return in(LANGUAGES.getFirst());
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    String language() {
        return language;
    }

    /** All words by their keys, for templates. */
    Map<String, String> words() {
        return words;
    }

    /** What stands under a key, which must exist. */
    String get(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("no word " + key);
        }
        return word;
    }

    /** A sentence with one blank filled in. */
    String get(String key, String blank, String value) {
        return get(key).replace('{' + blank + '}', value);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** Day and minute; the hour is that of UTC, since the server does not know where the visitor is. */
    String time(Instant instant) {
        return day(instant) + ", " + time.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A number with its thousands set apart. */
    String count(long count) {
        return String.format(locale, "%,d", count);
    }

    /** The name of a country (ISO 3166-1 alpha-2) in this language. */
    String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }
}
