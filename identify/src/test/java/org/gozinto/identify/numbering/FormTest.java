/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Random;
import org.gozinto.identify.numbering.Form.Fault;
import org.gozinto.identify.numbering.Form.Misfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private static Scheme scheme(String template) {
        return Scheme.of(Template.of(template).valueOrNull(), Reset.NEVER);
    }

    private static Form form(String template) {
        return Form.of(scheme(template), "BAT");
    }

    @ParameterizedTest
    @CsvSource({
        "SN{n36:6},SN00A1Z9",
        "{YY}{DDD}-{line}-{n:3},26335-L1-001",
        "{YY}{DDD}-{line}-{n:3},26366-L-1-12345",
        "{YYYY}{M}{DD}{shift},2026L01A",
        "0{n:11}{check:gs1},0000000000017",
        "{item}/{n:2},BAT/07",
        "{line:2}{n},0112"
    })
    void takesWhatTheTemplateGives(String template, String number) {
        assertThat(form(template).misfit(number)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SN{n36:6},XN000001,CHARACTER,0",
        "SN{n36:6},SN0000-1,CHARACTER,6",
        "SN{n36:6},SN00001,LENGTH,7",
        "SN{n36:6},SN0000000000000000001,LENGTH,20",
        "{random:4},K7QXA,CHARACTER,4",
        "{random:4},K7OX,CHARACTER,2",
        "{YY}{MM}{n:3},2613001,CHARACTER,2",
        "0{n:11}{check:gs1},0000000000018,CHECK,13",
        "0{n:11}{check:gs1},00000000000A7,CHARACTER,11",
        "{item}/{n:2},BIT/07,CHARACTER,1"
    })
    void namesWhatIsWrongAndWhere(String template, String number, Fault fault, int position) {
        assertThat(form(template).misfit(number)).isEqualTo(new Misfit(fault, position));
    }

    /** Every number that a scheme gives has its form, and a swap of two neighbours does not where a check finds it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SN{n36:6}",
                "{YY}{DDD}-{line}-{n:3}",
                "{GG}{WW}{E}{hh}{mm}{n:4}",
                "0{n:11}{check:gs1}",
                "{random:8}",
                "{YY}-{n:6}{check:damm}",
                "A{n26:4}{check:97}",
                "{site:3}.{n:5}{check:luhn}"
            })
    void takesEveryNumberThatIsGiven(String template) {
        long seed = 20_261_201L;
        var random = new Random(seed);
        Scheme scheme = scheme(template);
        Form form = Form.of(scheme, "BAT");
        var given = new Given(
                LocalDateTime.of(2026, 12, 1, 9, 5),
                Map.of(Variable.LINE, "L1", Variable.SITE, "7", Variable.SHIFT, "A"));
        Filled filled = Filled.of(scheme, given).valueOrNull();
        for (int i = 0; i < 200; i++) {
            String number = filled.number(1 + random.nextInt(900), random);
            assertThat(form.misfit(number)).as("seed %d, %s", seed, number).isNull();
            if (template.contains("damm") || template.contains(":97")) {
                String swapped = swapped(number);
                if (!swapped.equals(number)) {
                    assertThat(form.misfit(swapped)).as(swapped).isNotNull();
                }
            }
        }
    }

    private static String swapped(String number) {
        int at = number.length() - 4;
        return number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
    }

    @Test
    void anEmptyTextIsTooShort() {
        assertThat(form("{n}").misfit("")).isEqualTo(new Misfit(Fault.LENGTH, 0));
    }
}
