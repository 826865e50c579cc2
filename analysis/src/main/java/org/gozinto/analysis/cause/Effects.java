/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/** Counts and effects of a row over the cells of a partition; {@link Effect} names the formulas. */
final class Effects {

    private static final int HALVINGS = 80;

    /** Interval ends are looked for up to these odds. */
    private static final double LN_ODDS_MAX = 50;

    private final Partition partition;
    private final LnFactorials ln;
    private final double confidence;

    Effects(Partition partition, LnFactorials ln, double confidence) {
        this.partition = partition;
        this.ln = ln;
        this.confidence = confidence;
    }

    /** One two-by-two field of each cell, as sums of weights. */
    private record Fields(double[] failures, double[] controls) {}

    Counts counts(Row row) {
        int failures = 0;
        int certainly = 0;
        int total = 0;
        for (int i = 0; i < row.units().length; i++) {
            total += row.levels()[i];
            if (partition.failed(row.units()[i])) {
                failures++;
                certainly += row.levels()[i];
            }
        }
        Tally tally = new Tallier(partition).tally(row);
        return new Counts(
                failures,
                row.units().length - failures,
                (double) certainly / Row.CERTAIN,
                (double) (total - certainly) / Row.CERTAIN,
                tally.expected() / Row.CERTAIN);
    }

    Effect effect(Row row) {
        Fields fields = fields(row);
        double r = 0;
        double s = 0;
        double pr = 0;
        double mixed = 0;
        double qs = 0;
        for (int cell = 0; cell < partition.cells; cell++) {
            if (partition.silent(cell)) {
                continue;
            }
            double n = partition.size[cell];
            double a = fields.failures[cell];
            double b = partition.failedIn[cell] - a;
            double c = fields.controls[cell];
            double d = n - partition.failedIn[cell] - c;
            double p = (a + d) / n;
            double q = (b + c) / n;
            r += a * d / n;
            s += b * c / n;
            pr += p * a * d / n;
            mixed += (p * b * c + q * a * d) / n;
            qs += q * b * c / n;
        }
        double exposed = exposedShare(fields);
        if (r <= 0 || s <= 0) {
            return atTheEdge(row, r, exposed);
        }
        double variance = pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s);
        return effect(r / s, variance, exposed);
    }

    private Fields fields(Row row) {
        double[] failures = new double[partition.cells];
        double[] controls = new double[partition.cells];
        for (int i = 0; i < row.units().length; i++) {
            int unit = row.units()[i];
            (partition.failed(unit) ? failures : controls)[partition.cellOf[unit]] +=
                    (double) row.levels()[i] / Row.CERTAIN;
        }
        return new Fields(failures, controls);
    }

    private double exposedShare(Fields fields) {
        double exposed = 0;
        for (int cell = 0; cell < partition.cells; cell++) {
            exposed += partition.silent(cell) ? 0 : fields.failures[cell];
        }
        return exposed / compared();
    }

    /** Failed units that are compared with something. */
    private double compared() {
        double failed = 0;
        for (int cell = 0; cell < partition.cells; cell++) {
            failed += partition.silent(cell) ? 0 : partition.failedIn[cell];
        }
        return failed;
    }

    /**
     * The share's interval is that of ln(1 − share), whose variance follows from those of the exposed share and of the
     * log odds ratio and their covariance 1/failures. In one stratum it is the variance of Walter (Biometrics 32 (1976)
     * 829–849).
     */
    private Effect effect(double odds, double variance, double exposed) {
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + confidence / 2);
        double reach = z * Math.sqrt(variance);
        double left = 1 - exposed + exposed / odds;
        double byShare = (1 / odds - 1) / left;
        double byOdds = -exposed / odds / left;
        double failed = compared();
        double leftVariance = byShare * byShare * exposed * (1 - exposed) / failed
                + 2 * byShare * byOdds / failed
                + byOdds * byOdds * variance;
        double leftReach = z * Math.sqrt(Math.max(0, leftVariance));
        return new Effect(
                odds,
                odds * Math.exp(-reach),
                odds * Math.exp(reach),
                1 - left,
                1 - left * Math.exp(leftReach),
                1 - left * Math.exp(-leftReach));
    }

    /** When the ratio is 0 or infinite. */
    private Effect atTheEdge(Row row, double r, double exposed) {
        if (r <= 0) {
            return new Effect(0, 0, Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, exposed);
        }
        double low = Math.exp(lowerLnOdds(ExactTail.of(new Tallier(partition).tally(row), ln)));
        return new Effect(
                Double.POSITIVE_INFINITY, low, Double.POSITIVE_INFINITY, exposed, exposed * (1 - 1 / low), exposed);
    }

    /** The odds at which so high a score would be as rare as the interval leaves out on one side. */
    private double lowerLnOdds(@Nullable ExactTail tail) {
        if (tail == null) {
            return Double.NEGATIVE_INFINITY;
        }
        double target = Math.log((1 - confidence) / 2);
        double low = -LN_ODDS_MAX;
        double high = LN_ODDS_MAX;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (tail.lnMidP(middle / Row.CERTAIN) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
