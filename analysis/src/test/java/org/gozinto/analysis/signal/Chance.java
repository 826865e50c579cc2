/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Draws for the tests, from a seed. */
record Chance(SplittableRandom random) {

    private static final double LARGE = 30;

    Chance(long seed) {
        this(new SplittableRandom(seed));
    }

    /** By inversion; large means in pieces, whose sum is Poisson as well. */
    int poisson(double mean) {
        int sum = 0;
        double rest = mean;
        while (rest > 0) {
            double piece = Math.min(rest, LARGE);
            rest -= piece;
            double u = random.nextDouble();
            double p = Math.exp(-piece);
            int n = 0;
            while (u > p && n < 1000) {
                u -= p;
                n++;
                p *= piece / n;
            }
            sum += n;
        }
        return sum;
    }

    /** A ratio of mean 1 from a gamma distribution of whole shape: the mean of so many waiting times. */
    double ratio(int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum / shape;
    }

    double gamma(double shape, double rate) {
        return GammaDistribution.of(shape, 1 / rate).inverseCumulativeProbability(random.nextDouble());
    }
}
