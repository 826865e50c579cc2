/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
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

    void write(BlockWriter out, int count) throws IOException {
        out.putLong(count);
        for (int done = 0; done < count; done += CHUNK) {
            out.putLongs(chunks[done >>> BITS], Math.min(CHUNK, count - done));
        }
    }

    static Longs read(BlockReader in) {
        var column = new Longs();
        column.size = in.getInt();
        int chunks = Math.max(1, column.size + CHUNK - 1 >>> BITS);
        column.chunks = new long[chunks][];
        for (int i = 0; i < chunks; i++) {
            int count = Math.min(CHUNK, column.size - (i << BITS));
            // The last one grows by doubling, as if it had been filled one by one.
            column.chunks[i] = new long[Math.max(FIRST, Integer.highestOneBit(Math.max(1, count * 2 - 1)))];
            in.getLongs(column.chunks[i], count);
        }
        return column;
    }

    /** Bytes of memory that the chunks take. */
    long bytes() {
        return Arrays.stream(chunks)
                .mapToLong(chunk -> (long) chunk.length * Long.BYTES)
                .sum();
    }
}
