/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

/**
 * Chance that needs no memory: the same seed and numbers give the same value, in whatever order they are asked for. The
 * mixing is that of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private Chance() {}

    static long bits(long seed, long what, long which) {
        return mix(mix(mix(seed + GOLDEN) ^ what * GOLDEN) + which * GOLDEN);
    }

    /** From 0, inclusive, to 1, exclusive. */
    static double share(long seed, long what, long which) {
        return (bits(seed, what, which) >>> 11) * UNIT;
    }

    /** From 0 to {@code bound}, exclusive. */
    static int below(int bound, long seed, long what, long which) {
        return (int) (share(seed, what, which) * bound);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
