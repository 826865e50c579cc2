/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void writesMarkdownWithNumbersToTheRight() {
        var table =
                new Table("what", "a second").row("one", Table.number(1234.5)).row("another", Table.number(0.25));

        assertThat(table).hasToString("""
                | what    | a second |
                |---------| --------:|
                | one     |    1,235 |
                | another |    0.250 |
                """);
    }

    @Test
    void replacesOnePartOfThePageAndLeavesTheRest() {
        String page = "before\n<!-- bulk: begin -->\nold\n<!-- bulk: end -->\nafter\n";

        assertThat(Page.replaced(page, "bulk", "new\n"))
                .isEqualTo("before\n<!-- bulk: begin -->\nnew\n<!-- bulk: end -->\nafter\n");
        assertThatThrownBy(() -> Page.replaced(page, "trace", "new")).hasMessageContaining("trace");
    }

    @Test
    void saysHowFarATargetIs() {
        String gaps = new Gaps()
                .atLeast("acts", 5_000, 2_500, "/s")
                .atMost("p99", 25, 12, " ms")
                .toString();

        assertThat(gaps).contains("needs 2.00 ×").contains("reached");
    }

    @Test
    void countsTheShareThatIsNotExceeded() {
        var latencies = new Latencies(4);
        for (int ms = 1; ms <= 100; ms++) {
            latencies.add(ms * 1_000_000L);
        }

        assertThat(latencies.ms(0.5)).isEqualTo(50);
        assertThat(latencies.ms(0.99)).isEqualTo(99);
    }

    @Test
    void takesTheShareOfWhatWasSeenAndSaysWhenNothingWas() {
        assertThat(Screens.share(List.of(30.0, 10.0, 20.0), 0.5)).isEqualTo(20);
        assertThat(Screens.share(List.of(30.0, 10.0, 20.0), 0)).isEqualTo(10);
        assertThat(Screens.share(List.of(30.0, 10.0, 20.0), 1)).isEqualTo(30);
        assertThat(Screens.share(List.of(), 0.5)).isNaN();
    }
}
