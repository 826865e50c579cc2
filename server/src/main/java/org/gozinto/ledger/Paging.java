/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The manners of lists: limits, opaque cursors, and versions in {@code If-Match}. */
public final class Paging {

    /** Rows of a page when nothing is asked for. */
    public static final int LIMIT_DEFAULT = 100;

    /** Rows of a page at the most. */
    public static final int LIMIT_MAX = 1_000;

    private Paging() {}

    /** The limit to use, or a refusal when it is out of range. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return LIMIT_DEFAULT;
        }
        if (asked < 1 || asked > LIMIT_MAX) {
            throw badParameter("limit", "is " + asked, "1 to " + LIMIT_MAX);
        }
        return asked;
    }

    /** The opaque form of a key. */
    public static @Nullable String cursor(@Nullable String key) {
        return key == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key in a cursor, or null without one. */
    public static @Nullable String after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.indexOf('\0') < 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the refusal, which is the same for every cursor that is not ours.
        }
        throw badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
    }

    /** A cursor whose key is a number; 0 without one. */
    public static long afterNumber(@Nullable String cursor) {
        String key = after(cursor);
        try {
            return key == null ? 0 : Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
        }
    }

    /** The version in an {@code If-Match} header; null when there is none or it is {@code *}. */
    public static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw badParameter("If-Match", "is not an ETag of ours", "the ETag of the last read");
        }
    }

    /** A refusal (400) of a parameter. */
    public static RefusedException badParameter(String name, String detail, String expected) {
        return Refusal.of("bad-parameter", "A parameter is wrong", name + " " + detail + ".")
                .status(400)
                .at(name, expected, "Correct the parameter.")
                .asException();
    }
}
