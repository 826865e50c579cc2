/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WedgeFaultsTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static List<Code> read(String raw) {
        return Codes.read(raw, OPTIONS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|", "~", "{GS}", "<GS>", "[GS]", "{gs}", "\\u001d", "\\x1D", "\\F", "\u241D", "{FNC1}", "<FNC1>",
                "FNC1"
            })
    void whatStandsForASeparatorIsAGuess(String separator) {
        for (String front : List.of("", "]d2", separator)) {
            String scan = front + "010950600013435210LOT-A/7" + separator + "21SN0001";
            Code code = read(scan).stream()
                    .filter(c -> c.remarks().stream().anyMatch(r -> r.code().equals("separatorText")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(scan));
            assertThat(code.lot()).isEqualTo("LOT-A/7");
            assertThat(code.serial()).isEqualTo("SN0001");
            assertThat(code.guessed()).isTrue();
            assertThat(code.raw()).isEqualTo(scan);
            assertThat(code.said())
                    .allSatisfy(s ->
                            assertThat(scan.startsWith(s.value(), s.position())).isTrue());
            assertThat(code.remarks())
                    .allSatisfy(r -> assertThat(WedgeFaults.token(scan, r.position(), scan.length()))
                            .isPositive());
        }
    }

    @Test
    void wordThatALotMayHoldDoesNotReplaceWhatTheSymbolSays() {
        List<Code> codes = read("]d2010950600013435210A<GS>21B");
        assertThat(codes.getFirst().lot()).isEqualTo("A<GS>21B");
        assertThat(codes.getFirst().guessed()).isFalse();
        assertThat(codes.get(1).lot()).isEqualTo("A");
        assertThat(codes.get(1).serial()).isEqualTo("B");
    }

    @Test
    void capsLockIsSeenInTheIdentifierOnly() {
        Code code = read("]D2010950600013435210lot-a\u001d21Sn1").getFirst();
        assertThat(code.lot()).isEqualTo("LOT-A");
        assertThat(code.serial()).isEqualTo("sN1");
        assertThat(code.guessed()).isTrue();
        assertThat(code.remarks()).extracting(Remark::code).containsExactly("capsLock");
        assertThat(read("]c1010950600013435210lot-a").getFirst().lot()).isEqualTo("LOT-A");
        assertThat(read("]d2010950600013435210lot-a").getFirst().lot()).isEqualTo("lot-a");
    }

    @Test
    void ordinaryTextsWithSuchCharactersStayTexts() {
        assertThat(read("A|B")).hasSize(1);
        assertThat(read("|")).hasSize(1);
        assertThat(read("~~~~")).hasSize(1);
        assertThat(read("{GS}")).hasSize(1);
        assertThat(read("FNC1 GmbH")).hasSize(1);
    }

    @Test
    void dateWithoutDayIsRemarked() {
        Code code = read("]d201095060001343521727120010A").getFirst();
        assertThat(code.expiry()).isEqualTo("2027-12-31");
        assertThat(code.remarks()).extracting(Remark::code).containsExactly("dayZero");
        assertThat(code.remarks().getFirst().position()).isEqualTo(21);
        assertThat(read("]d201095060001343521727123110A").getFirst().remarks()).isEmpty();
    }
}
