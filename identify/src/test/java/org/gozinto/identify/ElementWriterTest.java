/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ElementWriterTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static List<ElementString.Pair> pairs(String... texts) {
        List<ElementString.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < texts.length; i += 2) {
            pairs.add(new ElementString.Pair(texts[i], texts[i + 1]));
        }
        return pairs;
    }

    private static ElementString made(String... texts) {
        return switch (ElementString.of(pairs(texts), OPTIONS)) {
            case ElementString.Made.Good good -> good.elements();
            case ElementString.Made.Faulty faulty -> throw new AssertionError(faulty.toString());
        };
    }

    private static List<String> faults(String... texts) {
        return switch (ElementString.of(pairs(texts), OPTIONS)) {
            case ElementString.Made.Good good -> throw new AssertionError(good.toString());
            case ElementString.Made.Faulty faulty ->
                faulty.faults().stream()
                        .map(f -> f.index() + " " + f.ai() + " " + f.code() + " " + f.position())
                        .toList();
        };
    }

    @Test
    void keyComesFirstAndOneSeparatorIsEnoughForLotAndSerial() {
        ElementString made = made("21", "SN0001", "17", "271231", "10", "LOT-A/7", "01", "09506000134352");
        assertThat(made.separated()).isEqualTo("01095060001343521727123121SN0001\u001d10LOT-A/7");
        assertThat(made.bracketed()).isEqualTo("(01)09506000134352(17)271231(21)SN0001(10)LOT-A/7");
        assertThat(made.canonicalLink())
                .isEqualTo("https://id.gs1.org/01/09506000134352/10/LOT-A%2F7/21/SN0001?17=271231");
        assertThat(made.raw()).isEqualTo("\u001d" + made.separated());
        assertThat(made.remarks()).isEmpty();
        assertThat(made.guessed()).isFalse();
        for (AiValue value : made.values()) {
            assertThat(made.raw().startsWith(value.value(), value.position())).isTrue();
        }
    }

    @Test
    void keyWithoutPredefinedLengthIsTheFirstOfItsKind() {
        assertThat(made("21", "7", "8006", "095060001343520102").separated())
                .isEqualTo("8006095060001343520102\u001d217");
        assertThat(made("37", "12", "02", "09506000134352", "00", "006141411234567890")
                        .separated())
                .isEqualTo("000061414112345678900209506000134352" + "3712");
    }

    @Test
    void everyFaultIsNamed() {
        assertThat(faults("01", "09506000134351", "17", "271301", "10", "A B", "89", "x", "21", ""))
                .containsExactly(
                        "0 01 checkDigit 13",
                        "1 17 month 2",
                        "2 10 character 1",
                        "3 89 unknownAi 0",
                        "4 21 tooShort 0");
        assertThat(faults("01", "9506000134352")).containsExactly("0 01 tooShort 0");
        assertThat(faults("01", "09506000134352", "10", "A", "10", "B")).containsExactly("2 10 repeated 0");
        assertThat(faults("01", "09506000134352", "02", "09506000134352", "37", "1"))
                .contains("1 02 excludes 0");
        assertThat(faults()).containsExactly("0  empty 0");
    }

    @Test
    void missingCompanionIsARemark() {
        assertThat(made("10", "A").remarks()).extracting(Remark::code).containsExactly("requires");
        assertThat(made("01", "09506000134352", "10", "A", "10", "A").values()).hasSize(2);
    }

    @Test
    void linkLeavesOutWhatNoLinkMayHold() {
        assertThat(made("01", "09506000134352", "21", "7", "8040", "123456789012345", "8200", "http://a")
                        .canonicalLink())
                .isEqualTo("https://id.gs1.org/01/09506000134352/21/7");
    }

    /** Any three to eight of these identifiers in any order come back as they were written. */
    @Property(tries = 2000)
    void whatIsWrittenIsReadAgain(@ForAll long seed) {
        Random random = new Random(seed);
        List<ElementString.Pair> all = new ArrayList<>(
                pairs("01", "09506000134352", "17", "280229", "11", "261101", "3103", "001750", "20", "01"));
        String set = CharSet.X.characters;
        for (String ai : List.of("10", "21", "240", "400", "91", "92")) {
            StringBuilder value = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                value.append(set.charAt(random.nextInt(set.length())));
            }
            all.add(new ElementString.Pair(ai, value.toString()));
        }
        java.util.Collections.shuffle(all, random);
        List<ElementString.Pair> some = all.subList(0, 3 + random.nextInt(6));
        ElementString made = ((ElementString.Made.Good) ElementString.of(some, OPTIONS)).elements();
        ElementString again =
                ElementString.read("]d2" + made.separated(), OPTIONS).readings().getFirst();
        assertThat(texts(again)).isEqualTo(texts(made)).hasSize(some.size());
        assertThat(again.guessed()).isFalse();
        long open =
                some.stream().filter(p -> AiTable.find(p.ai()).predefined == 0).count();
        assertThat(made.separated().chars().filter(c -> c == Chars.FNC1).count())
                .isEqualTo(Math.max(0, open - 1));
        assertThat(texts(
                        ElementString.read(made.bracketed(), OPTIONS).readings().getFirst()))
                .isEqualTo(texts(made));
        String link = made.canonicalLink();
        if (link != null) {
            DigitalLink read = DigitalLink.read(link, OPTIONS).valueOrNull();
            assertThat(texts(read).stream().sorted(Comparator.naturalOrder()))
                    .containsExactlyElementsOf(texts(made).stream().sorted().toList());
        }
    }

    private static List<String> texts(AiValues values) {
        return values.values().stream().map(v -> v.ai() + ' ' + v.value()).toList();
    }
}
