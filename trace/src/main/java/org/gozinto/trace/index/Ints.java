/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

/** A column of ints, see {@link Column}. */
final class Ints extends Column {

    Ints() {
        super(Integer.BYTES);
    }

    static Ints read(BlockReader in) {
        var column = new Ints();
        column.take(in);
        return column;
    }

    /** A column of these numbers, to which none is added. */
    static Ints of(int[] values) {
        var column = new Ints();
        for (int value : values) {
            column.append(value);
        }
        column.end();
        return column;
    }

    int get(int index) {
        return (int) at(index);
    }

    int add(int value) {
        return append(value);
    }

    @Override
    long signed(long kept) {
        return (int) kept;
    }
}
