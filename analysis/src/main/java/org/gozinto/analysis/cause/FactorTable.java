/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which units have which factors: failed units and comparable ones (controls), each in a stratum of units that are
 * alike in what else matters, such as market and age. Sparse: what is not said is not so.
 *
 * <p>A thousand failures, ten thousand controls and half a million factors with five million exposures take about
 * 60 MB.
 */
public final class FactorTable {

    private static final int FAULTS_MAX = 100;

    final long[] unitIds;
    final boolean[] failed;
    final int[] stratum;
    final int strata;
    final List<String> families;
    final List<String> keys;
    final int[] familyOf;
    final Exposures exposures;
    final List<Series> series;
    final long comparable;
    final int repeated;
    final List<Fault> faults;
    final int faultsInAll;

    /**
     * Units that one line or tool made.
     *
     * @param units indices, by time and then index
     * @param madeAtUs when, in the same order
     */
    record Series(String name, int[] units, long[] madeAtUs) {}

    private FactorTable(Builder from, Units units, Exposures exposures, List<Series> series) {
        unitIds = units.ids;
        failed = units.failed;
        stratum = units.stratum;
        strata = from.strata.size();
        families = List.copyOf(from.families.keySet());
        keys = from.keys;
        familyOf = from.familyOf.toArray();
        this.exposures = exposures;
        this.series = series;
        comparable = from.comparable;
        repeated = from.repeated;
        faults = List.copyOf(from.faults);
        faultsInAll = from.faultsInAll;
    }

    /** An empty table. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many different units there are. */
    public int units() {
        return unitIds.length;
    }

    /** How many factors there are. */
    public int factors() {
        return familyOf.length;
    }

    /** How many exposures there are. */
    public int exposures() {
        return exposures.unitOf().length;
    }

    Factor factor(int index) {
        return new Factor(families.get(familyOf[index]), keys.get(index));
    }

