/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gozinto.analysis.FalseDiscoveries;
import org.gozinto.analysis.cause.FactorTable.Series;
import org.gozinto.analysis.cause.IntervalScan.Found;

/**
 * Tests all factors in one partition. False discoveries are counted inside families and over families: a family is
 * believed by the Simes p of its tests among the families, and its factors then at the share that is left (Benjamini
 * and Bogomolov, Journal of the Royal Statistical Society B 76 (2014) 297–318). So with no cause at all the chance
 * that one is named is the stated share, however many families there are.
 */
final class Beliefs {

    /** Factors less than a standard deviation above chance are not tested exactly: none of them can be believed. */
    private static final double SUSPICIOUS_Z = 1;

    private static final int NEAREST_MAX = 5;
    private static final int LIKELY_MAX = 32;
    private static final double LN_NEAR = Math.log(0.1);

    private final FactorTable table;
    private final Rows rows;
    private final Screen screen;
    private final CauseSettings settings;
    private final LnFactorials ln;

    Beliefs(FactorTable table, Rows rows, Screen screen, CauseSettings settings, LnFactorials ln) {
        this.table = table;
        this.rows = rows;
        this.screen = screen;
        this.settings = settings;
        this.ln = ln;
    }

    /**
     * What is believed.
     *
     * @param suspects those at or below the stated share, the most guilty first
     * @param likely others that may explain one of them better, the most likely first; none when nothing is believed
     * @param nearest the first of the others when there is none
     * @param leastQ the least share at which any would be believed
     * @param windows series with enough failures for a window
     */
    record Result(List<Suspect> suspects, List<Suspect> likely, List<Suspect> nearest, double leastQ, int windows) {}

    /** One tested class or window: its ln p, and its families. */
    private record Test(int index, double lnP, int[] families) {

        /**
         * Its p times how many were tested with it: the first of a hundred hours is less than the first of ten lots.
         */
        double lnAmong(long[] counts) {
            return lnP
                    + Math.log(Arrays.stream(families)
                            .mapToLong(one -> counts[one])
                            .filter(one -> one > 0)
                            .min()
                            .orElse(1));
        }
    }

    Result in(Partition partition) {
        List<Test> tests = new ArrayList<>(ofClasses(partition));
        List<Row> windows = new ArrayList<>();
        List<Double> lnWindows = new ArrayList<>();
        int scanned = scan(partition, windows, lnWindows);
        int windowFamily = rows.families().size();
        for (int i = 0; i < windows.size(); i++) {
            tests.add(new Test(-1 - i, lnWindows.get(i), new int[] {windowFamily}));
        }
        long[] counts = Arrays.copyOf(screen.tests(), windowFamily + 1);
        counts[windowFamily] = scanned;
        double[] q = q(tests, counts);
        double least = Arrays.stream(q).min().orElse(1);
        List<Suspect> suspects = IntStream.range(0, q.length)
                .filter(i -> q[i] <= settings.falseShare())
                .mapToObj(i -> suspect(tests.get(i), q[i], windows))
                .sorted(Suspect.GUILTIEST)
                .toList();
        IntStream others =
                IntStream.range(0, q.length).filter(i -> q[i] > settings.falseShare() && tests.get(i).lnP <= LN_NEAR);
        if (!suspects.isEmpty()) {
            List<Suspect> likely = others.mapToObj(i -> suspect(tests.get(i), q[i], windows))
                    .sorted(Suspect.GUILTIEST)
                    .limit(LIKELY_MAX)
                    .toList();
            return new Result(suspects, likely, List.of(), least, scanned);
        }
        List<Suspect> nearest = others.boxed()
                .sorted(Comparator.comparingDouble(i -> tests.get(i).lnAmong(counts)))
                .limit(NEAREST_MAX)
                .map(i -> suspect(tests.get(i), q[i], windows))
                .toList();
        return new Result(List.of(), List.of(), nearest, least, scanned);
    }

    private Suspect suspect(Test test, double q, List<Row> windows) {
        Row row = test.index >= 0 ? rows.row(screen.classes().get(test.index)) : windows.get(-1 - test.index);
        return new Suspect(row, test.lnP, q);
    }

    private List<Test> ofClasses(Partition partition) {
        return Parts.of(screen.classes().size(), (first, end) -> ofClasses(partition, first, end)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Test> ofClasses(Partition partition, int first, int end) {
        List<Test> tests = new ArrayList<>();
        Tallier tallier = new Tallier(partition);
        Exposures all = rows.exposures();
        for (int i = first; i < end; i++) {
            int[] members = screen.classes().get(i);
            tallier.load(all.unitOf(), all.levels(), all.start()[members[0]], all.start()[members[0] + 1]);
            if (tallier.failures() >= settings.failuresMin() && tallier.z() >= SUSPICIOUS_Z) {
                tests.add(new Test(i, Chances.lnMidP(tallier.tally(), ln), screen.families(members)));
            }
        }
        return tests;
    }

    private int scan(Partition partition, List<Row> windows, List<Double> lnP) {
        int scanned = 0;
        for (Series series : table.series) {
            if (!IntervalScan.possible(partition, series, settings)) {
                continue;
            }
            scanned++;
            Found found = IntervalScan.scan(partition, series, settings, ln);
            if (found != null) {
                windows.add(IntervalScan.row(series, found.window(), found.lnPenalty()));
                lnP.add(found.lnP());
            }
        }
        return scanned;
    }

    private double[] q(List<Test> tests, long[] counts) {
        Ints[] at = new Ints[counts.length];
        Arrays.setAll(at, none -> new Ints());
        for (int i = 0; i < tests.size(); i++) {
            for (int family : tests.get(i).families) {
                if (counts[family] > 0) {
                    at[family].add(i);
                }
            }
        }
        double[][] within = new double[counts.length][];
        double[] simes = new double[counts.length];
        int families = 0;
        for (int family = 0; family < counts.length; family++) {
            double[] p = Arrays.stream(at[family].toArray())
                    .mapToDouble(i -> Math.min(1, Math.exp(tests.get(i).lnP)))
                    .toArray();
            within[family] = FalseDiscoveries.q(p, Math.max(counts[family], p.length));
            simes[family] = Arrays.stream(within[family]).min().orElse(1);
            families += counts[family] > 0 ? 1 : 0;
        }
        double[] over = FalseDiscoveries.q(simes, simes.length);
        long believed =
                Arrays.stream(over).filter(one -> one <= settings.falseShare()).count();
        double[] q = new double[tests.size()];
        Arrays.fill(q, 1);
        for (int family = 0; family < counts.length; family++) {
            for (int i = 0; i < at[family].size(); i++) {
                double one = within[family][i] * families / Math.max(1, believed);
                int test = at[family].get(i);
                q[test] = Math.min(q[test], Math.min(1, Math.max(over[family], one)));
            }
        }
        return q;
    }
}
