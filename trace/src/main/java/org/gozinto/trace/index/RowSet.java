/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.Arrays;
import org.gozinto.trace.IntList;

/** Rows, each once, that are read in their order; emptying it costs as much as filling it did. */
final class RowSet {

    private long[] words = new long[0];
    private final IntList touched = new IntList();
    private int size;

    /** Makes it empty, with room for rows below the given one. */
    void begin(int rows) {
        for (int i = 0; i < touched.size(); i++) {
            words[touched.get(i)] = 0;
        }
        touched.clear();
        size = 0;
        int needed = (rows + Long.SIZE - 1) / Long.SIZE;
        if (needed > words.length) {
            words = new long[needed + needed / 4];
        }
    }

    void add(int row) {
        int word = row >>> 6;
        long before = words[word];
        long after = before | 1L << row;
        if (before != after) {
            if (before == 0) {
                touched.add(word);
            }
            words[word] = after;
            size++;
        }
    }

    int size() {
        return size;
    }

    /** The rows, ascending. */
    int[] toArray() {
        int[] order = touched.toArray();
        Arrays.sort(order);
        int[] rows = new int[size];
        int count = 0;
        for (int word : order) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                rows[count++] = (word << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return rows;
    }
}
