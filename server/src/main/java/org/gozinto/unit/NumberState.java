/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a reserved number has come. */
public enum NumberState {
    /** Given to somebody, not to be given again. */
    RESERVED,
    /** On a label. */
    PRINTED,
    /** A lot or serial of this number is recorded. */
    COMMISSIONED,
    /** Never to be used. */
    VOID;

    /** The word in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable NumberState of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(s -> s.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    static NumberState of(boolean printed, boolean isVoid, boolean used) {
        if (used) {
            return COMMISSIONED;
        }
        if (isVoid) {
            return VOID;
        }
        return printed ? PRINTED : RESERVED;
    }
}
