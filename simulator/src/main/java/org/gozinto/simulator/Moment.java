/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** When an act happened: an instant, and the offset that the clock on the wall had there. */
public record Moment(long epochMs, int offsetMinutes) {

    public Instant instant() {
        return Instant.ofEpochMilli(epochMs);
    }

    /** RFC 3339 with milliseconds and offset, such as {@code 2026-03-01T10:15:00.250+01:00}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(29);
        long localMs = epochMs + offsetMinutes * 60_000L;
        LocalDateTime local = LocalDateTime.ofEpochSecond(Math.floorDiv(localMs, 1000L), 0, ZoneOffset.UTC);
        digits(out, local.getYear(), 4).append('-');
        digits(out, local.getMonthValue(), 2).append('-');
        digits(out, local.getDayOfMonth(), 2).append('T');
        digits(out, local.getHour(), 2).append(':');
        digits(out, local.getMinute(), 2).append(':');
        digits(out, local.getSecond(), 2).append('.');
        digits(out, (int) Math.floorMod(localMs, 1000L), 3);
        int size = Math.abs(offsetMinutes);
        digits(out.append(offsetMinutes < 0 ? '-' : '+'), size / 60, 2).append(':');
        return digits(out, size % 60, 2).toString();
    }

    private static StringBuilder digits(StringBuilder out, int value, int width) {
        for (int power = (int) Math.pow(10, width - 1); power > 0; power /= 10) {
            out.append((char) ('0' + value / power % 10));
        }
        return out;
    }
}
