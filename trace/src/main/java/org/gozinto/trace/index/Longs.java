/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.Arrays;

/** A column of longs that one writer appends to while others read, as {@link Ints}. */
final class Longs {

    private static final int BITS = 15;
    private static final int CHUNK = 1 << BITS;
    private static final int FIRST = 64;

    private long[][] chunks = {new long[FIRST]};
    private int size;

    long get(int index) {
        return chunks[index >>> BITS][index & CHUNK - 1];
    }

    int add(long value) {
        int chunk = size >>> BITS;
        int at = size & CHUNK - 1;
        if (chunk == chunks.length) {
            long[][] more = Arrays.copyOf(chunks, chunk + 1);
            more[chunk] = new long[CHUNK];
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
                .mapToLong(chunk -> (long) chunk.length * Long.BYTES)
                .sum();
    }
}
