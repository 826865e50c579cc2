/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Arrays;

/** A growing row of longs. */
final class LongList {

    private long[] values = new long[16];
    private int size;

    long get(int index) {
        check(index);
        return values[index];
    }

    void set(int index, long value) {
        check(index);
        values[index] = value;
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    private void check(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
    }
}
