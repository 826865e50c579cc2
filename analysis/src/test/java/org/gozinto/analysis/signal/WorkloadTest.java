/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WorkloadTest {

    @Test
    void everyLotAndCodeIsTestedAndNoneIsBad() {
        Report report = Signals.of(Workload.of(2000, 20, 20_000, 5), Settings.weekly());
        FalseAlarms falseAlarms = report.falseAlarms();
        assertThat(falseAlarms.tests()).isEqualTo(40_000);
        assertThat(falseAlarms.signals()).isZero();
        assertThat(report.findings()).hasSize(1000).noneMatch(finding -> finding.verdict() == Verdict.SIGNAL);
        assertThat(report.unlisted()).isPositive();
        assertThat(falseAlarms.whenNothingIsWrong()).isCloseTo(0.0554, within(1e-4));
        assertThat(falseAlarms.whenNothingIsWrongPerMonth()).isCloseTo(0.2409, within(1e-4));
        assertThat(falseAlarms.driftsPerMonth()).isCloseTo(1 / 12.0, within(1e-3));
    }

    @Test
    void theSameSeedMakesTheSameEvidence() {
        assertThat(Workload.of(30, 3, 50, 9)).isEqualTo(Workload.of(30, 3, 50, 9));
    }
}
