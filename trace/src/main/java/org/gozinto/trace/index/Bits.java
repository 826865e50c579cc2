/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.Arrays;

/** A set of numbers that one writer adds to while others read; what was not added to it is not in it. */
final class Bits {

    private volatile long[] words = new long[1];

    void add(int number) {
        int word = number >>> 6;
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(words.length * 2, word + 1));
        }
        words[word] |= 1L << number;
    }

    boolean has(int number) {
        long[] now = words;
        int word = number >>> 6;
        return word < now.length && (now[word] & 1L << number) != 0;
    }

    /** Writes which of the numbers below the given one are in it. */
    void write(BlockWriter out, int end) throws IOException {
        long[] now = Arrays.copyOf(words, end + Long.SIZE - 1 >>> 6);
        out.putLong(now.length);
        out.putLongs(now, now.length);
    }

    static Bits read(BlockReader in) {
        var bits = new Bits();
        long[] read = new long[in.getInt()];
        in.getLongs(read, read.length);
        bits.words = read;
        return bits;
    }

    /** Bytes of memory of the bits. */
    long bytes() {
        return (long) words.length * Long.BYTES;
    }
}
