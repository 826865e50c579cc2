/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.LocalDate;

/** Which factory to live: the same settings give the same bytes, for ever. The year begins at {@code start}. */
public record Settings(long seed, int scooters, LocalDate start) {

    /** Serial numbers have eight digits; ten million leaves room for spares and rework. */
    private static final int MOST_SCOOTERS = 10_000_000;

    public Settings {
        if (scooters < 100 || scooters > MOST_SCOOTERS) {
            throw new IllegalArgumentException("scooters must be 100 to " + MOST_SCOOTERS + ", not " + scooters);
        }
        if (start.getYear() < 2000 || start.getYear() > 2200) {
            throw new IllegalArgumentException("start must be in the years 2000 to 2200, not " + start);
        }
    }
}
