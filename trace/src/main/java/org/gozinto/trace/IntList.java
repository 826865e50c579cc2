/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;

/** A growable array of ints, as a trace holds millions of them. */
final class IntList {

    private int[] values = new int[16];
    private int size;

    int add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size] = value;
        return size++;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int removeLast() {
        return values[--size];
    }

    void truncate(int newSize) {
        size = newSize;
    }

    void clear() {
        size = 0;
    }
}
