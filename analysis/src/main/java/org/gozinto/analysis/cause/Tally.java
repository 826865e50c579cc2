/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/**
 * What a row looks like in the cells of a partition that compare something.
 *
 * @param size units of each cell that has some of the row
 * @param failedIn failed units of the same cells
 * @param counts units of the row by cell and level
 * @param score the levels of failed units, summed
 * @param expected that sum by chance
 * @param variance of that sum by chance
 */
record Tally(int[] size, int[] failedIn, int[][] counts, int score, double expected, double variance) {

    /** Mean and variance of a sum drawn without replacement, over cells (Cochran, Sampling Techniques, section 2.4). */
    static Tally of(int[] size, int[] failedIn, int[][] counts, int score) {
        double expected = 0;
        double variance = 0;
        for (int cell = 0; cell < size.length; cell++) {
            double sum = 0;
            double squares = 0;
            for (int level = 1; level <= Row.CERTAIN; level++) {
                sum += (double) level * counts[cell][level];
                squares += (double) level * level * counts[cell][level];
            }
            double all = size[cell];
            double share = failedIn[cell] / all;
            expected += share * sum;
            variance += share * (1 - share) * Math.max(0, all * squares - sum * sum) / (all - 1);
        }
        return new Tally(size, failedIn, counts, score, expected, variance);
    }

    /** Standard deviations above what chance makes expect. */
    double z() {
        return variance > 0 ? (score - expected) / Math.sqrt(variance) : 0;
    }

    /** The greatest score that could be. */
    int greatest() {
        int sum = 0;
        for (int i = 0; i < size.length; i++) {
            int left = failedIn[i];
            for (int level = Row.CERTAIN; level > 0 && left > 0; level--) {
                int taken = Math.min(left, counts[i][level]);
                sum += taken * level;
                left -= taken;
            }
        }
        return sum;
    }

    /** ln of the chance of the greatest score: no p can be less. */
    double lnBest(LnFactorials ln) {
        double sum = 0;
        for (int i = 0; i < size.length; i++) {
            sum += lnBest(ln, i);
        }
        return sum;
    }

    private double lnBest(LnFactorials ln, int cell) {
        int left = failedIn[cell];
        int passed = 0;
        double ways = 0;
        for (int level = Row.CERTAIN; level > 0; level--) {
            int count = counts[cell][level];
            int taken = Math.min(left, count);
            ways += ln.choose(count, taken);
            left -= taken;
            passed += count;
        }
        return ways + ln.choose(size[cell] - passed, left) - ln.choose(size[cell], failedIn[cell]);
    }
}
