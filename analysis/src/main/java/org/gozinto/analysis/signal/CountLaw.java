/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.function.LongPredicate;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * How many complaints chance brings: Poisson, or negative binomial by mean, whose variance is mean + mean² ÷ size.
 * (The Pascal distribution of Commons has whole sizes only.)
 *
 * @param mean expected complaints, above 0
 * @param size above 0; {@link Double#POSITIVE_INFINITY} for Poisson
 */
record CountLaw(double mean, double size) {

    /** Outside of the band on each side. */
    private static final double TAIL = 0.025;

    CountLaw {
        if (!(mean > 0) || Double.isInfinite(mean) || !(size > 0)) {
            throw new IllegalArgumentException("a mean of " + mean + " with size " + size);
        }
    }

    static CountLaw poisson(double mean) {
        return new CountLaw(mean, Double.POSITIVE_INFINITY);
    }

    boolean isPoisson() {
        return Double.isInfinite(size);
    }

    /** The chance of {@code n} complaints or more. */
    double upper(long n) {
        if (n <= 0) {
            return 1;
        }
        return isPoisson()
                ? GammaDistribution.of(n, 1).cumulativeProbability(mean)
                : BetaDistribution.of(n, size).cumulativeProbability(mean / (mean + size));
    }

    /** The chance of {@code n} complaints. */
    double exactly(long n) {
        if (isPoisson()) {
            return Math.exp(n * Math.log(mean) - mean - Gammas.logGamma(n + 1.0));
        }
        return Math.exp(Gammas.logGamma(n + size)
                - Gammas.logGamma(size)
                - Gammas.logGamma(n + 1.0)
                - size * Math.log1p(mean / size)
                + n * Math.log(mean / (mean + size)));
    }

    /** The next chance from the one before it: P(n+1) = P(n) × this. */
    double step(long n) {
        return isPoisson() ? mean / (n + 1.0) : (n + size) / (n + 1.0) * (mean / (mean + size));
    }

    /** One-sided mid-p: the chance of more than {@code n}, and half of that of {@code n}. Above 0 unless it underflows. */
    double midP(long n) {
        return Math.clamp(upper(n) - exactly(n) / 2, 0.0, 1.0);
    }

    /** Between which counts 95 in 100 lie. */
    Band band() {
        long high = exceededBy(TAIL);
        long low = Math.max(0, least(k -> 1 - upper(k) > TAIL) - 1);
        return new Band(low, high);
    }

    double variance() {
        return mean + mean * mean / size;
    }

    /** The least count that is exceeded with at most this chance. */
    long exceededBy(double chance) {
        return least(k -> upper(k + 1) <= chance);
    }

    /** The least count from 0 on from which {@code holds}, which stays true once it is. */
    private long least(LongPredicate holds) {
        long above = Math.max(1, (long) mean);
        while (!holds.test(above)) {
            above *= 2;
        }
        long below = -1;
        while (above - below > 1) {
            long middle = (above + below) >> 1;
            if (holds.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }
}
