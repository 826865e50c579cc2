/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The text of a token: {@code gzt_<id>_<secret><crc>}, such as {@code gzt_4fR0aQ9zLm_} with 32 characters of secret
 * (190 bits) and 6 of check sum after it.
 *
 * <p>All parts are base62. The check sum is the CRC32 of what stands before it, so that a typing error is told from a
 * wrong token, and a scanner of leaked secrets can be sure of a find without asking the server.
 */
record TokenText(String id, String secret) {

    static final String PREFIX = "gzt_";

    static final int ID_LENGTH = 10;

    static final int SECRET_LENGTH = 32;

    private static final int CRC_LENGTH = 6;
    private static final int LENGTH = PREFIX.length() + ID_LENGTH + 1 + SECRET_LENGTH + CRC_LENGTH;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** A new token; the source must be fit for secrets. */
    static TokenText mint(RandomGenerator random) {
        return new TokenText(base62(random, ID_LENGTH), base62(random, SECRET_LENGTH));
    }

    /** The parts of the text, or null when it is no token of ours or was mistyped. */
    static @Nullable TokenText parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX) || text.charAt(PREFIX.length() + ID_LENGTH) != '_') {
            return null;
        }
        int secretAt = PREFIX.length() + ID_LENGTH + 1;
        var token = new TokenText(
                text.substring(PREFIX.length(), secretAt - 1), text.substring(secretAt, secretAt + SECRET_LENGTH));
        return isBase62(token.id) && isBase62(token.secret) && token.text().equals(text) ? token : null;
    }

    String text() {
        String body = PREFIX + id + '_' + secret;
        return body + crc(body);
    }

    byte[] secretHash() {
        return sha256(secret);
    }

    static String base62(RandomGenerator random, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBase62(String text) {
        return text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    private static String crc(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        var text = new char[CRC_LENGTH];
        for (int i = CRC_LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(text);
    }

    /** Leaves the secret out, so that it reaches no log. */
    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }
}
