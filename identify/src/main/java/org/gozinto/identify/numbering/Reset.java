/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** When a counter begins again. */
public enum Reset {
    NEVER("never"),
    YEAR("year"),
    /** With the first ISO week of a year, which can begin in December. */
    WEEK_YEAR("weekYear"),
    MONTH("month"),
    /** On Mondays. */
    WEEK("week"),
    DAY("day");

    private final String word;

    Reset(String word) {
        this.word = word;
    }

    /** How the API names it. */
    public String word() {
        return word;
    }

    /** The reset of this word, or null. */
    public static @Nullable Reset of(String word) {
        return Arrays.stream(values())
                .filter(r -> r.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Names the period in which the day is, such as {@code 2026-12} or {@code 2026-W49}; empty for {@link #NEVER}. */
    public String period(LocalDate day) {
        return switch (this) {
            case NEVER -> "";
            case YEAR -> String.valueOf(day.getYear());
            case WEEK_YEAR -> day.get(IsoFields.WEEK_BASED_YEAR) + "-W";
            case MONTH -> day.toString().substring(0, day.toString().length() - 3);
            case WEEK ->
                day.get(IsoFields.WEEK_BASED_YEAR) + "-W"
                        + (100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + "").substring(1);
            case DAY -> day.toString();
        };
    }

    /** The first day after the period in which the day is; null for {@link #NEVER}. */
    public @Nullable LocalDate next(LocalDate day) {
        return switch (this) {
            case NEVER -> null;
            case YEAR -> LocalDate.of(day.getYear() + 1, 1, 1);
            case WEEK_YEAR ->
                LocalDate.of(day.get(IsoFields.WEEK_BASED_YEAR) + 1, 1, 4).with(java.time.DayOfWeek.MONDAY);
            case MONTH -> day.withDayOfMonth(1).plusMonths(1);
            case WEEK -> day.with(java.time.DayOfWeek.MONDAY).plusWeeks(1);
            case DAY -> day.plusDays(1);
        };
    }
}
