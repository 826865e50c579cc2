/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which lots and serials of an item wait for an inspection before they may be used. */
public enum InspectionRule {
    RECEIVED,
    PRODUCED,
    BOTH;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule of this word, or null. */
    static @Nullable InspectionRule of(@Nullable String word) {
        for (InspectionRule rule : values()) {
            if (rule.word().equals(word)) {
                return rule;
            }
        }
        return null;
    }

    /** Whether what came in that way waits; {@code way} is RECEIVED or PRODUCED. */
    public boolean asks(InspectionRule way) {
        return this == BOTH || this == way;
    }
}
