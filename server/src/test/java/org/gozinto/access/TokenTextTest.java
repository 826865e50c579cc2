/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenTextTest {

    private final TokenText token = TokenText.mint(new Random(7));

    @Test
    void textHasTheDocumentedForm() {
        assertThat(token.text()).matches("gzt_[0-9A-Za-z]{10}_[0-9A-Za-z]{38}");
    }

    @Test
    void formNeverChanges() {
        assertThat(new TokenText("0123456789", "abcdefghijklmnopqrstuvwxyzABCDEF").text())
                .isEqualTo("gzt_0123456789_abcdefghijklmnopqrstuvwxyzABCDEF" + "0WbAAr");
    }

    @Test
    void textIsReadBack() {
        assertThat(TokenText.parse(token.text())).isEqualTo(token);
    }

    @Test
    void anyWrongCharacterIsNoticed() {
        String text = token.text();
        for (int i = 0; i < text.length(); i++) {
            for (char c : "0Az_ é\0".toCharArray()) {
                if (text.charAt(i) != c) {
                    assertThat(TokenText.parse(text.substring(0, i) + c + text.substring(i + 1)))
                            .isNull();
                }
            }
        }
    }

    @Test
    void cutAndLengthenedTextsAreNoticed() {
        String text = token.text();
        IntStream.range(0, text.length())
                .forEach(i -> assertThat(TokenText.parse(text.substring(0, i))).isNull());
        assertThat(TokenText.parse(text + "0")).isNull();
    }

    @Test
    void secretIsNotPrinted() {
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(new Tokens.Minted(
                                new Token("id", "n", "u", Role.VIEWER, null, java.time.Instant.EPOCH, null, null, null),
                                "text-itself")
                        .toString())
                .doesNotContain("text-itself");
    }
}
