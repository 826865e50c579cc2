/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gozinto.care.term.UnitFacts.Reading;
import org.jspecify.annotations.Nullable;

/** What meters say about a limit. Stateless. */
final class Meters {

    /** Digits of a reading or a limit, in front of and behind the point. */
    private static final int DIGITS_MAX = 30;

    private Meters() {}

    /**
     * Where a meter stood against a limit.
     *
     * @param lastBelow the last day before {@code firstAbove} on which it was read at or below the limit; null when it
     *     never was
     * @param firstAbove the first day on which it was read above; null when it never was
     */
    record Crossing(@Nullable LocalDate lastBelow, @Nullable LocalDate firstAbove) {}

    /** When the readings of a meter crossed a limit. The order of the readings does not matter. */
    static Crossing crossing(List<Reading> readings, Promise.Meter limit) {
        LocalDate above = null;
        for (Reading reading : readings) {
            BigDecimal amount = amountOf(reading, limit);
            if (amount != null
                    && amount.compareTo(limit.most()) > 0
                    && (above == null || reading.on().isBefore(above))) {
                above = reading.on();
            }
        }
        LocalDate below = null;
        for (Reading reading : readings) {
            BigDecimal amount = amountOf(reading, limit);
            boolean counts = amount != null
                    && amount.compareTo(limit.most()) <= 0
                    && (above == null || reading.on().isBefore(above));
            if (counts && (below == null || reading.on().isAfter(below))) {
                below = reading.on();
            }
        }
        return new Crossing(below, above);
    }

    /** What is left until the limit by the last reading until a day; null when nothing was read or nothing is left. */
    static @Nullable BigDecimal left(List<Reading> readings, Promise.Meter limit, LocalDate asOf) {
        BigDecimal most = null;
        LocalDate last = null;
        for (Reading reading : readings) {
            BigDecimal amount = amountOf(reading, limit);
            if (amount != null
                    && !reading.on().isAfter(asOf)
                    && (last == null || !reading.on().isBefore(last))) {
                boolean sameDay = reading.on().equals(last);
                most = sameDay && most != null ? most.max(amount) : amount;
                last = reading.on();
            }
        }
        BigDecimal left = most == null ? null : limit.most().subtract(most);
        return left == null || left.signum() < 0 ? null : left;
    }

    private static @Nullable BigDecimal amountOf(Reading reading, Promise.Meter limit) {
        return reading.meter() && reading.name().equals(limit.name()) ? reading.amount() : null;
    }

    /** A decimal number that is not below nothing, or null. */
    static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > DIGITS_MAX || !text.matches("[0-9]+(\\.[0-9]+)?")) {
            return null;
        }
        return new BigDecimal(text);
    }
}
