/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

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

    /** Bytes of memory that the chunks take. */
    long bytes() {
        return Arrays.stream(chunks)
                .mapToLong(chunk -> (long) chunk.length * Integer.BYTES)
                .sum();
    }
}
