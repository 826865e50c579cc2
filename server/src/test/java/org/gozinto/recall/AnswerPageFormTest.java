/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type into the page for answers. */
class AnswerPageFormTest {

    private static String typed(String language, String qty, int decimals) {
        var goods = new NoticeGoods.Of(
                "X", "X", "KGM", decimals, new BigDecimal("5000"), List.of(), List.of(), 0, List.of(), false);
        var consignee = new Consignees.Consignee(
                "C1", "C1", null, null, Map.of("X", new Consignees.Got(new BigDecimal("5000"), null)), "");
        Map<String, String[]> form = new HashMap<>();
        form.put("read", new String[] {"yes"});
        form.put("by", new String[] {"Anna"});
        form.put("l0.item", new String[] {"X"});
        form.put("l0-onHand", new String[] {qty});
        var checked = new Looks(decimals).checked(AnswerPageForm.typed(form), consignee, goods, language);
        return checked.faults().isEmpty()
                ? String.valueOf(checked.answer().lines().getFirst().onHand())
                : "fault";
    }

    /** The form's own look, without the rule that asks the masters. */
    private record Looks(int decimals) {
        AnswerPageForm.Checked checked(
                AnswerPageForm form, Consignees.Consignee consignee, NoticeGoods.Of goods, String language) {
            return form.checked(new AnswerPageForm.Against(
                    consignee,
                    List.of(goods),
                    new AnswerRule(code -> new AnswerRule.Measure(decimals)),
                    NoticeWords.in(language)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 12, 12",
        "en, 12.5, 12.5",
        "en, 1.000, 1.000",
        "en, '1,000', fault",
        "en, '12,5', 12.5",
        "de, '12,5', 12.5",
        "de, '1,000', 1.000",
        "de, 1.000, fault",
        "de, 12.5, 12.5",
        "fr, '1\u00a0250', 1250",
        "fr, '1\u202f250,5', 1250.5",
        "pl, '1 250', 1250",
        "es, 1.250, fault",
        "en, -1, fault",
        "en, +1, fault",
        "en, 1e3, fault",
        "en, ٣, fault",
        "en, '1.2.3', fault",
        "en, 0, 0",
        "en, 5000.001, fault",
        "en, 5000, 5000",
        "en, 1.2345, fault"
    })
    void aQuantityIsReadAsTheLanguageWritesItAndNeverGuessed(String language, String typed, String read) {
        assertThat(typed(language, typed, 3)).isEqualTo(read);
    }

    @Test
    void piecesAreWhole() {
        assertThat(typed("en", "1.5", 0)).isEqualTo("fault");
        assertThat(typed("en", "2.0", 0)).isEqualTo("2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pl"})
    void allLanguagesHaveTheSameWordsAndPlaces(String language) throws java.io.IOException {
        Map<String, List<String>> places = places(language);
        assertThat(places).isEqualTo(places("en"));
    }

    private static Map<String, List<String>> places(String language) throws java.io.IOException {
        var words = new Properties();
        try (var in = NoticeWords.class.getResourceAsStream("notices/words_" + language + ".properties")) {
            words.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        Map<String, List<String>> places = new HashMap<>();
        words.forEach((key, text) -> {
            List<String> found = new ArrayList<>();
            var matcher = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(String.valueOf(text));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            found.sort(null);
            places.put(String.valueOf(key), found);
        });
        return places;
    }
}
