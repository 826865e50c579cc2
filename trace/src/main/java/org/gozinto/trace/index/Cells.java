/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.Arrays;

/**
 * Ints that one writer adds and changes while others read: a reader sees a number as it was or as it became, never
 * half of it.
 */
final class Cells {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private int[][] chunks = {};
    private int size;

    void add(int value) {
        if (size >>> BITS == chunks.length) {
            int[][] more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = new int[CHUNK];
            chunks = more;
        }
        chunks[size >>> BITS][size & CHUNK - 1] = value;
        size++;
    }

    int get(int index) {
        return chunks[index >>> BITS][index & CHUNK - 1];
    }

    void set(int index, int value) {
        chunks[index >>> BITS][index & CHUNK - 1] = value;
    }

    /** Writes the first so many. */
    void write(BlockWriter out, int count) throws IOException {
        out.putLong(count);
        for (int done = 0; done < count; done += CHUNK) {
            out.putInts(chunks[done >>> BITS], Math.min(CHUNK, count - done));
        }
    }

    static Cells read(BlockReader in) {
        var cells = new Cells();
        cells.size = in.getInt();
        cells.chunks = new int[cells.size + CHUNK - 1 >>> BITS][CHUNK];
        for (int done = 0; done < cells.size; done += CHUNK) {
            in.getInts(cells.chunks[done >>> BITS], Math.min(CHUNK, cells.size - done));
        }
        return cells;
    }

    /** The same numbers, which can be changed without a reader of these seeing it. */
    Cells copy() {
        var copy = new Cells();
        copy.size = size;
        copy.chunks = Arrays.stream(chunks).map(int[]::clone).toArray(int[][]::new);
        return copy;
    }

    int size() {
        return size;
    }

    /** Bytes of memory that the chunks take. */
    long bytes() {
        return (long) chunks.length * CHUNK * Integer.BYTES;
    }
}
