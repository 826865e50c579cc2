/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.LongStream;

/**
 * Reads what a {@link BlockWriter} wrote, in the same order, out of the mapped file. Not safe for use by many threads.
 */
final class BlockReader implements Closeable {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena;
    private final MemorySegment file;
    private final long contentBytes;
    private long at;

    private BlockReader(Arena arena, MemorySegment file, long contentBytes) {
        this.arena = arena;
        this.file = file;
        this.contentBytes = contentBytes;
    }

    /**
     * Opens a file; nothing in it may be believed before {@link #isWhole} has said so.
     *
     * @throws BadFileException when it has not the length that it says
     */
    static BlockReader open(Path path) throws IOException, BadFileException {
        Arena arena = Arena.ofShared();
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new BlockReader(arena, file, contentBytes(file));
        } catch (Throwable e) {
            arena.close();
            throw e;
        }
    }

    private static long contentBytes(MemorySegment file) throws BadFileException {
        long least = BlockWriter.footerBytes(0);
        long said = file.byteSize() < least ? -1 : file.get(LONG, file.byteSize() - least);
        if (said <= 0
                || said % Long.BYTES != 0
                || said > file.byteSize()
                || said + BlockWriter.footerBytes(blocks(said)) != file.byteSize()) {
            throw new BadFileException("it is not complete");
        }
        return said;
    }

    private static long blocks(long bytes) {
        return (bytes + BlockWriter.BLOCK_BYTES - 1) / BlockWriter.BLOCK_BYTES;
    }

    /** Whether every byte of the file is as it was written; reads all of it, with all processors. */
    boolean isWhole() {
        long sumsBytes = file.byteSize() - contentBytes - Integer.BYTES;
        return checksum(contentBytes, sumsBytes) == file.get(INT, contentBytes + sumsBytes)
                && LongStream.range(0, blocks(contentBytes)).parallel().allMatch(this::isWhole);
    }

    private boolean isWhole(long block) {
        long begin = block * BlockWriter.BLOCK_BYTES;
        long bytes = Math.min(BlockWriter.BLOCK_BYTES, contentBytes - begin);
        return checksum(begin, bytes) == file.get(INT, contentBytes + block * Integer.BYTES);
    }

    private int checksum(long begin, long bytes) {
        return BlockWriter.checksum(file.asSlice(begin, bytes).asByteBuffer());
    }

    /** Whether all of the content has been read. */
    boolean isAtEnd() {
        return at == contentBytes;
    }

    long getLong() {
        return file.get(LONG, skip(Long.BYTES));
    }

    /** A number that was put as a long and is a count or number of something. */
    int getInt() {
        return Math.toIntExact(getLong());
    }

    void getInts(int[] to, int count) {
        MemorySegment.copy(file, INT, skip((long) count * Integer.BYTES), to, 0, count);
    }

    void getLongs(long[] to, int count) {
        MemorySegment.copy(file, LONG, skip((long) count * Long.BYTES), to, 0, count);
    }

    void getBytes(byte[] to, int count) {
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, skip(count), to, 0, count);
    }

    String getText() {
        byte[] bytes = new byte[getInt()];
        getBytes(bytes, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long skip(long bytes) {
        long begin = at;
        if (bytes < 0 || bytes > contentBytes - begin) {
            throw new IndexOutOfBoundsException(bytes + " bytes at " + begin + " of " + contentBytes);
        }
        at = begin + (bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
        return begin;
    }

    @Override
    public void close() {
        arena.close();
    }
}
