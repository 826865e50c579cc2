/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.gozinto.paper.Languages;
import org.gozinto.paper.WordBook;
import org.gozinto.paper.Words;
import org.jspecify.annotations.Nullable;

/** What notices and the page for their answers say, in one language. */
final class NoticeWords {

    private static final int DECIMALS_MAX = 9;

    /** Countries where most people read one of them. */
    private static final Map<String, String> BY_COUNTRY = Map.ofEntries(
            Map.entry("DE", "de"),
            Map.entry("AT", "de"),
            Map.entry("LI", "de"),
            Map.entry("FR", "fr"),
            Map.entry("MC", "fr"),
            Map.entry("ES", "es"),
            Map.entry("MX", "es"),
            Map.entry("AR", "es"),
            Map.entry("CL", "es"),
            Map.entry("CO", "es"),
            Map.entry("PE", "es"),
            Map.entry("IT", "it"),
            Map.entry("SM", "it"),
            Map.entry("PL", "pl"));

    private static final WordBook BOOK = WordBook.load(NoticeWords.class, "notices", Languages.ALL);

    private final Words words;

    private NoticeWords(Words words) {
        this.words = words;
    }

    /** The words of a language of ours. */
    static NoticeWords in(String language) {
        return new NoticeWords(BOOK.in(language));
    }

    /** Their language if it is one of ours, else the one of their country, else the one of the settings. */
    static String choice(@Nullable String language, @Nullable String country, String otherwise) {
        if (language != null && BOOK.has(language)) {
            return language;
        }
        return country == null ? otherwise : BY_COUNTRY.getOrDefault(country, otherwise);
    }

    /** The first of ours that a browser asks for, or another. */
    static String accepted(@Nullable String header, String otherwise) {
        String accepted = BOOK.accepted(header);
        return accepted == null ? otherwise : accepted;
    }

    String language() {
        return words.language();
    }

    /** All of them, for templates. */
    Map<String, String> all() {
        return words.all();
    }

    /** A text with its places filled in: name, value, name, value … */
    String get(String key, String... values) {
        return words.get(key, values);
    }

    String day(LocalDate day) {
        return words.day(day);
    }

    /** A day or month of an entry as it is written in this language; null when it is not known. */
    @Nullable
    String day(@Nullable String occurred) {
        if (occurred == null) {
            return null;
        }
        try {
            if (occurred.length() >= 10) {
                return day(LocalDate.parse(occurred.substring(0, 10)));
            }
            return DateTimeFormatter.ofPattern("LLLL yyyy")
                    .withLocale(words.locale())
                    .format(YearMonth.parse(occurred));
        } catch (DateTimeException e) {
            return null;
        }
    }

    String time(Instant time) {
        return words.time(time);
    }

    String count(long count) {
        return words.count(count);
    }

    String number(BigDecimal qty) {
        NumberFormat format = NumberFormat.getNumberInstance(words.locale());
        format.setMaximumFractionDigits(DECIMALS_MAX);
        return format.format(qty);
    }

    /** A quantity with its unit. */
    String quantity(BigDecimal qty, String unit) {
        return number(qty) + " " + unit(unit);
    }

    /** The word for a unit of measure. */
    String unit(String unit) {
        return switch (unit) {
            case "KGM" -> "kg";
            case "GRM" -> "g";
            case "TNE" -> "t";
            case "LTR" -> "l";
            case "MLT" -> "ml";
            case "MTR" -> "m";
            default -> words.all().getOrDefault("unit_" + unit, unit);
        };
    }

    char decimalSeparator() {
        return DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator();
    }
}
