/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The chain that makes a change to the past visible.
 *
 * <p>hash(n) = SHA-256( hash(n−1) ‖ UTF-8 of the canonical form of entry n ), where hash(0) is 32 zero bytes and the
 * canonical form is the JSON object {@code {"seq","id","recordedAt","actor","act"}}: recordedAt in microseconds, act
 * the body as recorded, see {@link JsonText}.
 */
public final class HashChain {

    /** The hash before the first entry. */
    public static final byte[] GENESIS = new byte[32];

    private HashChain() {}

    /** The hash of an entry that follows {@code previous}. */
    public static byte[] next(byte[] previous, long seq, String id, long recordedAtUs, String actor, String body) {
        var head = new JsonText()
                .object()
                .member("seq", seq)
                .member("id", id)
                .member("recordedAt", recordedAtUs)
                .member("actor", actor)
                .raw("act", body)
                .endObject();
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(head.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of the text in UTF-8. */
    public static byte[] of(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of the bytes. */
    public static byte[] of(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
