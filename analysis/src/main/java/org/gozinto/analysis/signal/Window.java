/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * The days that count.
 *
 * @param from first of them; null for all days up to the last
 * @param asOf the last
 */
record Window(@Nullable LocalDate from, LocalDate asOf) {

    static int month(LocalDate date) {
        return Math.toIntExact(date.getLong(ChronoField.PROLEPTIC_MONTH));
    }

    boolean holds(LocalDate date) {
        return !date.isAfter(asOf) && (from == null || !date.isBefore(from));
    }

    /** The last month of which a day counts. */
    int lastMonth() {
        return month(asOf);
    }

    /** The first month of which a day counts, or {@code otherwise} when all do. */
    int firstMonth(int otherwise) {
        return from == null ? otherwise : Math.max(otherwise, month(from));
    }

    /** How many days of a month count. */
    int days(int month) {
        int last = month == month(asOf) ? asOf.getDayOfMonth() : month < month(asOf) ? length(month) : 0;
        int before = 0;
        if (from != null) {
            before = month == month(from) ? from.getDayOfMonth() - 1 : month < month(from) ? length(month) : 0;
        }
        return Math.max(0, last - before);
    }

    /** The share of a month that counts, from 0 to 1. */
    double share(int month) {
        return (double) days(month) / length(month);
    }

    /** The first day of a month. */
    static LocalDate firstDay(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }

    private static int length(int month) {
        return firstDay(month).lengthOfMonth();
    }
}
