/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads days and times as they are sent. What is out of all reason is none, so that no sum of days overflows. */
final class Days {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /** A day such as 2026-03-01 from 1900 to 2199, or null. */
    static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            return day == null || day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A time in RFC 3339 whose microseconds can be counted, or null. */
    static @Nullable Instant time(@Nullable String text) {
        try {
            Instant time = text == null ? null : OffsetDateTime.parse(text).toInstant();
            return time == null || ChronoUnit.MICROS.between(Instant.EPOCH, time) == Long.MIN_VALUE ? null : time;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
