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

class OtherFamiliesTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static List<Code> read(String raw) {
        return Codes.read(raw, OPTIONS);
    }

    @Test
    void vehicleIsKnownByItsCheckDigit() {
        Code code = read("1M8GDM9AXKP042788").getFirst();
        assertThat(code).isInstanceOf(Code.VinCode.class);
        assertThat(code.serial()).isEqualTo("1M8GDM9AXKP042788");
        assertThat(code.guessed()).isFalse();
        assertThat(read("]A0I1M8GDM9AXKP042788").getFirst().serial()).isEqualTo("1M8GDM9AXKP042788");
        assertThat(((Code.VinCode) code).vin().modelYears(OPTIONS.today())).containsExactly(2019, 1989);
        assertThat(((Code.VinCode) code).vin().manufacturer()).isEqualTo("1M8");
        assertThat(Vin.of("11111111111111111").isOk()).isTrue();
    }

    @Test
    void checkDigitIsAskedForInNorthAmericaOnly() {
        assertThat(read("1M8GDM9A1KP042788").getFirst().remarks())
                .containsExactly(new Remark("checkDigit", "the check digit at place 9 should be X", 8));
        Code european = read("WVWZZZ1JZXW000001").getFirst();
        assertThat(european).isInstanceOf(Code.VinCode.class);
        assertThat(european.guessed()).isTrue();
        assertThat(european.remarks()).extracting(Remark::position).containsExactly(8);
        assertThat(Vin.of("WVWZZZ1JZXO000001"))
                .isInstanceOfSatisfying(
                        Reading.Bad.class, bad -> assertThat(bad.position()).isEqualTo(10));
        assertThat(Vin.of("WVW")).isInstanceOf(Reading.Bad.class);
    }

    @Test
    void phoneIsKnownByItsCheckDigit() {
        Code code = read("490154203237518").getFirst();
        assertThat(code).isInstanceOf(Code.ImeiCode.class);
        assertThat(code.serial()).isEqualTo("490154203237518");
        assertThat(code.guessed()).isFalse();
        assertThat(((Code.ImeiCode) code).imei().type()).isEqualTo("49015420");
        assertThat(read("490154203237517")).noneMatch(Code.ImeiCode.class::isInstance);
        assertThat(read("4901542032375101")).anyMatch(c -> c instanceof Code.ImeiCode && c.guessed());
        assertThat(Imei.of("490154203237517")).isEqualTo(Reading.bad("checkDigit", "the check digit should be 8", 14));
    }

    @Test
    void linearLabelsHaveOneIdentifierEach() {
        assertThat(read("1TABC").getFirst().lot()).isEqualTo("ABC");
        assertThat(read("]A01TABC").getFirst().said().getFirst().position()).isEqualTo(5);
        assertThat(read("P123").getFirst().itemKeys())
                .containsExactly(new ItemKey(ItemKey.Scheme.CUSTOMER_PART, "123"));
        assertThat(read("SN0001").getFirst().serial()).isEqualTo("N0001");
        assertThat(read("Q10").getFirst().quantity()).isEqualByComparingTo("10");
        assertThat(read("7Q10.5KG").getFirst().quantity()).isEqualByComparingTo("10.5");
        assertThat(read("14D20281231").getFirst().expiry()).isEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(read("9N110375286414").getFirst().itemKeys()).hasSize(2);
        assertThat(read("1TABC").getFirst().guessed()).isTrue();
        assertThat(read("1TABC").getFirst().family().word()).isEqualTo("dataIdentifiers");
        for (String none : List.of("Q", "QX", "1T", "SMITH", "LOT 7", "14D20281331", "4LXX", "1P\u00e9")) {
            assertThat(read(none)).as(none).hasSize(1);
        }
    }

    @Test
    void rowOfIdentifiersNeedsNoEnvelope() {
        Code code = read("P123\u001d1TABC\u001dQ10\u001e\u0004").getFirst();
        assertThat(code.lot()).isEqualTo("ABC");
        assertThat(code.quantity()).isEqualByComparingTo("10");
        assertThat(code.guessed()).isTrue();
    }

    @Test
    void gs1ReadingsStayInFront() {
        assertThat(read("0109506000134352").getFirst()).isInstanceOf(Code.ElementStringCode.class);
        assertThat(read("]C1211TABC").getFirst().serial()).isEqualTo("1TABC");
        assertThat(read("]d2+A123BJC5D6E71G")).hasSize(1);
        assertThat(read("9506000134352").getFirst()).isInstanceOf(Code.GtinCode.class);
        assertThat(read("]E09506000134352")).hasSize(2);
    }

    @Property(tries = 20_000)
    void anyTextHasAReadingWithPlacesInIt(@ForAll @StringLength(max = 40) String text) {
        String rs = "\u001e";
        String gs = "\u001d";
        String[] prefixes = {
            "+",
            "*+",
            "+A123",
            "+$$",
            "+H123ABC1/$$8",
            "=",
            "=/",
            "&",
            "=+01000",
            "[)>",
            "[)>" + rs + "06" + gs,
            "[)>" + rs + "05" + gs,
            "[)>" + rs + "12" + gs,
            "[)>{RS}06",
            ">[)>~06^",
            "-",
            "PZN",
            "9N11",
            rs,
            "06" + gs,
            "1T",
            "S",
            "I",
            "[)>069N1112345684081T"
        };
        for (String prefix : prefixes) {
            String raw = prefix + text;
            for (Code code : Codes.read(raw, OPTIONS)) {
                assertThat(code.raw()).isEqualTo(raw);
                code.said().forEach(said -> assertThat(said.position()).isBetween(0, raw.length()));
                code.remarks().forEach(remark -> assertThat(remark.position()).isBetween(0, raw.length()));
                code.itemKeys();
                code.lot();
                code.serial();
                code.sscc();
                code.expiry();
                code.quantity();
                Udi.of(code);
            }
        }
    }

    @Test
    void hostileTextsAreAnsweredAtOnce() {
        String[] texts = {
            "[)>069N111234568408" + "1TS".repeat(80),
            "9N111234568408" + "S1TQ1D180800".repeat(19),
            "[)>" + "\u001e06".repeat(2_700),
            "[)>\u001e06" + "\u001dP1".repeat(2_000),
            "[)>" + "{RS}".repeat(2_000),
            "=/A9999XYZ100T0944".repeat(400),
            "+A1231" + "/S".repeat(4_000)
        };
        for (String text : texts) {
            assertThat(Codes.read(text, OPTIONS).size()).isBetween(1, 40);
        }
    }
}
