/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A part of the date or the time of day. Each has a fixed width. */
public enum DayPart {
    YEAR("YYYY", 4),
    YEAR_OF_CENTURY("YY", 2),
    /** The last digit of the year. */
    YEAR_OF_DECADE("Y", 1),
    MONTH("MM", 2),
    /** A for January to L for December. */
    MONTH_LETTER("M", 1),
    DAY("DD", 2),
    DAY_OF_YEAR("DDD", 3),
    /** The year that an ISO week belongs to: 1 January can be in the last week of the year before. */
    WEEK_YEAR("GGGG", 4),
    WEEK_YEAR_OF_CENTURY("GG", 2),
    WEEK("WW", 2),
    /** 1 for Monday to 7 for Sunday. */
    WEEKDAY("E", 1),
    HOUR("hh", 2),
    MINUTE("mm", 2);

    private final String word;
    private final int width;

    DayPart(String word, int width) {
        this.word = word;
        this.width = width;
    }

    /** How templates name it. */
    public String word() {
        return word;
    }

    /** How many characters it has. */
    public int width() {
        return width;
    }

    /** Whether it is of the time of day. */
    boolean isTime() {
        return this == HOUR || this == MINUTE;
    }

    static @Nullable DayPart of(String word) {
        return Arrays.stream(values())
                .filter(p -> p.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    void write(StringBuilder text, LocalDateTime at) {
        if (this == MONTH_LETTER) {
            text.append((char) ('A' + at.getMonthValue() - 1));
        } else {
            Alphabet.DIGITS.write(text, value(at), width);
        }
    }

    private int value(LocalDateTime at) {
        return switch (this) {
            case YEAR -> at.getYear();
            case YEAR_OF_CENTURY -> at.getYear() % 100;
            case YEAR_OF_DECADE -> at.getYear() % 10;
            case MONTH, MONTH_LETTER -> at.getMonthValue();
            case DAY -> at.getDayOfMonth();
            case DAY_OF_YEAR -> at.getDayOfYear();
            case WEEK_YEAR -> at.get(IsoFields.WEEK_BASED_YEAR);
            case WEEK_YEAR_OF_CENTURY -> at.get(IsoFields.WEEK_BASED_YEAR) % 100;
            case WEEK -> at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case WEEKDAY -> at.getDayOfWeek().getValue();
            case HOUR -> at.getHour();
            case MINUTE -> at.getMinute();
        };
    }
}
