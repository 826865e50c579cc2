/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The ways of parts through the stations, shaped like those of the Bosch set: 52 stations in 4 line segments (0–23,
 * 24–25, 26–28, 29–51), of which the first has two halves alike, with tools side by side. A way is a set of stations,
 * one bit each; parts pass them in ascending order. A few ways are very common and most are rare.
 */
final class Paths {

    static final int STATIONS = 52;
    static final int COUNT = 4_700;

    private static final int[] SEGMENT_ENDS = {24, 26, 29, STATIONS};

    /** In each half of the first segment: one of the tools of each group. */
    private static final int[][] FIRST = {{0}, {1}, {2, 3}, {4, 5}, {6, 7}, {8}, {9, 10, 11}};

    /** In the last segment every part passes one tool of each of these groups. */
    private static final int[][] LAST = {{29}, {30}, {31, 32}, {33}, {34}, {35, 36}, {37}};

    /** Where popularity begins to fall, and how fast (Zipf and Mandelbrot). */
    private static final double FLAT = 3;

    private static final double STEEP = 1.1;

    private final long[] ways;
    private final double[] upTo;

    Paths(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Long> found = new LinkedHashSet<>();
        while (found.size() < COUNT) {
            found.add(way(random));
        }
        ways = found.stream().mapToLong(Long::longValue).toArray();
        upTo = new double[COUNT];
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += Math.pow(i + FLAT, -STEEP);
            upTo[i] = sum;
        }
    }

    /** The stations of a way. */
    long stations(int way) {
        return ways[way];
    }

    /** The way that chance picks. */
    int pick(double dice) {
        int at = Arrays.binarySearch(upTo, dice * upTo[COUNT - 1]);
        return Math.min(COUNT - 1, at < 0 ? -1 - at : at);
    }

    static int segment(int station) {
        int segment = 0;
        while (station >= SEGMENT_ENDS[segment]) {
            segment++;
        }
        return segment;
    }

    private static long way(SplittableRandom random) {
        long way = 0;
        if (random.nextDouble() < 0.92) {
            int half = random.nextDouble() < 0.55 ? 0 : 12;
            for (int[] group : FIRST) {
                way |= 1L << (half + group[random.nextInt(group.length)]);
            }
        }
        if (random.nextDouble() < 0.25) {
            way |= 1L << (24 + random.nextInt(2));
        }
        if (random.nextDouble() < 0.25) {
            way |= 1L << (26 + random.nextInt(3));
        }
        if (way == 0 || random.nextDouble() < 0.96) {
            for (int[] group : LAST) {
                way |= 1L << group[random.nextInt(group.length)];
            }
        }
        for (int station = 38; station < STATIONS; station++) {
            way |= random.nextDouble() < 0.12 ? 1L << station : 0;
        }
        return way;
    }
}
