/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why somebody is written to. */
enum NoticeKind {
    /** They learn of it. */
    FIRST,
    /** They did not answer. */
    REMINDER,
    /** Something has changed since. */
    UPDATE,
    /** The case is at its end. */
    CLOSING;

    /** The word in the API. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static @Nullable NoticeKind of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Whether it asks for an answer. */
    boolean asks() {
        return this != CLOSING;
    }
}
