/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times of the ledger (microseconds since 1970) as days and texts, in UTC. */
final class Days {

    private static final long DAY_US = 86_400_000_000L;

    private Days() {}

    static long us(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static String text(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }

    static LocalDate day(long us) {
        return LocalDate.ofEpochDay(Math.floorDiv(us, DAY_US));
    }

    static YearMonth month(long us) {
        return YearMonth.from(day(us));
    }

    /** The last microsecond of a day. */
    static long endUs(LocalDate day) {
        return (day.toEpochDay() + 1) * DAY_US - 1;
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** A day such as 2026-03-31, or null when the text is none. */
    static @Nullable LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
