/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Arrays;

/** A list that one thread appends to while others read what they were told of. */
final class Roll<T> {

    private volatile Object[] all = new Object[64];
    private volatile int size;

    void add(T one) {
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        all[size] = one;
        size = size + 1;
    }

    T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        @SuppressWarnings("unchecked")
        T one = (T) all[index];
        return one;
    }

    int size() {
        return size;
    }
}
