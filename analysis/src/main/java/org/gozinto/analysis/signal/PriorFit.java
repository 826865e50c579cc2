/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Map;
import java.util.TreeMap;

/**
 * Fits the prior of {@link GammaPoisson} by maximum likelihood to all cells, those without complaints included. Cells
 * with the same number of complaints and nearly the same exposure are one group with a weight; a group is put at the
 * mean of its exposures.
 *
 * <p>Shapes are kept between 0.05 and 1,000 and rates between 0.001 and 1,000: when lots do not differ at all, the
 * likelihood has no maximum, only a limit.
 */
final class PriorFit {

    /** With fewer cells with complaints there is nothing to fit, and {@link GammaPoisson#NEUTRAL} stands. */
    static final int CELLS_MIN = 20;

    private static final double SHAPE_MIN = Math.log(0.05);
    private static final double RATE_MIN = Math.log(0.001);
    private static final double MAX = Math.log(1000);
    private static final double WEIGHT_MAX = Math.log(0.999 / 0.001);
    private static final int ROUNDS = 600;

    /** Where searches begin: DuMouchel's values, few bad ones among many good ones, and hardly any difference. */
    private static final double[][] STARTS = {{0.2, 0.1, 2, 4, 1.0 / 3}, {1, 0.2, 20, 20, 0.02}, {3, 1, 200, 200, 0.1}};

    private final double[] counts;
    private final double[] exposures;
    private final double[] weights;

    /** For each group, the index of its count among the different counts; groups come by rising count. */
    private final int[] ranks;

    private final double[] differentCounts;
    private final double[] logGammas1;
    private final double[] logGammas2;

    private PriorFit(double[] counts, double[] exposures, double[] weights) {
        this.counts = counts;
        this.exposures = exposures;
        this.weights = weights;
        this.ranks = new int[counts.length];
        for (int i = 1; i < counts.length; i++) {
            ranks[i] = ranks[i - 1] + (counts[i] == counts[i - 1] ? 0 : 1);
        }
        this.differentCounts = new double[counts.length == 0 ? 0 : ranks[counts.length - 1] + 1];
        for (int i = 0; i < counts.length; i++) {
            differentCounts[ranks[i]] = counts[i];
        }
        this.logGammas1 = new double[differentCounts.length];
        this.logGammas2 = new double[differentCounts.length];
    }

    /** The prior of these cells. */
    static GammaPoisson of(Tally tally) {
        return tally.size() < CELLS_MIN ? GammaPoisson.NEUTRAL : squashed(tally).best();
    }

    private static PriorFit squashed(Tally tally) {
        Map<Long, double[]> groups = new TreeMap<>();
        long[] bin = {0};
        tally.zeros().each((weight, mean, least) -> groups.put(bin[0]++, new double[] {0, mean * weight, weight}));
        for (int cell = 0; cell < tally.size(); cell++) {
            int count = tally.count(cell);
            double exposure = tally.exposure(cell);
            long key = ((long) count << Integer.SIZE)
                    + ExposureBins.bin(exposure, Tally.COARSE)
                    - (long) Integer.MIN_VALUE;
            double[] group = groups.computeIfAbsent(key, none -> new double[] {count, 0, 0});
            group[1] += exposure;
            group[2]++;
        }
        double[][] all = groups.values().toArray(double[][]::new);
        double[] counts = new double[all.length];
        double[] exposures = new double[all.length];
        double[] weights = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            counts[i] = all[i][0];
            exposures[i] = all[i][1] / all[i][2];
            weights[i] = all[i][2];
        }
        return new PriorFit(counts, exposures, weights);
    }

    private GammaPoisson best() {
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : STARTS) {
            double[] from = {
                Math.log(start[0]),
                Math.log(start[1]),
                Math.log(start[2]),
                Math.log(start[3]),
                Math.log(start[4] / (1 - start[4]))
            };
            double[] found = NelderMead.minimum(this::cost, from, 0.5, ROUNDS);
            double cost = cost(found);
            if (cost < least) {
                least = cost;
                best = found;
            }
        }
        return prior(best);
    }

    private static GammaPoisson prior(double[] at) {
        return new GammaPoisson(
                Math.exp(Math.clamp(at[0], SHAPE_MIN, MAX)),
                Math.exp(Math.clamp(at[1], RATE_MIN, MAX)),
                Math.exp(Math.clamp(at[2], SHAPE_MIN, MAX)),
                Math.exp(Math.clamp(at[3], RATE_MIN, MAX)),
                1 / (1 + Math.exp(-Math.clamp(at[4], -WEIGHT_MAX, WEIGHT_MAX))));
    }

    /** Minus the log-likelihood, and the square of how far the parameters are out of bounds. */
    private double cost(double[] at) {
        double outside = square(at[0], SHAPE_MIN, MAX)
                + square(at[1], RATE_MIN, MAX)
                + square(at[2], SHAPE_MIN, MAX)
                + square(at[3], RATE_MIN, MAX)
                + square(at[4], -WEIGHT_MAX, WEIGHT_MAX);
        return outside - logLikelihood(prior(at));
    }

    private static double square(double value, double min, double max) {
        double out = value - Math.clamp(value, min, max);
        return out * out;
    }

    /** Of the two negative binomials, without the part that depends on the data alone. */
    private double logLikelihood(GammaPoisson prior) {
        fill(logGammas1, prior.alpha1());
        fill(logGammas2, prior.alpha2());
        double logWeight1 = Math.log(prior.weight());
        double logWeight2 = Math.log1p(-prior.weight());
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double one = logWeight1 + logGammas1[ranks[i]] + logRest(i, prior.alpha1(), prior.beta1());
            double two = logWeight2 + logGammas2[ranks[i]] + logRest(i, prior.alpha2(), prior.beta2());
            double larger = Math.max(one, two);
            sum += weights[i] * (larger + Math.log1p(Math.exp(-Math.abs(one - two))));
        }
        return sum;
    }

    private double logRest(int group, double alpha, double beta) {
        double spread = Math.log1p(exposures[group] / beta);
        return counts[group] == 0 ? -alpha * spread : -alpha * spread - counts[group] * (Math.log(beta) + spread);
    }

    private void fill(double[] logGammas, double alpha) {
        double base = Gammas.logGamma(alpha);
        for (int i = 0; i < logGammas.length; i++) {
            logGammas[i] = Gammas.logGamma(alpha + differentCounts[i]) - base;
        }
    }
}
