/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Settings of(String... words) {
        return Settings.of(words, Path.of("checkout"));
    }

    @Test
    void theSoakIsNotPartOfAll() {
        assertThat(of("all").suites())
                .contains(Settings.Suite.GRAPH)
                .doesNotContain(Settings.Suite.SOAK)
                .isEqualTo(of().suites());
        assertThat(of("all", "soak").suites()).contains(Settings.Suite.SOAK);
    }

    @Test
    void aShortSoakLeavesThePageAsItIs() {
        assertThat(of("soak").page()).isTrue();
        assertThat(of("soak").minutes()).isEqualTo(60);
        assertThat(of("soak", "--minutes", "5").page()).isFalse();
        assertThat(of("soak", "--minutes", "5").minutes()).isEqualTo(5);
        assertThatThrownBy(() -> of("soak", "--minutes", "0")).hasMessageContaining("--minutes is 1 to 10000");
    }
}
