/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;

/** A growable array of ints, as a trace holds millions of them. */
public final class IntList {

    private int[] values = new int[16];
    private int size;

    public int add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size] = value;
        return size++;
    }

    public int get(int index) {
        return values[index];
    }

    public void set(int index, int value) {
        values[index] = value;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int removeLast() {
        return values[--size];
    }

    /** Each value once, ascending. */
    public int[] sortedDistinct() {
        int[] sorted = toArray();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    public void clear() {
        size = 0;
    }
}
