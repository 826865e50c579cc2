/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;

/**
 * How many cells of a run have so small a p-value when nothing is wrong. Counts are whole numbers, so a p-value of a
 * cell takes few values only, and the chance of one at or below t is seldom t. Here it is summed over all cells as
 * they are. Benjamini and Hochberg's tests × p becomes this sum (Heyse, in: Recent Advances in Biostatistics, 2011,
 * 43–58; Gilbert, Applied Statistics 54 (2005) 143–158): signals are then false as often as is said, neither more nor,
 * by far, less.
 */
final class Attained {

    /** Larger p-values are believed by nobody and stand as they are. */
    private static final double P_MAX = 0.1;

    /** Chances below this are not followed further. */
    private static final double NOTHING = 1e-17;

    /** Counts that are told apart; what lies above them is taken together. */
    private static final int STEPS_MAX = 4_000;

    /** Two ways of computing the same p-value differ by less than this. */
    private static final double ROUNDING = 1 + 1e-8;

    private final int complaintsMin;
    private final double[] chances = new double[STEPS_MAX];
    private double[] at = new double[1024];
    private double[] mass = new double[1024];
    private int size;

    /** With cells that count from that many complaints on. */
    Attained(int complaintsMin) {
        this.complaintsMin = complaintsMin;
    }

    /** Cells whose lots differ so much. */
    void add(CellBins bins, Spread spread) {
        bins.each((weight, mean, least, own) -> group(spread, least, own, weight));
    }

    /** The p-values that cells of this mean can have, each with the number of cells that are expected to have it. */
    private void group(Spread spread, double mean, double own, double weight) {
        int from = start(spread.law(0, mean, own));
        int steps = 0;
        for (int i = 0; i < spread.laws(); i++) {
            steps = Math.max(steps, follow(spread.law(i, mean, own), from, spread.weight(i)));
        }
        double upper = 0;
        for (int i = 0; i < spread.laws(); i++) {
            upper += spread.weight(i) * spread.law(i, mean, own).upper((long) from + steps);
        }
        if (upper > NOTHING && upper <= P_MAX) {
            put(upper, weight * upper);
        }
        for (int step = steps - 1; step >= 0 && upper <= P_MAX; step--) {
            put(upper + chances[step] / 2, weight * chances[step]);
            upper += chances[step];
        }
        Arrays.fill(chances, 0, steps, 0);
    }

    /** Adds the chances of a law from a count on; how many there are. */
    private int follow(CountLaw law, int from, double weight) {
        int steps = 0;
        double chance = law.exactly(from);
        while (steps < STEPS_MAX && (chance > NOTHING || from + steps < law.mean())) {
            chances[steps++] += weight * chance;
            chance *= law.step(from + steps - 1L);
        }
        return steps;
    }

    /** No p-value below the mean is small, except where nearly all cells are empty. */
    private int start(CountLaw law) {
        boolean mostlyEmpty = law.size() > 0 && law.size() < 1;
        return mostlyEmpty ? complaintsMin : (int) Math.max(complaintsMin, Math.floor(law.mean()));
    }

    private void put(double p, double expected) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            mass = Arrays.copyOf(mass, 2 * size);
        }
        at[size] = p;
        mass[size] = expected;
        size++;
    }

    /**
     * For each p-value the expected number of cells with one as small, divided by the number of tests.
     *
     * @param p of cells with complaints enough
     * @param tests all cells
     * @return from 0 to 1, in the order of {@code p}
     */
    double[] shares(double[] p, long tests) {
        double[] sorted = Arrays.copyOf(at, size);
        Arrays.sort(sorted);
        double[] sums = new double[size];
        for (int i = 0; i < size; i++) {
            sums[upTo(sorted, at[i]) - 1] += mass[i];
        }
        for (int i = 1; i < size; i++) {
            sums[i] += sums[i - 1];
        }
        double[] shares = new double[p.length];
        Arrays.setAll(shares, i -> share(p[i], sorted, sums, tests));
        return shares;
    }

    private static double share(double p, double[] sorted, double[] sums, long tests) {
        int below = upTo(sorted, p * ROUNDING);
        if (below == 0) {
            return sums.length == 0 ? p : Math.min(p, sums[0] / tests);
        }
        double share = Math.min(1, sums[below - 1] / tests);
        return p <= P_MAX ? share : Math.max(share, p);
    }

    /** How many of them are at or below {@code value}. */
    private static int upTo(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
