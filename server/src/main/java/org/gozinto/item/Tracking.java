/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the pieces of an item are told apart. */
public enum Tracking {
    NONE("none"),
    LOT("lot"),
    SERIAL("serial"),
    LOT_AND_SERIAL("lot+serial");

    private final String word;

    Tracking(String word) {
        this.word = word;
    }

    /** The word in the API and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The tracking of this word, or null. */
    @JsonCreator
    public static @Nullable Tracking of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(t -> t.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Whether each piece has a serial number. */
    public boolean bySerial() {
        return this == SERIAL || this == LOT_AND_SERIAL;
    }

    /** Whether each piece or quantity belongs to a lot. */
    public boolean byLot() {
        return this == LOT || this == LOT_AND_SERIAL;
    }
}
