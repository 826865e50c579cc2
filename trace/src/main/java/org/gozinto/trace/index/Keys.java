/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;

/**
 * Finds the number of a key among keys that are numbered in the order in which they are added (open addressing, at most
 * half full). One writer adds; a reader finds what it has learnt of by way of a {@link View}.
 */
final class Keys {

    private static final int FIRST_SLOTS = 128;
    /** 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, section 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Longs keys;
    /** Number + 1, or 0 where nothing is. */
    private volatile int[] slots;

    Keys() {
        this(new Longs());
    }

    private Keys(Longs keys) {
        this.keys = keys;
        this.slots = slots(Math.max(FIRST_SLOTS, Integer.highestOneBit(keys.size()) * 4));
    }

    private int[] slots(int count) {
        int[] fresh = new int[count];
        for (int number = 0; number < keys.size(); number++) {
            fresh[free(fresh, keys.get(number))] = number + 1;
        }
        return fresh;
    }

    private int free(int[] table, long key) {
        int slot = first(table, key);
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static int first(int[] table, long key) {
        // The uppermost bits, as many as number the slots.
        return (int) (key * SPREAD >>> Integer.numberOfLeadingZeros(table.length) + 1 + Integer.SIZE);
    }

    void add(long key) {
        int number = keys.add(key);
        if (number * 2L >= slots.length) {
            slots = slots(slots.length * 2);
        } else {
            slots[free(slots, key)] = number + 1;
        }
    }

    int size() {
        return keys.size();
    }

    long get(int number) {
        return keys.get(number);
    }

    /** The number of a key, or -1. */
    int find(long key) {
        int[] table = slots;
        for (int slot = first(table, key); table[slot] != 0; slot = slot + 1 & table.length - 1) {
            if (keys.get(table[slot] - 1) == key) {
                return table[slot] - 1;
            }
        }
        return -1;
    }

    void write(BlockWriter out, int count) throws IOException {
        keys.write(out, count);
    }

    static Keys read(BlockReader in) {
        return new Keys(Longs.read(in));
    }

    /** Bytes of memory of the keys and of the table. */
    long bytes() {
        return keys.bytes() + (long) slots.length * Integer.BYTES;
    }
}
