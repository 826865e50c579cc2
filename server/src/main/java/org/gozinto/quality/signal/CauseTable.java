/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.analysis.cause.FactorTable;
import org.gozinto.genealogy.Factor;
import org.gozinto.genealogy.Factors;
import org.jspecify.annotations.Nullable;

/** Takes the factors of failed and comparable units into the table of the statistics, and counts them. */
final class CauseTable implements Factors.Taker {

    private final FactorTable.Builder table = FactorTable.builder();
    private final List<Long> ids;
    private final int[] numbers;
    private final int failures;
    private final List<Factor> factors = new ArrayList<>();
    private final Map<String, Factor> byName = new HashMap<>();
    private int[] tableNumbers = new int[256];
    private int[] failed = new int[256];
    private int[] compared = new int[256];
    private final Map<String, List<Pass>> passes = new HashMap<>();

    /** When a unit, by its place in the list, was on an equipment. */
    record Pass(int unit, long atUs) {}

    /** @param ids the failed units first */
    CauseTable(List<Long> ids, int failures, Map<Long, String> strata, long comparable) {
        this.ids = ids;
        this.failures = failures;
        this.numbers = new int[ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            numbers[i] = table.unit(ids.get(i), i < failures, strata.getOrDefault(ids.get(i), ""));
        }
        table.comparable(comparable);
    }

    @Override
    public int factor(Factor factor) {
        int number = factors.size();
        factors.add(factor);
        byName.put(name(factor.family().word(), factor.key()), factor);
        if (number == failed.length) {
            tableNumbers = Arrays.copyOf(tableNumbers, number * 2);
            failed = Arrays.copyOf(failed, number * 2);
            compared = Arrays.copyOf(compared, number * 2);
        }
        tableNumbers[number] = table.factor(factor.family().word(), factor.key());
        return number;
    }

    @Override
    public void has(int unit, int factor, double weight) {
        table.exposed(numbers[unit], tableNumbers[factor], Math.min(1, weight));
        if (unit < failures) {
            failed[factor]++;
        } else {
            compared[factor]++;
        }
    }

    @Override
    public void passed(int unit, String equipment, long atUs) {
        table.made(numbers[unit], equipment, atUs);
        passes.computeIfAbsent(equipment, e -> new ArrayList<>()).add(new Pass(unit, atUs));
    }

    FactorTable build() {
        return table.build();
    }

    /** A factor by what the statistics call it; null for one that they made. */
    @Nullable
    Factor factor(String family, String key) {
        return byName.get(name(family, key));
    }

    private static String name(String family, String key) {
        return family + '\n' + key;
    }

    /** Units on an equipment. */
    List<Pass> passes(String equipment) {
        return passes.getOrDefault(equipment, List.of());
    }

    boolean isFailed(int unit) {
        return unit < failures;
    }

    /** A factor that all failed units have. */
    record Shared(Factor factor, int controls) {}

    /** What all failed units have, what the fewest controls have first. */
    List<Shared> shared(int limit) {
        List<Shared> shared = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            if (failures > 0 && failed[i] == failures) {
                shared.add(new Shared(factors.get(i), compared[i]));
            }
        }
        shared.sort(Comparator.comparingInt(Shared::controls)
                .thenComparing(one -> one.factor().family())
                .thenComparing(one -> one.factor().key()));
        return shared.subList(0, Math.min(limit, shared.size()));
    }

    List<Long> ids() {
        return ids;
    }
}
