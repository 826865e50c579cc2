/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.sql.SQLException;

/**
 * How long something took that was done again and again.
 *
 * @param result what came out, the same each time
 * @param ms the median
 */
record Repeated(long result, double ms) {

    private static final int LEAST = 3;

    /** Seconds; what takes longer is done once to warm up and once on the clock. */
    private static final double SLOW = 20;

    /** Something that tells a number. */
    @FunctionalInterface
    interface Work {
        long run() throws SQLException;
    }

    /** Does it for so long to warm up, at least once; then as long again on the clock, at least three times. */
    static Repeated of(double seconds, Work work) throws SQLException {
        long slow = after(SLOW);
        long expected = work.run();
        int least = System.nanoTime() < slow ? LEAST : 1;
        for (long end = after(seconds); System.nanoTime() < end; ) {
            check(expected, work.run());
        }
        var latencies = new Latencies(1 << 10);
        for (long end = after(seconds); System.nanoTime() < end || latencies.count() < least; ) {
            long start = System.nanoTime();
            long result = work.run();
            latencies.add(System.nanoTime() - start);
            check(expected, result);
        }
        return new Repeated(expected, latencies.ms(0.5));
    }

    private static long after(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }

    private static void check(long expected, long result) {
        if (result != expected) {
            throw new IllegalStateException("came out as " + expected + ", then as " + result);
        }
    }
}
