/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HibcTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Options OPTIONS = Options.on(TODAY);

    private static Hibc read(String raw) {
        Code code = Codes.read(raw, OPTIONS).getFirst();
        assertThat(code).as(raw).isInstanceOf(Code.HibcCode.class);
        assertThat(code.family()).isEqualTo(Code.Family.HIBC);
        return ((Code.HibcCode) code).data();
    }

    /** Closes a text with its check character. */
    private static String closed(String text) {
        return text + Mod43.of(text, 0, text.length());
    }

    private static Remark problem(String raw) {
        List<Code> codes = Codes.read(raw, OPTIONS);
        assertThat(codes).as(raw).hasSize(1);
        return codes.getFirst().remarks().getFirst();
    }

    @Test
    void primaryNamesLabellerProductAndUnit() {
        Hibc primary = read("+A123BJC5D6E71G");
        assertThat(primary.form()).isEqualTo(Hibc.Form.PRIMARY);
        assertThat(primary.primary()).isEqualTo(new Hibc.Primary("A123", "BJC5D6E7", 1));
        assertThat(primary.itemKeys()).containsExactly(new ItemKey(ItemKey.Scheme.HIBC, "A123BJC5D6E71"));
        assertThat(primary.check()).isEqualTo('G');
        assertThat(primary.values()).extracting(DataValue::position).containsExactly(1, 5, 13);
    }

    @Test
    void secondaryOfTheSameLabelIsJoinedByItsLink() {
        Hibc secondary = read(closed("+83278F8G9H0J2G"));
        assertThat(secondary.form()).isEqualTo(Hibc.Form.SECONDARY);
        assertThat(secondary.link()).isEqualTo('G');
        assertThat(secondary.lot()).isEqualTo("F8G9H0J2");
        assertThat(secondary.expiry()).isEqualTo(LocalDate.ofYearDay(1983, 278));
        Hibc joined = read("+A123BJC5D6E71G").joined(secondary, OPTIONS).valueOrNull();
        assertThat(joined.raw()).startsWith("+A123BJC5D6E71/83278F8G9H0J2");
        assertThat(joined.lot()).isEqualTo("F8G9H0J2");
        assertThat(joined.primary().labeller()).isEqualTo("A123");
    }

    @Test
    void secondaryOfAnotherLabelIsNotJoined() {
        Hibc other = read(closed("+83278F8G9H0J2X"));
        Reading<Hibc> joined = read("+A123BJC5D6E71G").joined(other, OPTIONS);
        assertThat(joined).isInstanceOfSatisfying(Reading.Bad.class, bad -> {
            assertThat(bad.code()).isEqualTo("link");
            assertThat(bad.position()).isEqualTo(14);
        });
        assertThat(read("+A123BJC5D6E71G")
                        .joined(read("+A123BJC5D6E71G"), OPTIONS)
                        .isOk())
                .isFalse();
        assertThat(other.joined(other, OPTIONS).isOk()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "$LOT1, LOT1, , , ",
        "$+SER1, , SER1, , ",
        "05271, , , 2005-09-28, ",
        "05271LOT1, LOT1, , 2005-09-28, ",
        "$$0928LOT1, LOT1, , 2028-09-30, ",
        "$$2092828LOT1, LOT1, , 2028-09-28, ",
        "$$3280928LOT1, LOT1, , 2028-09-28, ",
        "$$428092822LOT1, LOT1, , 2028-09-28, ",
        "$$528272LOT1, LOT1, , 2028-09-28, ",
        "$$62827222LOT1, LOT1, , 2028-09-28, ",
        "$$7LOT1, LOT1, , , ",
        "$$824, , , , 24",
        "$$8240928LOT1, LOT1, , 2028-09-30, 24",
        "$$8242092828LOT1, LOT1, , 2028-09-28, 24",
        "$$8247LOT1, LOT1, , , 24",
        "$$900100, , , , 100",
        "$$9001003280928LOT1, LOT1, , 2028-09-28, 100",
        "$$+0928SER1, , SER1, 2028-09-30, ",
        "$$+2092828SER1, , SER1, 2028-09-28, ",
        "$$+3280928SER1, , SER1, 2028-09-28, ",
        "$$+428092822SER1, , SER1, 2028-09-28, ",
        "$$+528272SER1, , SER1, 2028-09-28, ",
        "$$+62827222SER1, , SER1, 2028-09-28, ",
        "$$+7SER1, , SER1, , ",
        "$LOT1/SSER1, LOT1, SER1, , ",
        "$LOT1/14D20280928, LOT1, , 2028-09-28, ",
        "$$7LOT1/SSER1/14D20280928/Q500, LOT1, SER1, 2028-09-28, 500",
        "SSER1, , SER1, , ",
        "14D20280928, , , 2028-09-28, "
    })
    void everySecondaryFormIsRead(
            String data,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable LocalDate day,
            @Nullable String count) {
        Hibc code = read(closed("+H123ABC1/" + data));
        assertThat(code.form()).isEqualTo(Hibc.Form.CONCATENATED);
        assertThat(code.lot()).isEqualTo(lot);
        assertThat(code.serial()).isEqualTo(serial);
        assertThat(code.expiry()).isEqualTo(day);
        assertThat(code.quantity() == null ? null : code.quantity().toPlainString())
                .isEqualTo(count);
        for (DataValue value : code.values()) {
            assertThat(code.raw().substring(value.position())).startsWith(value.value());
        }
        if (data.startsWith("$") || Chars.isDigits(data, 0, 5)) {
            Hibc alone = read(closed("+" + data + "L"));
            assertThat(alone.link()).isEqualTo('L');
            assertThat(alone.lot()).isEqualTo(lot);
            assertThat(alone.serial()).isEqualTo(serial);
            assertThat(alone.expiry()).isEqualTo(day);
        }
    }

    @Test
    void hourAndMonthAreToldFromADay() {
        Hibc hour = read(closed("+H123ABC1/$$428092822LOT1"));
        assertThat(hour.find(Hibc.EXPIRY).meaning())
                .isEqualTo(new Meaning.Moment(LocalDateTime.of(2028, 9, 28, 22, 0), true));
        Hibc month = read(closed("+H123ABC1/$$0928LOT1"));
        assertThat(month.find(Hibc.EXPIRY).meaning()).isEqualTo(new Meaning.Day(LocalDate.of(2028, 9, 30), false));
        assertThat(month.find(Hibc.EXPIRY).id()).isEqualTo("$$");
        String full = "+H123PARTNO1234567890120/$$420020216LOT123456789012345" + "/SXYZ456789012345678/16D20130202";
        assertThat(read(closed(full)).manufactured()).isEqualTo(LocalDate.of(2013, 2, 2));
    }

    @Test
    void asterisksAndSymbologyIdentifiersAreNoData() {
        for (String raw : List.of(
                "*+A123BJC5D6E71G*",
                "]A0+A123BJC5D6E71G",
                "]C0+A123BJC5D6E71G",
                "]d1+A123BJC5D6E71G",
                "]Q1+A123BJC5D6E71G",
                "]A0*+A123BJC5D6E71G*",
                " +A123BJC5D6E71G\r\n")) {
            assertThat(read(raw).primary().product()).isEqualTo("BJC5D6E7");
        }
        assertThat(read("]A0*+A123BJC5D6E71G*").values().getFirst().position()).isEqualTo(5);
    }

    @Test
    void wrongCheckCharacterIsToldAtItsPlace() {
        assertThat(problem("+A123BJC5D6E71H"))
                .isEqualTo(new Remark("checkCharacter", "the check character should be G", 14));
        assertThat(problem("]A0*+A123BJC5D6E71H*").position()).isEqualTo(18);
        assertThat(problem("+Z999009993020351/$$09053C001X").position()).isEqualTo(29);
    }

    @Test
    void wrongPartsAreToldAtTheirPlace() {
        assertThat(problem("+A123bJC5D6E71G"))
                .extracting(Remark::code, Remark::position)
                .containsExactly("character", 5);
        assertThat(problem(closed("+A12$BJC5D6E71"))).extracting(Remark::code).isEqualTo("character");
        assertThat(problem(closed("+A1231")).code()).isEqualTo("tooShort");
        assertThat(problem(closed("+A1231234567890123456789" + "1")).position()).isEqualTo(23);
        assertThat(problem(closed("+A123BJC5D6E7X")).position()).isEqualTo(13);
        assertThat(problem(closed("+H123ABC1/$$3281328L")).position()).isEqualTo(15);
        assertThat(problem(closed("+H123ABC1/$$3280931L")).position()).isEqualTo(17);
        assertThat(problem(closed("+H123ABC1/$$528367L")).position()).isEqualTo(15);
        assertThat(problem(closed("+H123ABC1/$$8A7L")).position()).isEqualTo(13);
        assertThat(problem(closed("+H123ABC1/$$X")).code()).isEqualTo("dateFlag");
        assertThat(problem(closed("+H123ABC1/$LOT/X1")).position()).isEqualTo(15);
        assertThat(problem(closed("+H123ABC1/$LOT/QX")).position()).isEqualTo(16);
        assertThat(problem("+83278F8G9H0J2G-").position()).isEqualTo(15);
        assertThat(Codes.read("+49 171 1234567", OPTIONS).getFirst().remarks()).isEmpty();
    }

    @Test
    void spaceAsCheckCharacterMayBeTrimmed() {
        String body = null;
        for (int i = 0; body == null; i++) {
            String tried = "+H123ABC" + i + "1";
            body = Mod43.of(tried, 0, tried.length()) == ' ' ? tried : null;
        }
        assertThat(read(body + " ").remarks()).isEmpty();
        assertThat(read(body + " ").guessed()).isFalse();
        assertThat(read("*" + body + " *").check()).isEqualTo(' ');
        assertThat(read("*" + body + "_*").check()).isEqualTo(' ');
        Hibc trimmed = read(body);
        assertThat(trimmed.guessed()).isTrue();
        assertThat(trimmed.remarks()).extracting(Remark::code).containsExactly("checkLost");
        assertThat(trimmed.primary()).isEqualTo(read(body + " ").primary());
    }

    @Test
    void signsMayBeCheckCharacters() {
        for (char sign : "$/+ %-.".toCharArray()) {
            int i = 0;
            while (!closed("+H123ABC" + i + "1").endsWith(String.valueOf(sign))) {
                i++;
            }
            assertThat(read(closed("+H123ABC" + i + "1")).primary().product()).isEqualTo("ABC" + i);
            i = 0;
            while (!closed("+H123ABC1/$LOT" + i).endsWith(String.valueOf(sign))) {
                i++;
            }
            assertThat(read(closed("+H123ABC1/$LOT" + i)).lot()).isEqualTo("LOT" + i);
            assertThat(read(closed("+$LOT" + i + sign)).link()).isEqualTo(sign);
        }
    }

    @Test
    void labelIsWrittenInTheShortestForm() {
        Meaning.Day day = new Meaning.Day(LocalDate.of(2028, 9, 28), true);
        HibcLabel label = new HibcLabel("A123", "BJC5D6E7", 1, "L1", "S1", day, null, 24);
        assertThat(label.primary().valueOrNull()).isEqualTo("+A123BJC5D6E71G");
        assertThat(label.secondary(OPTIONS).valueOrNull()).startsWith("+$$8243280928L1/SS1G");
        assertThat(label.concatenated(OPTIONS).valueOrNull()).startsWith("+A123BJC5D6E71/$$8243280928L1/SS1");
        HibcLabel wrong = new HibcLabel("A123", "BJC5D6E7", 1, "L/1", null, null, null, null);
        assertThat(wrong.concatenated(OPTIONS))
                .isEqualTo(Reading.bad("lot", "capital letters, digits, - and . only", 1));
        assertThat(new HibcLabel("1234", "A", 1, null, null, null, null, null)
                        .primary()
                        .isOk())
                .isFalse();
        assertThat(new HibcLabel("A123", "a", 1, null, null, null, null, null)
                        .primary()
                        .isOk())
                .isFalse();
        assertThat(new HibcLabel("A123", "A", 10, null, null, null, null, null)
                        .primary()
                        .isOk())
                .isFalse();
        assertThat(new HibcLabel("A123", "A", 1, null, null, null, null, 100_000)
                        .primary()
                        .isOk())
                .isFalse();
        assertThat(new HibcLabel("A123", "A", 1, null, null, null, null, null)
                        .secondary(OPTIONS)
                        .isOk())
                .isFalse();
    }

    @Property(tries = 2000)
    void whatIsWrittenIsReadAgain(
            @ForAll @NumericChars @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 18) String product,
            @ForAll @IntRange(max = 9) int unit,
            @ForAll @NumericChars @CharRange(from = 'A', to = 'Z') @StringLength(max = 18) String lot,
            @ForAll @NumericChars @AlphaChars @StringLength(max = 5) String serial,
            @ForAll @IntRange(min = -1, max = 40_000) int days,
            @ForAll @IntRange(min = -1, max = 99_999) int count) {
        String number = serial.toUpperCase(java.util.Locale.ROOT);
        Meaning.Day day =
                days < 0 ? null : new Meaning.Day(LocalDate.of(1980, 1, 1).plusDays(days), true);
        HibcLabel label = new HibcLabel(
                "H123",
                product,
                unit,
                lot.isEmpty() ? null : lot,
                number.isEmpty() ? null : number,
                day,
                days % 2 == 0 ? day : null,
                count < 0 ? null : count);
        Hibc read = read(label.concatenated(OPTIONS).valueOrNull());
        same(label, read);
        if (label.secondary(OPTIONS) instanceof Reading.Ok<String>(String secondary)) {
            Hibc primary = Hibc.read(label.primary().valueOrNull(), OPTIONS).valueOrNull();
            Hibc joined = primary.joined(Hibc.read(secondary, OPTIONS).valueOrNull(), OPTIONS)
                    .valueOrNull();
            same(label, joined);
            assertThat(joined.raw()).isEqualTo(read.raw());
        }
    }

    private static void same(HibcLabel label, Hibc read) {
        assertThat(read.primary()).isEqualTo(new Hibc.Primary(label.labeller(), label.product(), label.unit()));
        assertThat(read.lot()).isEqualTo(label.lot());
        assertThat(read.serial()).isEqualTo(label.serial());
        assertThat(read.expiry())
                .isEqualTo(label.expiry() == null ? null : label.expiry().date());
        assertThat(read.manufactured())
                .isEqualTo(
                        label.manufactured() == null
                                ? null
                                : label.manufactured().date());
        assertThat(
                        read.quantity() == null
                                ? null
                                : Integer.valueOf(read.quantity().intValueExact()))
                .isEqualTo(label.quantity());
        assertThat(read.remarks()).isEmpty();
    }
}
