/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UdiTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static @Nullable Udi udi(String raw) {
        return Udi.of(Codes.read(raw, OPTIONS).getFirst());
    }

    @Test
    void everyAgencyGivesTheSameParts() {
        Meaning.Day made = new Meaning.Day(LocalDate.of(2026, 2, 2), true);
        Meaning.Day last = new Meaning.Day(LocalDate.of(2028, 9, 28), true);
        List<Udi> all = List.of(
                new Udi(Udi.Issuer.GS1, "09506000134352", "LOT1", "SER1", made, last, null, null),
                new Udi(Udi.Issuer.HIBCC, "H123PARTNO1", "LOT1", "SER1", made, last, null, 5),
                new Udi(
                        Udi.Issuer.ICCBBA,
                        "A9999XYZ100T0944",
                        "00000000000000LOT1",
                        "00SER1",
                        made,
                        last,
                        "A99971312345600",
                        null),
                new Udi(Udi.Issuer.IFA, "110375286414", "LOT1", "SER1", made, last, null, null));
        for (Udi udi : all) {
            String carrier = udi.carrier(OPTIONS).valueOrNull();
            assertThat(udi(udi.issuer() == Udi.Issuer.GS1 ? "]d2" + carrier : carrier))
                    .isEqualTo(udi);
        }
        for (Udi udi : all.subList(0, 3)) {
            assertThat(udi(udi.readable(OPTIONS).valueOrNull())).isEqualTo(udi);
        }
        assertThat(all.getLast().readable(OPTIONS).valueOrNull())
                .isEqualTo("(9N)110375286414(1T)LOT1(D)280928(S)SER1(16D)20260202");
        assertThat(all.getFirst().readable(OPTIONS).valueOrNull())
                .isEqualTo("(01)09506000134352(11)260202(17)280928(10)LOT1(21)SER1");
        assertThat(all).extracting(udi -> udi.issuer().word()).containsExactly("gs1", "hibcc", "iccbba", "ifa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202H*",
                "=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123",
                "(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234",
                "=)1TE123456A&)123456789X"
            })
    void readableTextGivesTheCarrierBack(String text) {
        Udi udi = udi(text);
        assertThat(udi).isNotNull();
        assertThat(udi(udi.readable(OPTIONS).valueOrNull())).isEqualTo(udi);
        if (!text.contains("$$4")) {
            assertThat(udi.readable(OPTIONS).valueOrNull()).isEqualTo(text);
        }
    }

    @Test
    void monthWithoutDayStaysOne() {
        Udi udi = udi("]d2010950600013435217280900");
        assertThat(udi.expiry()).isEqualTo(new Meaning.Day(LocalDate.of(2028, 9, 30), false));
        assertThat(udi.carrier(OPTIONS).valueOrNull()).isEqualTo("010950600013435217280900");
        Udi hibc = new Udi(Udi.Issuer.HIBCC, "H123ABC1", "L", null, null, udi.expiry(), null, null);
        assertThat(hibc.carrier(OPTIONS).valueOrNull()).startsWith("+H123ABC1/$$0928L");
        assertThat(udi(hibc.carrier(OPTIONS).valueOrNull())).isEqualTo(hibc);
    }

    @Test
    void codeWithoutProductIsNoUdi() {
        assertThat(udi("+83278F8G9H0J2G" + Mod43.of("+83278F8G9H0J2G", 0, 15))).isNull();
        assertThat(udi("=>014032")).isNull();
        assertThat(udi("HELLO")).isNull();
        assertThat(new Udi(Udi.Issuer.IFA, "110375286415", null, null, null, null, null, null)
                        .carrier(OPTIONS)
                        .isOk())
                .isFalse();
        assertThat(new Udi(Udi.Issuer.HIBCC, "H1", null, null, null, null, null, null)
                        .readable(OPTIONS)
                        .isOk())
                .isFalse();
        assertThat(new Udi(Udi.Issuer.GS1, "1", null, null, null, null, null, null)
                        .carrier(OPTIONS)
                        .isOk())
                .isFalse();
    }
}
