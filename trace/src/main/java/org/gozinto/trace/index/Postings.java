/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import org.gozinto.trace.IntList;

/**
 * Ints listed under keys, those of one key in the order in which they were told. Does not change. Sample: rows 0, 2 of
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

    private final Ints start;
    private final Ints values;

    /** Takes a key, 0 or more, and a value under it. */
    interface Taker {
        void take(int key, int value);
    }

    /** Tells all pairs; asked again it tells the same ones in the same order. */
    interface Teller {
        void tell(Taker taker);
    }

    private Postings(boolean dense, int firstKey, int lastKey, int[] keys, Ints start, Ints values) {
        this.dense = dense;
        this.firstKey = firstKey;
        this.lastKey = lastKey;
        this.keys = keys;
        this.table = table(keys);
        this.start = start;
        this.values = values;
    }

    private static int[] table(int[] keys) {
        int[] table = new int[keys.length == 0 ? 0 : Integer.highestOneBit(keys.length) * 4];
        for (int i = 0; i < keys.length; i++) {
            int at = home(keys[i], table.length);
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = i + 1;
        }
        return table;
    }

    private static int home(int key, int slots) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & slots - 1;
    }

    /** Counts first and lists then, so that only the lists themselves take memory. */
    static Postings of(Teller teller) {
        var range = new Range();
        teller.tell((key, value) -> range.add(key));
        boolean dense = range.count > 0 && (long) range.most - range.least < (long) SPARSE * range.count;
        int[] keys = dense ? new int[0] : distinct(teller);
        var finder = new Postings(dense, range.least, range.most, keys, new Ints(), new Ints());
        int[] next = new int[(dense ? range.most - range.least + 1 : keys.length) + 1];
        teller.tell((key, value) -> next[finder.slot(key) + 1]++);
        for (int slot = 1; slot < next.length; slot++) {
            next[slot] += next[slot - 1];
        }
        Ints start = Ints.of(next);
        int[] values = new int[range.count];
        teller.tell((key, value) -> values[next[finder.slot(key)]++] = value);
        return new Postings(dense, range.least, range.most, keys, start, Ints.of(values));
    }

    private static int[] distinct(Teller teller) {
        var keys = new IntList();
        teller.tell((key, value) -> keys.add(key));
        return keys.sortedDistinct();
    }

    private static final class Range {
        private int least = Integer.MAX_VALUE;
        private int most = -1;
        private int count;

        private void add(int key) {
            least = Math.min(least, key);
            most = Math.max(most, key);
            count++;
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
        for (int at = home(key, table.length); table[at] != 0; at = at + 1 & table.length - 1) {
            if (keys[table[at] - 1] == key) {
                return table[at] - 1;
            }
        }
        return -1;
    }

    /** The first of a slot's values; it ends where the next slot begins. */
    int begin(int slot) {
        return start.get(slot);
    }

    int end(int slot) {
        return start.get(slot + 1);
    }

    int value(int index) {
        return values.get(index);
    }

    boolean has(int key) {
        int slot = slot(key);
        return slot >= 0 && begin(slot) < end(slot);
    }

    void write(BlockWriter out) throws IOException {
        out.putLong(dense ? 1 : 0);
        out.putLong(firstKey);
        out.putLong(lastKey);
        out.putLong(keys.length);
        out.putInts(keys, keys.length);
        start.write(out, start.size());
        values.write(out, values.size());
    }

    static Postings read(BlockReader in) {
        boolean dense = in.getLong() == 1;
        int firstKey = in.getInt();
        int lastKey = in.getInt();
        int[] keys = new int[in.getInt()];
        in.getInts(keys, keys.length);
        return new Postings(dense, firstKey, lastKey, keys, Ints.read(in), Ints.read(in));
    }

    /** Bytes of memory that the arrays take. */
    long bytes() {
        return Integer.BYTES * ((long) keys.length + table.length) + start.bytes() + values.bytes();
    }
}
