/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Names that follow from content, so that the same content has the same name. */
final class Digest {

    private Digest() {}

    /** SHA-256 of the text, 64 hexadecimal digits. */
    static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** SHA-256 of the bytes, 64 hexadecimal digits. */
    static String hex(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    /** A UUID of version 8 (RFC 9562 §5.8) made from SHA-256 over the text. */
    static String uuid(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256(text));
        long high = (bytes.getLong() & ~0xf000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
