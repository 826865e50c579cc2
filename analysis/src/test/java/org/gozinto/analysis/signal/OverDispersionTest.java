/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class OverDispersionTest {

    private static final int LOTS = 400;

    private static Dispersion drawn(Chance chance, DoubleUnaryOperator mean, int badLots) {
        double[] expected = new double[LOTS];
        Arrays.setAll(expected, lot -> Math.exp(chance.random().nextDouble() * 4 - 1));
        int[] found = Arrays.stream(expected)
                .mapToInt(e -> chance.poisson(mean.applyAsDouble(e)))
                .toArray();
        for (int lot = 0; lot < badLots; lot++) {
            found[lot] += chance.poisson(9 * expected[lot]);
        }
        Tally tally = new Tally(1);
        tally.column(0, 0, expected, found);
        return OverDispersion.of(tally, 0, tally.cellsByCode()[0], "code").dispersion();
    }

    @Test
    void lotsThatDifferByChanceAreJudgedByPoisson() {
        Chance chance = new Chance(21);
        int rejected = 0;
        for (int run = 0; run < 400; run++) {
            rejected += drawn(chance, e -> e, 0).method() == Method.NEGATIVE_BINOMIAL ? 1 : 0;
        }
        assertThat(rejected).isLessThanOrEqualTo(14);
    }

    @Test
    void lotsThatDifferAnywayAreFoundWithTheirSize() {
        Chance chance = new Chance(22);
        double sum = 0;
        for (int run = 0; run < 30; run++) {
            Dispersion dispersion = drawn(chance, e -> e * chance.ratio(3), 0);
            assertThat(dispersion.p()).isLessThan(1e-6);
            sum += 1 / dispersion.size();
        }
        assertThat(sum / 30).isCloseTo(1 / 3.0, within(0.05));
    }

    @Test
    void aFewBadLotsDoNotMakeAllOthersLookUnequal() {
        Chance chance = new Chance(23);
        int rejected = 0;
        for (int run = 0; run < 50; run++) {
            rejected += drawn(chance, e -> e, 2).method() == Method.NEGATIVE_BINOMIAL ? 1 : 0;
        }
        assertThat(rejected).isLessThanOrEqualTo(5);
    }

    @Test
    void oneLotDecidesNothingWhereThereIsHardlyAnyExposure() {
        Tally tally = new Tally(1);
        double[] expected = new double[1000];
        Arrays.fill(expected, 0.01);
        int[] found = new int[1000];
        found[17] = 5;
        tally.column(0, 0, expected, found);
        assertThat(OverDispersion.of(tally, 0, tally.cellsByCode()[0], "code")
                        .dispersion()
                        .method())
                .isEqualTo(Method.POISSON);
    }
}
