/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final double LN_TWO = Math.log(2);

    private final Rows rows;
    private final Partition partition;
    private final double lnLevel;
    private final LnFactorials ln;
    private final List<Factor> shared = new ArrayList<>();
    private final List<int[]> classes = new ArrayList<>();
    private final long[] tests;
    private int factors;
    private int uninformative;
    private int tooRare;

    private Screen(Rows rows, Partition partition, double falseShare, LnFactorials ln) {
        this.rows = rows;
        this.partition = partition;
        this.ln = ln;
        lnLevel = Math.log(falseShare);
        tests = new long[rows.families().size()];
    }

    static Screen of(Rows rows, Partition partition, CauseSettings settings, LnFactorials ln) {
        Screen screen = new Screen(rows, partition, settings.falseShare(), ln);
        screen.tarone(screen.merged(screen.look()));
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

    /** What was seen in a part of the factors: those that may be guilty, the others by reason. */
    private record Seen(Ints kept, Ints everywhere, int factors, int uninformative, int tooRare) {}

    /** Factors that may be guilty. */
    private Ints look() {
        Ints kept = new Ints();
        for (Seen seen : Parts.of(rows.size(), this::look)) {
            factors += seen.factors;
            uninformative += seen.uninformative;
            tooRare += seen.tooRare;
            for (int i = 0; i < seen.kept.size(); i++) {
                kept.add(seen.kept.get(i));
            }
            for (int i = 0; i < seen.everywhere.size(); i++) {
                shared.add(rows.name().apply(seen.everywhere.get(i)));
            }
        }
        return kept;
    }

    private Seen look(int first, int end) {
        Tallier tallier = new Tallier(partition);
        Exposures all = rows.exposures();
        Ints kept = new Ints();
        Ints everywhere = new Ints();
        int seen = 0;
        int saying = 0;
        for (int factor = first; factor < end; factor++) {
            int from = all.start()[factor];
            int to = all.start()[factor + 1];
            if (from == to) {
                continue;
            }
            seen++;
            tallier.load(all.unitOf(), all.levels(), from, to);
            if (Double.isNaN(tallier.z())) {
                if (to - from == partition.cellOf.length) {
                    everywhere.add(factor);
                }
                continue;
            }
            saying++;
            if (lnLeast(tallier) <= lnLevel) {
                kept.add(factor);
            }
        }
        return new Seen(kept, everywhere, seen, seen - saying, saying - kept.size());
    }

    /** ln of the least mid-p that a loaded factor could have. */
    private double lnLeast(Tallier tallier) {
        return tallier.lnBest(ln) - LN_TWO;
    }

    /** Puts factors together that the same units have; by a table of hashes with open places. */
    private List<Ints> merged(Ints kept) {
        List<Ints> merged = new ArrayList<>();
        int[] places = new int[Integer.highestOneBit(Math.max(1, kept.size())) * 4];
        for (int i = 0; i < kept.size(); i++) {
            int factor = kept.get(i);
            long hash = rows.exposures().hash(factor);
            int place = (int) (hash >>> 20) & places.length - 1;
            while (places[place] > 0
                    && !rows.exposures().same(merged.get(places[place] - 1).get(0), factor)) {
                place = place + 1 & places.length - 1;
            }
            if (places[place] == 0) {
                merged.add(new Ints(1));
                places[place] = merged.size();
            }
            merged.get(places[place] - 1).add(factor);
        }
        return merged;
    }

    private void tarone(List<Ints> merged) {
        double[] lnLeast = new double[merged.size()];
        Parts.of(merged.size(), (first, end) -> {
            Tallier tallier = new Tallier(partition);
            Exposures all = rows.exposures();
            for (int i = first; i < end; i++) {
                int factor = merged.get(i).get(0);
                tallier.load(all.unitOf(), all.levels(), all.start()[factor], all.start()[factor + 1]);
                lnLeast[i] = lnLeast(tallier);
            }
            return end;
        });
        Ints[] of = new Ints[tests.length];
        Arrays.setAll(of, none -> new Ints());
        for (int i = 0; i < lnLeast.length; i++) {
            for (int family : families(merged.get(i).toArray())) {
                of[family].add(i);
            }
        }
        double[] limit = new double[tests.length];
        for (int family = 0; family < tests.length; family++) {
            double[] sorted = IntStream.of(of[family].toArray())
                    .mapToDouble(i -> lnLeast[i])
                    .sorted()
                    .toArray();
            int k = leastK(sorted);
            limit[family] = lnLevel - Math.log(k);
            tests[family] = sorted.length == 0 || sorted[0] > limit[family] ? 0 : k;
        }
        for (int i = 0; i < lnLeast.length; i++) {
            int[] members = merged.get(i).toArray();
            boolean testable = false;
            for (int member : members) {
                testable |= lnLeast[i] <= limit[rows.familyOf()[member]];
            }
            if (testable) {
                classes.add(members);
            } else {
                tooRare += members.length;
            }
        }
    }

    /** The families of a class, each once. */
    int[] families(int[] members) {
        if (members.length == 1) {
            return new int[] {rows.familyOf()[members[0]]};
        }
        return Arrays.stream(members)
                .map(member -> rows.familyOf()[member])
                .distinct()
                .toArray();
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
