/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gozinto.analysis.cause.FactorTable.Series;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time of a line or tool in which more units failed than before and after: the scan statistic of Kulldorff
 * (Communications in Statistics – Theory and Methods 26 (1997) 1481–1496) in one dimension, windows of every length up
 * to half of what is expected, against all units that are compared, on whatever line. In one cell it is the Bernoulli
 * model; in several the expected failures are summed over cells, and the Poisson form is used.
 *
 * <p>A window that is best for its number of failures begins and ends with one, so only those are looked at: with C
 * failures among n units C²/2 windows, not n²/2. The p comes from permutations of who failed inside cells, ended early
 * when ten were as extreme (Besag and Clifford, Biometrika 78 (1991) 301–304); where fewer were, a Gumbel distribution
 * is fitted to their maxima (Abrams, Kulldorff and Kleinman, International Journal of Health Geographics 9 (2010) 61).
 */
final class IntervalScan {

    /** The family of windows. */
    static final String WINDOW = "window";

    private static final int EXTREME_ENOUGH = 10;

    /** Windows whose logarithm of likelihood is this much less fit nearly as well: 95 % of χ² with two degrees. */
    private static final double NEARLY = 2.996;

    private static final double EULER = 0.5772156649015329;

    private final Partition partition;
    private final Series series;
    private final int failuresMin;
    /** Failed units and all units that are compared, on whatever line. */
    private final int failures;

    private final int units;
    private final boolean oneCell;
    /** Cell and time of the units of the series that are compared, by time. */
    private final int[] cell;

    private final long[] at;
    /** Positions of those that failed. */
    private final int[] failedAt;
    /** Failures expected before the unit at a position. */
    private final double[] expectedBefore;
    /** First position that was made at the same time, and one after the last. */
    private final int[] first;

    private final int[] after;

    private IntervalScan(Partition partition, Series series, int failuresMin) {
        this.partition = partition;
        this.series = series;
        this.failuresMin = failuresMin;
        int[] comparing = IntStream.range(0, partition.cells)
                .filter(one -> !partition.silent(one))
                .toArray();
        failures = IntStream.of(comparing).map(one -> partition.failedIn[one]).sum();
        units = IntStream.of(comparing).map(one -> partition.size[one]).sum();
        oneCell = comparing.length == 1;
        int[] kept = IntStream.range(0, series.units().length)
                .filter(i -> !partition.silent(partition.cellOf[series.units()[i]]))
                .toArray();
        int n = kept.length;
        at = IntStream.of(kept).mapToLong(i -> series.madeAtUs()[i]).toArray();
        cell = IntStream.of(kept).map(i -> partition.cellOf[series.units()[i]]).toArray();
        failedAt = IntStream.range(0, n)
                .filter(i -> partition.failed(series.units()[kept[i]]))
                .toArray();
        expectedBefore = new double[n + 1];
        first = new int[n];
        after = new int[n];
        for (int i = 0; i < n; i++) {
            expectedBefore[i + 1] = expectedBefore[i] + (double) partition.failedIn[cell[i]] / partition.size[cell[i]];
            first[i] = i > 0 && at[i] == at[i - 1] ? first[i - 1] : i;
        }
        for (int i = n - 1; i >= 0; i--) {
            after[i] = i < n - 1 && at[i] == at[i + 1] ? after[i + 1] : i + 1;
        }
    }

    /**
     * What was found in one series.
     *
     * @param window the likeliest one
     * @param failures failed units in it
     * @param units all units in it that are compared
     * @param expected failed units that chance makes expect in it
     * @param relativeRisk observed over expected inside, divided by the same outside; may be infinite
     * @param lnP ln of the chance that the likeliest window of such a series is as likely
     * @param lnPenalty by how much that is more than if only this window had been looked at
     */
    record Found(
            Window window,
            int failures,
            int units,
            double expected,
            double relativeRisk,
            double lnP,
            double lnPenalty) {}

