/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {

    /** Failed with and without the factor, comparable with and without it. */
    private record Fourfold(int a, int b, int c, int d) {}

    @Test
    void inOneStratumTheOddsRatioIsTheCrossProductAndItsIntervalThatOfWoolf() {
        Effect effect = effect(List.of(new Fourfold(20, 30, 40, 160)));
        assertThat(effect.oddsRatio()).isCloseTo(20.0 * 160 / (30 * 40), within(1e-9));
        double reach = 1.959963985 * Math.sqrt(1 / 20.0 + 1 / 30.0 + 1 / 40.0 + 1 / 160.0);
        assertThat(effect.oddsLow()).isCloseTo(effect.oddsRatio() * Math.exp(-reach), within(1e-6));
        assertThat(effect.oddsHigh()).isCloseTo(effect.oddsRatio() * Math.exp(reach), within(1e-6));
    }

    @Test
    void inOneStratumTheShareIsThatOfWalter() {
        Effect effect = effect(List.of(new Fourfold(20, 30, 40, 160)));
        // 1 − share = (b/(a+b)) / (d/(c+d)), and the variance of its logarithm a/(b(a+b)) + c/(d(c+d)).
        double left = (30.0 / 50) / (160.0 / 200);
        double reach = 1.959963985 * Math.sqrt(20 / (30.0 * 50) + 40 / (160.0 * 200));
        assertThat(effect.share()).isCloseTo(1 - left, within(1e-9));
        assertThat(effect.shareLow()).isCloseTo(1 - left * Math.exp(reach), within(1e-6));
        assertThat(effect.shareHigh()).isCloseTo(1 - left * Math.exp(-reach), within(1e-6));
    }

    @Test
    void strataThatTellOppositeStoriesByThemselvesAreNotMixed() {
        // Odds 1 in each stratum; put together they would be 4.
        Effect effect = effect(List.of(new Fourfold(40, 10, 40, 10), new Fourfold(2, 8, 40, 160)));
        assertThat(effect.oddsRatio()).isCloseTo(1, within(1e-9));
        assertThat(effect.share()).isCloseTo(0, within(1e-9));
        assertThat(effect.oddsLow()).isLessThan(1);
        assertThat(effect.oddsHigh()).isGreaterThan(1);
    }

    private static Effect effect(List<Fourfold> strata) {
        FactorTable.Builder table = FactorTable.builder();
        List<Integer> exposed = new ArrayList<>();
        int id = 0;
        for (int i = 0; i < strata.size(); i++) {
            int[] fields = {strata.get(i).a, strata.get(i).b, strata.get(i).c, strata.get(i).d};
            for (int field = 0; field < 4; field++) {
                for (int n = 0; n < fields[field]; n++) {
                    int unit = table.unit(id++, field < 2, "" + i);
                    if (field % 2 == 0) {
                        exposed.add(unit);
                    }
                }
            }
        }
        int factor = table.factor("lot", "X");
        exposed.forEach(unit -> table.exposed(unit, factor, 1));
        FactorTable built = table.build();
        Row row = Rows.of(built, List.of()).row(new int[] {0});
        return new Effects(Partition.of(built), new LnFactorials(built.units()), 0.95).effect(row);
    }
}
