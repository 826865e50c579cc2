/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * A seeded plant of which the truth is known: units made one after the other on four lines, with cells from lots of
 * suppliers, housings from reels of lots, operators, hours, revisions; two markets and four ages are strata.
 */
final class Plant {

    static final int LINES = 4;
    static final long MINUTE_US = 60_000_000L;

    final int units;
    final int cellLots;
    final Random random;
    final int[] line;
    final int[] cellLot;
    final int[] housingLot;
    final int[] operator;
    final int[] market;

    /** Cell lots of one supplier follow one another on a line; several are open at once. */
    Plant(int units, int cellLots, long seed) {
        this.units = units;
        this.cellLots = cellLots;
        random = new Random(seed);
        line = new int[units];
        cellLot = new int[units];
        housingLot = new int[units];
        operator = new int[units];
        market = new int[units];
        int atOnce = Math.min(cellLots, 6);
        for (int i = 0; i < units; i++) {
            line[i] = random.nextInt(LINES);
            int period = (int) ((long) i * cellLots / units);
            cellLot[i] = Math.floorMod(period + random.nextInt(atOnce), cellLots);
            housingLot[i] = random.nextInt(60);
            operator[i] = random.nextInt(25);
            market[i] = random.nextInt(2);
        }
    }

    String supplier(int unit) {
        return supplierOf(cellLot[unit]);
    }

    private String supplierOf(int lot) {
        return "S" + lot % Math.min(5, (cellLots + 1) / 2);
    }

    static long madeAtUs(int unit) {
        return unit * MINUTE_US;
    }

    int age(int unit) {
        return (int) (4L * unit / units);
    }

    /** Draws failures one by one, those of the cause with a higher risk. */
    int[] failures(int count, double relativeRisk, IntPredicate cause) {
        double[] key = new double[units];
        Integer[] order = new Integer[units];
        for (int i = 0; i < units; i++) {
            // Efraimidis and Spirakis: the smallest exponentials are a weighted sample without replacement.
            key[i] = -Math.log(random.nextDouble()) / (cause.test(i) ? relativeRisk : 1);
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(key[a], key[b]));
        return Arrays.stream(order).limit(count).mapToInt(Integer::intValue).toArray();
    }

    /** How the records differ from the truth. */
    record Errors(double mislabelled, double missing) {

        static final Errors NONE = new Errors(0, 0);
    }

    /** The table that the backward trace would make, controls drawn from the same stratum. */
    FactorTable table(int[] failures, int controlsEach, Errors errors) {
        Map<String, List<Integer>> byStratum = new HashMap<>();
        boolean[] failed = new boolean[units];
        for (int one : failures) {
            failed[one] = true;
        }
        for (int i = 0; i < units; i++) {
            if (!failed[i]) {
                byStratum.computeIfAbsent(stratum(i), none -> new ArrayList<>()).add(i);
            }
        }
        byStratum.values().forEach(one -> Collections.shuffle(one, random));
        Map<String, Integer> taken = new HashMap<>();
        FactorTable.Builder table = FactorTable.builder().comparable(units);
        for (int one : failures) {
            add(table, one, true, errors);
            List<Integer> like = byStratum.getOrDefault(stratum(one), List.of());
            int from = taken.getOrDefault(stratum(one), 0);
            int to = Math.min(like.size(), from + controlsEach);
            like.subList(from, to).forEach(control -> add(table, control, false, errors));
            taken.put(stratum(one), to);
        }
        return table.build();
    }

    private String stratum(int unit) {
        return market[unit] + "/" + age(unit);
    }

    private void add(FactorTable.Builder table, int unit, boolean failed, Errors errors) {
        int at = table.unit(unit, failed, stratum(unit));
        int lot = random.nextDouble() < errors.mislabelled ? cellLot[random.nextInt(units)] : cellLot[unit];
        link(table, at, "cell lot", "L" + lot, errors);
        link(table, at, "supplier", supplierOf(lot), errors);
        link(table, at, "housing lot", "H" + housingLot[unit], errors);
        link(table, at, "line", "line " + line[unit], errors);
        link(table, at, "operator", "O" + operator[unit], errors);
        link(table, at, "hour", "hour " + unit / 60, errors);
        link(table, at, "revision", "R" + unit / (units / 3 + 1), errors);
        link(table, at, "item", "A", Errors.NONE);
        table.made(at, "line " + line[unit], madeAtUs(unit));
    }

    private void link(FactorTable.Builder table, int unit, String family, String key, Errors errors) {
        if (random.nextDouble() >= errors.missing) {
            table.exposed(unit, table.factor(family, key), 1);
        }
    }
}