    /** Whether enough units of a series failed that are compared with something. */
    static boolean possible(Partition partition, Series series, CauseSettings settings) {
        return IntStream.of(series.units())
                        .filter(unit -> partition.failed(unit) && !partition.silent(partition.cellOf[unit]))
                        .limit(settings.failuresMin())
                        .count()
                == settings.failuresMin();
    }

    /** The likeliest window of a {@link #possible} series, or null when none has more than expected. */
    static @Nullable Found scan(Partition partition, Series series, CauseSettings settings, LnFactorials ln) {
        IntervalScan scan = new IntervalScan(partition, series, settings.failuresMin());
        double greatest = scan.greatest(scan.failedAt);
        int[] ends = scan.ends(greatest);
        if (greatest <= 0 || ends[0] < 0) {
            return null;
        }
        Window window = new Window(
                series.name(), scan.at[ends[0]], scan.at[ends[1] - 1], scan.at[ends[2]], scan.at[ends[3] - 1]);
        double lnAlone = Chances.lnMidP(new Tallier(partition).tally(row(series, window, 0)), ln);
        long seed = settings.seed() ^ (series.name().hashCode() * 0x9E3779B97F4A7C15L);
        double lnP = scan.lnP(greatest, lnAlone, settings.permutations(), new SplittableRandom(seed));
        return scan.found(window, ends[0], ends[1], new double[] {Math.max(lnP, lnAlone), lnAlone});
    }

