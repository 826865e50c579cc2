/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.gozinto.ledger.Occurred;

/** Times as they are stated: an instant with its offset, a day, a month, or unknown. */
final class Times {

    private static final int DAY_LENGTH = "2026-03-01".length();
    private static final int MONTH_LENGTH = "2026-03".length();

    private Times() {}

    /** Reads a stated time. A day or month without a zone counts as one in UTC, widened by no more than it says. */
    static Occurred read(String text, String pointer) {
        try {
            if (text.equals("unknown")) {
                return new Occurred(Long.MIN_VALUE, Long.MAX_VALUE, text);
            }
            if (text.length() == DAY_LENGTH) {
                LocalDate day = LocalDate.parse(text);
                return interval(day, day.plusDays(1), text);
            }
            if (text.length() == MONTH_LENGTH) {
                YearMonth month = YearMonth.parse(text);
                return interval(month.atDay(1), month.plusMonths(1).atDay(1), text);
            }
            long us = micros(OffsetDateTime.parse(text).toInstant());
            return new Occurred(us, us, text);
        } catch (DateTimeException | ArithmeticException e) {
            throw Fields.refused(
                    pointer,
                    "is not a time",
                    "2026-03-01T10:15:00+01:00, a day 2026-03-01, a month 2026-03, or unknown");
        }
    }

    private static Occurred interval(LocalDate from, LocalDate next, String text) {
        return new Occurred(micros(midnight(from)), micros(midnight(next)) - 1, text);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** An instant that the writer's clock gave. */
    static Occurred at(long us) {
        return new Occurred(us, us, instant(us).toString());
    }

    static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
