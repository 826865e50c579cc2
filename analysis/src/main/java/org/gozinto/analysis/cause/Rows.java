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
import java.util.function.IntFunction;
import org.gozinto.analysis.cause.CauseSettings.Pair;

/**
 * All factors of a question: those of the table, then the combinations that were asked for.
 *
 * @param families their names
 * @param familyOf family of each factor
 * @param name the factor at an index
 * @param exposures who has them
 * @param passedOver pairs of families with too many combinations
 */
record Rows(
        List<String> families, int[] familyOf, IntFunction<Factor> name, Exposures exposures, List<Pair> passedOver) {

    /** More exposures to combinations of two families than this are not looked at. */
    private static final int COMBINED_MAX = 20_000_000;

    static Rows of(FactorTable table, List<Pair> pairs) {
        Rows rows = new Rows(table.families, table.familyOf, table::factor, table.exposures, List.of());
        for (Pair pair : pairs) {
            rows = rows.with(pair, table);
        }
        return rows;
    }

    int size() {
        return familyOf.length;
    }

    /** A class of factors with the same units. */
    Row row(int[] members) {
        int from = exposures.start()[members[0]];
        int to = exposures.start()[members[0] + 1];
        return new Row(
                Arrays.stream(members).mapToObj(name).sorted().toList(),
                null,
                Arrays.copyOfRange(exposures.unitOf(), from, to),
                Arrays.copyOfRange(exposures.levels(), from, to),
                0);
    }

    private Rows with(Pair pair, FactorTable table) {
        int one = table.families.indexOf(pair.one());
        int other = table.families.indexOf(pair.other());
        if (one < 0 || other < 0 || one == other) {
            return this;
        }
        Combinations found = new Combinations(byUnit(table, one), byUnit(table, other));
        if (found.size() > COMBINED_MAX) {
            List<Pair> over = new ArrayList<>(passedOver);
            over.add(pair);
            return new Rows(families, familyOf, name, exposures, List.copyOf(over));
        }
        List<long[]> keys = new ArrayList<>();
        Exposures more = found.exposures(keys, table.units());
        List<String> named = new ArrayList<>(families);
        String family = pair.one() + " × " + pair.other();
        named.add(family);
        int before = size();
        int[] of = Arrays.copyOf(familyOf, before + keys.size());
        Arrays.fill(of, before, of.length, families.size());
        return new Rows(
                List.copyOf(named),
                of,
                index -> index < before ? name.apply(index) : combined(table, family, keys.get(index - before)),
                exposures.and(more),
                passedOver);
    }

    private static Factor combined(FactorTable table, String family, long[] pair) {
        return new Factor(
                family,
                table.factor((int) pair[0]).key() + " × "
                        + table.factor((int) pair[1]).key());
    }

    /** For each unit its factors of one family, and how certainly: factor and level by turns. */
    private static Ints[] byUnit(FactorTable table, int family) {
        Ints[] of = new Ints[table.units()];
        Arrays.setAll(of, i -> new Ints(4));
        for (int factor = 0; factor < table.factors(); factor++) {
            if (table.familyOf[factor] != family) {
                continue;
            }
            for (int i = table.exposures.start()[factor]; i < table.exposures.start()[factor + 1]; i++) {
                of[table.exposures.unitOf()[i]].add(factor);
                of[table.exposures.unitOf()[i]].add(table.exposures.levels()[i]);
            }
        }
        return of;
    }

    /** Factors of two families in the same unit. */
    private record Combinations(Ints[] ones, Ints[] others) {

        long size() {
            long size = 0;
            for (int unit = 0; unit < ones.length; unit++) {
                size += (long) ones[unit].size() / 2 * (others[unit].size() / 2);
            }
            return size;
        }

        /** Both are certain as the product of their weights: the two links are taken as independent. */
        Exposures exposures(List<long[]> keys, int units) {
            Map<Long, Integer> index = new HashMap<>();
            Ints unitOf = new Ints();
            Ints factor = new Ints();
            Ints level = new Ints();
            for (int unit = 0; unit < ones.length; unit++) {
                for (int i = 0; i < ones[unit].size(); i += 2) {
                    for (int j = 0; j < others[unit].size(); j += 2) {
                        long one = ones[unit].get(i);
                        long other = others[unit].get(j);
                        int at = index.computeIfAbsent(one << 32 | other, none -> keys.size());
                        if (at == keys.size()) {
                            keys.add(new long[] {one, other});
                        }
                        unitOf.add(unit);
                        factor.add(at);
                        double weight = (double) ones[unit].get(i + 1) * others[unit].get(j + 1);
                        level.add(Row.level(weight / (Row.CERTAIN * Row.CERTAIN)));
                    }
                }
            }
            return Exposures.of(unitOf.toArray(), factor.toArray(), level.toArray(), units, keys.size());
        }
    }
}
