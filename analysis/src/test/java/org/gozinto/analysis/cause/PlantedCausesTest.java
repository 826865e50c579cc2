/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.gozinto.analysis.cause.CauseAnswer.Found;
import org.gozinto.analysis.cause.CauseSettings.Pair;
import org.junit.jupiter.api.Test;

/**
 * Causes that are known because they were planted: 40 failures, 10 comparable units for each, relative risk 5 unless
 * said otherwise; a lot of a fourth of all units, a supplier of a fifth.
 */
class PlantedCausesTest {

    private static final int PLANTS = 40;
    private static final int FAILURES = 40;
    private static final int UNITS = 6_000;
    private static final double RISK = 5;

    @Test
    void aBadLotIsFirst() {
        assertFirst(0.95, seed -> lot(seed, Plant.Errors.NONE), names("cell lot", "L3"));
    }

    @Test
    void aBadLotIsFirstThoughRecordsAreWrong() {
        assertFirst(0.95, seed -> lot(seed, new Plant.Errors(0.02, 0.05)), names("cell lot", "L3"));
    }

    @Test
    void aSupplierThatDriftsIsFirst() {
        assertFirst(
                0.95,
                seed -> {
                    Plant plant = new Plant(UNITS, 30, seed);
                    int[] failed = plant.failures(
                            FAILURES, RISK, unit -> plant.supplier(unit).equals("S3"));
                    return plant.table(failed, 10, Plant.Errors.NONE);
                },
                names("supplier", "S3"));
    }

    /** A ninth of all units: at risk 5 it is first in four of five plants, since its ends have to be found too. */
    @Test
    void aWindowOfALineIsFirst() {
        assertFirst(
                0.95,
                seed -> {
                    Plant plant = new Plant(UNITS, 30, seed);
                    int[] failed = plant.failures(
                            FAILURES, 2 * RISK, unit -> plant.line[unit] == 2 && unit >= 1_500 && unit < 4_000);
                    return plant.table(failed, 10, Plant.Errors.NONE);
                },
                cause -> cause.window() != null && cause.window().series().equals("line 2"));
    }

    /** A twentieth of all units, of twenty such parts: it takes a higher risk to be seen. */
    @Test
    void aLotOnOneLineIsFirstWhenCombinationsAreAskedFor() {
        assertFirst(
                0.95,
                seed -> {
                    Plant plant = new Plant(UNITS, 5, seed);
                    int[] failed = plant.failures(
                            FAILURES, 4 * RISK, unit -> plant.cellLot[unit] == 3 && plant.line[unit] == 1);
                    return plant.table(failed, 10, Plant.Errors.NONE);
                },
                names("cell lot × line", "L3 × line 1"),
                new Pair("cell lot", "line"));
    }

    @Test
    void withoutACauseOneIsSeldomNamed() {
        int named = 0;
        int plants = 160;
        for (int seed = 0; seed < plants; seed++) {
            Plant plant = new Plant(UNITS, 30, seed);
            FactorTable table = plant.table(plant.failures(FAILURES, 1, unit -> false), 10, Plant.Errors.NONE);
            CauseAnswer answer = CommonCauses.find(table, CauseSettings.usual(seed));
            named += answer instanceof Found ? 1 : 0;
        }
        // 5 % of 160 are 8; 13 is two standard deviations above.
        assertThat(named).isLessThanOrEqualTo(13);
    }

    private static FactorTable lot(long seed, Plant.Errors errors) {
        Plant plant = new Plant(UNITS, 4, seed);
        return plant.table(plant.failures(FAILURES, RISK, unit -> plant.cellLot[unit] == 3), 10, errors);
    }

    private static Predicate<Cause> names(String family, String key) {
        return cause -> cause.factors().contains(new Factor(family, key));
    }

    private static void assertFirst(
            double share, LongFunction<FactorTable> plants, Predicate<Cause> truth, Pair... pairs) {
        int first = 0;
        for (int seed = 0; seed < PLANTS; seed++) {
            CauseAnswer answer = CommonCauses.find(
                    plants.apply(seed), CauseSettings.usual(seed).with(List.of(pairs)));
            if (!first(answer).isEmpty() && truth.test(first(answer).getFirst())) {
                first++;
            }
        }
        assertThat(first).as("of %d plants", PLANTS).isGreaterThanOrEqualTo((int) Math.ceil(share * PLANTS));
    }

    /** Causes, or the strongest suspicions when nothing is proven. */
    private static List<Cause> first(CauseAnswer answer) {
        return switch (answer) {
            case Found found -> found.causes();
            case CauseAnswer.Nothing nothing -> nothing.nearest();
            default -> List.of();
        };
    }
}
