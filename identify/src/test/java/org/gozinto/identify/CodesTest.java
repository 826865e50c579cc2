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
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CodesTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static List<Code> read(String raw) {
        return Codes.read(raw, OPTIONS);
    }

    private static Code.PlainText plain(String raw) {
        return (Code.PlainText) read(raw).getLast();
    }

    @Test
    void keysAreKnownByTheirLengthAndCheckDigit() {
        assertThat(read("9506000134352").getFirst()).isInstanceOf(Code.GtinCode.class);
        assertThat(read("9506000134352").get(1)).isInstanceOf(Code.GlnCode.class);
        assertThat(read("006141411234567890").getFirst()).isInstanceOf(Code.SsccCode.class);
        assertThat(read("]E09506000134352").getFirst().gtin()).isEqualTo(new Gtin("09506000134352"));
        assertThat(read("]I109506000134352").getFirst().gtin()).isEqualTo(new Gtin("09506000134352"));
    }

    @Test
    void gs1SymbolGivesItsParts() {
        Code code = read("]d2010950600013435210LOT-A/7\u001d21SN0001").getFirst();
        assertThat(code).isInstanceOf(Code.ElementStringCode.class);
        assertThat(code.gtin()).isEqualTo(new Gtin("09506000134352"));
        assertThat(code.lot()).isEqualTo("LOT-A/7");
        assertThat(code.serial()).isEqualTo("SN0001");
        assertThat(read("]C100006141411234567890").getFirst().sscc()).isEqualTo(new Sscc("006141411234567890"));
    }

    @Test
    void linkAndUrnGiveTheSameParts() {
        Code link = read("]Q1https://a.example/01/09506000134352/21/7").getFirst();
        Code urn = read("urn:epc:id:sgtin:9506000.013435.7").getFirst();
        assertThat(link.gtin()).isEqualTo(urn.gtin());
        assertThat(link.serial()).isEqualTo(urn.serial()).isEqualTo("7");
    }

    @Test
    void compositeSymbolJoinsItsTwoParts() {
        Code code = read("]E09506000134352|]e01728020010A1").getFirst();
        assertThat(code.gtin()).isEqualTo(new Gtin("09506000134352"));
        assertThat(code.lot()).isEqualTo("A1");
        assertThat(code.remarks()).extracting(Remark::code).containsExactly("dayZero");
    }

    @Test
    void plainTextIsAlwaysTheLastReading() {
        assertThat(read("XN0001")).containsExactly(new Code.PlainText("XN0001", "XN0001", List.of()));
        assertThat(read("SN0001").getLast()).isEqualTo(new Code.PlainText("SN0001", "SN0001", List.of()));
        assertThat(plain(" 21SN0001\n").text()).isEqualTo("21SN0001");
        assertThat(read("21SN0001").getFirst().serial()).isEqualTo("SN0001");
        assertThat(read("")).hasSize(1);
        assertThat(plain("]C0ABC").text()).isEqualTo("ABC");
    }

    @Test
    void brokenCodesSayWhatIsWrongAndWhere() {
        assertThat(plain("9506000134351").problems())
                .containsExactly(new Remark("checkDigit", "the check digit should be 2", 12));
        assertThat(plain("]C10109506000134351").problems())
                .singleElement()
                .satisfies(p -> assertThat(p.position()).isEqualTo(18));
        assertThat(plain("]Q1https://a/01/09506000134351").problems())
                .singleElement()
                .satisfies(p -> assertThat(p.position()).isEqualTo(29));
        assertThat(plain("urn:epc:id:sgtin:1").problems()).hasSize(1);
        assertThat(plain("010950600013435110A").problems())
                .extracting(Remark::code)
                .contains("checkDigit");
        assertThat(plain("x".repeat(10_000)).problems())
                .extracting(Remark::code)
                .containsExactly("tooLong");
        assertThat(plain("LOT 7").problems()).isEmpty();
    }

    @Property(tries = 5000)
    void anyTextHasAReading(@ForAll @StringLength(max = 60) String text) {
        for (String prefix : new String[] {"", "]C1", "]E0", "http", "urn:epc:", "(", "01"}) {
            List<Code> codes = Codes.read(prefix + text, OPTIONS);
            assertThat(codes.getLast()).isInstanceOf(Code.PlainText.class);
            assertThat(codes).allMatch(c -> c.raw().equals(prefix + text));
            for (Code code : codes) {
                assertThat(code.gtin() == null || code.gtin().digits().length() == 14)
                        .isTrue();
            }
        }
    }

    @Test
    void hostileTextsTakeBoundedTime() {
        String[] texts = {
            "1".repeat(256),
            "91".repeat(128),
            "10".repeat(128),
            "21".repeat(100) + "(",
            "400".repeat(85),
            "^".repeat(8_000),
            "(10)A".repeat(1_600),
            "(".repeat(8_000),
            "https://a" + "/01".repeat(2_700),
            "http://a/01/1?" + "9=&".repeat(2_600)
        };
        for (int round = 0; round < 3; round++) {
            for (String text : texts) {
                long start = System.nanoTime();
                assertThat(Codes.read(text, OPTIONS)).isNotEmpty();
                long ms = (System.nanoTime() - start) / 1_000_000;
                assertThat(ms).as(text.substring(0, 10)).isLessThan(1_000);
                System.out.println(text.substring(0, 10) + "… " + ms + " ms");
            }
        }
    }

    @Test
    void aScanIsReadInMicroseconds() {
        String scan = "]d201095060001343521727123110LOT-A/7\u001d21SN0001";
        int found = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 12; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 50_000; i++) {
                found += Codes.read(scan, OPTIONS).size();
            }
            best = Math.min(best, (System.nanoTime() - start) / 50_000);
        }
        System.out.println("one scan in " + best + " ns");
        assertThat(found).isEqualTo(12 * 50_000 * 2);
        assertThat(best).isLessThan(20_000);
    }
}
