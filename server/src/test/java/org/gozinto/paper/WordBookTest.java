/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words by language and key. */
class WordBookTest {

    private final WordBook book = WordBook.load(WordBookTest.class, "shop", List.of("en", "de"));

    @Test
    void aWordThatALanguageLacksIsTheEnglishOne() {
        Words german = book.in("de");
        assertThat(german.get("open", "hour", "9")).isEqualTo("Wir öffnen um 9");
        assertThat(german.get("closed")).isEqualTo("Closed");
        assertThat(german.all()).isEqualTo(Map.of("open", "Wir öffnen um {hour}", "closed", "Closed"));
        assertThat(german.lacking()).containsExactly("closed");
        assertThat(book.in("en").lacking()).isEmpty();
    }

    @Test
    void whatNobodyWroteIsNotMadeUp() {
        assertThat(book.in("de").word("KGM")).isEqualTo("KGM");
        assertThatThrownBy(() -> book.in("de").get("KGM")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.in("fr")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WordBook.load(WordBookTest.class, "shop", List.of("fr")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shop/words_fr.properties");
    }

    @Test
    void daysAndNumbersAreWrittenAsTheLanguageDoes() {
        Instant instant = Instant.parse("2026-10-02T09:05:59Z");
        assertThat(book.in("en").time(instant)).isEqualTo("2 October 2026, 09:05 UTC");
        assertThat(book.in("de").time(instant)).isEqualTo("2. Oktober 2026, 09:05 UTC");
        assertThat(book.in("de").count(1_234_567)).isEqualTo("1.234.567");
        assertThat(Languages.ownName("fr")).isEqualTo("Français");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'fr, de-AT;q=0.8, en;q=0.5', de",
                "'de;q=0, en', en",
                "'DE', de",
                "'fr', none",
                "'*', none",
                "'de;q=x', none",
                "'', none",
                "none, none"
            })
    void theFirstLanguageIsTakenThatABrowserAsksForAndTheBookHas(String header, String language) {
        assertThat(book.accepted(header)).isEqualTo(language);
    }

    @Test
    void aHeaderWithoutEndSaysNothing() {
        assertThat(book.accepted("de" + ",de".repeat(300))).isEqualTo("de");
        assertThat(book.accepted("de" + ",de".repeat(400))).isNull();
    }
}
