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
 * is cut at the point that one lot in a hundred exceeds, and the mean and variance of the sum are those of counts that
 * are cut so. For the test that point is by chance alone. The size of the negative binomial is the one with which the
 * mean of the sum is what was found, the cut being that of the size before, until it stays.
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
    private static final int HALVINGS = 14;

    /** How often the cut is moved, and which change of the size is none. */
    private static final int ROUNDS = 6;

    private static final double STAYS = 0.002;

    /** A standard error, as a part of what is estimated, above this is not reckoned with. */
    private static final double ERROR_MAX = 1;

    private static final double SLOPE_STEP = 0.05;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Below the mean by so many standard deviations there is nothing. */
    private static final int FAR = 12;

    private final Tally tally;
    private final int code;
    private final int[] cells;
    private final List<Group> groups = new ArrayList<>();
    private double found;

    /** What was found: as it is told, and as counts are judged by it. */
    record Fit(Dispersion dispersion, Spread spread) {}

    /** Cells of nearly the same exposure and own share, and where their counts are cut. */
    private record Group(double weight, double exposure, double own, int cut) {

        CountLaw law(double size) {
            return CountLaw.of(exposure, size, own);
        }
    }

    private OverDispersion(Tally tally, int code, int[] cells) {
        this.tally = tally;
        this.code = code;
        this.cells = cells;
    }

    /**
     * The test of one code.
     *
     * @param cells numbers of its cells with complaints
     * @param name of the code
     */
    static Fit of(Tally tally, int code, int[] cells, String name) {
        return new OverDispersion(tally, code, cells).tested(name);
    }

    /** Cuts as lots of this size are cut, and sums. */
    private void cutBy(double size) {
        groups.clear();
        found = 0;
        tally.all(code).each((weight, mean, least, own) -> {
            groups.add(new Group(weight, mean, own, cut(CountLaw.of(mean, size, own))));
            found += weight * mean * mean;
        });
        for (int cell : cells) {
            double exposure = tally.exposure(cell);
            int cut = cut(tally.count(cell), CountLaw.of(exposure, size, tally.own(cell)));
            found += excess(cut, exposure) - exposure * exposure;
        }
    }

    private Fit tested(String name) {
        cutBy(Double.POSITIVE_INFINITY);
        double information = 0;
        for (Group group : groups) {
            information += group.weight * group.exposure * group.exposure;
        }
        double[] moments = moments(Double.POSITIVE_INFINITY);
        double z = moments[1] > 0 ? (found - moments[0]) / Math.sqrt(moments[1]) : 0;
        double p = NORMAL.survivalProbability(z);
        boolean differs = information >= INFORMATION_MIN && p <= BELIEVED;
        Spread spread = differs ? spread() : Spread.NONE;
        return new Fit(new Dispersion(name, z, p, spread.size()), spread);
    }

    private Spread spread() {
        double size = size(SIZE_MAX);
        for (int round = 0; round < ROUNDS; round++) {
            cutBy(size);
            double next = size(Math.min(SIZE_MAX, 2 * size));
            boolean stays = Math.abs(next / size - 1) < STAYS;
            size = next;
            if (stays) {
                break;
            }
        }
        double slope =
                (moments(size * Math.exp(-SLOPE_STEP))[0] - moments(size * Math.exp(SLOPE_STEP))[0]) / (2 * SLOPE_STEP);
        double error = Math.sqrt(moments(size)[1]) / slope;
        return new Spread(size, error > 0 ? Math.min(ERROR_MAX, error) : ERROR_MAX);
    }

    /** The largest size whose sum is as large as what was found; for a tiny size it falls again, hence the steps. */
    private double size(double most) {
        double high = most;
        while (high > SIZE_MIN && moments(high * SIZE_STEP)[0] < found) {
            high *= SIZE_STEP;
        }
        double low = high * SIZE_STEP;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (moments(middle)[0] < found) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Mean and variance of the sum over all cells. */
    private double[] moments(double size) {
        double[] sums = {0, 0};
        for (Group group : groups) {
            double[] moments = moments(group.law(size), group.cut);
            sums[0] += group.weight * moments[0];
            sums[1] += group.weight * (moments[1] - moments[0] * moments[0]);
        }
        return sums;
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
    private static int cut(CountLaw law) {
        return (int) Math.max(CUT_MIN, law.exceededBy(CUT));
    }

    private static int cut(int count, CountLaw law) {
        boolean within = count <= CUT_MIN || law.upper(count) > CUT;
        return within ? count : cut(law);
    }
}
