/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.Collection;

/**
 * Three values, with the strong tables of Kleene: what is unknown stays unknown only as long as knowing it could change
 * the result.
 */
enum Truth {
    NO,
    UNKNOWN,
    YES;

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }

    static Truth of(boolean known) {
        return known ? YES : NO;
    }

    /** Yes when one of them is; no when there is none. */
    static Truth any(Collection<Truth> all) {
        return all.stream().reduce(NO, Truth::or);
    }
}
