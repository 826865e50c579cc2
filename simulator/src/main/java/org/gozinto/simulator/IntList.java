/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Arrays;

/** A growing row of ints: the book has millions of them, boxes would cost five times the memory. */
final class IntList {

    private int[] values = new int[16];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        check(index);
        return values[index];
    }

    void set(int index, int value) {
        check(index);
        values[index] = value;
    }

    /** Appends and returns the index. */
    int add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size] = value;
        return size++;
    }

    private void check(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
    }
}
