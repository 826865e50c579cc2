/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

/**
 * How much is measured.
 *
 * @param serials received in each bulk run, and in the book for lookups
 * @param warmUp serials received before a bulk run is timed
 * @param acts single acts by 64 clients
 * @param lookups requests of each kind and number of clients
 * @param scooters the simulated year that is traced
 * @param starts how often a start is repeated; the median counts
 * @param jmhSeconds measured for each micro-benchmark
 */
public record Scale(
        String name, int serials, int warmUp, int acts, int lookups, int scooters, int starts, int jmhSeconds) {

    public static final Scale SMALL = new Scale("small", 100_000, 20_000, 6_000, 2_000, 1_000, 1, 2);
    public static final Scale FULL = new Scale("full", 1_000_000, 200_000, 120_000, 20_000, 100_000, 5, 15);

    Scale withSerials(int count) {
        return new Scale(name, count, warmUp, acts, lookups, scooters, starts, jmhSeconds);
    }

    Scale withScooters(int count) {
        return new Scale(name, serials, warmUp, acts, lookups, count, starts, jmhSeconds);
    }
}
