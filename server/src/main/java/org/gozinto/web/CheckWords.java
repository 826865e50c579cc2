/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.gozinto.paper.Languages;
import org.gozinto.paper.WordBook;
import org.gozinto.paper.Words;
import org.jspecify.annotations.Nullable;

/** What the pages of the check say, in one language. */
final class CheckWords {

    private static final WordBook BOOK = WordBook.load(CheckWords.class, "check", Languages.ALL);

    private final Words words;

    private CheckWords(Words words) {
        this.words = words;
    }

    /** The words of a language of ours. */
    static CheckWords in(String language) {
        return new CheckWords(BOOK.in(language));
    }

    /**
     * The words for a visitor.
     *
     * @param wanted the language that the address names; one that we do not speak counts for nothing
     * @param acceptLanguage the header; one that cannot be read counts for nothing
     */
    static CheckWords of(@Nullable String wanted, @Nullable String acceptLanguage) {
        String named = wanted == null ? null : Languages.primary(wanted);
        if (named != null && BOOK.has(named)) {
            return in(named);
        }
        String accepted = BOOK.accepted(acceptLanguage);
        return in(accepted == null ? Languages.ALL.getFirst() : accepted);
    }

    String language() {
        return words.language();
    }

    /** All words by their keys, for templates. */
    Map<String, String> all() {
        return words.all();
    }

    /** What stands under a key, which must exist, with its blanks filled in: name, value, name, value … */
    String get(String key, String... values) {
        return words.get(key, values);
    }

    String day(LocalDate date) {
        return words.day(date);
    }

    String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    String time(Instant instant) {
        return words.time(instant);
    }

    String count(long count) {
        return words.count(count);
    }

    /** The name of a country (ISO 3166-1 alpha-2) in this language. */
    String country(String code) {
        return Locale.of("", code).getDisplayCountry(words.locale());
    }
}
