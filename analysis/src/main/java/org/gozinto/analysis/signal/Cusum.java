/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum that grows while more complaints come than were to be expected, and starts again at 0 when they do not and after an alarm:
 * after each period C becomes max(0, C + n − kE), with k = (R − 1) ÷ ln R for a rate that rises R-fold (Page, Biometrika 41
 * (1954) 100–115; for counts Lucas, Technometrics 27 (1985) 129–144).
 *
 * <p>The exposure E is not the same in each period, so neither is the limit h: it is the least with which the chance
 * of a false alarm up to the t-th period since the last one is at most 1 − (1 − 1/L)^t, where L is the average number of periods between
 * false alarms (limits by chance: Shen, Zou, Jiang and Tsung, Naval Research Logistics 60 (2013) 625–636). The chance
 * is followed by a Markov chain over values of the sum (Brook and Evans, Biometrika 59 (1972) 539–549).
 */
public final class Cusum {

    /** Two hypotheses differ visibly with 95 in 100 when their log-likelihoods differ by so much. */
    private static final double CLOSE = 1.92;

    private final int[] found;
    private final double[] expected;
    private final double[] sums;
    private final double[] limits;
    private final List<Integer> alarms = new ArrayList<>();

    /**
     * The latest rise.
     *
     * @param began period in which it most likely began
     * @param earliest period in which it can have begun as well
     * @param latest such period
     * @param alarm period of the first alarm since it began
     */
    public record Rise(int began, int earliest, int latest, int alarm) {}

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

    /**
     * A quick look whether a series can have an alarm at all. The sum is at least what came since it was last 0, so
     * the chance of so large a sum is at least that of so many complaints in that time. Where that is more than twice
     * what is allowed, the limit is higher.
     *
     * @return false when {@link #of} has no alarm
     */
    static boolean canAlarm(int[] found, double[] expected, double relativeRisk, double runLength) {
        double k = (relativeRisk - 1) / Math.log(relativeRisk);
        long n = 0;
        double e = 0;
        int counted = 0;
        for (int t = 0; t < found.length; t++) {
            if (expected[t] > 0) {
                counted++;
                n += found[t];
                e += expected[t];
                if (n <= k * e) {
                    n = 0;
                    e = 0;
                } else if (CountLaw.poisson(e).upper(n) <= 2 * allowed(counted, runLength)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The chance of a false alarm in so many periods. */
    private static double allowed(int periods, double runLength) {
        return -Math.expm1(periods * Math.log1p(-1 / runLength));
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
                limits[t] = chain.next(expected[t], k, allowed(counted, runLength));
            } else {
                limits[t] = t == 0 ? 0 : limits[t - 1];
            }
            sums[t] = sum;
            if (expected[t] > 0 && sum >= limits[t]) {
                alarms.add(t);
                sum = 0;
                counted = 0;
                chain = new Chain(mean);
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

    /** The periods with an alarm. */
    public List<Integer> alarms() {
        return List.copyOf(alarms);
    }

    /**
     * The rise that led to the last alarm: it began in the period from which the likelihood of a higher rate is
     * largest, whatever alarms it gave before.
     *
     * @throws IllegalStateException when there is no alarm
     */
    public Rise rise() {
        if (alarms.isEmpty()) {
            throw new IllegalStateException("no alarm");
        }
        double[] gains = gains(alarms.getLast());
        int began = gains.length - 1;
        for (int t = began; t >= 0; t--) {
            began = gains[t] > gains[began] ? t : began;
        }
        int earliest = began;
        int latest = began;
        for (int t = 0; t < gains.length; t++) {
            if (gains[t] >= gains[began] - CLOSE) {
                earliest = Math.min(earliest, t);
                latest = Math.max(latest, t);
            }
        }
        int since = began;
        int alarm = alarms.stream().filter(one -> one >= since).findFirst().orElse(alarms.getLast());
        return new Rise(began, earliest, latest, alarm);
    }

    /** For each period up to the last, by how much a higher rate from it on is more likely than what was expected. */
    private double[] gains(int last) {
        double[] gains = new double[last + 1];
        double n = 0;
        double e = 0;
        for (int t = last; t >= 0; t--) {
            n += found[t];
            e += expected[t];
            gains[t] = n > e && e > 0 ? n * Math.log(n / e) - (n - e) : 0;
        }
        return gains;
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
