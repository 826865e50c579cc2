/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * On which days something can have been, the first and the last of them; the same when the day is known.
 */
record Days(LocalDate from, LocalDate to) {

    private static final int DAY_LENGTH = 10;

    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /** The days that a time means as an act states it: an RFC 3339 time, a day or a month; null for unknown. */
    static @Nullable Days of(@Nullable String text) {
        try {
            if (text == null || text.equals("unknown")) {
                return null;
            }
            if (text.length() >= DAY_LENGTH) {
                return of(LocalDate.parse(text.substring(0, DAY_LENGTH)));
            }
            YearMonth month = YearMonth.parse(text);
            return new Days(month.atDay(1), month.atEndOfMonth());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether it was in a window, open at an end that is null. */
    Truth within(@Nullable LocalDate first, @Nullable LocalDate last) {
        boolean inside = (first == null || !from.isBefore(first)) && (last == null || !to.isAfter(last));
        boolean outside = first != null && to.isBefore(first) || last != null && from.isAfter(last);
        return inside ? Truth.YES : outside ? Truth.NO : Truth.UNKNOWN;
    }

    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }
}
