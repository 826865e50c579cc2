/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static ElementString one(String text) {
        ElementString.Readings found = ElementString.read(text, OPTIONS);
        assertThat(found.problem()).isNull();
        assertThat(found.readings()).isNotEmpty();
        return found.readings().getFirst();
    }

    private static List<String> all(String text) {
        return ElementString.read(text, OPTIONS).readings().stream()
                .map(AiValues::bracketed)
                .toList();
    }

    private static Meaning meaning(String bracketed, String ai) {
        AiValue value = one(bracketed).find(ai);
        assertThat(value).isNotNull();
        return value.meaning();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]d20109506000134352#10LOT-A/7\u001d21SN0001",
                "]C10109506000134352#10LOT-A/7\u001d21SN0001",
                "\u001d0109506000134352#10LOT-A/7\u001d21SN0001",
                "^0109506000134352#10LOT-A/7^21SN0001",
                "0109506000134352#10LOT-A/7\u001d21SN0001\u001d",
                "(01)09506000134352(17)271231(10)LOT-A/7(21)SN0001",
                " \t]Q30109506000134352#10LOT-A/7\u001d21SN0001\r\n",
                "]e00109506000134352\u001d#10LOT-A/7\u001d21SN0001",
            })
    void allFormsSayTheSame(String template) {
        String text = template.replace("#", "17271231");
        ElementString found = one(text);
        assertThat(found.gtin()).isEqualTo(new Gtin("09506000134352"));
        assertThat(found.lot()).isEqualTo("LOT-A/7");
        assertThat(found.serial()).isEqualTo("SN0001");
        assertThat(found.expiry()).isEqualTo("2027-12-31");
        assertThat(found.remarks()).isEmpty();
        assertThat(found.guessed()).isFalse();
        assertThat(found.bracketed()).isEqualTo("(01)09506000134352(17)271231(10)LOT-A/7(21)SN0001");
        for (AiValue value : found.values()) {
            assertThat(text.startsWith(value.value(), value.position())).isTrue();
        }
    }

    @Test
    void dayZeroIsTheLastDayOfTheMonthAndStaysInTheValue() {
        ElementString found = one("(01)09506000134352(17)280200");
        assertThat(found.text("17")).isEqualTo("280200");
        assertThat(meaning("(17)280200", "17")).isEqualTo(new Meaning.Day(LocalDate.of(2028, 2, 29), false));
        assertThat(meaning("(17)270200", "17")).isEqualTo(new Meaning.Day(LocalDate.of(2027, 2, 28), false));
        assertThat(ElementString.read("(7006)270200", OPTIONS).problem().code()).isEqualTo("day");
    }

    @ParameterizedTest
    @CsvSource({
        "2026,76,2076",
        "2026,77,1977",
        "2026,00,2000",
        "2026,99,1999",
        "2095,44,2144",
        "2095,46,2046",
        "2050,01,2101"
    })
    void centuryIsTheNearest(int now, int year, int expected) {
        assertThat(Dates.year(year, LocalDate.of(now, 6, 1)))
                .isEqualTo(expected == 2101 && now == 2050 ? 2001 : expected);
    }

    @Test
    void numbersHaveTheDecimalsOfTheirIdentifier() {
        assertThat(meaning("(3103)001750", "3103")).isEqualTo(new Meaning.Number(new BigDecimal("1.750"), "kg", null));
        assertThat(meaning("(3922)0299", "3922")).isEqualTo(new Meaning.Number(new BigDecimal("2.99"), "", null));
        assertThat(meaning("(3932)9780299", "3932")).isEqualTo(new Meaning.Number(new BigDecimal("2.99"), "", "978"));
        assertThat(meaning("(3941)0125", "3941")).isEqualTo(new Meaning.Number(new BigDecimal("12.5"), "%", null));
        assertThat(meaning("(37)12", "37")).isEqualTo(new Meaning.Number(new BigDecimal("12"), "", null));
        assertThat(meaning("(4333)001850-", "4333"))
                .isEqualTo(new Meaning.Number(new BigDecimal("-18.50"), "°C", null));
        assertThat(meaning("(3560)000012", "3560"))
                .isEqualTo(new Meaning.Number(new BigDecimal("12"), "troy oz", null));
    }

    @Test
    void timesAndSpansAreRead() {
        assertThat(meaning("(7003)2712311530", "7003"))
                .isEqualTo(new Meaning.Moment(LocalDateTime.of(2027, 12, 31, 15, 30), true));
        assertThat(meaning("(8008)271231153045", "8008"))
                .isEqualTo(new Meaning.Moment(LocalDateTime.of(2027, 12, 31, 15, 30, 45), true));
        assertThat(meaning("(7011)271231", "7011"))
                .isEqualTo(new Meaning.Moment(LocalDateTime.of(2027, 12, 31, 0, 0), false));
        assertThat(meaning("(4324)2712319999", "4324"))
                .isEqualTo(new Meaning.Moment(LocalDateTime.of(2027, 12, 31, 0, 0), false));
        assertThat(meaning("(7007)261001261003", "7007"))
                .isEqualTo(new Meaning.Days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3)));
        assertThat(meaning("(7251)198202281530", "7251"))
                .isEqualTo(new Meaning.Moment(LocalDateTime.of(1982, 2, 28, 15, 30), true));
    }

    @Test
    void realMedicalLabelWithoutSeparatorsHasTheIntendedSplitFirst() {
        ElementString.Readings found = ElementString.read("1021072911172405310100693570007182", OPTIONS);
        assertThat(found.readings().getFirst().bracketed()).isEqualTo("(10)21072911(17)240531(01)00693570007182");
        assertThat(found.readings()).allMatch(ElementString::guessed);
        assertThat(found.ambiguous()).isTrue();
        assertThat(found.complete()).isTrue();
        assertThat(found.problem()).isNotNull();
    }

    @Test
    void textWithoutSeparatorsHasAllItsReadings() {
        assertThat(all("10LOT-A/721SN0001")).contains("(10)LOT-A/721SN0001", "(10)LOT-A/7(21)SN0001");
        assertThat(all("010950600013435210LOT-A/721SN0001"))
                .contains("(01)09506000134352(10)LOT-A/721SN0001", "(01)09506000134352(10)LOT-A/7(21)SN0001");
    }

    @Test
    void markedSymbolWithoutSeparatorsSaysFirstWhatTheStandardSays() {
        ElementString.Readings found = ElementString.read("]d2010950600013435210LOT-A/721SN0001", OPTIONS);
        assertThat(found.readings().getFirst().lot()).isEqualTo("LOT-A/721SN0001");
        assertThat(found.readings().getFirst().guessed()).isFalse();
        assertThat(found.readings().stream().skip(1))
                .allMatch(ElementString::guessed)
                .isNotEmpty();
        assertThat(ElementString.read("]d20109506000134352\u001d10LOT-A/721SN0001", OPTIONS)
                        .readings())
                .hasSize(1);
        assertThat(ElementString.read("]d20109506000134352", OPTIONS).readings())
                .hasSize(1);
    }

    @Test
    void boundOnReadingsIsSaid() {
        ElementString.Readings found =
                ElementString.read("10" + "9110".repeat(4) + "2191229123", OPTIONS.withMaxReadings(3));
        assertThat(found.readings()).hasSize(3);
        assertThat(found.complete()).isFalse();
        ElementString.Readings hostile = ElementString.read("91" + "1".repeat(120), OPTIONS);
        assertThat(hostile.complete() || !hostile.readings().isEmpty()).isTrue();
    }

    @Test
    void boundsOnTextsAreKept() {
        String many = "^" + "400A^".repeat(65);
        assertThat(ElementString.read(many, OPTIONS).problem().code()).isEqualTo("tooManyAis");
        assertThat(ElementString.read("^400A^".repeat(1) + "400A^".repeat(62), OPTIONS)
                        .readings())
                .hasSize(1);
        assertThat(ElementString.read("^91" + "x".repeat(91), OPTIONS).problem().code())
                .isEqualTo("tooLong");
        assertThat(one("^91" + "x".repeat(90)).text("91")).hasSize(90);
    }

    @ParameterizedTest
    @CsvSource({
        "^0109506000134351,checkDigit,16",
        "^010950600013435217271301,month,21",
        "^1012 34,character,5",
        "^0512345,unknownAi,1",
        "^010950600013435,tooShort,3",
        "(01)09506000134352(10)A B,character,23",
        "(10)A\\(B C,character,8",
        "(1)2,bracket,0",
        "]C1,empty,3",
    })
    void errorsNameTheirPosition(String text, String code, int position) {
        Reading.Bad<ElementString> problem = ElementString.read(text, OPTIONS).problem();
        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.position()).isEqualTo(position);
    }

    @Test
    void bracketsInValuesAreKept() {
        assertThat(one("(10)A\\(21)B").lot()).isEqualTo("A(21)B");
        assertThat(one("(10)A(x)B").lot()).isEqualTo("A(x)B");
        assertThat(one("(10)A\\(21)B").bracketed()).isEqualTo("(10)A\\(21)B");
    }

    @Test
    void unknownIdentifiersPassInBracketsOnlyWhereAllowed() {
        assertThat(ElementString.read("(89)ABC", OPTIONS).problem().code()).isEqualTo("unknownAi");
        ElementString.Readings found = ElementString.read("(89)ABC(89)XYZ", OPTIONS.withUnknownAis(true));
        assertThat(found.readings().getFirst().values()).hasSize(2);
        assertThat(found.readings().getFirst().remarks())
                .extracting(Remark::code)
                .containsExactly("repeated");
    }

    @Test
    void missingCompanionsAreRemarksAndNoErrors() {
        ElementString lot = one("(10)A1");
        assertThat(lot.remarks()).extracting(Remark::code).containsExactly("requires");
        assertThat(lot.remarks().getFirst().detail()).isEqualTo("AI 10 needs 01 or 02 or 03 or 8006 or 8026");
        assertThat(one("(01)09506000134352(02)09506000134352(37)2(00)006141411234567890")
                        .remarks())
                .extracting(Remark::code)
                .contains("excludes");
    }

    @Test
    void newIdentifiersAreKnown() {
        assertThat(one("(03)09506000134352(10)A").remarks()).isEmpty();
        assertThat(one("(01)09506000134352(21)1(8040)123456789012345").remarks())
                .isEmpty();
        assertThat(one("(01)09506000134352(717)1").remarks()).isEmpty();
        assertThat(AiTable.standard().all()).hasSizeGreaterThan(540).hasSizeLessThan(AiTable.MOST);
    }

    @Provide
    Arbitrary<String> lots() {
        return Arbitraries.strings()
                .withChars(CharSet.X.characters)
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Property(tries = 2000)
    void writtenStringsAreReadAgain(@ForAll("lots") String lot, @ForAll("lots") String serial) {
        String text = "]C1010950600013435210" + lot + Chars.FNC1 + "21" + serial;
        ElementString found = one(text);
        assertThat(found.lot()).isEqualTo(lot);
        assertThat(found.serial()).isEqualTo(serial);
        assertThat(one(Chars.FNC1 + found.separated()).values())
                .extracting(AiValue::value)
                .containsExactly("09506000134352", lot, serial);
        assertThat(one(found.bracketed()).lot()).isEqualTo(lot);
        String link = found.canonicalLink();
        assertThat(link).isNotNull();
        DigitalLink read = DigitalLink.read(link, OPTIONS).valueOrNull();
        assertThat(read).isNotNull();
        assertThat(read.lot()).isEqualTo(lot);
        assertThat(read.serial()).isEqualTo(serial);
    }

    @Property(tries = 500)
    void swallowedSeparatorLosesNoReading(@ForAll("lots") String lot, @ForAll("lots") String serial) {
        String text = "010950600013435210" + lot + "21" + serial;
        ElementString.Readings found = ElementString.read(text, OPTIONS.withMaxReadings(1000));
        boolean there = found.readings().stream().anyMatch(r -> lot.equals(r.lot()) && serial.equals(r.serial()));
        assertThat(there || !found.complete()).isTrue();
    }

    @Property(tries = 3000)
    void anyTextIsReadOrRefused(@ForAll @StringLength(max = 60) String text) {
        for (String prefix : new String[] {"", "]C1", "^", "(", "(10)", "01", "10"}) {
            ElementString.Readings found = ElementString.read(prefix + text, OPTIONS);
            if (found.problem() != null) {
                assertThat(found.problem().position()).isBetween(0, prefix.length() + text.length());
            }
        }
    }

    @Provide
    Arbitrary<String> digitsAndMarks() {
        return Arbitraries.strings().withChars("0123456789()^\u001dA\\").ofMaxLength(150);
    }

    @Property(tries = 3000)
    void hostileDigitsAreReadInBoundedWork(@ForAll("digitsAndMarks") String text) {
        ElementString.Readings found = ElementString.read(text, OPTIONS);
        assertThat(found.readings()).hasSizeLessThanOrEqualTo(32);
        for (ElementString reading : found.readings()) {
            assertThat(reading.values()).isNotEmpty();
        }
    }
}
