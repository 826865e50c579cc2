/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gozinto.trace.Utf8;

/** A column of texts in UTF-8, one after the other, that one writer appends to while others read, as {@link Ints}. */
final class Texts {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private byte[][] chunks;
    /** Where each text ends, in bytes from the first. */
    private final Longs ends;

    Texts() {
        this(new byte[0][], new Longs());
    }

    private Texts(byte[][] chunks, Longs ends) {
        this.chunks = chunks;
        this.ends = ends;
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long begin = end(ends.size() - 1);
        long end = begin + bytes.length;
        while ((long) chunks.length << BITS < end) {
            byte[][] more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = new byte[CHUNK];
            chunks = more;
        }
        for (long at = begin; at < end; ) {
            int inChunk = (int) (at & CHUNK - 1);
            int fits = (int) Math.min(CHUNK - inChunk, end - at);
            System.arraycopy(bytes, (int) (at - begin), chunks[(int) (at >>> BITS)], inChunk, fits);
            at += fits;
        }
        ends.add(end);
    }

    private long end(int index) {
        return index < 0 ? 0 : ends.get(index);
    }

    /** Appends a text to another. */
    void append(int index, Utf8 text) {
        long end = end(index);
        for (long at = end(index - 1); at < end; ) {
            int inChunk = (int) (at & CHUNK - 1);
            int fits = (int) Math.min(CHUNK - inChunk, end - at);
            text.append(chunks[(int) (at >>> BITS)], inChunk, fits);
            at += fits;
        }
    }

    String get(int index) {
        long begin = end(index - 1);
        int length = (int) (end(index) - begin);
        int inChunk = (int) (begin & CHUNK - 1);
        if (length == 0) {
            return "";
        }
        if (inChunk + length <= CHUNK) {
            return new String(chunks[(int) (begin >>> BITS)], inChunk, length, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            long at = begin + done;
            int from = (int) (at & CHUNK - 1);
            int fits = Math.min(CHUNK - from, length - done);
            System.arraycopy(chunks[(int) (at >>> BITS)], from, bytes, done, fits);
            done += fits;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void write(BlockWriter out, int count) throws IOException {
        ends.write(out, count);
        long left = end(count - 1);
        for (int i = 0; left > 0; i++) {
            int bytes = (int) Math.min(CHUNK, left);
            out.putBytes(chunks[i], bytes);
            left -= bytes;
        }
    }

    static Texts read(BlockReader in) {
        Longs ends = Longs.read(in);
        long left = ends.size() == 0 ? 0 : ends.get(ends.size() - 1);
        byte[][] chunks = new byte[(int) (left + CHUNK - 1 >>> BITS)][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new byte[CHUNK];
            int bytes = (int) Math.min(CHUNK, left);
            in.getBytes(chunks[i], bytes);
            left -= bytes;
        }
        return new Texts(chunks, ends);
    }

    /** Bytes of memory of the texts and of where they end. */
    long bytes() {
        return ((long) chunks.length << BITS) + ends.bytes();
    }
}
