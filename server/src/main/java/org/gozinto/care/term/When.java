/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as far as it is known: an instant, a stated day, or a longer span such as a month.
 *
 * @param fromUs the first microsecond since 1970 UTC that it can have been
 * @param toUs the last; the same for an instant
 */
public record When(long fromUs, long toUs) implements Comparable<When> {

    private static final long DAY_US = 86_400_000_000L;

    /** An instant. */
    public static When at(Instant instant) {
        long us = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        return new When(us, us);
    }

    /** A stated day, which is that day wherever it is asked for. */
    public static When on(LocalDate day) {
        long us = ChronoUnit.MICROS.between(Instant.EPOCH, day.atStartOfDay().toInstant(ZoneOffset.UTC));
        return new When(us, us + DAY_US - 1);
    }

    /** The span of an entry; null when it says that nobody knows when it was. */
    public static @Nullable When of(long fromUs, long toUs) {
        return fromUs == Long.MIN_VALUE || toUs == Long.MAX_VALUE ? null : new When(fromUs, toUs);
    }

    /** Whether it is known to the instant. */
    public boolean isInstant() {
        return fromUs == toUs;
    }

    /**
     * The day. An instant has the day that it is in the zone; a stated day is that day; of a longer span it is the last
     * day, which is in favour of whoever a promise was made to.
     */
    public LocalDate day(ZoneId zone) {
        if (!isInstant() || zone == ZoneOffset.UTC) {
            return LocalDate.ofEpochDay(Math.floorDiv(toUs, DAY_US));
        }
        return LocalDate.ofInstant(instant(toUs), zone);
    }

    private static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(When other) {
        int byFrom = Long.compare(fromUs, other.fromUs);
        return byFrom != 0 ? byFrom : Long.compare(toUs, other.toUs);
    }
}
