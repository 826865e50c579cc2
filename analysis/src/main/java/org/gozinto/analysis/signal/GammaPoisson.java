/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The gamma-Poisson shrinker: how much larger a rate is than expected, when few complaints are not to be taken at
 * their word. Before they are seen, the ratio λ of a lot and code comes from a mixture of two gamma distributions;
 * having seen n complaints where E were expected, it comes from the mixture of Gamma(α₁+n, β₁+E) and
 * Gamma(α₂+n, β₂+E) with other weights.
 *
 * <p>DuMouchel, The American Statistician 53 (1999) 177–190; fitting with groups of cells: DuMouchel and Pregibon,
 * KDD 2001, 67–76. See {@link PriorFit}.
 *
 * @param alpha1 shape of the first distribution, above 0
 * @param beta1 rate of the first, above 0
 * @param alpha2 shape of the second, above 0
 * @param beta2 rate of the second, above 0
 * @param weight of the first before anything is seen, from 0 to 1
 */
public record GammaPoisson(double alpha1, double beta1, double alpha2, double beta2, double weight) {

    /** Mean 1, and nine in ten ratios between 0.18 and 2.4: stands where too few cells have complaints to fit one. */
    public static final GammaPoisson NEUTRAL = gamma(2, 2);

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    public GammaPoisson {
        boolean holds = alpha1 > 0 && beta1 > 0 && alpha2 > 0 && beta2 > 0 && weight >= 0 && weight <= 1;
        if (!holds || Double.isInfinite(alpha1 + beta1 + alpha2 + beta2)) {
            throw new IllegalArgumentException(
                    "a prior of " + alpha1 + ", " + beta1 + ", " + alpha2 + ", " + beta2 + ", " + weight);
        }
    }

    /**
     * What is known of a ratio.
     *
     * @param mean posterior mean
     * @param ebgm posterior geometric mean
     * @param eb05 quantile of 5 in 100
     * @param eb95 quantile of 95 in 100
     */
    public record Shrunk(double mean, double ebgm, double eb05, double eb95) {}

    /** One gamma distribution instead of two. */
    public static GammaPoisson gamma(double alpha, double beta) {
        return new GammaPoisson(alpha, beta, alpha, beta, 1);
    }

    /**
     * The ratio after {@code n} complaints.
     *
     * @param n 0 or more
     * @param exposure expected complaints, above 0
     * @throws IllegalArgumentException when they are not
     */
    public Shrunk after(long n, double exposure) {
        if (n < 0 || !(exposure > 0) || Double.isInfinite(exposure)) {
            throw new IllegalArgumentException(n + " complaints with an exposure of " + exposure);
        }
        double first = firstAfter(n, exposure);
        double mean = first * (alpha1 + n) / (beta1 + exposure) + (1 - first) * (alpha2 + n) / (beta2 + exposure);
        return new Shrunk(
                mean,
                geometric(n, exposure, first),
                quantile(LOW, n, exposure, first),
                quantile(HIGH, n, exposure, first));
    }

    /** The 5 % quantile alone. */
    double eb05(long n, double exposure) {
        return quantile(LOW, n, exposure, firstAfter(n, exposure));
    }

    /** The weight of the first distribution after {@code n} complaints. */
    private double firstAfter(long n, double exposure) {
        if (weight == 0 || weight == 1) {
            return weight;
        }
        double one = Math.log(weight) + logMarginal(alpha1, beta1, n, exposure);
        double two = Math.log1p(-weight) + logMarginal(alpha2, beta2, n, exposure);
        return 1 / (1 + Math.exp(two - one));
    }

    /** The logarithm of the chance of {@code n}, without the part that does not depend on the distribution. */
    private static double logMarginal(double alpha, double beta, long n, double exposure) {
        return Gammas.logGamma(alpha + n)
                - Gammas.logGamma(alpha)
                - n * Math.log(beta + exposure)
                - alpha * Math.log1p(exposure / beta);
    }

    private double geometric(long n, double exposure, double first) {
        double one = first == 0 ? 0 : first * logMean(alpha1 + n, beta1 + exposure);
        double two = first == 1 ? 0 : (1 - first) * logMean(alpha2 + n, beta2 + exposure);
        return Math.exp(one + two);
    }

    private static double logMean(double shape, double rate) {
        return Gammas.digamma(shape) - Math.log(rate);
    }

    private double quantile(double share, long n, double exposure, double first) {
        Component one = new Component(first, alpha1 + n, beta1 + exposure);
        Component two = new Component(1 - first, alpha2 + n, beta2 + exposure);
        return new Mixture(one, two).quantile(share);
    }

    /** One of the two, with its weight. */
    private record Component(double weight, GammaDistribution gamma, double guess) {

        /** In nine tenths of a standard deviation of the cube root (Wilson–Hilferty): 1.645. */
        private static final double SPREAD = 1.6448536269514722;

        Component(double weight, double shape, double rate) {
            this(weight, GammaDistribution.of(shape, 1 / rate), shape / rate);
        }

        double below(double x) {
            return weight == 0 ? 0 : weight * gamma.cumulativeProbability(x);
        }

        double density(double x) {
            return weight == 0 ? 0 : weight * gamma.density(x);
        }

        /** Where this component alone has about {@code share} below it; only somewhere to begin. */
        double about(double share) {
            double shape = gamma.getShape();
            double z = share < 0.5 ? -SPREAD : SPREAD;
            double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
            return root > 0.05 ? guess * root * root * root : guess * 1e-3;
        }
    }

    /** Newton's steps on the distribution function, halving where they would leave what is known to hold the root. */
    private record Mixture(Component one, Component two) {

        private static final int STEPS_MAX = 200;
        private static final double EXACT = 1e-10;

        double quantile(double share) {
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            double x = one.weight * one.about(share) + two.weight * two.about(share);
            for (int step = 0; step < STEPS_MAX; step++) {
                double over = one.below(x) + two.below(x) - share;
                if (over > 0) {
                    high = x;
                } else {
                    low = x;
                }
                double next = x - over / (one.density(x) + two.density(x));
                if (!(next > low && next < high)) {
                    next = Double.isInfinite(high) ? 2 * x : (low + high) / 2;
                }
                if (Math.abs(next - x) <= EXACT * x) {
                    return next;
                }
                x = next;
            }
            return x;
        }
    }
}
