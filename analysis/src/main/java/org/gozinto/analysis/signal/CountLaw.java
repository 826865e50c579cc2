/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.function.LongPredicate;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * How many complaints chance brings: Poisson, or negative binomial by mean, whose variance is mean + mean² ÷ size, or
 * binomial, which is the same with a size below 0: so many draws. (Pascal and binomial distributions of Commons have
 * whole sizes only.)
 *
 * @param mean expected complaints, above 0
 * @param size not 0; {@link Double#POSITIVE_INFINITY} for Poisson; below 0 the draws, more than {@code mean}
 */
record CountLaw(double mean, double size) {

    /** A variance that is less than this part away from the mean is that of Poisson. */
    private static final double NEGLIGIBLE = 1e-9;

    /** Outside of the band on each side. */
    private static final double TAIL = 0.025;

    CountLaw {
        if (!(mean > 0) || Double.isInfinite(mean) || !(size > 0 || -size > mean)) {
            throw new IllegalArgumentException("a mean of " + mean + " with size " + size);
        }
    }

    static CountLaw poisson(double mean) {
        return new CountLaw(mean, Double.POSITIVE_INFINITY);
    }

    /**
     * The law of what a lot brings when a part of what is expected of it is its own. Given the complaints of all
     * lots, a lot that has the share h in what is expected of it has its count by so many draws: binomial with mean ÷
     * h of them, which is exact when the hazards are of one piece; and lots that differ differ by 1−h as much.
     *
     * @param size of the negative binomial, infinite for Poisson
     * @param own the share, from 0 to a half
     */
    static CountLaw of(double mean, double size, double own) {
        double excess = (1 - own) / size - own / mean;
        return new CountLaw(mean, Math.abs(excess) * mean < NEGLIGIBLE ? Double.POSITIVE_INFINITY : 1 / excess);
    }

    boolean isPoisson() {
        return Double.isInfinite(size);
    }

    /** The chance of {@code n} complaints or more. */
    double upper(long n) {
        if (n <= 0) {
            return 1;
        }
        if (isPoisson()) {
            return GammaDistribution.of(n, 1).cumulativeProbability(mean);
        }
        if (size < 0) {
            return n >= 1 - size ? 0 : BetaDistribution.of(n, 1 - size - n).cumulativeProbability(-mean / size);
        }
        return BetaDistribution.of(n, size).cumulativeProbability(mean / (mean + size));
    }

    /** The chance of {@code n} complaints. */
    double exactly(long n) {
        if (isPoisson()) {
            return Math.exp(n * Math.log(mean) - mean - Gammas.logGamma(n + 1.0));
        }
        if (size < 0) {
            return binomial(n, -size);
        }
        return Math.exp(Gammas.logGamma(n + size)
                - Gammas.logGamma(size)
                - Gammas.logGamma(n + 1.0)
                - size * Math.log1p(mean / size)
                + n * Math.log(mean / (mean + size)));
    }

    private double binomial(long n, double draws) {
        if (n >= draws + 1) {
            return 0;
        }
        return Math.exp(Gammas.logGamma(draws + 1)
                - Gammas.logGamma(n + 1.0)
                - Gammas.logGamma(draws - n + 1)
                + n * Math.log(mean / draws)
                + (draws - n) * Math.log1p(-mean / draws));
    }

    /** The next chance from the one before it: P(n+1) = P(n) × this. */
    double step(long n) {
        if (isPoisson()) {
            return mean / (n + 1.0);
        }
        return size < 0 && n >= -size ? 0 : (n + size) / (n + 1.0) * (mean / (mean + size));
    }

    /** One-sided mid-p: the chance of more than {@code n}, and half of that of {@code n}; 0 only when it underflows. */
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