    int failures() {
        int count = 0;
        for (boolean one : failed) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Collects a table. Not for several threads. What is wrong with it is told by the answer, not here. */
    public static final class Builder {

        private final Map<Long, Integer> units = new HashMap<>();
        private final Ints failedOf = new Ints();
        private final Ints stratumOf = new Ints();
        private final Map<String, Integer> strata = new HashMap<>();
        private final Map<String, Integer> families = new LinkedHashMap<>();
        private final List<Map<String, Integer>> factors = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final Ints familyOf = new Ints();
        private final Ints exposedUnit = new Ints();
        private final Ints exposedFactor = new Ints();
        private final Ints exposedLevel = new Ints();
        private final Map<String, Map<Integer, Long>> series = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private int faultsInAll;
        private int repeated;
        private long comparable = -1;

        private Builder() {}

        /**
         * Adds a unit. The same again is counted and changes nothing; the same as failed and as comparable, or in two
         * strata, is a fault.
         *
         * @param id what it is called in the answer
         * @param failed whether it failed, or is a comparable unit that did not
         * @param stratum units are only compared inside it, such as market and age; empty if there is one only
         * @return its index for {@link #exposed} and {@link #made}
         */
        public int unit(long id, boolean failed, String stratum) {
            int of = strata.computeIfAbsent(stratum, name -> strata.size());
            Integer known = units.putIfAbsent(id, units.size());
            if (known == null) {
                failedOf.add(failed ? 1 : 0);
                stratumOf.add(of);
                return units.size() - 1;
            }
            repeated++;
            if (failedOf.get(known) != (failed ? 1 : 0)) {
                fault(Fault.Kind.CONTRADICTION, id, "failed and comparable");
            } else if (stratumOf.get(known) != of) {
                fault(Fault.Kind.CONTRADICTION, id, "in a second stratum, " + stratum);
            }
            return known;
        }

        /**
         * Adds a factor, or finds it.
         *
         * @return its index for {@link #exposed}
         */
        public int factor(String family, String key) {
            int in = families.computeIfAbsent(family, name -> families.size());
            if (in == factors.size()) {
                factors.add(new HashMap<>());
            }
            Integer known = factors.get(in).putIfAbsent(key, keys.size());
            if (known != null) {
                return known;
            }
            keys.add(key);
            familyOf.add(in);
            return keys.size() - 1;
        }

        /**
         * Says that a unit has a factor. Said twice, the higher weight counts.
         *
         * @param weight 1 when it is certain; less, but above 0, when the link is a window or an order: the chance that
         *     it has it. Kept in twelfths, and at least one
         */
        public Builder exposed(int unit, int factor, double weight) {
            if (!(weight > 0 && weight <= 1)) {
                fault(Fault.Kind.WEIGHT, -1 - unit, weight + " for " + keys.get(factor));
                return this;
            }
            exposedUnit.add(unit);
            exposedFactor.add(factor);
            exposedLevel.add(Row.level(weight));
            return this;
        }

        /** Says when a unit was made on a line or by a tool; the earliest counts when it was there several times. */
        public Builder made(int unit, String line, long madeAtUs) {
            series.computeIfAbsent(line, name -> new HashMap<>()).merge(unit, madeAtUs, Math::min);
            return this;
        }

        /**
         * How many comparable units exist in all, failed ones included; lets an answer tell "all failed" from "no
         * controls were given".
         */
        public Builder comparable(long units) {
            comparable = units;
            return this;
        }

        /** The table; the builder is not to be used after it. */
        public FactorTable build() {
            Units sorted = Units.of(this);
            int[] unit = exposedUnit.toArray();
            for (int i = 0; i < unit.length; i++) {
                unit[i] = sorted.newIndex[unit[i]];
            }
            Exposures exposures =
                    Exposures.of(unit, exposedFactor.toArray(), exposedLevel.toArray(), units.size(), keys.size());
            List<Series> lines = series.keySet().stream()
                    .sorted()
                    .map(name -> line(name, sorted.newIndex))
                    .toList();
            faults.replaceAll(one -> one.unit() < 0
                    ? new Fault(one.kind(), sorted.ids[sorted.newIndex[(int) (-1 - one.unit())]], one.detail())
                    : one);
            return new FactorTable(this, sorted, exposures, lines);
        }

        private Series line(String name, int[] newIndex) {
            Map<Integer, Long> times = series.getOrDefault(name, Map.of());
            List<Map.Entry<Integer, Long>> passes = new ArrayList<>(times.size());
            times.forEach((unit, at) -> passes.add(Map.entry(newIndex[unit], at)));
            passes.sort(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
            return new Series(
                    name,
                    passes.stream().mapToInt(Map.Entry::getKey).toArray(),
                    passes.stream().mapToLong(Map.Entry::getValue).toArray());
        }

        private void fault(Fault.Kind kind, long unit, String detail) {
            faultsInAll++;
            if (faults.size() < FAULTS_MAX) {
                faults.add(new Fault(kind, unit, detail));
            }
        }
    }

    /** Units by ascending id and strata by name, so that the order in which they were given changes nothing. */
    private record Units(long[] ids, boolean[] failed, int[] stratum, int[] newIndex) {

        static Units of(Builder from) {
            List<Map.Entry<Long, Integer>> sorted = new ArrayList<>(from.units.entrySet());
            sorted.sort(Map.Entry.comparingByKey());
            int[] rank = new int[from.strata.size()];
            int next = 0;
            for (Map.Entry<String, Integer> one : new TreeMap<>(from.strata).entrySet()) {
                rank[one.getValue()] = next++;
            }
            long[] ids = new long[sorted.size()];
            boolean[] failed = new boolean[ids.length];
            int[] stratum = new int[ids.length];
            int[] newIndex = new int[ids.length];
            for (int i = 0; i < ids.length; i++) {
                int old = sorted.get(i).getValue();
                ids[i] = sorted.get(i).getKey();
                newIndex[old] = i;
                failed[i] = from.failedOf.get(old) == 1;
                stratum[i] = rank[from.stratumOf.get(old)];
            }
            return new Units(ids, failed, stratum, newIndex);
        }
    }
}
