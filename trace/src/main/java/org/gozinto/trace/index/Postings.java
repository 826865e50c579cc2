/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import org.gozinto.trace.IntList;

/**
 * Ints listed under keys, those of one key in the order in which they were put. Does not change. Sample: rows 0, 2 of
 * unit 7 and row 1 of unit 9 are
 *
 * <pre>
 * keys   7 9        start  0 2 3        values  0 2 1
 * </pre>
 *
 * <p>Where many keys of a range are used, {@code keys} is left out and a key is found by its distance from the first;
 * else by a hash table with open addressing that is at most half full.
 */
final class Postings {

    /** A range with fewer than one used key in so many is searched instead of addressed. */
    private static final int SPARSE = 4;

    private final boolean dense;
    private final int firstKey;
    private final int lastKey;
    private final int[] keys;
    /** Where keys lie in {@code keys}, one more than that; 0 is free. */
    private final int[] table;

    private final int[] start;
    private final int[] values;

    private Postings(boolean dense, int firstKey, int lastKey, int[] keys, int[] start, int[] values) {
        this.dense = dense;
        this.firstKey = firstKey;
        this.lastKey = lastKey;
        this.keys = keys;
        this.start = start;
        this.values = values;
        this.table = new int[keys.length == 0 ? 0 : Integer.highestOneBit(keys.length) * 4];
        for (int i = 0; i < keys.length; i++) {
            int at = home(keys[i]);
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = i + 1;
        }
    }

    /** Lists {@code values[i]} under {@code keys[i]}; keys are 0 or more. */
    static Postings of(IntList keys, IntList values) {
        int size = keys.size();
        int least = Integer.MAX_VALUE;
        int most = -1;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, keys.get(i));
            most = Math.max(most, keys.get(i));
        }
        boolean dense = size > 0 && (long) most - least < (long) SPARSE * size;
        int[] known = dense ? new int[0] : keys.sortedDistinct();
        int[] start = new int[(dense ? most - least + 1 : known.length) + 1];
        var postings = new Postings(dense, least, most, known, start, new int[size]);
        postings.fill(keys, values);
        return postings;
    }

    private void fill(IntList keys, IntList list) {
        for (int i = 0; i < keys.size(); i++) {
            start[slot(keys.get(i)) + 1]++;
        }
        for (int slot = 1; slot < start.length; slot++) {
            start[slot] += start[slot - 1];
        }
        int[] next = start.clone();
        for (int i = 0; i < keys.size(); i++) {
            values[next[slot(keys.get(i))]++] = list.get(i);
        }
    }

    /** Where a key's values are found, or -1 when it has none. */
    int slot(int key) {
        if (key < firstKey || key > lastKey) {
            return -1;
        }
        if (dense) {
            return key - firstKey;
        }
        for (int at = home(key); table[at] != 0; at = at + 1 & table.length - 1) {
            if (keys[table[at] - 1] == key) {
                return table[at] - 1;
            }
        }
        return -1;
    }

    private int home(int key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & table.length - 1;
    }

    /** The first of a slot's values; it ends where the next slot begins. */
    int begin(int slot) {
        return start[slot];
    }

    int end(int slot) {
        return start[slot + 1];
    }

    int value(int index) {
        return values[index];
    }

    boolean has(int key) {
        int slot = slot(key);
        return slot >= 0 && start[slot] < start[slot + 1];
    }

    void write(BlockWriter out) throws IOException {
        out.putLong(dense ? 1 : 0);
        out.putLong(firstKey);
        out.putLong(lastKey);
        for (int[] array : new int[][] {keys, start, values}) {
            out.putLong(array.length);
            out.putInts(array, array.length);
        }
    }

    static Postings read(BlockReader in) {
        return new Postings(in.getLong() == 1, in.getInt(), in.getInt(), array(in), array(in), array(in));
    }

    private static int[] array(BlockReader in) {
        int[] array = new int[in.getInt()];
        in.getInts(array, array.length);
        return array;
    }

    /** Bytes of memory that the arrays take. */
    long bytes() {
        return Integer.BYTES * ((long) keys.length + table.length + start.length + values.length);
    }
}
