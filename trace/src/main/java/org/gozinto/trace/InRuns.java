/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** The inputs of runs, in columns: used once an output came at or after it, else still work in progress. */
final class InRuns {

    private static final int USED = 1;
    private static final int CLOSED = 2;

    private final IntList node = new IntList();
    private final IntList flags = new IntList();

    void add(int itsNode, boolean isUsed, boolean isClosed) {
        node.add(itsNode);
        flags.add((isUsed ? USED : 0) | (isClosed ? CLOSED : 0));
    }

    int size() {
        return node.size();
    }

    int node(int input) {
        return node.get(input);
    }

    boolean isUsed(int input) {
        return (flags.get(input) & USED) != 0;
    }

    boolean isClosed(int input) {
        return (flags.get(input) & CLOSED) != 0;
    }
}
