/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which units have which factors, sorted by factor and unit, each pair once with its highest level.
 *
 * @param start exposures of factor f: from {@code start[f]} to before {@code start[f + 1]}
 * @param unitOf unit of each exposure, ascending inside a factor
 * @param levels how certain each is, in twelfths
 */
record Exposures(int[] start, int[] unitOf, byte[] levels) {

    static Exposures of(int[] unit, int[] factor, int[] level, int units, int factors) {
        int[] order = order(factor, factors, order(unit, units, null));
        int[] start = new int[factors + 1];
        int[] unitOf = new int[unit.length];
        byte[] levels = new byte[unit.length];
        int kept = 0;
        int before = -1;
        for (int i : order) {
            if (before >= 0 && factor[before] == factor[i] && unit[before] == unit[i]) {
                levels[kept - 1] = (byte) Math.max(levels[kept - 1], level[i]);
            } else {
                unitOf[kept] = unit[i];
                levels[kept++] = (byte) level[i];
                start[factor[i] + 1]++;
            }
            before = i;
        }
        for (int f = 0; f < factors; f++) {
            start[f + 1] += start[f];
        }
        return new Exposures(start, Arrays.copyOf(unitOf, kept), Arrays.copyOf(levels, kept));
    }

    /** These factors and then those of the other. */
    Exposures and(Exposures other) {
        int factors = start.length - 1;
        int[] starts = Arrays.copyOf(start, factors + other.start.length);
        for (int f = 0; f < other.start.length; f++) {
            starts[factors + f] = other.start[f] + unitOf.length;
        }
        int[] unitsOf = Arrays.copyOf(unitOf, unitOf.length + other.unitOf.length);
        byte[] all = Arrays.copyOf(levels, unitsOf.length);
        System.arraycopy(other.unitOf, 0, unitsOf, unitOf.length, other.unitOf.length);
        System.arraycopy(other.levels, 0, all, levels.length, other.levels.length);
        return new Exposures(starts, unitsOf, all);
    }

    /** A hash of a factor's units and levels. */
    long hash(int factor) {
        long hash = 1;
        for (int i = start[factor]; i < start[factor + 1]; i++) {
            hash = (hash ^ ((long) unitOf[i] << 8 | levels[i])) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    /** Whether two factors have the same units at the same levels. */
    boolean same(int one, int other) {
        return Arrays.equals(unitOf, start[one], start[one + 1], unitOf, start[other], start[other + 1])
                && Arrays.equals(levels, start[one], start[one + 1], levels, start[other], start[other + 1]);
    }

    /** A stable counting sort of positions by key. */
    private static int[] order(int[] key, int keys, int @Nullable [] positions) {
        int[] next = new int[keys + 1];
        for (int one : key) {
            next[one + 1]++;
        }
        for (int i = 0; i < keys; i++) {
            next[i + 1] += next[i];
        }
        int[] order = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            int position = positions == null ? i : positions[i];
            order[next[key[position]]++] = position;
        }
        return order;
    }
}
