/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gozinto.identify.numbering.Variable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that could be taken for a command of the scanner. */
class ScannerCommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"GZ-{n:3}", "gz-{YY}{n}", "{M}Z-{n:3}", "{n26:2}-{YY}", "G{n36:1}-{n}", "GZ{item}{n:3}"})
    void canBeginAsACommandDoes(String template) {
        assertThat(ScannerCommands.canBegin(template, Map.of(Variable.ITEM, "-7")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GZ{n:3}", "AGZ-{n}", "{YY}Z-{n:3}", "GY-{n}", "{n:2}GZ-", "GZ{line}{n}", "{random:12}"})
    void cannotBeginAsACommandDoes(String template) {
        assertThat(ScannerCommands.canBegin(template, Map.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GZ", "gz"})
    void aValueThatIsSaidCounts(String line) {
        assertThat(ScannerCommands.canBegin("{line}-{n:3}", Map.of())).isFalse();
        assertThat(ScannerCommands.canBegin("{line}-{n:3}", Map.of(Variable.LINE, line)))
                .isTrue();
        assertThat(ScannerCommands.canBegin("{line}-{n:3}", Map.of(Variable.LINE, "L1")))
                .isFalse();
    }
}
