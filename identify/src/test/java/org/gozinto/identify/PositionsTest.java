/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong, and where a value stands, is counted in the scan as it came: with identifier, escapes and encoding. */
class PositionsTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    /** {@code !} stands before the character that is at fault and is not part of the scan. */
    @ParameterizedTest
    @CsvSource({
        "' ]d2010950600013435!1',checkDigit",
        "]d20109506000134352!0712,unknownAi",
        "]C101095060001343521727!1331,month",
        "]C10109506000134352172712!3210A,day",
        "]C10109506000134352^10A! B,character",
        "' (01)09506000134352(10)A\\(1!é',character",
        "(01)09506000134352(!89)A,unknownAi",
        "]Q1https://a/01/0950600013435!1,checkDigit",
        "]Q1https://a/01/0950%36000134352/10/A%28!%20B,character",
        "https://a/01/09506000134352/10/A!%2,percent",
        "https://a/01/09506000134352?17=27!%3133%31,month",
        "https://a/01/95060%300013435!1,checkDigit",
        "https://a/01/09506000134352/10/A!é,uriCharacter",
        "]Q1urn:epc:id:sgtin:0614141.812345.A%2F!%20,character",
        "urn:epc:id:sgtin:0614141.8123!x5.A,notDigit",
        "]E0950600013435!1,checkDigit",
        "]E09506000134352|]e01727!1301,month",
        "]E09506000134352|]e010A! B,character",
        "' 0x3974!',length",
    })
    void faultStandsWhereItIs(String marked, String code) {
        int at = marked.indexOf('!');
        String scan = marked.replace("!", "");
        List<Remark> problems = Codes.read(scan, OPTIONS).getLast().remarks();
        assertThat(problems).as(scan).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.position()).isEqualTo(at);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ]d20109506000134352\u001d10LOT\u001d21SN1 ",
                "\r\n(01)09506000134352(10)LOT(21)SN1",
                "]Q1https://a.example/x/01/09506000134352/10/LOT/21/SN1?17=271231",
                "https://a.example/gtin/09506000134352/lot/LOT/ser/SN1#x",
                "]E00950600013435200|]e010LOT",
                "010950600013435210LOT{GS}21SN1",
            })
    void valuesStandWhereTheyAre(String scan) {
        Code code = Codes.read(scan, OPTIONS).getFirst();
        for (Said said : code.said()) {
            assertThat(scan.startsWith(said.value(), said.position()))
                    .as(said.toString())
                    .isTrue();
        }
    }
}
