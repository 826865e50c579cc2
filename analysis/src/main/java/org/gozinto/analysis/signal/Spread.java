/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * How much the lots of a code differ, and how well that is known: the size of the negative binomial with its standard
 * error. It is estimated from some hundred lots; were it taken as known, rare counts would seem rarer
 * than they are. So the chance of a count is its mean over what 1 ÷ size may be: Gauss and Hermite's five points of a
 * normal distribution.
 *
 * @param size infinite when lots differ by chance alone
 * @param error standard error of 1 ÷ size, as a part of it; at least 0
 */
record Spread(double size, double error) {

    static final Spread NONE = new Spread(Double.POSITIVE_INFINITY, 0);

    /** Lots differ by at least this part of what was estimated. */
    private static final double LEAST = 0.1;

    private static final double[] AT = {0, 1.355626179974266, -1.355626179974266, 2.856970013872806, -2.856970013872806
    };
    private static final double[] WEIGHT = {
        0.5333333333333333, 0.2220759220056126, 0.2220759220056126, 0.0112574113277207, 0.0112574113277207
    };

    boolean isNone() {
        return Double.isInfinite(size);
    }

    /** How many laws a count has. */
    int laws() {
        return isNone() || error == 0 ? 1 : AT.length;
    }

    /** The weight of a law; all of them are 1 together. */
    double weight(int law) {
        return laws() == 1 ? 1 : WEIGHT[law];
    }

    /** A law of a count, by its expected value and {@link OwnShare}; the first is the likeliest. */
    CountLaw law(int law, double mean, double own) {
        return CountLaw.of(mean, laws() == 1 ? size : size / Math.max(LEAST, 1 + AT[law] * error), own);
    }

    /** One-sided mid-p of a count. */
    double midP(long count, double mean, double own) {
        double p = 0;
        for (int law = 0; law < laws(); law++) {
            p += weight(law) * law(law, mean, own).midP(count);
        }
        return Math.clamp(p, 0.0, 1.0);
    }
}
