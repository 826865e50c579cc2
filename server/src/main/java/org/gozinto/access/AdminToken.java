/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The token that the environment gives ({@code GOZINTO_ADMIN_TOKEN}), kept as a hash; for automation and for getting
 * back in.
 */
final class AdminToken {

    static final String NAME = "admin-token";

    static final int LENGTH_MIN = 32;

    private final byte @Nullable [] hash;

    /** The token is null or blank when the environment gives none. */
    AdminToken(@Nullable String token) {
        this.hash = token == null || token.isBlank() ? null : TokenText.sha256(checked(token));
    }

    private static String checked(String token) {
        if (token.length() < LENGTH_MIN) {
            throw new UnusableAdminTokenException("It has " + token.length() + " characters.");
        }
        if (token.length() > Tokens.LENGTH_MAX) {
            throw new UnusableAdminTokenException("It has more than " + Tokens.LENGTH_MAX + " characters.");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new UnusableAdminTokenException("It has characters that an HTTP header cannot carry.");
        }
        return token;
    }

    boolean isSet() {
        return hash != null;
    }

    /** Takes the same time whatever is shown. */
    boolean matches(String shown) {
        return hash != null && MessageDigest.isEqual(hash, TokenText.sha256(shown));
    }

    /** The value of {@code GOZINTO_ADMIN_TOKEN} cannot be used; the message never holds it. */
    static final class UnusableAdminTokenException extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        UnusableAdminTokenException(String message) {
            super("GOZINTO_ADMIN_TOKEN cannot be used. " + message);
        }
    }
}
