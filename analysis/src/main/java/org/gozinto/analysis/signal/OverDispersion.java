/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Do the lots of a code differ more than chance makes them differ? The score test of Poisson against negative
 * binomial (Dean, Journal of the American Statistical Association 87 (1992) 451–457): the sum of (n−E)²−n over all
 * cells, against its standard deviation.
 *
 * <p>One bad lot must not make its code look as if all its lots differed, for then it would hide itself. So each count
 * is cut at the point that one lot in a hundred exceeds by chance, and the mean and variance of the sum are those of
 * counts that are cut so. The size of the negative binomial is the one with which the mean of the sum is what was found.
 */
final class OverDispersion {

    /** At this p the code is judged by a negative binomial. */
    private static final double BELIEVED = 0.01;

    /** Which counts are cut. */
    private static final double CUT = 0.01;

    /** Counts cut at 1 would say nothing. */
    private static final int CUT_MIN = 2;

    /** With less information (sum of E²) a single lot decides, and the sum is far from normal: Poisson stands. */
    private static final double INFORMATION_MIN = 5;

    private static final double SIZE_MAX = 1e5;
    private static final double SIZE_MIN = 0.01;
    private static final double SIZE_STEP = 0.6;
    private static final int HALVINGS = 24;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Below the mean by so many standard deviations there is nothing. */
    private static final int FAR = 12;

    private final List<Group> groups = new ArrayList<>();
    private final double found;

    /** Cells of nearly the same exposure, and where their counts are cut. */
    private record Group(double weight, double exposure, int cut) {}

    private OverDispersion(Tally tally, int code, int[] cells) {
        double[] sum = {0};
        tally.all(code).each((weight, mean, least) -> {
            groups.add(new Group(weight, mean, cut(mean)));
            sum[0] += weight * mean * mean;
        });
        for (int cell : cells) {
            double exposure = tally.exposure(cell);
            sum[0] += excess(cut(tally.count(cell), exposure), exposure) - exposure * exposure;
        }
        this.found = sum[0];
    }

    /**
     * The test of one code.
     *
     * @param cells numbers of its cells with complaints
     * @param name of the code
     */
    static Dispersion of(Tally tally, int code, int[] cells, String name) {
        return new OverDispersion(tally, code, cells).tested(name);
    }

    private Dispersion tested(String name) {
        double mean = 0;
        double variance = 0;
        double information = 0;
        for (Group group : groups) {
            double[] moments = moments(CountLaw.poisson(group.exposure), group.cut);
            mean += group.weight * moments[0];
            variance += group.weight * (moments[1] - moments[0] * moments[0]);
            information += group.weight * group.exposure * group.exposure;
        }
        double z = variance > 0 ? (found - mean) / Math.sqrt(variance) : 0;
        double p = NORMAL.survivalProbability(z);
        boolean differs = information >= INFORMATION_MIN && p <= BELIEVED;
        return new Dispersion(name, z, p, differs ? size() : Double.POSITIVE_INFINITY);
    }

    /** The largest size whose sum is as large as what was found; for a tiny size it falls again, hence the steps. */
    private double size() {
        double high = SIZE_MAX;
        while (high > SIZE_MIN && expected(high * SIZE_STEP) < found) {
            high *= SIZE_STEP;
        }
        double low = high * SIZE_STEP;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (expected(middle) < found) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private double expected(double size) {
        double sum = 0;
        for (Group group : groups) {
            sum += group.weight * moments(new CountLaw(group.exposure, size), group.cut)[0];
        }
        return sum;
    }

    /** The first two moments of the excess of a count that is cut. */
    private static double[] moments(CountLaw law, int cut) {
        int from = (int) Math.max(0, law.mean() - FAR * Math.sqrt(law.variance()));
        double chance = law.exactly(from);
        double rest = 1;
        double[] moments = {0, 0};
        for (int n = from; n < cut; n++) {
            double excess = excess(n, law.mean());
            moments[0] += chance * excess;
            moments[1] += chance * excess * excess;
            rest -= chance;
            chance *= law.step(n);
        }
        double last = excess(cut, law.mean());
        moments[0] += Math.max(0, rest) * last;
        moments[1] += Math.max(0, rest) * last * last;
        return moments;
    }

    private static double excess(int n, double exposure) {
        return (n - exposure) * (n - exposure) - n;
    }

    /** The count that one lot in a hundred exceeds, but not below {@link #CUT_MIN}. */
    private static int cut(double exposure) {
        return (int) Math.max(CUT_MIN, CountLaw.poisson(exposure).exceededBy(CUT));
    }

    private static int cut(int count, double exposure) {
        boolean within = count <= CUT_MIN || CountLaw.poisson(exposure).upper(count) > CUT;
        return within ? count : cut(exposure);
    }
}
