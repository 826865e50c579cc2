/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.Arrays;

/** How long things took. Not safe for several threads; give each its own and merge. */
final class Latencies {

    private long[] nanos;
    private int count;
    private boolean sorted;

    Latencies(int expected) {
        this.nanos = new long[Math.max(16, expected)];
    }

    void add(long ns) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = ns;
        sorted = false;
    }

    void addAll(Latencies other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    int count() {
        return count;
    }

    /** The time in milliseconds that the given share of them did not exceed. */
    double ms(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        int at = (int) Math.ceil(share * count) - 1;
        return nanos[Math.clamp(at, 0, count - 1)] / 1e6;
    }
}
