/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.Arrays;
import org.gozinto.trace.IntList;

/**
 * Ints listed under keys, those of one key in the order in which they were put. Does not change. Sample: rows 0, 2 of
 * unit 7 and row 1 of unit 9 are
 *
 * <pre>
 * keys   7 9        start  0 2 3        values  0 2 1
 * </pre>
 *
 * <p>Where most keys of a range are used, {@code keys} is left out and a key is found by its distance from the first.
 */
final class Postings {

    /** A range with fewer than one used key in so many is searched instead of addressed. */
    private static final int SPARSE = 4;

    static final Postings NONE = of(new IntList(), new IntList());

    private final boolean dense;
    private final int firstKey;
    private final int[] keys;
    private final int[] start;
    private final int[] values;

    private Postings(boolean dense, int firstKey, int[] keys, int[] start, int[] values) {
        this.dense = dense;
        this.firstKey = firstKey;
        this.keys = keys;
        this.start = start;
        this.values = values;
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
        boolean dense = (long) most - least < (long) SPARSE * size;
        int[] known = dense || size == 0 ? new int[0] : keys.sortedDistinct();
        int slots = size == 0 ? 0 : dense ? most - least + 1 : known.length;
        int[] start = new int[slots + 1];
        var postings = new Postings(dense && size > 0, size == 0 ? 0 : least, known, start, new int[size]);
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
        if (dense) {
            int slot = key - firstKey;
            return slot >= 0 && slot < start.length - 1 ? slot : -1;
        }
        int found = Arrays.binarySearch(keys, key);
        return found < 0 ? -1 : found;
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

    /** Bytes of memory that the arrays take. */
    long bytes() {
        return Integer.BYTES * ((long) keys.length + start.length + values.length);
    }
}
