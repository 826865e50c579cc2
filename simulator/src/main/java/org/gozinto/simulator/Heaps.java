/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayList;
import java.util.List;

/** Lot-tracked material in the order in which it is to be used; one heap for each lot at each place. */
final class Heaps {

    private final List<Heap> heaps = new ArrayList<>();

    /** What lies of one lot at one place, in the last decimal of its item. */
    static final class Heap {
        final int lot;
        final int place;
        final long expiryDay;
        private long qty;

        Heap(int lot, int place, long expiryDay, long qty) {
            this.lot = lot;
            this.place = place;
            this.expiryDay = expiryDay;
            this.qty = qty;
        }

        long qty() {
            return qty;
        }
    }

    boolean isEmpty() {
        return heaps.isEmpty();
    }

    int size() {
        return heaps.size();
    }

    Heap first() {
        return heaps.getFirst();
    }

    Heap get(int index) {
        return heaps.get(index);
    }

    /** The first ones, as they are now. */
    List<Heap> oldest(int count) {
        return List.copyOf(heaps.subList(0, Math.min(count, heaps.size())));
    }

    long total() {
        long total = 0;
        for (Heap heap : heaps) {
            total += heap.qty;
        }
        return total;
    }

    void add(Heap fresh) {
        for (Heap heap : heaps) {
            if (heap.lot == fresh.lot && heap.place == fresh.place) {
                heap.qty += fresh.qty;
                return;
            }
        }
        heaps.add(fresh);
    }

    /** To be used next. */
    void addFirst(Heap fresh) {
        heaps.addFirst(fresh);
    }

    /** The first one is to be used last. */
    void rotate() {
        heaps.addLast(heaps.removeFirst());
    }

    /** Changes a heap that is in here; an empty one disappears. */
    void change(Heap heap, long by) {
        heap.qty += by;
        if (heap.qty < 0) {
            throw new IllegalStateException("heap of lot " + heap.lot + " below zero");
        }
        if (heap.qty == 0) {
            heaps.remove(heap);
        }
    }
}
