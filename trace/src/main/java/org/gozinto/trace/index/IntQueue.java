/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

/** Ints, first in first out, in a ring that grows. */
final class IntQueue {

    private int[] ring = new int[64];
    private int head;
    private int size;

    void add(int value) {
        if (size == ring.length) {
            int[] more = new int[size * 2];
            System.arraycopy(ring, head, more, 0, size - head);
            System.arraycopy(ring, 0, more, size - head, head);
            ring = more;
            head = 0;
        }
        ring[head + size & ring.length - 1] = value;
        size++;
    }

    int remove() {
        int value = ring[head];
        head = head + 1 & ring.length - 1;
        size--;
        return value;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
