/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/** A set of application identifiers of the table, by their ordinal. */
final class AiSet {

    private final long[] bits = new long[AiTable.MOST / 64];

    void add(Ai ai) {
        add(ai.ordinal);
    }

    void add(int ordinal) {
        bits[ordinal >> 6] |= 1L << (ordinal & 63);
    }

    boolean has(Ai ai) {
        return (bits[ai.ordinal >> 6] >>> (ai.ordinal & 63) & 1) != 0;
    }

    boolean meets(AiSet other) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & other.bits[i]) != 0) {
                return true;
            }
        }
        return false;
    }
}
