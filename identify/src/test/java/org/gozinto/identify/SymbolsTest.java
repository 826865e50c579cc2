/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolsTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static Symbols read(String... scans) {
        return Symbols.read(List.of(scans), OPTIONS);
    }

    private static List<String> conflicts(String... scans) {
        Symbols symbols = read(scans);
        assertThat(symbols.agree()).isFalse();
        assertThat(symbols.gtin()).isNull();
        assertThat(symbols.lot()).isNull();
        assertThat(symbols.itemKeys()).isEmpty();
        assertThat(symbols.elements(OPTIONS)).isNull();
        return symbols.conflicts().stream()
                .map(c -> c.code() + ' ' + c.first() + ' ' + c.second())
                .toList();
    }

    @Test
    void itemFromOneSymbolAndLotFromAnotherAreOneItem() {
        Symbols symbols = read("]C10109506000134352", "]C11727123110LOT-A/7");
        assertThat(symbols.agree()).isTrue();
        assertThat(symbols.gtin()).isEqualTo(new Gtin("09506000134352"));
        assertThat(symbols.lot()).isEqualTo("LOT-A/7");
        assertThat(symbols.expiry()).isEqualTo("2027-12-31");
        assertThat(symbols.notes()).isEmpty();
        assertThat(symbols.values())
                .extracting(
                        t -> t.symbol() + " " + t.said().id() + " " + t.said().position())
                .containsExactly("0 01 5", "1 17 5", "1 10 13");
        assertThat(symbols.elements(OPTIONS).bracketed()).isEqualTo("(01)09506000134352(17)271231(10)LOT-A/7");
    }

    @Test
    void whatOneSymbolLacksAloneIsNotedWhenAllLackIt() {
        assertThat(read("]C11727123110LOT").notes())
                .extracting(n -> n.remark().code())
                .contains("requires");
        assertThat(read("]C11727123110LOT", "]E09506000134352").notes()).isEmpty();
        assertThat(read("]C11727123110LOT", "urn:epc:id:sgtin:9506000.013435.7").serial())
                .isEqualTo("7");
    }

    @Test
    void contradictionsAreNamedAndNothingIsMerged() {
        assertThat(conflicts("]C10109506000134352", "]C10109506000134369")).containsExactly("gtin 0 1");
        assertThat(conflicts("]C10109506000134352", "]C110A", "]C110B")).containsExactly("lot 1 2");
        assertThat(conflicts("]C10109506000134352", "]C102095060001343523712")).contains("excludes 0 1");
        assertThat(conflicts("]C10109506000134352", "]C117271231", "]C117271130"))
                .containsExactly("expiry 1 2");
        assertThat(conflicts("]C1010950600013435291A", "]C191B")).containsExactly("repeated 0 1");
    }

    @Test
    void monthIsNoContradictionToADayOfIt() {
        Symbols symbols = read("]C1010950600013435217271200", "]C117271215");
        assertThat(symbols.agree()).isTrue();
        assertThat(symbols.expiry()).isEqualTo("2027-12-15");
        assertThat(symbols.elements(OPTIONS).text("17")).isEqualTo("271215");
        assertThat(symbols.notes())
                .extracting(n -> n.symbol() + n.remark().code())
                .containsExactly("0dayZero");
    }

    @Test
    void sameSymbolTwiceIsNoContradiction() {
        assertThat(read("]C10109506000134352", "9506000134352", "https://a.example/01/09506000134352")
                        .agree())
                .isTrue();
    }

    @Test
    void guessThatFitsTheOtherSymbolsIsTaken() {
        Symbols symbols = read("]C10109506000134352", "]C110LOT-A/7", "10LOT-A/721SN0001");
        assertThat(symbols.agree()).isTrue();
        assertThat(symbols.serial()).isEqualTo("SN0001");
        assertThat(symbols.guessed()).isTrue();
    }

    @Test
    void tooManySymbolsAreSaidAndNotMerged() {
        assertThat(Symbols.read(Collections.nCopies(17, "]C10109506000134352"), OPTIONS)
                        .conflicts())
                .extracting(Symbols.Conflict::code)
                .containsExactly("tooMany");
        assertThat(Symbols.read(List.of(), OPTIONS).agree()).isTrue();
    }
}
