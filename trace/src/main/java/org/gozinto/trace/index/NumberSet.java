/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.Arrays;
import org.gozinto.trace.IntList;

/** Rows or units, each once, that are read in their order; emptying it costs as much as filling it did. */
final class NumberSet {

    private long[] words = new long[0];
    private final IntList touched = new IntList();
    private int size;

    /** Makes it empty, with room for numbers below the given one. */
    void begin(int end) {
        for (int i = 0; i < touched.size(); i++) {
            words[touched.get(i)] = 0;
        }
        touched.clear();
        size = 0;
        int needed = (end + Long.SIZE - 1) / Long.SIZE;
        if (needed > words.length) {
            words = new long[needed + needed / 4];
        }
    }

    /** Says whether it was not there before. */
    boolean add(int number) {
        int word = number >>> 6;
        long before = words[word];
        long after = before | 1L << number;
        if (before == after) {
            return false;
        }
        if (before == 0) {
            touched.add(word);
        }
        words[word] = after;
        size++;
        return true;
    }

    boolean has(int number) {
        return (words[number >>> 6] & 1L << number) != 0;
    }

    int size() {
        return size;
    }

    /** The numbers, ascending. */
    int[] toArray() {
        int[] order = touched.toArray();
        Arrays.sort(order);
        int[] numbers = new int[size];
        int count = 0;
        for (int word : order) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                numbers[count++] = (word << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return numbers;
    }
}
