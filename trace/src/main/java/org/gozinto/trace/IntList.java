/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;

/** A growable array of ints, as a trace holds millions of them. */
public final class IntList {

    private int[] values;
    private int size;

    public IntList() {
        this(16);
    }

    /** An empty list with room for so many. */
    public IntList(int room) {
        values = new int[Math.max(1, room)];
    }

    public int add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size] = value;
        return size++;
    }

    /** Adds a value that is not in the list, which is searched for it. */
    void addOnce(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return;
            }
        }
        add(value);
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
