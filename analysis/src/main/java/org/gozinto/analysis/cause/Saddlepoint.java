/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The tail of a score when failed units are drawn by chance in each cell, for sizes that are too large for
 * {@link ExactTail}: the double saddlepoint formula of Skovgaard (Journal of Applied Probability 24 (1987) 875–887) for
 * the sum of weights given the number of failed units of each cell. Its relative error is some per cent or less where
 * it is used.
 */
final class Saddlepoint {

    private static final int STEPS_MAX = 100;
    private static final double CLOSE = 1e-10;
    private static final double LN_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Tally tally;
    private double mean;
    private double cumulant;
    private double spread;
    private double lnDeterminants;

    private Saddlepoint(Tally tally) {
        this.tally = tally;
    }

    /** ln of the chance of a higher score and half the chance of the same. */
    static double lnMidP(Tally tally, LnFactorials ln) {
        if (tally.score() >= tally.greatest()) {
            return tally.lnBest(ln) - Math.log(2);
        }
        if (tally.z() < 0.5) {
            // Near the centre the formula divides small by small; the normal distribution is right there.
            return Math.log(NORMAL.survivalProbability(tally.z()));
        }
        return new Saddlepoint(tally).lnTail();
    }

    private double lnTail() {
        move(0);
        double byChance = cumulant;
        double lnFlat = lnDeterminants;
        double tilt = tiltOf(tally.score());
        double r = Math.sqrt(Math.max(0, 2 * (byChance - (cumulant - tilt * tally.score()))));
        double u = tilt * Math.sqrt(spread) * Math.exp((lnDeterminants - lnFlat) / 2);
        double mills = r < 30 ? NORMAL.survivalProbability(r) / NORMAL.density(r) : (1 - 1 / (r * r)) / r;
        return Math.min(0, -r * r / 2 - LN_ROOT_TWO_PI + Math.log(mills + 1 / u - 1 / r));
    }

    /** The tilt of one twelfth at which the mean is the score: by halving, as the mean rises with it. */
    private double tiltOf(int score) {
        double low = 0;
        double high = 0.1;
        for (move(high); mean < score && high < 60; move(high)) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < STEPS_MAX && high - low > CLOSE * high; i++) {
            double middle = (low + high) / 2;
            move(middle);
            if (mean < score) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Everything at one tilt: in each cell the level at which as many fail as did. */
    private void move(double tilt) {
        mean = 0;
        cumulant = 0;
        spread = 0;
        lnDeterminants = 0;
        for (int cell = 0; cell < tally.size().length; cell++) {
            move(cell, tilt, base(cell, tilt));
        }
    }

    private void move(int cell, double tilt, double base) {
        double variance = 0;
        double covariance = 0;
        double squares = 0;
        int others = tally.size()[cell];
        for (int level = Row.CERTAIN; level >= 0; level--) {
            int count = level == 0 ? others : tally.counts()[cell][level];
            if (count == 0) {
                continue;
            }
            others -= count;
            double chance = chance(base + tilt * level);
            double one = count * chance * (1 - chance);
            mean += count * chance * level;
            cumulant += count * softplus(base + tilt * level);
            variance += one;
            covariance += one * level;
            squares += one * level * level;
        }
        cumulant -= base * tally.failedIn()[cell];
        spread += squares - covariance * covariance / variance;
        lnDeterminants += Math.log(variance);
    }

    private double base(int cell, double tilt) {
        double low = -60 - tilt * Row.CERTAIN;
        double high = 60;
        for (int i = 0; i < STEPS_MAX && high - low > CLOSE; i++) {
            double middle = (low + high) / 2;
            if (failing(cell, tilt, middle) < tally.failedIn()[cell]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double failing(int cell, double tilt, double base) {
        double sum = 0;
        int others = tally.size()[cell];
        for (int level = Row.CERTAIN; level > 0; level--) {
            int count = tally.counts()[cell][level];
            if (count > 0) {
                others -= count;
                sum += count * chance(base + tilt * level);
            }
        }
        return sum + others * chance(base);
    }

    private static double chance(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double softplus(double logit) {
        return logit > 0 ? logit + Math.log1p(Math.exp(-logit)) : Math.log1p(Math.exp(logit));
    }
}
