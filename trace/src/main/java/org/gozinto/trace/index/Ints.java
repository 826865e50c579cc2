/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.Arrays;

/**
 * A column of ints that one writer appends to while others read. It lies in chunks, so that it grows without moving
 * what is there; a reader must have learnt of an element, by way of a {@link View}, after it was written.
 */
final class Ints {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int FIRST = 64;

    private int[][] chunks = {new int[FIRST]};
    private int size;

    int get(int index) {
        return chunks[index >>> BITS][index & CHUNK - 1];
    }

    int add(int value) {
        int chunk = size >>> BITS;
        int at = size & CHUNK - 1;
        if (chunk == chunks.length) {
            int[][] more = Arrays.copyOf(chunks, chunk + 1);
            more[chunk] = new int[CHUNK];
            chunks = more;
        } else if (at == chunks[chunk].length) {
            chunks[chunk] = Arrays.copyOf(chunks[chunk], at * 2);
        }
        chunks[chunk][at] = value;
        return size++;
    }

    int size() {
        return size;
    }

    void write(BlockWriter out, int count) throws IOException {
        out.putLong(count);
        for (int done = 0; done < count; done += CHUNK) {
            out.putInts(chunks[done >>> BITS], Math.min(CHUNK, count - done));
        }
    }

    static Ints read(BlockReader in) {
        var column = new Ints();
        column.size = in.getInt();
        int chunks = Math.max(1, column.size + CHUNK - 1 >>> BITS);
        column.chunks = new int[chunks][];
        for (int i = 0; i < chunks; i++) {
            int count = Math.min(CHUNK, column.size - (i << BITS));
            // The last one grows by doubling, as if it had been filled one by one.
            column.chunks[i] = new int[Math.max(FIRST, Integer.highestOneBit(Math.max(1, count * 2 - 1)))];
            in.getInts(column.chunks[i], count);
        }
        return column;
    }

    /** A column of the same elements that can be changed without a reader of this one seeing it. */
    Ints copy() {
        var copy = new Ints();
        copy.size = size;
        copy.chunks = Arrays.stream(chunks).map(int[]::clone).toArray(int[][]::new);
        return copy;
    }

    void set(int index, int value) {
        chunks[index >>> BITS][index & CHUNK - 1] = value;
    }

    /** Bytes of memory that the chunks take. */
    long bytes() {
        return Arrays.stream(chunks)
                .mapToLong(chunk -> (long) chunk.length * Integer.BYTES)
                .sum();
    }
}
