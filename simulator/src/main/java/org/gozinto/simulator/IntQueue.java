/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Arrays;

/** First in, first out. A ring: the values from {@code head} on, wrapping at the end of the array. */
final class IntQueue {

    private int[] ring = new int[16];
    private int head;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int value) {
        if (size == ring.length) {
            int[] wider = Arrays.copyOf(ring, size * 2);
            // The part that had wrapped to the front continues behind the old end.
            System.arraycopy(ring, 0, wider, size, head);
            ring = wider;
        }
        ring[(head + size) & (ring.length - 1)] = value;
        size++;
    }

    void addAll(int[] values) {
        for (int value : values) {
            add(value);
        }
    }

    int take() {
        if (size == 0) {
            throw new IllegalStateException("nothing left to take");
        }
        int value = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        return value;
    }

    int[] take(int count) {
        int[] taken = new int[count];
        for (int i = 0; i < count; i++) {
            taken[i] = take();
        }
        return taken;
    }
}
