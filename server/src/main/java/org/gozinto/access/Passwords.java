/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The rules for passwords, and their hashes. */
final class Passwords {

    static final int LENGTH_MIN = 12;

    /** BCrypt reads no more. */
    static final int BYTES_MAX = 72;

    private static final int OTHER_CHARACTERS_MIN = 8;
    private static final int DISTINCT_MIN = 5;

    private final PasswordEncoder encoder;
    private final String hashOfNobody;

    Passwords(PasswordEncoder encoder, RandomGenerator random) {
        this.encoder = encoder;
        this.hashOfNobody = hash(TokenText.base62(random, TokenText.SECRET_LENGTH));
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the encoder gave no hash");
        }
        return hash;
    }

    /** Whether the password is right; a hash of null, for a name that does not exist, takes as long as any other. */
    boolean matches(String password, @Nullable String hash) {
        boolean matches = encoder.matches(password, hash == null ? hashOfNobody : hash);
        return matches && hash != null && bytes(password) <= BYTES_MAX;
    }

    /** Notes what is wrong with a new password. */
    static void check(Faults faults, String pointer, @Nullable String password, String name) {
        if (!faults.expect(password != null, pointer, "is missing", "a password") || password == null) {
            return;
        }
        long length = password.codePoints().count();
        faults.expect(
                length >= LENGTH_MIN,
                pointer,
                "has " + length + " characters",
                "at least " + LENGTH_MIN + " characters; a few words in a row are good");
        faults.expect(
                bytes(password) <= BYTES_MAX,
                pointer,
                "is longer than " + BYTES_MAX + " bytes",
                "at most " + BYTES_MAX + " bytes in UTF-8");
        faults.expect(
                !isInName(password, name),
                pointer,
                "is the name, or little more",
                "something that the name does not tell");
        faults.expect(
                password.codePoints().distinct().count() >= DISTINCT_MIN,
                pointer,
                "repeats the same few characters",
                "at least " + DISTINCT_MIN + " different characters");
    }

    private static boolean isInName(String password, String name) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return false;
        }
        return name.contains(lower)
                || (lower.contains(name) && lower.replace(name, "").length() < OTHER_CHARACTERS_MIN);
    }

    private static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }
}
