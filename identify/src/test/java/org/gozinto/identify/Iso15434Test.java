/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Iso15434Test {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));
    private static final String GS = "\u001d";
    private static final String RS = "\u001e";
    private static final String EOT = "\u0004";
    private static final String REEL = "[)>" + RS + "06" + GS + "P445-175" + GS + "1PTFM252" + GS + "K" + GS + "10D2532"
            + GS + "1T0844" + GS + "4LJP" + GS + "Q10" + RS + EOT;

    private static List<Iso15434> all(String raw) {
        return Codes.read(raw, OPTIONS).stream()
                .filter(Code.Iso15434Code.class::isInstance)
                .map(code -> ((Code.Iso15434Code) code).data())
                .toList();
    }

    private static Iso15434 read(String raw) {
        assertThat(all(raw)).as(raw).isNotEmpty();
        return all(raw).getFirst();
    }

    private static void assertReel(Iso15434 reel) {
        assertThat(reel.itemKeys())
                .containsExactly(
                        new ItemKey(ItemKey.Scheme.CUSTOMER_PART, "445-175"),
                        new ItemKey(ItemKey.Scheme.PART, "TFM252"));
        assertThat(reel.lot()).isEqualTo("0844");
        assertThat(reel.quantity()).isEqualByComparingTo("10");
        assertThat(reel.find("4L").value()).isEqualTo("JP");
    }

    @Test
    void reelLabelNamesPartsLotAndQuantity() {
        Iso15434 reel = read(REEL);
        assertReel(reel);
        assertThat(reel.guessed()).isFalse();
        assertThat(reel.remarks()).extracting(Remark::code, Remark::position).containsExactly(tuple("empty", 25));
        for (Said said : reel.values()) {
            assertThat(REEL.substring(said.position())).startsWith(said.value());
        }
        assertThat(reel.find("10D").meaning())
                .isEqualTo(new Meaning.Days(LocalDate.of(2025, 8, 4), LocalDate.of(2025, 8, 10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{RS} {GS} {EOT}", "<RS> <GS> <EOT>", "\u241E \u241D \u2404", "~ ^ #", "^ ^ ^", "| | |", "! ; _"
            })
    void separatorsMayBeReplaced(String standIns) {
        String[] s = standIns.split(" ", -1);
        String raw = "]d1" + REEL.replace(RS, s[0]).replace(GS, s[1]).replace(EOT, s[2]);
        Iso15434 reel = read(raw);
        assertReel(reel);
        assertThat(reel.guessed()).isTrue();
        assertThat(reel.remarks()).extracting(Remark::code).contains("replaced");
        for (Said said : reel.values()) {
            assertThat(raw.substring(said.position())).startsWith(said.value());
        }
    }

    @Test
    void missingMarksAreToldButReadOver() {
        Iso15434 open = read(REEL.replace(RS + EOT, ""));
        assertReel(open);
        assertThat(open.remarks()).extracting(Remark::code).contains("trailer");
        assertThat(open.guessed()).isFalse();
        Iso15434 noGs = read(REEL.replace("06" + GS, "06"));
        assertReel(noGs);
        assertThat(noGs.remarks()).extracting(Remark::code, Remark::position).contains(tuple("separator", 6));
        assertReel(read(REEL.replace("[)>" + RS, "[)>")));
        assertReel(read(">" + REEL));
        assertReel(read(REEL.substring(3)));
        assertReel(read(REEL.substring(4)));
        assertThat(read(REEL.substring(4)).guessed()).isTrue();
    }

    @Test
    void severalFormatsAreReadTogether() {
        String raw = "[)>" + RS + "05" + GS + "0109506000134352" + "10A1" + GS + "21S1" + RS + "06" + GS + "Q5" + RS
                + "01" + GS + "96X" + RS + "12" + GS + "SER 42" + GS + "PNR 7-1" + GS + "bad" + RS + EOT;
        Iso15434 code = read(raw);
        assertThat(code.formats()).extracting(Iso15434.Format::number).containsExactly("05", "06", "01", "12");
        assertThat(code.gtin()).isEqualTo(new Gtin("09506000134352"));
        assertThat(code.lot()).isEqualTo("A1");
        assertThat(code.serial()).isEqualTo("S1");
        assertThat(code.quantity()).isEqualByComparingTo("5");
        assertThat(code.itemKeys()).contains(new ItemKey(ItemKey.Scheme.PART, "7-1"));
        assertThat(code.remarks()).extracting(Remark::code).containsExactly("textElement");
        for (Said said : code.values()) {
            assertThat(raw.substring(said.position())).startsWith(said.value());
        }
        String ata = "[)>" + RS + "12" + GS + "MFR 12345" + GS + "SER 77" + RS + EOT;
        assertThat(read(ata).serial()).isEqualTo("77");
    }

    @Test
    void wrongValuesAreToldAtTheirPlace() {
        String raw = "[)>" + RS + "06" + GS + "14D20281301" + GS + "QX" + GS + "8P09506000134351" + GS + "999XA" + GS
                + "-" + RS + EOT;
        Iso15434 code = read(raw);
        assertThat(code.remarks())
                .extracting(Remark::code, Remark::position)
                .containsExactly(
                        tuple("month", 14),
                        tuple("notDigit", 20),
                        tuple("checkDigit", 37),
                        tuple("unknownDi", 39),
                        tuple("dataIdentifier", 45));
        assertThat(code.gtin()).isNull();
        assertThat(code.expiry()).isNull();
        assertThat(code.itemKeys()).isEmpty();
    }

    @Test
    void envelopeGoneWrongIsToldAtItsPlace() {
        assertThat(Codes.read("[))" + RS + "0000", OPTIONS).getFirst().remarks())
                .containsExactly(new Remark("envelope", "the envelope begins with [)>", 2));
        assertThat(Codes.read("[)>" + RS + "X6" + GS + "P1", OPTIONS).getFirst().remarks())
                .extracting(Remark::code, Remark::position)
                .containsExactly(tuple("format", 4));
        assertThat(Codes.read("[)>", OPTIONS).getFirst().remarks())
                .extracting(Remark::code)
                .containsExactly("empty");
    }

    @Test
    void licensePlateMayHoldAnSscc() {
        assertThat(read("[)>" + RS + "06" + GS + "8S006141411234567890" + RS + EOT)
                        .sscc())
                .isEqualTo(new Sscc("006141411234567890"));
        assertThat(read("[)>" + RS + "06" + GS + "1J00006141411234567890" + RS + EOT)
                        .sscc())
                .isEqualTo(new Sscc("006141411234567890"));
        assertThat(read("[)>" + RS + "06" + GS + "1JUN123456789A2B4" + RS + EOT).sscc())
                .isNull();
    }

    @Test
    void labelIsNotWrittenWithWrongValues() {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("1T", "L1");
        values.put("Q", "1O");
        assertThat(DataLabel.of(values).message(OPTIONS))
                .isEqualTo(Reading.bad("notDigit", "Q: a digit is expected here", 1));
        assertThat(new DataLabel(List.of()).message(OPTIONS).isOk()).isFalse();
        assertThat(DataLabel.linear(new DataLabel.Field("77X", "1"), OPTIONS).isOk())
                .isFalse();
        assertThat(DataLabel.linear(new DataLabel.Field("1T", "L" + GS), OPTIONS))
                .isInstanceOfSatisfying(
                        Reading.Bad.class, bad -> assertThat(bad.position()).isEqualTo(1));
        assertThat(DataLabel.linear(new DataLabel.Field("1T", "L1"), OPTIONS).valueOrNull())
                .isEqualTo("1TL1");
    }

    @Test
    void everyIdentifierOfTheTableIsFoundByItsText() {
        assertThat(DiTable.all()).hasSizeGreaterThan(300);
        for (Di di : DiTable.all()) {
            assertThat(DiTable.at(di.code() + "X", 0, di.code().length() + 1)).isSameAs(di);
            assertThat(di.title()).isNotBlank();
        }
        assertThat(DiTable.at("01T", 0, 3)).isNull();
        assertThat(DiTable.at("1234T", 0, 5)).isNull();
    }

    @Property(tries = 2000)
    void whatIsWrittenIsReadAgain(
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(min = 1, max = 50) String lot,
            @ForAll @CharRange(from = '0', to = 'Z') @StringLength(min = 1, max = 50) String serial,
            @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 50) String part,
            @ForAll @IntRange(max = 1_000_000) int count) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("P", part);
        values.put("1P", part);
        values.put("Q", String.valueOf(count));
        values.put("1T", lot);
        values.put("S", serial);
        values.put("14D", "20280930");
        values.put("16D", "20260900");
        Iso15434 read = read(DataLabel.of(values).message(OPTIONS).valueOrNull());
        assertThat(read.lot()).isEqualTo(lot);
        assertThat(read.serial()).isEqualTo(serial);
        assertThat(read.itemKeys()).extracting(ItemKey::value).containsExactly(part, part);
        assertThat(read.quantity()).isEqualByComparingTo(String.valueOf(count));
        assertThat(read.expiry()).isEqualTo(LocalDate.of(2028, 9, 30));
        assertThat(read.find("16D").meaning()).isEqualTo(new Meaning.Day(LocalDate.of(2026, 9, 30), false));
        assertThat(read.remarks()).isEmpty();
        assertThat(read.guessed()).isFalse();
    }
}
