/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The exact distribution of a score when failed units are drawn by chance in each cell: hypergeometric when all weights
 * are alike, else its form for several classes of weight, folded over cells. Values are tilted towards the observed
 * score, so that a tail of 10⁻⁴⁰⁰ is as exact as one of 10⁻².
 */
final class ExactTail {

    /** States that are this much rarer than the most frequent one change nothing in a double. */
    private static final double NEGLIGIBLE = 1e-20;

    /** Beyond so many steps for one cell, {@link Saddlepoint} answers. */
    private static final long WORK_MAX = 4_000_000;

    /** A state that is at least this share of the most frequent one has lost nothing to the cutting of ends. */
    private static final double SHOWN = 1e-6;

    private static final int TILTS_MAX = 20;

    private final LnFactorials ln;
    private final Tally tally;
    private final int unit;
    private final double tilt;
    private double[] weights = {1};
    private int least;
    private double lnScale;

    private ExactTail(Tally tally, LnFactorials ln, int unit, double tilt) {
        this.tally = tally;
        this.ln = ln;
        this.unit = unit;
        this.tilt = tilt;
    }

    /** The distribution, or null when it would take too long. */
    static @Nullable ExactTail of(Tally tally, LnFactorials ln) {
        int unit = commonDivisor(tally);
        ExactTail tail = new ExactTail(tally, ln, unit, Math.max(0, pooledLnOdds(tally) * unit / Row.CERTAIN));
        for (int cell = 0; cell < tally.size().length; cell++) {
            if (tail.work(cell) > WORK_MAX) {
                return null;
            }
        }
        tail.fold();
        for (int i = 0; i < TILTS_MAX && !tail.showsScore(); i++) {
            tail = new ExactTail(tally, ln, unit, Math.max(0, tail.betterTilt()));
            tail.fold();
        }
        return tail;
    }

    private void fold() {
        for (int cell = 0; cell < tally.size().length; cell++) {
            fold(cell);
        }
    }

    /** Whether the tilted distribution is exact where the score is. */
    private boolean showsScore() {
        int observed = tally.score() / unit - least;
        return tilt == 0 && observed < 0 || observed >= 0 && observed < weights.length && weights[observed] > SHOWN;
    }

