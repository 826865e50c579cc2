/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;

/** Pairs of ints (unit, place) to a dense id: open addressing, never more than half full. */
final class PairMap {

    private static final long FREE = -1;

    private long[] keys = new long[32];
    private int[] values = new int[32];
    private int size;

    PairMap() {
        Arrays.fill(keys, FREE);
    }

    /** The id of the pair, or -1. */
    int find(int left, int right) {
        int slot = slot(key(left, right));
        return keys[slot] == FREE ? -1 : values[slot];
    }

    void put(int left, int right, int id) {
        if (size * 2 >= keys.length) {
            grow();
        }
        long key = key(left, right);
        int slot = slot(key);
        if (keys[slot] == FREE) {
            keys[slot] = key;
            size++;
        }
        values[slot] = id;
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    // Invariant: every slot between a key's home and where it lies is taken.
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
