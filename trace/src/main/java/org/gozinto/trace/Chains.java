/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;

/** Lists of ints under dense keys, each in the order of adding; a key without any takes nothing but its place. */
final class Chains {

    private final int[] first;
    private final int[] last;
    private final IntList value = new IntList();
    private final IntList next = new IntList();

    Chains(int keys) {
        first = new int[keys];
        last = new int[keys];
        Arrays.fill(first, -1);
        Arrays.fill(last, -1);
    }

    void add(int key, int what) {
        int link = value.add(what);
        next.add(-1);
        if (last[key] < 0) {
            first[key] = link;
        } else {
            next.set(last[key], link);
        }
        last[key] = link;
    }

    /** The first link of a key, -1 for none; others follow with {@link #next}. */
    int first(int key) {
        return first[key];
    }

    int next(int link) {
        return next.get(link);
    }

    int value(int link) {
        return value.get(link);
    }

    /** The newest value of a key, -1 for none. */
    int newest(int key) {
        return last[key] < 0 ? -1 : value.get(last[key]);
    }
}
