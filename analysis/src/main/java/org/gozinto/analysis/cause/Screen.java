/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The first look at all factors: which say something, which could be found guilty at all, and which are the same.
 *
 * <p>Tarone (Biometrics 46 (1990) 515–522): with K tests a factor whose least possible p is above α/K cannot become
 * significant, and need not be counted; K is the smallest number that is not exceeded by the factors that remain. Done
 * inside each family.
 */
final class Screen {

    private static final int SHARED_MAX = 100;

    private final Rows rows;
    private final Partition partition;
    private final double lnLevel;
    private final LnFactorials ln;
    private final Ints kept = new Ints();
    private final List<Factor> shared = new ArrayList<>();
    private final List<Double> lnBest = new ArrayList<>();
    private int factors;
    private int uninformative;
    private int tooRare;
    private final List<int[]> classes = new ArrayList<>();
    private final long[] tests;

    private Screen(Rows rows, Partition partition, double falseShare, LnFactorials ln) {
        this.rows = rows;
        this.partition = partition;
        this.ln = ln;
        lnLevel = Math.log(falseShare);
        tests = new long[rows.families().size()];
    }

    static Screen of(Rows rows, Partition partition, CauseSettings settings, LnFactorials ln) {
        Screen screen = new Screen(rows, partition, settings.falseShare(), ln);
        screen.look();
        screen.merge();
        screen.tarone();
        return screen;
    }

    /** Indices of the factors that can be found guilty; those of one entry have the same units. */
    List<int[]> classes() {
        return classes;
    }

    /** How many tests count in each family. */
    long[] tests() {
        return tests.clone();
    }

    int factors() {
        return factors;
    }

    int uninformative() {
        return uninformative;
    }

    int tooRare() {
        return tooRare;
    }

    List<Factor> shared() {
        return shared.stream().sorted().limit(SHARED_MAX).toList();
    }

    private void look() {
        Tallier tallier = new Tallier(partition);
        Exposures all = rows.exposures();
        for (int factor = 0; factor < rows.size(); factor++) {
            int from = all.start()[factor];
            int to = all.start()[factor + 1];
            if (from == to) {
                continue;
            }
            factors++;
            tallier.load(all.unitOf(), all.levels(), from, to);
            Tally tally = tallier.tally();
            if (tally.variance() <= 0) {
                uninformative++;
                if (to - from == partition.cellOf.length) {
                    shared.add(rows.name().apply(factor));
                }
                continue;
            }
            double best = tally.lnBest(ln) - Math.log(2);
            if (best > lnLevel) {
                tooRare++;
            } else {
                kept.add(factor);
                lnBest.add(best);
            }
        }
    }

    /** Puts factors together that the same units have. */
    private void merge() {
        Map<Long, List<Ints>> byHash = new HashMap<>();
        List<Ints> merged = new ArrayList<>();
        List<Double> best = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            int factor = kept.get(i);
            List<Ints> alike = byHash.computeIfAbsent(rows.exposures().hash(factor), none -> new ArrayList<>(1));
            Ints same = alike.stream()
                    .filter(one -> rows.exposures().same(one.get(0), factor))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                same = new Ints(1);
                alike.add(same);
                merged.add(same);
                best.add(lnBest.get(i));
            }
            same.add(factor);
        }
        merged.forEach(one -> classes.add(one.toArray()));
        lnBest.clear();
        lnBest.addAll(best);
    }

    private void tarone() {
        double[] limit = new double[tests.length];
        for (int family = 0; family < tests.length; family++) {
            int of = family;
            double[] sorted = IntStream.range(0, classes.size())
                    .filter(i -> in(classes.get(i), of))
                    .mapToDouble(lnBest::get)
                    .sorted()
                    .toArray();
            int k = leastK(sorted);
            limit[family] = lnLevel - Math.log(k);
            tests[family] = sorted.length == 0 || sorted[0] > limit[family] ? 0 : k;
        }
        List<int[]> testable = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            double best = lnBest.get(i);
            if (Arrays.stream(classes.get(i)).anyMatch(member -> best <= limit[rows.familyOf()[member]])) {
                testable.add(classes.get(i));
            } else {
                tooRare += classes.get(i).length;
            }
        }
        classes.clear();
        classes.addAll(testable);
    }

    private boolean in(int[] members, int family) {
        return Arrays.stream(members).anyMatch(member -> rows.familyOf()[member] == family);
    }

    /** The smallest K of which at most K of the sorted values are at or below level/K. */
    private int leastK(double[] sorted) {
        int low = 1;
        int high = Math.max(1, sorted.length);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (atMost(sorted, lnLevel - Math.log(middle)) <= middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int atMost(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
