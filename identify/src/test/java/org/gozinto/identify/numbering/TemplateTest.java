/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gozinto.identify.CheckDigit;
import org.gozinto.identify.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final LocalDateTime AT = LocalDateTime.of(2027, 1, 1, 9, 5);
    private static final Map<Variable, String> SAID =
            Map.of(Variable.LINE, "7", Variable.SHIFT, "B", Variable.SITE, "HH", Variable.ITEM, "BAT-36V");

    private static Template template(String text) {
        return switch (Template.of(text)) {
            case Reading.Ok<Template> ok -> ok.value();
            case Reading.Bad<Template> bad -> throw new AssertionError(text + ": " + bad);
        };
    }

    private static Reading<Filled> fill(String text, Map<Variable, String> said) {
        return Filled.of(Scheme.of(template(text), Reset.NEVER), new Given(AT, said));
    }

    private static String number(String text, long n) {
        return switch (fill(text, SAID)) {
            case Reading.Ok<Filled> ok -> ok.value().number(n, new SecureRandom());
            case Reading.Bad<Filled> bad -> throw new AssertionError(text + ": " + bad);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "{YYYY}-{YY}-{Y}, 2027-27-7",
        "{MM}{M}{DD}{DDD}, 01A01001",
        "{GGGG}-{GG}-{WW}-{E}, 2026-26-53-5",
        "{hh}{mm}, 0905",
        "{shift}{line:3}{site}, B007HH",
        "{item}.{n:5}, BAT-36V.00042",
        "X{n}, X42",
        "{n:1}, 42",
        "{n24:2}, BU",
        "{n26:3}, ABQ",
        "{n32:3}, 23C",
        "{n36:4}, 0016",
    })
    void eachFieldIsFilledIn(String text, String number) {
        assertThat(number(text, 42)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "629104150021, gs1, 3",
        "7992739871, luhn, 3",
        "572, damm, 4",
        "5299000J2N45DDNE4Y, 97, 28",
        "57-2, damm, 4",
        "79/92.73_98-71, luhn, 3",
    })
    void checksAreAsTheirStandardsSay(String body, String check, String digits) {
        assertThat(number(body + "{check:" + check + "}", 0)).isEqualTo(body + digits);
    }

    @Test
    void aCheckOverACounterIsRightForEveryNumber() {
        for (long n = 1; n < 2_000; n++) {
            assertThat(CheckDigit.isRight(number("1{n:11}{check:gs1}", n))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty, 0",
        "AB{n:5, brace, 2",
        "A}B, brace, 1",
        "{n{n}}, brace, 0",
        "A B, character, 1",
        "A#{n:3}, character, 1",
        "Ä{n:3}, character, 0",
        "{}, unknown, 0",
        "X{week}, unknown, 1",
        "{yyyy}, unknown, 0",
        "{n:0}, width, 3",
        "{n:19}, width, 3",
        "{n:-1}, width, 3",
        "{n:99999999999}, width, 3",
        "{n36}, width, 5",
        "{n36:13}, width, 5",
        "{random}, width, 8",
        "{YY:2}, width, 3",
        "{line:}, width, 6",
        "{n:3}{n:3}, twice, 5",
        "{random:3}{random:3}, twice, 10",
        "{n:3}{check:mod10}, unknown, 12",
        "{check:gs1}, check, 0",
        "12A{check:gs1}, check, 2",
        "{n36:4}{check:damm}, check, 0",
        "{M}{check:luhn}, check, 0",
        "a{check:97}, check, 0",
    })
    void aFaultIsNamedWithItsPosition(String text, String code, int position) {
        assertThat(Template.of(text)).isInstanceOfSatisfying(Reading.Bad.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.position()).isEqualTo(position);
            assertThat(bad.detail()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "{line}-{n:3}, L-1, value.line",
        "{line}-{n:3}, '', value.line",
        "{line:2}{n}, 123, value.line",
        "{line:2}{n}, A, value.line",
        "{line}, 'L 1', value.line",
        "{line}, Lößnitz, value.line",
        "{line}{check:gs1}, A, check",
        "{line}{n:18}, 123, tooLong",
    })
    void aValueThatDoesNotFitIsNamed(String text, String line, String code) {
        assertThat(fill(text, Map.of(Variable.LINE, line)))
                .isInstanceOfSatisfying(
                        Reading.Bad.class, bad -> assertThat(bad.code()).isEqualTo(code));
    }

    @Test
    void aHyphenInALineDoesNoHarmWhereNothingDependsOnIt() {
        assertThat(fill("{YY}-{line}", Map.of(Variable.LINE, "L-1"))).isInstanceOf(Reading.Ok.class);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(fill("{shift}{n:3}", Map.of()))
                .isEqualTo(Reading.bad("value.shift", "the template needs the shift", 0));
    }

    @Test
    void theCapacityIsExact() {
        assertThat(capacity("{n:3}")).isEqualTo("999");
        assertThat(capacity("{n26:2}")).isEqualTo("676");
        assertThat(capacity("{n36:2}")).isEqualTo("1295");
        assertThat(capacity("{YY}{DDD}")).isEqualTo("1");
        assertThat(capacity("{random:3}")).isEqualTo("3");
        assertThat(capacity("{random:12}")).isEqualTo("115292150460684");
        assertThat(capacity("ABCDEFGHIJKLMNOPQ{n}")).isEqualTo("999");
        var filled = fill("{n26:2}", SAID).valueOrNull();
        assertThat(filled).isNotNull();
        assertThat(filled.has(0)).isTrue();
        assertThat(filled.has(675)).isTrue();
        assertThat(filled.has(676)).isFalse();
        assertThat(filled.number(675, new SecureRandom())).isEqualTo("ZZ");
    }

    private static String capacity(String text) {
        var filled = fill(text, SAID).valueOrNull();
        assertThat(filled).isNotNull();
        return filled.capacity().toString();
    }

    @Test
    void everyCounterMakesAllItsNumbersOnceAndInOrder() {
        for (String field : new String[] {"{n:3}", "{n24:2}", "{n26:2}", "{n32:2}", "{n36:2}"}) {
            var filled = fill(field, SAID).valueOrNull();
            assertThat(filled).isNotNull();
            Set<String> seen = new HashSet<>();
            String before = "";
            for (long n = filled.first(); filled.has(n); n++) {
                String number = filled.number(n, new SecureRandom());
                assertThat(number).hasSize(field.equals("{n:3}") ? 3 : 2).isGreaterThan(before);
                assertThat(seen.add(number)).isTrue();
                before = number;
            }
            assertThat(seen).hasSize(filled.capacity().intValue());
        }
    }

    @Test
    void randomPartsUseClearCharactersOnly() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(number("{random:20}", 0)).hasSize(20).matches("[2-9A-HJ-NP-Z]+");
        }
    }
}
