/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AdminTokenTest {

    private static final String GOOD = "0123456789abcdef0123456789abcdef";

    @Test
    void thirtyTwoCharactersAreEnough() {
        var token = new AdminToken(GOOD);
        assertThat(token.isSet()).isTrue();
        assertThat(token.matches(GOOD)).isTrue();
        assertThat(token.matches(GOOD + "0")).isFalse();
        assertThat(token.matches("")).isFalse();
    }

    @Test
    void withoutOneNothingMatches() {
        for (String none : new String[] {null, "", "  "}) {
            var token = new AdminToken(none);
            assertThat(token.isSet()).isFalse();
            assertThat(token.matches("")).isFalse();
        }
    }

    @Test
    void unusableOneIsRefusedWithoutBeingPrinted() {
        for (String bad : new String[] {GOOD.substring(1), GOOD + " x", GOOD + "é", "x".repeat(513)}) {
            assertThatThrownBy(() -> new AdminToken(bad))
                    .isInstanceOf(AdminToken.UnusableAdminTokenException.class)
                    .hasMessageStartingWith("GOZINTO_ADMIN_TOKEN cannot be used. It has ")
                    .hasMessageNotContaining(bad);
        }
    }
}
