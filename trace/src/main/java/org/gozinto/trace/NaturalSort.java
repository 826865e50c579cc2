/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * Sorts ints by an order of their own, stable. What is in order already is found and kept together, since entries come
 * by time and units by number as a rule: n things in order take n comparisons.
 */
public final class NaturalSort {

    /** Compares as {@link java.util.Comparator} does. */
    @FunctionalInterface
    public interface Order {
        int compare(int left, int right);
    }

    private NaturalSort() {}

    /** Sorts {@code values[from] … values[to - 1]}. */
    public static void sort(int[] values, int from, int to, Order order) {
        var ends = new IntList();
        for (int i = from + 1; i < to; i++) {
            if (order.compare(values[i - 1], values[i]) > 0) {
                ends.add(i);
            }
        }
        if (ends.isEmpty()) {
            return;
        }
        ends.add(to);
        int[] source = values;
        int[] target = new int[to];
        while (ends.size() > 1) {
            var merged = new IntList();
            int start = from;
            for (int run = 0; run < ends.size(); run += 2) {
                int middle = ends.get(run);
                int end = run + 1 < ends.size() ? ends.get(run + 1) : middle;
                merge(source, target, new int[] {start, middle, end}, order);
                merged.add(end);
                start = end;
            }
            int[] spare = source;
            source = target;
            target = spare;
            ends = merged;
        }
        if (source != values) {
            System.arraycopy(source, from, values, from, to - from);
        }
    }

    /** Merges two runs that follow each other: where the first begins, where the second does, where that ends. */
    private static void merge(int[] source, int[] target, int[] bounds, Order order) {
        int left = bounds[0];
        int right = bounds[1];
        for (int at = left; at < bounds[2]; at++) {
            boolean takesLeft =
                    right == bounds[2] || left < bounds[1] && order.compare(source[left], source[right]) <= 0;
            target[at] = takesLeft ? source[left++] : source[right++];
        }
    }
}
