/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {

    /** The fifteen p-values of the paper's example (table of thrombolysis endpoints): at 0.05 four are believed. */
    private static final double[] PAPER = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0000
    };

    @Test
    void fourOfThePapersFifteenAreBelieved() {
        double[] q = FalseDiscoveries.q(PAPER, PAPER.length);
        assertThat(Arrays.stream(q).filter(one -> one <= 0.05)).hasSize(4);
        assertThat(q[3]).isCloseTo(0.035625, within(1e-12));
    }

    @Test
    void aQValueNeverFallsWithTheP() {
        assertThat(FalseDiscoveries.q(new double[] {0.04, 0.01, 0.02}, 3)).containsExactly(0.04, 0.03, 0.03);
    }

    @Test
    void testsThatWereLeftOutCount() {
        assertThat(FalseDiscoveries.q(new double[] {0.001}, 100)[0]).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void whatIsNoPValueIsRefused() {
        assertThatThrownBy(() -> FalseDiscoveries.q(new double[] {Double.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FalseDiscoveries.q(new double[] {0.5, 0.5}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
