/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that make a hazard sound smaller than it is. A recall notice may not use them: Regulation (EU) 2023/988,
 * article 36 (2) c, names "voluntary", "precautionary", "discretionary", "in rare situations" and "in specific
 * situations".
 */
final class Softening {

    private static final Map<String, List<String>> WORDS = Map.of(
            "en",
            List.of("voluntary", "voluntarily", "precaution", "discretionary", "in rare", "in specific situations"),
            "de",
            List.of("freiwillig", "vorsorglich", "vorsichtshalber", "vorsichtsmaßnahme", "in seltenen", "in einzelnen"),
            "fr",
            List.of("volontaire", "par précaution", "préventi", "discrétionnaire", "dans de rares"),
            "es",
            List.of("voluntari", "por precaución", "preventiv", "discrecional", "en raras"),
            "it",
            List.of("volontari", "precauzional", "discrezional", "in rari casi"),
            "pl",
            List.of("dobrowoln", "zapobiegawcz", "prewencyjn", "ostrożności", "w rzadkich"));

    private Softening() {}

    /** The words in a text that play its hazard down, each once; none for a language whose words are not known. */
    static List<String> in(String language, PublicRecalls.Text text) {
        String said = Normalizer.normalize(
                        String.join(
                                "\n",
                                Stream.of(text.title(), text.product(), text.hazard(), text.whatToDo())
                                        .map(String::valueOf)
                                        .toList()),
                        Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String word : WORDS.getOrDefault(language, List.of())) {
            if (said.contains(word)) {
                found.add(word);
            }
        }
        return found;
    }
}
