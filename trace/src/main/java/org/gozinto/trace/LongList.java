/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;

/** A growable array of longs. */
final class LongList {

    private long[] values;
    private int size;

    LongList() {
        this(16);
    }

    /** An empty list with room for so many. */
    LongList(int room) {
        values = new long[Math.max(1, room)];
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    void set(int index, long value) {
        values[index] = value;
    }

    int size() {
        return size;
    }
}
