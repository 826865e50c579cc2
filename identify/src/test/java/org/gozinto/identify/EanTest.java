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
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EanTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static List<Code> read(String raw) {
        return Codes.read(raw, OPTIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "04252614,042100005264",
        "01234505,012000003455",
        "01234531,012300000451",
        "01234543,012340000053",
        "01234565,012345000065",
    })
    void shortFormIsExpanded(String upcE, String upcA) {
        String right = upcE.substring(0, 7) + upcA.charAt(11);
        assertThat(CheckDigit.isRight(upcA)).isTrue();
        assertThat(read("]E0" + right).getFirst().gtin()).isEqualTo(new Gtin("00" + upcA));
        assertThat(read("]E0" + right).getFirst().guessed()).isFalse();
        assertThat(read(right)).anySatisfy(c -> assertThat(c.gtin()).isEqualTo(new Gtin("00" + upcA)));
    }

    @Test
    void shortFormStandsBesideGtin8WhereBothCheckDigitsFit() {
        String both = null;
        for (int i = 0; i < 1_000_000 && both == null; i++) {
            String body = "0" + TagLayout.padded(i, 6);
            String expanded = Ean.expanded('0', body.substring(1));
            String eight = body + CheckDigit.of(body);
            both = expanded != null && expanded.charAt(11) == eight.charAt(7) ? eight : null;
        }
        List<Code> codes = read(both);
        assertThat(codes).hasSizeGreaterThan(2);
        assertThat(codes.getFirst().guessed()).isFalse();
        assertThat(codes.getFirst().gtin()).isEqualTo(new Gtin("000000" + both));
        assertThat(codes.get(1).guessed()).isTrue();
        assertThat(codes.get(1).remarks()).extracting(Remark::code).containsExactly("upcE");
    }

    @Test
    void sixTypedDigitsAreAGuessBeforeTheText() {
        List<Code> codes = read("425261");
        assertThat(codes.get(codes.size() - 2).gtin()).isEqualTo(new Gtin("00042100005264"));
        assertThat(codes.get(codes.size() - 2).guessed()).isTrue();
        assertThat(codes.getLast().remarks()).isEmpty();
    }

    @Test
    void addOnIsSaidBesideTheItem() {
        for (String scan : List.of("]E3977147396801205", "]E39771473968012 05", "]E39771473968012+05")) {
            Code code = read(scan).getFirst();
            assertThat(code.gtin()).isEqualTo(new Gtin("09771473968012"));
            assertThat(code.said()).singleElement().satisfies(s -> {
                assertThat(s.value()).isEqualTo("05");
                assertThat(scan.startsWith("05", s.position())).isTrue();
            });
        }
        assertThat(read("]E105"))
                .singleElement()
                .satisfies(c -> assertThat(c.remarks()).extracting(Remark::code).containsExactly("addOn"));
    }

    @Test
    void symbolOf2Of5HasNoElementStrings() {
        List<Code> codes = read("]I100012345600012");
        assertThat(codes).noneMatch(Code.ElementStringCode.class::isInstance);
        assertThat(read("]I109506000134352").getFirst().gtin()).isEqualTo(new Gtin("09506000134352"));
        assertThat(read("]I109506000134352").getFirst().symbology()).isEqualTo("]I1");
        assertThat(read("9506000134352").getFirst().symbology()).isNull();
        assertThat(read("]E495050003").getFirst().gtin()).isEqualTo(new Gtin("00000095050003"));
        assertThat(read("]L30109506000134352").getFirst()).isInstanceOf(Code.ElementStringCode.class);
    }

    /** Leaving out zeros and putting them back gives the same number. */
    @Property(tries = 3000)
    void expandedNumbersHaveTheirCheckDigit(@ForAll @NumericChars @StringLength(6) String six) {
        String expanded = Ean.expanded('1', six);
        if (expanded != null) {
            assertThat(expanded).hasSize(12).startsWith("1");
            assertThat(CheckDigit.isRight(expanded)).isTrue();
            assertThat(read("]E01" + six + expanded.charAt(11)).getFirst().gtin())
                    .isEqualTo(new Gtin("00" + expanded));
        }
    }
}
