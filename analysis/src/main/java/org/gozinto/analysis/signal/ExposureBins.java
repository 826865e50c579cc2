/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * Cells by their exposure, so that ten million of them are some thousand groups (data squashing). A bin is one step
 * wide in ln E up to E = 1 and in 2√E above it: a p-value then differs within a bin by about five steps at most,
 * however large the exposure is.
 */
final class ExposureBins {

    private final double step;
    private int first;
    private double[] weights = new double[0];
    private double[] sums = new double[0];
    private double[] leasts = new double[0];

    /** Sees a group of cells. */
    @FunctionalInterface
    interface Seer {

        /**
         * A group that is not empty.
         *
         * @param weight how many cells
         * @param mean of their exposures
         * @param least of their exposures
         */
        void see(double weight, double mean, double least);
    }

    /** With bins of that width, above 0. */
    ExposureBins(double step) {
        this.step = step;
    }

    /** Which bin an exposure above 0 falls into. */
    static int bin(double exposure, double step) {
        return (int) Math.floor((exposure <= 1 ? Math.log(exposure) : 2 * (Math.sqrt(exposure) - 1)) / step);
    }

    /** One more cell. */
    void add(double exposure) {
        int at = room(bin(exposure, step));
        leasts[at] = weights[at] == 0 ? exposure : Math.min(leasts[at], exposure);
        weights[at]++;
        sums[at] += exposure;
    }

    /** All cells of another with the same step. */
    void addAll(ExposureBins other) {
        for (int i = 0; i < other.weights.length; i++) {
            if (other.weights[i] > 0) {
                int at = room(other.first + i);
                leasts[at] = weights[at] == 0 ? other.leasts[i] : Math.min(leasts[at], other.leasts[i]);
                weights[at] += other.weights[i];
                sums[at] += other.sums[i];
            }
        }
    }

    /** Shows all groups, by rising exposure. */
    void each(Seer seer) {
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                seer.see(weights[i], sums[i] / weights[i], leasts[i]);
            }
        }
    }

    /** The place of a bin, for which room is made on the side where it is missing. */
    private int room(int bin) {
        if (weights.length == 0) {
            first = bin;
        }
        int before = Math.max(0, first - bin);
        int after = Math.max(0, bin - first - weights.length + 1);
        if (before > 0 || after > 0) {
            int spare = weights.length / 2;
            before = before > 0 ? before + spare : 0;
            after = after > 0 ? after + spare : 0;
            weights = grown(weights, before, after);
            sums = grown(sums, before, after);
            leasts = grown(leasts, before, after);
            first -= before;
        }
        return bin - first;
    }

    private static double[] grown(double[] old, int before, int after) {
        double[] grown = new double[before + old.length + after];
        System.arraycopy(old, 0, grown, before, old.length);
        return grown;
    }
}
