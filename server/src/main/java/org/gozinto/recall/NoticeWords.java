/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What notices and the page for their answers say, in one language. */
final class NoticeWords {

    /** The languages that there are. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pl");

    private static final int DECIMALS_MAX = 9;
    private static final int HEADER_LENGTH_MAX = 1_000;

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

    private static final Map<String, NoticeWords> ALL = all();

    private final String language;
    private final Locale locale;
    private final Map<String, String> words;

    private NoticeWords(String language, Map<String, String> words) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language.equals("en") ? "en-GB" : language);
        this.words = Map.copyOf(words);
    }

    private static Map<String, NoticeWords> all() {
        Map<String, NoticeWords> all = new HashMap<>();
        LANGUAGES.forEach(language -> all.put(language, read(language)));
        return Map.copyOf(all);
    }

    private static NoticeWords read(String language) {
        String file = "notices/words_" + language + ".properties";
        var properties = new Properties();
        try (var in = NoticeWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return new NoticeWords(language, words);
    }

    /** The words of a language of ours. */
    static NoticeWords in(String language) {
        NoticeWords words = ALL.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        return words;
    }

    /** Their language if it is one of ours, else the one of their country, else the one of the settings. */
    static String choice(@Nullable String language, @Nullable String country, String otherwise) {
        if (language != null && ALL.containsKey(language)) {
            return language;
        }
        return country == null ? otherwise : BY_COUNTRY.getOrDefault(country, otherwise);
    }

    /** The first of ours that a browser asks for, or another. */
    static String accepted(@Nullable String header, String otherwise) {
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
                return otherwise;
            }
        }
        return otherwise;
    }

    String language() {
        return language;
    }

    /** All of them, for templates. */
    Map<String, String> words() {
        return words;
    }

    /** A text with its places filled in: name, value, name, value … */
    String get(String key, String... values) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", values[i + 1]);
        }
        return text;
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
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
            return DateTimeFormatter.ofPattern("LLLL yyyy").withLocale(locale).format(YearMonth.parse(occurred));
        } catch (DateTimeException e) {
            return null;
        }
    }

    String time(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        return day(utc.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm").format(utc) + " UTC";
    }

    String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    String number(BigDecimal qty) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
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
            default -> words.getOrDefault("unit_" + unit, unit);
        };
    }

    char decimalSeparator() {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }
}
