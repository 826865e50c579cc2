/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.gozinto.ledger.Faults;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new BCryptPasswordEncoder(4), new Random(1));

    private static void check(String password, String name) {
        var faults = new Faults();
        Passwords.check(faults, "/password", password, name);
        faults.refuse("No");
    }

    @Test
    void elevenCharactersAreTooFewAndTwelveEnough() {
        assertThatThrownBy(() -> check("abcdefghijk", "anna")).hasMessageContaining("has 11 characters");
        assertThatCode(() -> check("abcdefghijkl", "anna")).doesNotThrowAnyException();
    }

    @Test
    void charactersAreCountedAndNotTheirHalves() {
        assertThatThrownBy(() -> check("😀😁😂😃😄😅", "anna")).hasMessageContaining("has 6 characters");
    }

    @Test
    void nameIsNoPassword() {
        assertThatThrownBy(() -> check("Administrator-Anna", "administrator-anna"))
                .hasMessageContaining("is the name");
        assertThatThrownBy(() -> check("annaannaanna", "anna")).hasMessageContaining("is the name");
        assertThatThrownBy(() -> check("administrator", "administrator-anna")).hasMessageContaining("is the name");
        assertThatThrownBy(() -> check("annabella1234", "annabella")).hasMessageContaining("is the name");
        assertThatCode(() -> check("annapurna climbs at dawn", "anna")).doesNotThrowAnyException();
    }

    @Test
    void fewCharactersInARowAreNoPassword() {
        assertThatThrownBy(() -> check("abababababababab", "x")).hasMessageContaining("repeats");
    }

    @Test
    void moreThanTheHashReadsIsRefused() {
        assertThatCode(() -> check("abcdefgh".repeat(9), "x")).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("abcdefgh".repeat(9) + "i", "x")).hasMessageContaining("72 bytes");
    }

    @Test
    void missingPasswordIsRefused() {
        assertThatThrownBy(() -> check(null, "x")).hasMessageContaining("is missing");
    }

    @Test
    void passwordMatchesItsHashAndNoOther() {
        String hash = passwords.hash("correct horse battery");
        assertThat(hash).doesNotContain("correct");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterz", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.matches("anything", null)).isFalse();
    }

    @Test
    void longerPasswordThanWasSetDoesNotMatch() {
        String hash = passwords.hash("abcdefgh".repeat(9));
        assertThat(passwords.matches("abcdefgh".repeat(9), hash)).isTrue();
        assertThat(passwords.matches("abcdefgh".repeat(9) + "more", hash)).isFalse();
    }
}
