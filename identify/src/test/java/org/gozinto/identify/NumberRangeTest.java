/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of numbers go by the value of their digits. */
class NumberRangeTest {

    @ParameterizedTest
    @CsvSource({
        "SN1, SN500, SN9",
        "SN1, SN500, SN0010",
        "SN0001, SN0500, SN1",
        "SN0001, SN0500, SN00500",
        "7, 7, 7",
        "26335-L1-001, 26340-L1-050, 26337-L1-900",
        "A-9-B, A-11-B, A-10-B",
        "99999999999999999998, 100000000000000000001, 100000000000000000000"
    })
    void numbersBetweenTheEndsAreInIt(String from, String to, String number) {
        assertThat(new NumberRange(from, to).contains(number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SN1, SN500, SN501",
        "SN2, SN500, SN1",
        "SN1, SN500, XN9",
        "SN1, SN500, SN9A",
        "SN1, SN500, SN9-1",
        "SN1, SN500, SN",
        "SN1, SN500, sn9",
        "A-9-B, A-11-B, A-10-C"
    })
    void othersAreNot(String from, String to, String number) {
        assertThat(new NumberRange(from, to).contains(number)).isFalse();
    }

    @Test
    void endsThatDifferInMoreThanDigitsAreNoRange() {
        assertThat(NumberRange.flaw("A1", "B9")).contains("differ in more than their digits");
        assertThat(NumberRange.flaw("A9", "A1")).contains("ends before it begins");
        assertThat(NumberRange.flaw("", "A1")).contains("no beginning");
        assertThatThrownBy(() -> new NumberRange("A9", "A1")).isInstanceOf(IllegalArgumentException.class);
    }

    // --- as it is written

    private static NumberRange.Written written(String from, String to) {
        return Objects.requireNonNull(NumberRange.Written.between(from, to));
    }

    private static boolean has(String from, String to, String number) {
        byte[] text = number.getBytes(StandardCharsets.UTF_8);
        return written(from, to).finder().has(i -> text[i], text.length);
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
    void asWrittenItHasWhatLiesBetween(String from, String to, String number) {
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
    void asWrittenItHasNothingElse(String from, String to, String number) {
        assertThat(has(from, to, number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"A7, B9", "A7, A9B", "A07, A100", "A, A1", "A1B1, A2B2", "A, B"})
    void asWrittenThereIsNoneWhereMoreDiffersThanOneRunOfDigits(String from, String to) {
        assertThat(NumberRange.Written.between(from, to)).isNull();
    }

    @Test
    void isReversedWhereItEndsBeforeItBegins() {
        for (var ends : List.of(List.of("A9", "A7"), List.of("A10", "A9"))) {
            NumberRange.Written range = written(ends.getFirst(), ends.getLast());
            assertThat(range.isReversed()).isTrue();
        }
        assertThat(written("A9", "A10").isReversed()).isFalse();
    }
}
