/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import java.util.Locale;
import java.util.regex.Pattern;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent, under the id that it made.
 *
 * @param hash of all that was sent, to tell the same from something else under the same id
 */
public record Sent(String id, byte[] hash) {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /**
     * What was sent; an id that is none is among the faults, and nothing is to be done before these were refused.
     *
     * @param what all that was sent, as text
     */
    public static Sent of(Faults faults, @Nullable String id, String what) {
        String asked = id == null ? "" : id.toLowerCase(Locale.ROOT);
        faults.expect(
                UUID_TEXT.matcher(asked).matches(),
                "/id",
                id == null ? "is missing" : "is not a UUID",
                "a UUID made by the client, best a UUIDv7");
        return new Sent(asked, HashChain.of(what));
    }
}
