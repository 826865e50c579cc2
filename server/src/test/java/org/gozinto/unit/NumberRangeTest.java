/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThatThrownBy(() -> new StopRule.Serials(1L, "A9", "A1")).isInstanceOf(IllegalArgumentException.class);
    }
}
