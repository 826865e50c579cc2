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
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class Isbt128Test {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));
    private static final String DEVICE =
            "=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123";

    private static Isbt128 read(String raw) {
        Code code = Codes.read(raw, OPTIONS).getFirst();
        assertThat(code).as(raw).isInstanceOf(Code.Isbt128Code.class);
        return ((Code.Isbt128Code) code).data();
    }

    private static Remark problem(String raw) {
        List<Code> codes = Codes.read(raw, OPTIONS);
        assertThat(codes).as(raw).hasSize(1);
        return codes.getFirst().remarks().getFirst();
    }

    @Test
    void deviceNamesProductSerialDonationDaysAndLot() {
        Isbt128 code = read(DEVICE);
        assertThat(code.itemKeys()).containsExactly(new ItemKey(ItemKey.Scheme.ISBT128, "A9999XYZ100T0944"));
        assertThat(code.serial()).isEqualTo("000025");
        assertThat(code.donation()).isEqualTo("A99971312345600");
        assertThat(code.expiry()).isEqualTo(LocalDate.of(2014, 2, 1));
        assertThat(code.manufactured()).isEqualTo(LocalDate.of(2013, 2, 1));
        assertThat(code.lot()).isEqualTo("000000000000XYZ123");
        for (DataValue value : code.values()) {
            assertThat(DEVICE.substring(value.position())).startsWith(value.value());
        }
        assertThat(read("]d1" + DEVICE).values().getFirst().position()).isEqualTo(5);
    }

    @Test
    void containerNamesItsMakerAndLot() {
        Isbt128 bag = read("=)1TE123456A&)123456789X");
        assertThat(bag.product()).isEqualTo("1TE123456A");
        assertThat(bag.lot()).isEqualTo("123456789X");
        assertThat(read("=<E0382V00").text("=<")).isEqualTo("E0382V00");
        assertThat(read("&>0283652359").expiry()).isEqualTo(LocalDate.of(2028, 12, 30));
        assertThat(read("=>998001").expiry()).isEqualTo(LocalDate.of(1998, 1, 1));
    }

    @Test
    void compoundMessageAnnouncesItsStructures() {
        assertThat(read("=+03000=/A9999XYZ100T0944=,000025=>014032").remarks()).isEmpty();
        assertThat(read("=+04000=/A9999XYZ100T0944=,000025=>014032").remarks())
                .extracting(Remark::code, Remark::position)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("count", 2));
    }

    @Test
    void donationNumberIsProvenByItsCheckCharacter() {
        assertThat(Isbt128.keyboardCheck("G123489654321").valueOrNull()).isEqualTo('Y');
        assertThat(Isbt128.keyboardCheck("G12348965432").isOk()).isFalse();
        Isbt128 typed = read("G123489654321Y");
        assertThat(typed.guessed()).isTrue();
        assertThat(typed.donation()).isEqualTo("G123489654321");
        assertThat(Codes.read("G123489654321H", OPTIONS)).hasSize(1);
        // Flags 60 to 96 hold the same check: Y is 34.
        assertThat(read("=G12348965432194").remarks()).isEmpty();
        assertThat(problem("=G12348965432193"))
                .extracting(Remark::code, Remark::position)
                .containsExactly("checkCharacter", 14);
    }

    @Test
    void wrongStructuresAreToldAtTheirPlace() {
        assertThat(problem("=/A9999XYZ100T0944=>014367").position()).isEqualTo(23);
        assertThat(problem("=/A9999XYZ100T0944=>0140").code()).isEqualTo("tooShort");
        assertThat(problem("=/A9999XYZ100T0944XX"))
                .extracting(Remark::code, Remark::position)
                .containsExactly("structure", 18);
        assertThat(problem("=/A9999XYZ100T094 ").code()).isEqualTo("tooShort");
        assertThat(problem("=/A9999XYZ100T0 44").position()).isEqualTo(15);
        assertThat(problem("=A9999X1312345600").position()).isEqualTo(6);
    }

    @Test
    void labelIsWrittenWithZerosInFront() {
        Isbt128Label label = new Isbt128Label(
                "A9999XYZ100T0944",
                "25",
                "A999713123456",
                new Meaning.Day(LocalDate.of(2014, 2, 1), true),
                new Meaning.Day(LocalDate.of(2013, 2, 1), true),
                "XYZ123");
        assertThat(label.carrier().valueOrNull()).isEqualTo(DEVICE);
        assertThat(label.compound().valueOrNull()).isEqualTo("=+06000" + DEVICE);
        assertThat(new Isbt128Label("A9999", null, null, null, null, null)
                        .carrier()
                        .isOk())
                .isFalse();
    }

    @Property(tries = 1000)
    void whatIsWrittenIsReadAgain(
            @ForAll @NumericChars @CharRange(from = 'A', to = 'Z') @StringLength(16) String product,
            @ForAll @NumericChars @StringLength(min = 1, max = 6) String serial,
            @ForAll @NumericChars @StringLength(8) String number,
            @ForAll @NumericChars @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 18) String lot,
            @ForAll @IntRange(max = 40_000) int days) {
        Meaning.Day day = new Meaning.Day(LocalDate.of(1990, 1, 1).plusDays(days), true);
        Isbt128Label label = new Isbt128Label(product, serial, "A9999" + number, day, day, lot);
        Isbt128 read = read(label.compound().valueOrNull());
        assertThat(read.product()).isEqualTo(product);
        assertThat(read.serial()).endsWith(serial).hasSize(6);
        assertThat(read.donation()).isEqualTo("A9999" + number + "00");
        assertThat(read.expiry()).isEqualTo(day.date());
        assertThat(read.lot()).endsWith(lot).hasSize(18);
        assertThat(read.remarks()).isEmpty();
    }
}
