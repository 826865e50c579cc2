/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpcTest {

    private static Epc read(String urn) {
        Epc epc = Epc.read(urn).valueOrNull();
        assertThat(epc).as(urn).isNotNull();
        return epc;
    }

    @Test
    void piecesLotsPalletsAndPlacesHaveTheirKeys() {
        assertThat(read("urn:epc:id:sgtin:030001.0012345.11"))
                .isEqualTo(new Epc.Sgtin(
                        "urn:epc:id:sgtin:030001.0012345.11",
                        new Gtin("0030001012345" + CheckDigit.of("0030001012345")),
                        "11",
                        6));
        assertThat(read("urn:epc:class:lgtin:4012345.012345.998%2F877"))
                .isInstanceOfSatisfying(
                        Epc.Lgtin.class, it -> assertThat(it.lot()).isEqualTo("998/877"));
        assertThat(read("urn:epc:idpat:sgtin:4012345.012345.*")).isInstanceOf(Epc.GtinClass.class);
        assertThat(read("urn:epc:id:sscc:030001.41234567890"))
                .isInstanceOfSatisfying(
                        Epc.SsccEpc.class, it -> assertThat(it.sscc().digits()).startsWith("4030001123456789"));
        assertThat(read("urn:epc:id:sgln:030001.111111.0")).isInstanceOfSatisfying(Epc.Sgln.class, it -> {
            assertThat(it.gln().digits()).startsWith("030001111111");
            assertThat(it.extension()).isNull();
        });
        assertThat(read("urn:epc:id:sgln:950600013437..A.1"))
                .isInstanceOfSatisfying(
                        Epc.Sgln.class, it -> assertThat(it.extension()).isEqualTo("A.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:epc:id:sgtin:0614141.812345.6789",
                "urn:epc:id:sgtin:0614141.812345.A%2FB%25.1",
                "urn:epc:class:lgtin:4012345.012345.998877",
                "urn:epc:idpat:sgtin:0614141.812345.*",
                "urn:epc:id:sscc:0614141.1234567890",
                "urn:epc:id:sgln:0614141.12345.400",
                "urn:epc:id:sgln:0614141.12345.0",
                "urn:epc:id:grai:0614141.12345.400",
                "urn:epc:id:giai:0614141.12345400",
                "urn:epc:id:gsrn:0614141.1234567890",
                "urn:epc:id:gsrnp:0614141.1234567890",
                "urn:epc:id:gdti:0614141.12345.400",
                "urn:epc:id:sgcn:4012345.67890.04711",
                "urn:epc:id:ginc:0614141.xyz47%2F11",
                "urn:epc:id:gsin:0614141.123456789",
                "urn:epc:id:pgln:1234567.89012",
                "urn:epc:id:itip:4012345.012345.01.02.987",
                "urn:epc:id:upui:1234567.089456.51qIgY)%3C%26Jp3*j7SDB",
                "urn:epc:id:cpi:0614141.123ABC.123456789",
                "urn:epc:idpat:grai:4012345.99999.*",
                "urn:epc:id:usdod:2S194.12345678901",
                "urn:epc:idpat:sgtin:0614141.*.*",
                "urn:epc:idpat:sscc:0614141.*",
                "urn:epc:id:bic:CSQU3054383",
            })
    void urnsAreWrittenAsTheyWereRead(String urn) {
        assertThat(read(urn).urn()).isEqualTo(urn);
        assertThat(read(urn).raw()).isEqualTo(urn);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:sgtin:0614141.81234.6789,length,25",
        "urn:epc:id:sgtin:0614141.812345,epcFields,31",
        "urn:epc:id:sgtin:0614141.812345.,length,32",
        "urn:epc:id:sgtin:06141.81234567.1,companyPrefix,17",
        "urn:epc:id:sgtin:0614141.8123x5.1,notDigit,29",
        "urn:epc:id:sgtin:0614141.812345.a%2,percent,33",
        "urn:epc:tag:sgtin-96:3.0614141.812345.6789,epcKind,8",
        "urn:uuid:1,notEpc,0",
        "urn:epc:id,notEpc,10",
    })
    void badUrnsAreRefusedWithReasonAndPosition(String urn, String code, int position) {
        assertThat(Epc.read(urn)).isInstanceOfSatisfying(Reading.Bad.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.position()).isEqualTo(position);
        });
    }

    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.strings()
                .withChars(CharSet.X.characters)
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Property(tries = 2000)
    void builtUrnsAreReadAgain(
            @ForAll @NumericChars @StringLength(13) String body,
            @ForAll("serials") String serial,
            @ForAll @IntRange(min = 6, max = 12) int prefix) {
        Gtin gtin = new Gtin(body + CheckDigit.of(body));
        Epc piece = Epc.sgtin(gtin, serial, prefix).valueOrNull();
        assertThat(piece).isInstanceOfSatisfying(Epc.Sgtin.class, it -> {
            assertThat(it.gtin()).isEqualTo(gtin);
            assertThat(it.serial()).isEqualTo(serial);
            assertThat(it.prefixLength()).isEqualTo(prefix);
            assertThat(it.urn()).isEqualTo(it.raw());
        });
        Epc lot = Epc.lgtin(gtin, serial, prefix).valueOrNull();
        assertThat(lot)
                .isInstanceOfSatisfying(
                        Epc.Lgtin.class, it -> assertThat(it.lot()).isEqualTo(serial));
        assertThat(Epc.gtinClass(gtin, prefix).isOk()).isTrue();
    }

    @Test
    void keysBecomeUrnsWithTheLengthOfTheirCompanyPrefix() {
        Sscc sscc = new Sscc("106141412345678908");
        assertThat(read(Epc.sscc(sscc, 7).valueOrNull().urn()))
                .isEqualTo(new Epc.SsccEpc("urn:epc:id:sscc:0614141.1234567890", sscc, 7));
        assertThat(Epc.sgln(new Gln("9506000134376"), null, 12).valueOrNull().urn())
                .isEqualTo("urn:epc:id:sgln:950600013437..0");
        assertThat(Epc.sgtin(new Gtin("09506000134352"), "1", 13).isOk()).isFalse();
        assertThat(Epc.sgtin(new Gtin("09506000134352"), "ä", 7).isOk()).isFalse();
    }

    @Property(tries = 3000)
    void anyTextIsReadOrRefused(@ForAll @StringLength(max = 40) String text) {
        for (String prefix :
                new String[] {"", "urn:epc:id:sgtin:", "urn:epc:id:sgtin:0614141.812345.", "urn:epc:idpat:itip:"}) {
            if (Epc.read(prefix + text) instanceof Reading.Bad<Epc> bad) {
                assertThat(bad.position()).isBetween(0, prefix.length() + text.length());
            }
        }
    }

    @Provide
    Arbitrary<String> urnLike() {
        return Arbitraries.strings().withChars("0123456789.*%-").ofMaxLength(30);
    }

    @Property(tries = 3000)
    void anyFieldsAreReadOrRefused(@ForAll("urnLike") String fields) {
        for (String scheme : "sgtin sscc sgln grai giai gsrn gsrnp gdti sgcn ginc gsin pgln itip upui cpi".split(" ")) {
            assertThat(Epc.read("urn:epc:id:" + scheme + ":" + fields)).isNotNull();
            assertThat(Epc.read("urn:epc:idpat:" + scheme + ":" + fields)).isNotNull();
        }
    }
}
