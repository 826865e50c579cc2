/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;

/**
 * A sum that grows while more complaints come than were to be expected, and starts again at 0 when they do not: after
 * each period C becomes max(0, C + n − kE), with k = (R − 1) ÷ ln R for a rate that rises R-fold (Page, Biometrika 41
 * (1954) 100–115; for counts Lucas, Technometrics 27 (1985) 129–144).
 *
 * <p>The exposure E is not the same in each period, so neither is the limit h: it is the least with which the chance
 * of a false alarm up to this period is at most 1 − (1 − 1/L)^t, where L is the average number of periods between
 * false alarms (limits by chance: Shen, Zou, Jiang and Tsung, Naval Research Logistics 60 (2013) 625–636). The chance
 * is followed by a Markov chain over values of the sum (Brook and Evans, Biometrika 59 (1972) 539–549).
 */
public final class Cusum {

    /** Two hypotheses differ visibly with 95 in 100 when their log-likelihoods differ by so much. */
    private static final double CLOSE = 1.92;

    private static final int NONE = -1;

    private final int[] found;
    private final double[] expected;
    private final double[] sums;
    private final double[] limits;
    private int alarm = NONE;

    /**
     * When a rise began.
     *
     * @param most period in which it most likely did
     * @param earliest period in which it can have begun as well
     * @param latest such period
     */
    public record Change(int most, int earliest, int latest) {}

    private Cusum(int[] found, double[] expected) {
        this.found = found;
        this.expected = expected;
        this.sums = new double[found.length];
        this.limits = new double[found.length];
    }

    /**
     * Follows a series.
     *
     * @param found complaints of each period
     * @param expected complaints of each period, 0 or more; a period with 0 is passed over
     * @param relativeRisk R, above 1
     * @param runLength L in periods, above 1
     * @throws IllegalArgumentException when they are not, or an exposure is no number
     */
    public static Cusum of(int[] found, double[] expected, double relativeRisk, double runLength) {
        boolean holds = found.length == expected.length && relativeRisk > 1 && runLength > 1;
        if (!holds || !Arrays.stream(expected).allMatch(e -> e >= 0 && e < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a series that cannot be followed");
        }
        Cusum cusum = new Cusum(found.clone(), expected.clone());
        cusum.follow((relativeRisk - 1) / Math.log(relativeRisk), runLength);
        return cusum;
    }

    /** The highest that the sum of a series gets: a quick look whether it is worth being followed. */
    static double peak(int[] found, double[] expected, double relativeRisk) {
        double k = (relativeRisk - 1) / Math.log(relativeRisk);
        double sum = 0;
        double peak = 0;
        for (int t = 0; t < found.length; t++) {
            sum = Math.max(0, sum + found[t] - k * expected[t]);
            peak = Math.max(peak, sum);
        }
        return peak;
    }

    private void follow(double k, double runLength) {
        double mean = Arrays.stream(expected).filter(e -> e > 0).average().orElse(1);
        Chain chain = new Chain(mean);
        double sum = 0;
        int counted = 0;
        for (int t = 0; t < found.length; t++) {
            if (expected[t] > 0) {
                counted++;
                sum = Math.max(0, sum + found[t] - k * expected[t]);
                double allowed = -Math.expm1(counted * Math.log1p(-1 / runLength));
                limits[t] = chain.next(expected[t], k, allowed);
            } else {
                limits[t] = t == 0 ? 0 : limits[t - 1];
            }
            sums[t] = sum;
            if (alarm == NONE && expected[t] > 0 && sum >= limits[t]) {
                alarm = t;
            }
        }
    }

    /** The sum after a period. */
    public double sum(int period) {
        return sums[period];
    }

    /** The limit of a period; at or above it there is an alarm. */
    public double limit(int period) {
        return limits[period];
    }

    /** The period of the first alarm, −1 when there is none. */
    public int alarm() {
        return alarm;
    }

    /**
     * When the rise that led to the alarm began: the period from which the likelihood of a higher rate is largest.
     *
     * @throws IllegalStateException when there is no alarm
     */
    public Change change() {
        if (alarm == NONE) {
            throw new IllegalStateException("no alarm");
        }
        double[] gains = new double[alarm + 1];
        double n = 0;
        double e = 0;
        int most = alarm;
        for (int t = alarm; t >= 0; t--) {
            n += found[t];
            e += expected[t];
            gains[t] = n > e && e > 0 ? n * Math.log(n / e) - (n - e) : 0;
            most = gains[t] > gains[most] ? t : most;
        }
        int earliest = most;
        int latest = most;
        for (int t = 0; t <= alarm; t++) {
            if (gains[t] >= gains[most] - CLOSE) {
                earliest = Math.min(earliest, t);
                latest = Math.max(latest, t);
            }
        }
        return new Change(most, earliest, latest);
    }

    /** The chances of the values of the sum while there was no alarm; a value between two steps is split over them. */
    private static final class Chain {

        private static final double STEP_MIN = 1.0 / 32;
        private static final double STEPS_PER_DEVIATION = 8;
        private static final double NOTHING = 1e-14;

        private final double step;
        private double[] chances = {1};
        private double spent;

        Chain(double mean) {
            step = Math.max(STEP_MIN, Math.sqrt(mean) / STEPS_PER_DEVIATION);
        }

        /** Goes on by one period, and cuts off what gives an alarm: at most what is allowed in all. */
        double next(double mean, double k, double allowed) {
            double[] after = moved(CountLaw.poisson(mean), k * mean);
            double tail = 0;
            int limit = after.length;
            while (limit > 1 && spent + tail + after[limit - 1] <= allowed) {
                limit--;
                tail += after[limit];
            }
            spent += tail;
            chances = Arrays.copyOf(after, limit);
            return (limit - 0.5) * step;
        }

        private double[] moved(CountLaw law, double minus) {
            long from = Math.max(0, (long) (law.mean() - 9 * Math.sqrt(law.mean())));
            long to = law.exceededBy(NOTHING);
            double[] after = new double[chances.length + (int) Math.max(0, (to - minus) / step) + 2];
            double chance = law.exactly(from);
            for (long n = from; n <= to; n++) {
                move((n - minus) / step, chance, after);
                chance *= law.step(n);
            }
            return after;
        }

        private void move(double by, double chance, double[] after) {
            int whole = (int) Math.floor(by);
            double upper = chance * (by - whole);
            double lower = chance - upper;
            for (int i = 0; i < chances.length; i++) {
                after[Math.max(0, i + whole)] += chances[i] * lower;
                after[Math.max(0, i + whole + 1)] += chances[i] * upper;
            }
        }
    }
}
