/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

/** A column of longs, see {@link Column}. */
final class Longs extends Column {

    Longs() {
        super(Long.BYTES);
    }

    static Longs read(BlockReader in) {
        var column = new Longs();
        column.take(in);
        return column;
    }

    long get(int index) {
        return at(index);
    }

    int add(long value) {
        return append(value);
    }

    @Override
    long signed(long kept) {
        return kept;
    }
}
