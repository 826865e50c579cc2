/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a unit may be wanted for, and what a hold may block. */
public enum Purpose {
    SHIP,
    CONSUME,
    SELL,
    MOVE;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose of this word, or null. */
    public static @Nullable Purpose of(String word) {
        for (Purpose purpose : values()) {
            if (purpose.word().equals(word)) {
                return purpose;
            }
        }
        return null;
    }

    /** A set as bits: ship 1, consume 2, sell 4, move 8. */
    static int bits(Set<Purpose> purposes) {
        return purposes.stream().mapToInt(p -> 1 << p.ordinal()).sum();
    }

    /** The set that is kept as these bits. */
    public static Set<Purpose> ofBits(int bits) {
        var purposes = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : values()) {
            if ((bits & 1 << purpose.ordinal()) != 0) {
                purposes.add(purpose);
            }
        }
        return purposes;
    }
}
