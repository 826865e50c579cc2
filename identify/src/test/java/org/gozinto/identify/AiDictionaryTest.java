/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiDictionaryTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    /** With an identifier that does not exist today. */
    private static final String TEXT = """
            # Release: 2030-01-01
            01         *?  N14,csum,gcppos2            ex=02,255 dlpkey=22,10,21|235   # GTIN
            02         *?  N14,csum,gcppos2            req=37                          # CONTENT
            10          ?  X..20                       req=01,02                       # BATCH/LOT
            17         *?  N6,yymmd0                   req=01,02                       # EXPIRY
            21             X..20                       req=01 ex=235                   # SERIAL
            253         ?  N13,csum,gcppos1 [X..17]    dlpkey                          # GDTI
            3100-3105  *?  N6                          req=01,02 ex=310n               # NET WEIGHT (kg)
            37          ?  N..8                        req=02                          # COUNT
            7099        ?  N8,yyyymmdd                 req=01+10                       # NEW DAY
            7098        ?  N2,moonphase X..5           req=01                          # MOON
            """;

    private static AiDictionary read(String text) {
        return switch (AiDictionary.read(text)) {
            case Reading.Ok<AiDictionary> ok -> ok.value();
            case Reading.Bad<AiDictionary> bad -> throw new AssertionError(bad.toString());
        };
    }

    @Test
    void newIdentifiersAreReadWithTheirRules() {
        Options options = OPTIONS.withDictionary(read(TEXT));
        Code code =
                Codes.read("]d2010950600013435210A\u001d709920301231", options).getFirst();
        assertThat(code.remarks()).isEmpty();
        assertThat(code.said().getLast().title()).isEqualTo("NEW DAY");
        assertThat(code.said().getLast().meaning()).isEqualTo(new Meaning.Day(LocalDate.of(2030, 12, 31), true));
        assertThat(Codes.read("]d2010950600013435210A\u001d709920301331", options)
                        .getLast()
                        .remarks())
                .extracting(Remark::code)
                .containsExactly("month");
        assertThat(Codes.read("]d20109506000134352709920301231", options)
                        .getFirst()
                        .remarks())
                .extracting(Remark::code)
                .containsExactly("requires");
        assertThat(Codes.read("https://a.example/01/09506000134352/10/A?7099=20301231", options)
                        .getFirst())
                .isInstanceOf(Code.DigitalLinkCode.class);
        assertThat(Codes.read("]d2010950600013435210A\u001d709920301231", OPTIONS))
                .hasSize(1);
        assertThat(ElementString.of(
                        java.util.List.of(
                                new ElementString.Pair("7099", "20301231"),
                                new ElementString.Pair("01", "09506000134352")),
                        options))
                .isInstanceOf(ElementString.Made.Good.class);
    }

    @Test
    void whatIsKnownKeepsItsMeaning() {
        AiDictionary dictionary = read(TEXT);
        assertThat(dictionary.size()).isEqualTo(15);
        Options options = OPTIONS.withDictionary(dictionary);
        Code code = Codes.read("(01)09506000134352(17)271231(3103)001750(10)A(21)B", options)
                .getFirst();
        assertThat(code.expiry()).isEqualTo("2027-12-31");
        assertThat(code.said().get(2).meaning())
                .isEqualTo(new Meaning.Number(new java.math.BigDecimal("1.750"), "kg", null));
        assertThat(Codes.read("(8008)2712311530", options)).hasSize(1);
    }

    @Test
    void rulesWithoutCounterpartAreNamed() {
        assertThat(read(TEXT).remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo("dictionaryRule");
            assertThat(remark.detail()).isEqualTo("line 11: the rule moonphase is not checked");
            assertThat(TEXT.startsWith("7098", remark.position())).isTrue();
        });
        assertThat(AiDictionary.standard().remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',empty",
        "'# nothing',empty",
        "hello,dictionaryAi",
        "01 * N14\\n013 N5,dictionaryAi",
        "01 * N14\\n01 * N14,dictionaryAi",
        "10 * X..20,dictionaryFlag",
        "01 N14,dictionaryFlag",
        "10 Q5,dictionaryPart",
        "10 X..0,dictionaryPart",
        "10 ?,dictionaryPart",
        "10-21 X..20,dictionaryAi",
    })
    void whatIsNoDictionaryIsRefused(String text, String code) {
        assertThat(AiDictionary.read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        Reading.Bad.class, bad -> assertThat(bad.code()).isEqualTo(code));
    }
}
