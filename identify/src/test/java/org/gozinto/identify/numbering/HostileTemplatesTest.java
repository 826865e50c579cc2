/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gozinto.identify.Reading;

/** Whatever is typed: an answer, never an exception, and numbers that keep to the rules. */
class HostileTemplatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(3),
                Arbitraries.of(
                        "{",
                        "}",
                        ":",
                        "{n",
                        "{n:",
                        "{n:3}",
                        "{n}",
                        "{random:3}",
                        "{line}",
                        "{line:2}",
                        "{YY}",
                        "{mm}",
                        "{check:97}",
                        "{check:gs1}",
                        "{item}",
                        "A",
                        "-",
                        "\uD800",
                        "\u0000",
                        "{{",
                        "}}",
                        "{n:-1}",
                        "{n:٣}",
                        "{n32:4}",
                        "{M}"));
        return pieces.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    @Property(tries = 20_000)
    void everyTextIsATemplateOrHasAFaultInIt(@ForAll("texts") String text) {
        switch (Template.of(text)) {
            case Reading.Bad<Template> bad -> {
                assertThat(bad.position()).isBetween(0, Math.max(0, text.length()));
                assertThat(bad.detail()).isNotBlank();
            }
            case Reading.Ok<Template> ok -> assertThat(ok.value().text()).isEqualTo(text);
        }
    }

    @Property(tries = 3_000)
    void everyNumberHasAllowedCharactersAndAllowedLength(
            @ForAll("texts") String text, @ForAll("texts") String line, @ForAll Random random) {
        Template template = Template.of(text).valueOrNull();
        if (template == null) {
            return;
        }
        var scheme = Scheme.of(template, Reset.NEVER);
        Proof.of(scheme, TODAY);
        for (String said : List.of(line, "7", "L-1")) {
            var given = new Given(TODAY.atTime(8, 30), Map.of(Variable.LINE, said, Variable.ITEM, "BAT"));
            Filled filled = Filled.of(scheme, given).valueOrNull();
            if (filled != null && filled.has(filled.first())) {
                String number = filled.number(filled.first(), random);
                assertThat(number).isNotEmpty().hasSizeLessThanOrEqualTo(scheme.lengthMax());
                assertThat(number.chars().allMatch(c -> Template.isAllowed((char) c)))
                        .isTrue();
            }
        }
    }
}
