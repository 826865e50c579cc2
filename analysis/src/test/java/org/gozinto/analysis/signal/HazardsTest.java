/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class HazardsTest {

    @Test
    void manyComplaintsAreTheLifeTableItself() {
        Hazards hazards = Hazards.of(new double[][] {{100, 50, 40}}, new double[][] {{1000, 900, 400}});
        assertThat(hazards.at(0)).isCloseTo(0.1, within(1e-12));
        assertThat(hazards.at(1)).isCloseTo(50 / 900.0, within(1e-12));
        assertThat(hazards.at(2)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aSparseTailTakesItsNeighboursAlong() {
        Hazards hazards = Hazards.of(new double[][] {{100, 30, 0, 2, 1}}, new double[][] {{1000, 1000, 500, 20, 1}});
        assertThat(hazards.at(4)).isPositive().isLessThan(0.05);
        assertThat(hazards.at(3)).isCloseTo(hazards.at(4), within(0.02));
        assertThat(hazards.exposure(new double[][] {{1000, 1000, 500, 20, 1}})).isCloseTo(133, within(1e-9));
    }

    @Test
    void aMarketThatComplainsMoreHasAFactor() {
        double[][] lived = {{10_000, 10_000}, {10_000, 10_000}};
        Hazards hazards = Hazards.of(new double[][] {{200, 100}, {600, 300}}, lived);
        assertThat(hazards.market(1) / hazards.market(0)).isCloseTo(3, within(0.3));
        assertThat(hazards.exposure(lived)).isCloseTo(1200, within(1e-9));
    }

    @Test
    void withoutComplaintsNothingIsExpected() {
        assertThat(Hazards.of(new double[1][3], new double[][] {{5, 5, 0}}).exposure(new double[][] {{1, 1, 1}}))
                .isZero();
        assertThatThrownBy(() -> Hazards.of(new double[1][2], new double[1][3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unitsCountWhileTheyAreInServiceOnly() {
        LocalDate asOf = LocalDate.of(2026, 6, 15);
        YearMonth january = YearMonth.of(2026, 1);
        List<Lot> lots = List.of(
                new Lot("stays", "item", null),
                new Lot("returned", "item", null),
                new Lot("later", "item", null),
                new Lot("future", "item", null));
        List<Cohort> cohorts = List.of(
                new Cohort("stays", "", january, null, 10),
                new Cohort("returned", "", january, YearMonth.of(2026, 3), 10),
                new Cohort("later", "", YearMonth.of(2026, 6), null, 10),
                new Cohort("future", "", YearMonth.of(2026, 7), null, 10));
        List<Complaint> complaints = List.of(new Complaint("stays", "code", "", LocalDate.of(2026, 3, 3), january));
        Evidence all = new Evidence(asOf, lots, cohorts, complaints, List.of());
        assertThat(Signals.siblings(all, "item", "code").stream()
                        .filter(rate -> rate.unitMonths() > 0)
                        .map(rate -> rate.lot() + " " + rate.unitMonths()))
                .containsExactly("later 5.0", "returned 25.0", "stays 55.0");
        Baseline march = new Baseline("item", "code", LocalDate.of(2026, 3, 1));
        Evidence since = new Evidence(asOf, lots, cohorts, complaints, List.of(march));
        assertThat(Signals.siblings(since, "item", "code").stream()
                        .filter(rate -> rate.unitMonths() > 0)
                        .map(rate -> rate.lot() + " " + rate.unitMonths()))
                .containsExactly("later 5.0", "returned 5.0", "stays 35.0");
    }
}
