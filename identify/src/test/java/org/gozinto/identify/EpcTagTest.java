/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpcTagTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static EpcTag read(String text) {
        return switch (EpcTag.read(text)) {
            case Reading.Ok<EpcTag> ok -> ok.value();
            case Reading.Bad<EpcTag> bad -> throw new AssertionError(text + ": " + bad);
        };
    }

    /** The summary of examples in the EPC Tag Data Standard, appendix E. */
    @ParameterizedTest
    @CsvSource({
        "sgtin-96:3.0614141.812345.6789,3074257BF7194E4000001A85",
        "sgtin-198:3.0614141.712345.32a%2Fb,3674257BF6B7A659B2C2BF100000000000000000000000000000",
        "sscc-96:3.0614141.1234567890,3174257BF4499602D2000000",
        "sgln-96:3.0614141.12345.400,3274257BF46072000000" + "0190",
        "sgln-195:3.0614141.12345.32a%2Fb,3974257BF46072CD9615F8800000000000000000000000000000",
        "grai-96:3.0614141.12345.400,3374257BF40C0E4000000190",
        "grai-170:3.0614141.12345.32a%2Fb,3774257BF40C0E59B2C2BF1000000000000000000000",
        "giai-96:3.0614141.5678,3474257BF40000000000162E",
        "giai-202:3.0614141.32a%2Fb,3874257BF59B2C2BF1000000000000000000000000000000000" + "0",
    })
    void examplesOfTheStandardAreReadAndWritten(String fields, String hex) {
        String uri = "urn:epc:tag:" + fields;
        EpcTag tag = read(hex);
        assertThat(tag.uri()).isEqualTo(uri);
        assertThat(tag.filter()).isEqualTo(3);
        assertThat(tag.hex()).isEqualTo(hex);
        assertThat(read(uri).hex()).isEqualTo(hex);
        assertThat(read("0x" + hex.toLowerCase(java.util.Locale.ROOT)).epc()).isEqualTo(tag.epc());
        assertThat(read(tag.rawUri()).epc()).isEqualTo(tag.epc());
        assertThat(tag.rawUri()).isEqualTo("urn:epc:raw:" + hex.length() * 4 + ".x" + hex);
    }

    @Test
    void tagIsOneOfTheReadingsOfAScan() {
        Code.EpcCode code =
                (Code.EpcCode) Codes.read("3074257BF7194E4000001A85", OPTIONS).getFirst();
        assertThat(code.gtin()).isEqualTo(new Gtin("80614141123458"));
        assertThat(code.serial()).isEqualTo("6789");
        assertThat(code.tag()).isNotNull();
        assertThat(code.tag().form()).isEqualTo(EpcTag.Form.SGTIN_96);
        assertThat(code.guessed()).isFalse();
        Code urn = Codes.read("urn:epc:tag:sgtin-96:3.0614141.812345.6789", OPTIONS)
                .getFirst();
        assertThat(urn.serial()).isEqualTo("6789");
        assertThat(Codes.read("urn:epc:raw:96.x3074257BF7194E4000001A85", OPTIONS)
                        .getFirst()
                        .serial())
                .isEqualTo("6789");
    }

    @Test
    void tagOfDigitsOnlyIsAGuessBehindTheOtherReadings() {
        String digits = read("urn:epc:tag:sgtin-96:3.0000000.000000.0").hex();
        assertThat(digits).isEqualTo("307400000000000000000000");
        List<Code> codes = Codes.read(digits, OPTIONS);
        assertThat(codes).anySatisfy(c -> assertThat(c).isInstanceOf(Code.ElementStringCode.class));
        assertThat(codes.get(codes.size() - 2)).isInstanceOfSatisfying(Code.EpcCode.class, c -> {
            assertThat(c.guessed()).isTrue();
            assertThat(c.serial()).isEqualTo("0");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "3074257BF7194E4000001A8,length,23",
        "3074257BF7194E4000001A8G,notHex,23",
        "2974257BF7194E4000001A85,epcHeader,0",
        "307C257BF7194E4000001A85,epcPartition,2",
        "3077FFFFFF194E4000001A85,epcField,3",
        "0x3174257BF4499602D2000001,epcField,20",
        "urn:epc:raw:95.x3074257BF7194E4000001A85A,length,12",
        "urn:epc:raw:x,epcRaw,12",
        "urn:epc:tag:sgtin-97:3.0614141.812345.6789,epcKind,12",
        "urn:epc:tag:sgtin-96:8.0614141.812345.6789,epcFilter,21",
        "urn:epc:tag:sgtin-96:3.0614141.812345.06789,serialNumber,38",
        "urn:epc:tag:sgtin-96:3.0614141.812345.274877906944,serialNumber,38",
        "urn:epc:tag:sgtin-96:3.0614141.81234.6789,length,31",
        "urn:epc:tag:sgtin-96:3.0614141.812345.A1,serialNumber,38",
    })
    void badTagsAreRefusedWithReasonAndPosition(String text, String code, int position) {
        assertThat(EpcTag.read(text)).isInstanceOfSatisfying(Reading.Bad.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.position()).isEqualTo(position);
        });
    }

    @Test
    void formWithoutRoomIsRefused() {
        Epc piece = Epc.read("urn:epc:id:sgtin:0614141.812345.SN1").valueOrNull();
        assertThat(piece).isNotNull();
        assertThat(EpcTag.of(piece, EpcTag.Form.SGTIN_96, 1).isOk()).isFalse();
        assertThat(EpcTag.of(piece, EpcTag.Form.SGTIN_198, 1).isOk()).isTrue();
        assertThat(EpcTag.of(piece, EpcTag.Form.SSCC_96, 1).isOk()).isFalse();
        assertThat(EpcTag.of(piece, EpcTag.Form.SGTIN_198, 8).isOk()).isFalse();
    }

    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.strings()
                .withChars(CharSet.X.characters)
                .ofMinLength(1)
                .ofMaxLength(16);
    }

    /** Every form, company prefixes of every length: bits and URI give back the thing. */
    @Property(tries = 3000)
    void writtenTagsAreReadAgain(
            @ForAll @NumericChars @StringLength(13) String body,
            @ForAll("serials") String serial,
            @ForAll @LongRange(min = 0, max = 274_877_906_943L) long number,
            @ForAll @IntRange(min = 6, max = 12) int prefix,
            @ForAll @IntRange(min = 0, max = 7) int filter) {
        String company = body.substring(0, prefix);
        String reference = body.substring(prefix);
        String shorter = body.substring(prefix, 12);
        String text = EpcText.escape(serial.substring(0, Math.min(serial.length(), 30 - prefix)));
        String sscc = body + "0123456789".substring(0, 4);
        for (String fields : List.of(
                "sgtin-96:" + filter + '.' + company + '.' + reference + '.' + number,
                "sgtin-198:" + filter + '.' + company + '.' + reference + '.' + text,
                "sscc-96:" + filter + '.' + company + '.' + sscc.substring(prefix),
                "sgln-96:" + filter + '.' + company + '.' + shorter + '.' + number,
                "sgln-195:" + filter + '.' + company + '.' + shorter + '.' + text,
                "grai-96:" + filter + '.' + company + '.' + shorter + '.' + number,
                "grai-170:" + filter + '.' + company + '.' + shorter + '.' + text,
                "giai-96:" + filter + '.' + company + '.' + number,
                "giai-202:" + filter + '.' + company + '.' + text)) {
            String uri = "urn:epc:tag:" + fields;
            EpcTag tag = read(uri);
            assertThat(tag.uri()).isEqualTo(uri);
            EpcTag again = read(tag.hex());
            assertThat(again.uri()).isEqualTo(uri);
            assertThat(again.epc().urn()).isEqualTo(tag.epc().urn());
        }
    }

    @Property(tries = 3000)
    void anyDigitsAreReadOrRefused(@ForAll @StringLength(max = 70) String text, @ForAll long a, @ForAll long b) {
        String hex = Long.toHexString(a) + Long.toHexString(b) + Long.toHexString(a ^ b);
        for (String one : List.of(
                text,
                "0x" + text,
                "urn:epc:raw:96.x" + text,
                "urn:epc:tag:" + text,
                "30" + hex,
                "31" + hex,
                "32" + hex,
                "33" + hex,
                "34" + hex,
                "36" + hex + hex,
                "38" + hex + "0",
                "39" + hex + hex,
                "urn:epc:tag:sgtin-96:" + text,
                "urn:epc:tag:giai-202:3.0614141." + text)) {
            if (EpcTag.read(one) instanceof Reading.Bad<EpcTag> bad) {
                assertThat(bad.position()).isBetween(0, one.length());
            }
        }
    }
}