    /** One step of Newton towards the tilt whose mean is the score. */
    private double betterTilt() {
        double all = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            sum += weights[i] * i;
            squares += weights[i] * i * i;
        }
        double mean = sum / all;
        double step = (tally.score() / unit - least - mean) / Math.max(squares / all - mean * mean, 0.1);
        return tilt + Math.clamp(step, -2, 2);
    }

    /** ln of the chance of a higher score, and of half the chance of the same. */
    double lnMidP() {
        return lnMidP(0);
    }

    /** ln of the same chance when each twelfth multiplies the odds by {@code exp(lnOdds)}. */
    double lnMidP(double lnOdds) {
        int observed = tally.score() / unit - least;
        double step = lnOdds * unit - tilt;
        double above = 0;
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            double value = weights[i] * Math.exp(step * (i - observed));
            all += value;
            above += i > observed ? value : i == observed ? value / 2 : 0;
        }
        // By chance alone the whole is 1 by definition; what was cut off must not count.
        return lnOdds == 0 ? Math.log(above) - tilt * (observed + least) + lnScale : Math.log(above / all);
    }

    private static int commonDivisor(Tally tally) {
        int divisor = 0;
        for (int[] counts : tally.counts()) {
            for (int level = 1; level < counts.length; level++) {
                divisor = counts[level] > 0 ? commonDivisor(divisor, level) : divisor;
            }
        }
        return Math.max(1, divisor);
    }

    private static int commonDivisor(int one, int other) {
        int a = one;
        int b = other;
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** The log odds ratio of the cells put together, a half added to each field: a start near the score. */
    private static double pooledLnOdds(Tally tally) {
        double units = 0;
        double failed = 0;
        double exposed = 0;
        for (int i = 0; i < tally.size().length; i++) {
            units += tally.size()[i];
            failed += tally.failedIn()[i];
            for (int level = 1; level <= Row.CERTAIN; level++) {
                exposed += (double) tally.counts()[i][level] * level / Row.CERTAIN;
            }
        }
        double both = (double) tally.score() / Row.CERTAIN;
        double neither = units - failed - exposed + both;
        return Math.log((both + 0.5) * (neither + 0.5) / ((failed - both + 0.5) * (exposed - both + 0.5)));
    }

    private long work(int cell) {
        int[] counts = tally.counts()[cell];
        int classes = 0;
        long units = 0;
        long sum = 0;
        long widest = 0;
        for (int level = 1; level < counts.length; level++) {
            classes += counts[level] > 0 ? 1 : 0;
            units += counts[level];
            sum += (long) counts[level] * level / unit;
            widest = Math.max(widest, Math.min(counts[level], tally.failedIn()[cell]));
        }
        long drawn = Math.min(units, tally.failedIn()[cell]);
        return classes <= 1 ? drawn : classes * (drawn + 1) * (Math.min(sum, drawn * 12) + 1) * (widest + 1) / 4;
    }

    private void fold(int cell) {
        double[] next = cell(cell);
        double[] folded = new double[weights.length + next.length - 1];
        for (int i = 0; i < weights.length; i++) {
            double one = weights[i];
            if (one > 0) {
                for (int j = 0; j < next.length; j++) {
                    folded[i + j] += one * next[j];
                }
            }
        }
        weights = trimmed(folded);
    }

    /** The tilted chances of a cell's scores, from 0 units up; moves {@link #lnScale}. */
    private double[] cell(int cell) {
        int size = tally.size()[cell];
        int drawn = tally.failedIn()[cell];
        int[] counts = tally.counts()[cell];
        // states[k][s]: k failed units have been given out, their score is s.
        double[][] states = {{1}};
        int rest = size;
        int given = 0;
        for (int level = counts.length - 1; level > 0; level--) {
            int marked = counts[level];
            if (marked == 0) {
                continue;
            }
            int step = level / unit;
            int most = Math.min(drawn, given + marked);
            double[][] next = new double[most + 1][];
            double greatest = lnGreatest(rest, marked, drawn, step);
            for (int k = 0; k < states.length; k++) {
                if (states[k] != null) {
                    give(states[k], next, k, new int[] {rest, marked, drawn - k, step}, greatest);
                }
            }
            lnScale += greatest;
            states = next;
            rest -= marked;
            given += marked;
        }
        return sum(states);
    }

    /** The greatest logarithm that {@link #give} multiplies with from the state without any unit. */
    private double lnGreatest(int rest, int marked, int drawn, int step) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int hit = Math.max(0, drawn - (rest - marked)); hit <= Math.min(marked, drawn); hit++) {
            greatest = Math.max(greatest, ln.hypergeometric(rest, marked, drawn, hit) + tilt * step * hit);
        }
        return greatest;
    }

    /** Gives failed units to one class; {@code draw}: what is left of the cell, of the class, to give; the step. */
    private void give(double[] from, double[][] next, int given, int[] draw, double lnGreatest) {
        int marked = draw[1];
        int step = draw[3];
        for (int hit = Math.max(0, draw[2] - (draw[0] - marked)); hit <= Math.min(marked, draw[2]); hit++) {
            double factor = Math.exp(ln.hypergeometric(draw[0], marked, draw[2], hit) + tilt * step * hit - lnGreatest);
            if (factor < NEGLIGIBLE) {
                continue;
            }
            int to = given + hit;
            int length = from.length + hit * step;
            double[] into = next[to];
            if (into == null || into.length < length) {
                into = into == null ? new double[length] : Arrays.copyOf(into, length);
                next[to] = into;
            }
            for (int s = 0; s < from.length; s++) {
                into[s + hit * step] += from[s] * factor;
            }
        }
    }

    private static double[] sum(double[][] states) {
        int length = 1;
        for (double[] state : states) {
            length = state == null ? length : Math.max(length, state.length);
        }
        double[] sum = new double[length];
        for (double[] state : states) {
            for (int s = 0; state != null && s < state.length; s++) {
                sum[s] += state[s];
            }
        }
        return sum;
    }

    /** Without the ends that change nothing; divided by its greatest. */
    private double[] trimmed(double[] values) {
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        int from = 0;
        while (values[from] < greatest * NEGLIGIBLE) {
            from++;
        }
        int to = values.length;
        while (values[to - 1] < greatest * NEGLIGIBLE) {
            to--;
        }
        double[] kept = new double[to - from];
        for (int i = from; i < to; i++) {
            kept[i - from] = values[i] / greatest;
        }
        least += from;
        lnScale += Math.log(greatest);
        return kept;
    }
}
