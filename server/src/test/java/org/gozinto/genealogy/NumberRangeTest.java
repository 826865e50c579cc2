/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.gozinto.trace.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRangeTest {

    private static boolean has(String from, String to, String number) {
        var text = new Utf8(8);
        text.append(number);
        return Objects.requireNonNull(NumberRange.between(from, to)).finder().has(text);
    }

    @ParameterizedTest
    @CsvSource({
        "SN8, SN12, SN8",
        "SN8, SN12, SN10",
        "SN8, SN12, SN12",
        "SN0098, SN0102, SN0100",
        "7-A, 12-A, 9-A",
        "2026-10-L1, 2026-12-L1, 2026-11-L1",
        "A, A, A",
        "A7, A7, A7",
        "ÄÖ1, ÄÖ3, ÄÖ2",
        "99999999999999999999998, 100000000000000000000001, 100000000000000000000000"
    })
    void hasWhatLiesBetween(String from, String to, String number) {
        assertThat(has(from, to, number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SN8, SN12, SN7",
        "SN8, SN12, SN13",
        "SN8, SN12, SN100",
        "SN8, SN12, SN09",
        "SN8, SN12, SN1A",
        "SN8, SN12, SN",
        "SN8, SN12, S10",
        "SN8, SN12, SN10A",
        "SN0098, SN0102, SN100",
        "SN0098, SN0102, SN00100",
        "7-A, 12-A, 9-B",
        "A7, A7, A",
        "A7, A7, A77"
    })
    void hasNothingElse(String from, String to, String number) {
        assertThat(has(from, to, number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"A7, B9", "A7, A9B", "A07, A100", "A, A1", "A1B1, A2B2", "A, B"})
    void isNoneWhereMoreDiffersThanOneRunOfDigits(String from, String to) {
        assertThat(NumberRange.between(from, to)).isNull();
    }

    @Test
    void isReversedWhereItEndsBeforeItBegins() {
        for (var ends : List.of(List.of("A9", "A7"), List.of("A10", "A9"))) {
            NumberRange range = Objects.requireNonNull(NumberRange.between(ends.getFirst(), ends.getLast()));
            assertThat(range.isReversed()).isTrue();
        }
        assertThat(Objects.requireNonNull(NumberRange.between("A9", "A10")).isReversed())
                .isFalse();
    }
}
