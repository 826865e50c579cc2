/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialNumbersTest {

    private static List<String> expand(String text) {
        Reading<List<String>> read = SerialNumbers.expand(text);
        assertThat(read).isInstanceOf(Reading.Ok.class);
        return ((Reading.Ok<List<String>>) read).value();
    }

    private static Reading.Bad<List<String>> refused(String text) {
        Reading<List<String>> read = SerialNumbers.expand(text);
        assertThat(read).isInstanceOf(Reading.Bad.class);
        return (Reading.Bad<List<String>>) read;
    }

    @Test
    void rangeKeepsItsLeadingZeros() {
        assertThat(expand("SN0098-SN0101")).containsExactly("SN0098", "SN0099", "SN0100", "SN0101");
        assertThat(expand("SN0001-SN0500")).hasSize(500).startsWith("SN0001").endsWith("SN0500");
    }

    @Test
    void countGivesThatManyNumbersFromTheFirst() {
        assertThat(expand("SN0001+500")).hasSize(500).endsWith("SN0500");
        assertThat(expand("SN98+4")).containsExactly("SN98", "SN99", "SN100", "SN101");
        assertThat(expand("A+B7+2")).containsExactly("A+B7", "A+B8");
    }

    @Test
    void rangeWithoutLeadingZerosMayGrowInWidth() {
        assertThat(expand("SN8-SN11")).containsExactly("SN8", "SN9", "SN10", "SN11");
        assertThat(expand("8-11")).containsExactly("8", "9", "10", "11");
    }

    @Test
    void lastRunCountsEvenInTheMiddleOfANumber() {
        assertThat(expand("alpha-012-345-beta-alpha-012-347-beta"))
                .containsExactly("alpha-012-345-beta", "alpha-012-346-beta", "alpha-012-347-beta");
        assertThat(expand("005-ccc+2")).containsExactly("005-ccc", "006-ccc");
        assertThat(expand("1-1-1-2")).containsExactly("1-1", "1-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SN-01",
                "bilou-87",
                "005-ccc",
                "alpha-012-345-beta",
                "A-1-B-2",
                "2024-001",
                "SN01-SN100",
                "-123",
                "a-",
                "7"
            })
    void hyphenAloneMakesNoRange(String serial) {
        assertThat(expand(serial)).containsExactly(serial);
    }

    @Test
    void partsAreGivenInTheirOrder() {
        assertThat(expand("B2, A1-A3 ,SN-01,C9+2")).containsExactly("B2", "A1", "A2", "A3", "SN-01", "C9", "C10");
    }

    @Test
    void manyDigitsDoNotOverflow() {
        String nines = "9".repeat(53);
        assertThat(expand(nines + "+3")).containsExactly(nines, "1" + "0".repeat(53), "1" + "0".repeat(52) + "1");
        assertThat(expand("0".repeat(52) + "8-" + "0".repeat(51) + "10")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "SN1+0|count|4",
                "SN5-SN1|reversed|4",
                "A1,B5-B1|reversed|6",
                "SN1+1000001|tooMany|4",
                "SN1-SN1000001|tooMany|0",
                "SN1+99999999999999999999999|tooMany|4",
                "A1+999999,B1+2|tooMany|10",
                "''|blank|0",
                "A1,,A2|blank|3",
                "A1,|blank|3",
                "ABC+5|noDigits|0",
            })
    void refusalNamesReasonAndPosition(String text, String code, int position) {
        assertThat(refused(text).code()).isEqualTo(code);
        assertThat(refused(text).position()).isEqualTo(position);
    }

    @Test
    void controlCharactersAndHalfCharactersAreRefused() {
        assertThat(refused("A1,B\u00072").position()).isEqualTo(4);
        assertThat(refused("A1\nA2").code()).isEqualTo("character");
        assertThat(refused("A\uD800").position()).isEqualTo(1);
        assertThat(refused("\uDC00A").position()).isZero();
        assertThat(expand("A😀1")).containsExactly("A😀1");
    }

    @Test
    void longNumbersAreRefusedEvenWhereOnlyTheLastIsTooLong() {
        assertThat(expand("x".repeat(63) + "9")).hasSize(1);
        assertThat(refused("x".repeat(64) + "9").code()).isEqualTo("tooLong");
        assertThat(refused("x".repeat(63) + "9+2").code()).isEqualTo("tooLong");
        assertThat(refused("-".repeat(1_000_000)).code()).isEqualTo("tooLong");
    }

    @Test
    void millionNumbersAreAViewAndQuickToWalk() {
        List<String> million = expand("SN0000001-SN1000000");
        assertThat(million).hasSize(1_000_000);
        long start = System.nanoTime();
        int characters = 0;
        for (String serial : million) {
            characters += serial.length();
        }
        long ms = (System.nanoTime() - start) / 1_000_000;
        assertThat(characters).isEqualTo(9_000_000);
        assertThat(million.getLast()).isEqualTo("SN1000000");
        assertThat(ms).isLessThan(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "001,002",
        "bilou-87,bilou-88",
        "005-ccc,006-ccc",
        "alpha-012-345-beta,alpha-012-346-beta",
        "BAV023B00001S00001,BAV023B00001S00002",
        "99,100",
        "A099,A100",
        "x9y,x10y",
        "ABC,ABC1",
    })
    void nextCountsTheLastRunUp(String serial, String next) {
        assertThat(SerialNumbers.next(serial)).isEqualTo(next);
    }

    @Property(tries = 500)
    void rangeOfNextNumbersIsTheCount(
            @ForAll @IntRange(max = 99_999) int first, @ForAll @IntRange(min = 1, max = 300) int count) {
        String start = String.format("LOT7-%05d", first);
        List<String> counted = expand(start + "+" + count);
        assertThat(counted).hasSize(count);
        String serial = start;
        for (String one : counted) {
            assertThat(one).isEqualTo(serial);
            serial = SerialNumbers.next(serial);
        }
        if (counted.getLast().length() == start.length()) {
            assertThat(expand(start + "-" + counted.getLast())).isEqualTo(counted);
        }
    }

    @Property(tries = 2000)
    void anyTextIsExpandedOrRefused(@ForAll @StringLength(max = 150) String text) {
        switch (SerialNumbers.expand(text)) {
            case Reading.Ok<List<String>> ok ->
                assertThat(ok.value()).allMatch(s -> !s.isEmpty() && s.length() <= SerialNumbers.LONGEST);
            case Reading.Bad<List<String>> bad -> assertThat(bad.position()).isBetween(0, text.length());
        }
        assertThat(SerialNumbers.next(text)).isNotEqualTo(text);
    }
}
