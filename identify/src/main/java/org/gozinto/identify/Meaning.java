/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What the value of an application identifier says, beyond its characters. */
public sealed interface Meaning {

    /** Nothing beyond the characters: a lot, a serial, a name. */
    record Text(String text) implements Meaning {}

    /**
     * A day.
     *
     * @param dayGiven false when the value said day 00: {@code date} is then the last day of that month
     */
    record Day(LocalDate date, boolean dayGiven) implements Meaning {}

    /** Two days, the first and the last (AI 7007). */
    record Days(LocalDate first, LocalDate last) implements Meaning {}

    /**
     * A point in time without a zone.
     *
     * @param time the time; the start of the day where none is given
     * @param timeGiven false when the value gave a day only
     */
    record Moment(LocalDateTime time, boolean timeGiven) implements Meaning {}

    /**
     * A number with its decimals placed (AIs 310n to 369n, 390n to 395n, counts).
     *
     * @param unit unit of the AI ({@code kg}, {@code m}, {@code %}, empty for a count or the local currency)
     * @param currency ISO 4217 numeric code, where the value has one
     */
    record Number(BigDecimal number, String unit, @Nullable String currency) implements Meaning {}
}