    /** The greatest logarithm of a likelihood ratio of any window, for failures at these positions. */
    private double greatest(int[] positions) {
        int count = positions.length;
        double greatest = 0;
        for (int inside = failuresMin; inside <= count; inside++) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i + inside <= count; i++) {
                least = Math.min(least, expected(positions[i], positions[i + inside - 1]));
            }
            // With so many failures inside, the fewer are expected the likelier the window.
            greatest = Math.max(greatest, lnRatio(inside, least));
        }
        return greatest;
    }

    /** Failures expected from one position to another, both with all that were made at the same time. */
    private double expected(int from, int to) {
        return expectedBefore[after[to]] - expectedBefore[first[from]];
    }

    /** The logarithm of the likelihood ratio; 0 for a window with fewer than expected or more than half of all. */
    private double lnRatio(int inside, double expected) {
        if (inside <= expected || expected > failures / 2.0) {
            return 0;
        }
        double poisson = xLnRatio(inside, expected) + xLnRatio(failures - inside, failures - expected);
        if (!oneCell) {
            return poisson;
        }
        double n = expected * units / failures;
        return poisson
                + xLnRatio(n - inside, n - expected)
                + xLnRatio(units - n - (failures - inside), units - n - (failures - expected));
    }

    private static double xLnRatio(double x, double y) {
        return x <= 0 ? 0 : x * Math.log(x / y);
    }

    /**
     * Start and end of the likeliest window, and the earliest start and latest end of those that fit nearly as well.
     */
    private int[] ends(double greatest) {
        int[] ends = {-1, -1, cell.length, 0};
        for (int i = 0; i < failedAt.length; i++) {
            for (int j = i + failuresMin - 1; j < failedAt.length; j++) {
                double ratio = lnRatio(j - i + 1, expected(failedAt[i], failedAt[j]));
                if (ratio >= greatest - 1e-9 && ends[0] < 0) {
                    ends[0] = first[failedAt[i]];
                    ends[1] = after[failedAt[j]];
                }
                if (ratio >= greatest - NEARLY) {
                    ends[2] = Math.min(ends[2], first[failedAt[i]]);
                    ends[3] = Math.max(ends[3], after[failedAt[j]]);
                }
            }
        }
        return ends;
    }

    private double lnP(double greatest, double lnAlone, int permutations, SplittableRandom random) {
        int[][] positions = byCell();
        double[] maxima = new double[permutations];
        int extreme = 0;
        int empty = 0;
        for (int i = 0; i < permutations; i++) {
            maxima[i] = greatest(drawn(positions, random));
            empty += maxima[i] == 0 ? 1 : 0;
            extreme += maxima[i] >= greatest - 1e-9 ? 1 : 0;
            if (extreme == EXTREME_ENOUGH) {
                return Math.log((double) extreme / (i + 1));
            }
        }
        // A Gumbel distribution cannot be fitted to zeros; counting every window as a test is an upper bound.
        double lnWindows = Math.log(cell.length * (cell.length + 1.0) / 2);
        double lnCounted = Math.log((extreme + 1.0) / (permutations + 1.0));
        double lnFitted = empty * 2 > permutations ? lnCounted : lnGumbel(greatest, maxima);
        return Math.min(lnFitted, lnAlone + lnWindows);
    }

    private static double lnGumbel(double value, double[] maxima) {
        double mean = Arrays.stream(maxima).average().orElse(0);
        double squares =
                Arrays.stream(maxima).map(one -> (one - mean) * (one - mean)).sum();
        double scale = Math.max(Math.sqrt(6 * squares / (maxima.length - 1)) / Math.PI, 1e-3);
        double place = (value - (mean - EULER * scale)) / scale;
        // 1 − exp(−x) is x when x is small.
        return place > 20 ? -place : Math.log(-Math.expm1(-Math.exp(-place)));
    }

    /** For each cell that the series has units of: how many failed, its positions in the series, −1 for each other. */
    private int[][] byCell() {
        Ints[] of = new Ints[partition.cells];
        for (int i = 0; i < cell.length; i++) {
            if (of[cell[i]] == null) {
                of[cell[i]] = new Ints();
                of[cell[i]].add(partition.failedIn[cell[i]]);
            }
            of[cell[i]].add(i);
        }
        return IntStream.range(0, of.length)
                .filter(one -> of[one] != null)
                .mapToObj(one -> {
                    int known = of[one].size();
                    int[] positions = Arrays.copyOf(of[one].toArray(), partition.size[one] + 1);
                    Arrays.fill(positions, known, positions.length, -1);
                    return positions;
                })
                .toArray(int[][]::new);
    }

    /** Draws as many failures in each cell as there were; positions of those that fell on the series, sorted. */
    private int[] drawn(int[][] positions, SplittableRandom random) {
        int[] drawn = new int[failures];
        int count = 0;
        for (int[] of : positions) {
            for (int i = 1; i <= of[0]; i++) {
                int other = random.nextInt(i, of.length);
                int taken = of[other];
                of[other] = of[i];
                of[i] = taken;
                if (taken >= 0) {
                    drawn[count++] = taken;
                }
            }
        }
        Arrays.sort(drawn, 0, count);
        return Arrays.copyOf(drawn, count);
    }

    private Found found(Window window, int from, int to, double[] lnPs) {
        int inside = (int) IntStream.of(failedAt)
                .filter(position -> position >= from && position < to)
                .count();
        double expected = expectedBefore[to] - expectedBefore[from];
        double outside = (failures - inside) / (failures - expected);
        return new Found(window, inside, to - from, expected, inside / expected / outside, lnPs[0], lnPs[0] - lnPs[1]);
    }

    /** The units of a window as a row, with what its p is multiplied by. */
    static Row row(Series series, Window window, double lnPenalty) {
        int[] units = IntStream.range(0, series.units().length)
                .filter(i -> series.madeAtUs()[i] >= window.fromUs() && series.madeAtUs()[i] <= window.toUs())
                .map(i -> series.units()[i])
                .sorted()
                .toArray();
        byte[] levels = new byte[units.length];
        Arrays.fill(levels, (byte) Row.CERTAIN);
        return new Row(List.of(new Factor(WINDOW, series.name())), window, units, levels, lnPenalty);
    }
}
