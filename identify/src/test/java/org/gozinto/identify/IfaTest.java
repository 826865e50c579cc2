/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class IfaTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2016, 11, 22));

    private static List<Code> read(String raw) {
        return Codes.read(raw, OPTIONS);
    }

    @Test
    void numbersAreProvenByTheirCheckDigits() {
        Ppn ppn = Ppn.of("110375286414").valueOrNull();
        assertThat(ppn.pzn()).isEqualTo(new Pzn("03752864"));
        assertThat(new Pzn("03752864").ppn()).isEqualTo(ppn);
        assertThat(new Pzn("03752864").ntin().digits()).startsWith("0415003752864");
        assertThat(Pzn.ofNtin(new Pzn("03752864").ntin())).isEqualTo(new Pzn("03752864"));
        assertThat(Pzn.ofNtin(new Gtin("09506000134352"))).isNull();
        assertThat(Pzn.of("3752864").valueOrNull()).isEqualTo(new Pzn("03752864"));
        assertThat(Ppn.of("110375286415")).isEqualTo(Reading.bad("checkDigit", "the check digits should be 14", 10));
        assertThat(Pzn.of("03752865")).isEqualTo(Reading.bad("checkDigit", "the check digit should be 4", 7));
        assertThat(Pzn.of("3752865")).isEqualTo(Reading.bad("checkDigit", "the check digit should be 4", 6));
        assertThat(Pzn.of("0375286")).isInstanceOf(Reading.Bad.class);
        assertThat(Ppn.of("1103752864")).isInstanceOf(Reading.Bad.class);
    }

    @Test
    void pznOfCode39StandsAfterAHyphen() {
        for (String raw : List.of("-03752864", "PZN-03752864", "PZN 03752864", "]A0-03752864", "-3752864")) {
            Code code = read(raw).getFirst();
            assertThat(code).as(raw).isInstanceOf(Code.PznCode.class);
            assertThat(code.itemKeys()).containsExactly(new ItemKey(ItemKey.Scheme.PZN, "03752864"));
        }
        assertThat(read("-03752865")).hasSize(1);
        assertThat(read("-03752865").getFirst().remarks())
                .extracting(Remark::position)
                .containsExactly(8);
        assertThat(read("-12").getFirst().remarks()).isEmpty();
    }

    @Test
    void ntinIsAGtinWithAFurtherKey() {
        String gtin = new Pzn("03752864").ntin().digits();
        List<ItemKey> keys =
                List.of(new ItemKey(ItemKey.Scheme.GTIN, gtin), new ItemKey(ItemKey.Scheme.PZN, "03752864"));
        assertThat(read("]d201" + gtin + "10A").getFirst().itemKeys()).isEqualTo(keys);
        assertThat(read("[)>\u001e06\u001d8P" + gtin + "\u001d1TA\u001e\u0004")
                        .getFirst()
                        .itemKeys())
                .isEqualTo(keys);
        assertThat(read(gtin).getFirst().itemKeys()).isEqualTo(keys);
    }

    @Test
    void labelWithoutSeparatorsHasSeveralReadings() {
        String fields = "9N1112345684081TF17L715034D180800SXVTR75973491946876";
        for (String raw :
                List.of(fields, "[)>06" + fields, "[)>\u001e06\u001d" + fields + "\u001e\u0004", "[)> 06 " + fields)) {
            List<Code> codes = read(raw);
            assertThat(codes.size()).as(raw).isGreaterThan(2);
            Code first = codes.getFirst();
            assertThat(first.guessed()).isTrue();
            assertThat(first.lot()).isEqualTo("F17L715034");
            assertThat(first.serial()).isEqualTo("XVTR75973491946876");
            assertThat(first.expiry()).isEqualTo(LocalDate.of(2018, 8, 31));
            assertThat(first.itemKeys()).contains(new ItemKey(ItemKey.Scheme.PPN, "111234568408"));
            for (Code code : codes) {
                code.said()
                        .forEach(said ->
                                assertThat(raw.substring(said.position())).startsWith(said.value()));
            }
            assertThat(codes).anyMatch(code -> "F17L715034D180800".equals(code.lot()));
        }
    }

    @Test
    void wrongPpnNamesNoItem() {
        Code code = read("[)>\u001e06\u001d9N110375286415\u001d1TA\u001e\u0004").getFirst();
        assertThat(code.itemKeys()).isEmpty();
        assertThat(code.remarks())
                .extracting(Remark::code, Remark::position)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("checkDigit", 19));
        assertThat(code.lot()).isEqualTo("A");
    }

    @Property(tries = 1000)
    void whatIsWrittenIsReadAgain(
            @ForAll @IntRange(max = 9_999_999) int number,
            @ForAll @NumericChars @AlphaChars @StringLength(min = 1, max = 20) String lot,
            @ForAll @NumericChars @AlphaChars @StringLength(min = 1, max = 20) String serial,
            @ForAll boolean dayGiven) {
        String digits = String.format(java.util.Locale.ROOT, "%07d", number);
        Pzn pzn = null;
        for (int check = 0; check < 10 && pzn == null; check++) {
            pzn = Pzn.of(digits + check).valueOrNull();
        }
        if (pzn == null) {
            return;
        }
        Meaning.Day day = new Meaning.Day(LocalDate.of(2018, 8, dayGiven ? 7 : 31), dayGiven);
        IfaLabel label = new IfaLabel(pzn.ppn(), lot, serial, day, day);
        Code code = read(label.message(OPTIONS).valueOrNull()).getFirst();
        assertThat(code.lot()).isEqualTo(lot);
        assertThat(code.serial()).isEqualTo(serial);
        assertThat(code.expiry()).isEqualTo(day.date());
        assertThat(code.manufactured()).isEqualTo(day.date());
        assertThat(code.itemKeys())
                .containsExactly(
                        new ItemKey(ItemKey.Scheme.PPN, pzn.ppn().number()),
                        new ItemKey(ItemKey.Scheme.PZN, pzn.digits()));
        assertThat(code.remarks()).isEmpty();
    }
}
