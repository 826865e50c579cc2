/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A column of whole numbers that one writer appends to while others read. It lies in chunks, so that it grows without
 * moving what is there; a reader must have learnt of an element, by way of a {@link View}, after it was written.
 *
 * <p>A chunk that is full is packed: it keeps its least number, and of each number how much it is above that, in as few
 * bytes as the largest needs. Sample: 7,000,000, 7,000,300 and 7,000,002 are
 *
 * <pre>
 * least  7000000     bytes in each  2     00 00  2C 01  02 00
 * </pre>
 */
abstract class Column {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int FIRST = 64;

    /** Bytes of a number before its chunk is packed. */
    private final int wide;

    private Chunk[] chunks;
    private int size;

    Column(int wide) {
        this.wide = wide;
        this.chunks = new Chunk[] {Chunk.open(FIRST, wide)};
    }

    /** Numbers of equal width in a row; does not change but for those that are added to an open one. */
    private static final class Chunk {

        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

        private final byte[] bytes;
        private final int width;
        private final long least;
        private final long mask;

        private Chunk(int count, int width, long least) {
            // Eight bytes are read and written, whatever the width.
            this.bytes = new byte[count * width + Long.BYTES];
            this.width = width;
            this.least = least;
            this.mask = width == Long.BYTES ? -1 : (1L << width * Byte.SIZE) - 1;
        }

        private static Chunk open(int count, int width) {
            return new Chunk(count, width, 0);
        }

        private long get(int at) {
            return least + ((long) LONGS.get(bytes, at * width) & mask);
        }

        /** To be filled in order: what lies behind the number is overwritten. */
        private void put(int at, long value) {
            LONGS.set(bytes, at * width, value - least & mask);
        }

        private int room() {
            return (bytes.length - Long.BYTES) / width;
        }

        private Chunk grown() {
            Chunk more = open(Math.min(CHUNK, room() * 2), width);
            System.arraycopy(bytes, 0, more.bytes, 0, room() * width);
            return more;
        }

        /** The first so many, packed. */
        private Chunk packed(Column column, int count) {
            long smallest = Long.MAX_VALUE;
            long largest = Long.MIN_VALUE;
            for (int i = 0; i < count; i++) {
                long value = column.signed(get(i));
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
            }
            int bits = Long.SIZE - Long.numberOfLeadingZeros(largest - smallest);
            Chunk packed = new Chunk(count, (bits + Byte.SIZE - 1) / Byte.SIZE, smallest);
            for (int i = 0; i < count; i++) {
                packed.put(i, column.signed(get(i)));
            }
            return packed;
        }
    }

    /** What is kept of a number, with the sign that it has. */
    abstract long signed(long kept);

    final long at(int index) {
        return chunks[index >>> BITS].get(index & CHUNK - 1);
    }

    final int append(long value) {
        int at = size & CHUNK - 1;
        if (at == 0 && size > 0) {
            Chunk[] more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = Chunk.open(FIRST, wide);
            chunks = more;
        }
        int last = chunks.length - 1;
        if (at == chunks[last].room()) {
            replace(last, chunks[last].grown());
        }
        chunks[last].put(at, value);
        if (at == CHUNK - 1) {
            replace(last, chunks[last].packed(this, CHUNK));
        }
        return size++;
    }

    /** Packs what is not packed yet; nothing can be added any more. */
    final void end() {
        int last = chunks.length - 1;
        int count = size - (last << BITS);
        if (count > 0 && count < CHUNK) {
            replace(last, chunks[last].packed(this, count));
        }
    }

    // Who reads the old one goes on with it; who finds the new one finds its bytes.
    private void replace(int number, Chunk by) {
        VarHandle.releaseFence();
        chunks[number] = by;
    }

    final int size() {
        return size;
    }

    /** Writes the first so many. */
    final void write(BlockWriter out, int count) throws IOException {
        out.putLong(count);
        for (int done = 0; done < count; done += CHUNK) {
            Chunk chunk = chunks[done >>> BITS];
            out.putLong(chunk.width);
            out.putLong(chunk.least);
            out.putBytes(chunk.bytes, Math.min(CHUNK, count - done) * chunk.width);
        }
    }

    /** Takes what was written, into a column to which nothing was added. */
    final void take(BlockReader in) {
        size = in.getInt();
        chunks = new Chunk[Math.max(1, (size + CHUNK - 1) >>> BITS)];
        chunks[0] = Chunk.open(FIRST, wide);
        for (int i = 0; i << BITS < size; i++) {
            int count = Math.min(CHUNK, size - (i << BITS));
            Chunk chunk = new Chunk(count, Math.clamp(in.getLong(), 0, Long.BYTES), in.getLong());
            in.getBytes(chunk.bytes, count * chunk.width);
            chunks[i] = count == CHUNK ? chunk : opened(chunk, count);
        }
    }

    // One that was cut off while it grew, or of which a packed one has more, grows on as if it had been filled one by
    // one.
    private Chunk opened(Chunk chunk, int count) {
        Chunk open = Chunk.open(Math.max(FIRST, Integer.highestOneBit(Math.max(1, count * 2 - 1))), wide);
        for (int i = 0; i < count; i++) {
            open.put(i, chunk.get(i));
        }
        return open;
    }

    /** Bytes of memory that the chunks take. */
    final long bytes() {
        return Arrays.stream(chunks).mapToLong(chunk -> chunk.bytes.length).sum();
    }
}
