/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.gozinto.item.Tracking;
import org.jspecify.annotations.Nullable;

/** What a number is of. */
public enum NumberKind {
    LOT("lot", Unit.Kind.LOT),
    SERIAL("serial", Unit.Kind.SERIAL);

    private final String word;
    private final Unit.Kind unit;

    NumberKind(String word, Unit.Kind unit) {
        this.word = word;
        this.unit = unit;
    }

    /** The word in the API. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The kind of this word, or null. */
    @JsonCreator
    public static @Nullable NumberKind of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(k -> k.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    static NumberKind ofNumber(int number) {
        return number == LOT.number() ? LOT : SERIAL;
    }

    int number() {
        return unit.number();
    }

    /** Whether pieces of an item tracked so have such numbers. */
    boolean fits(Tracking tracking) {
        return this == LOT ? tracking.byLot() : tracking.bySerial();
    }
}
