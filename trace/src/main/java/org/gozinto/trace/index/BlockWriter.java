/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Writes a file of numbers in blocks, each with a checksum. Little-endian; whatever is put begins at a multiple of 8
 * bytes, so that no number lies in two blocks. Sample of a file with 1.5 MiB of content:
 *
 * <pre>
 * 0        block 0, 1 MiB
 * 1 MiB    block 1, 0.5 MiB
 * 1.5 MiB  CRC-32C of block 0, of block 1 (4 bytes each)
 *          length of the content (8 bytes), CRC-32C of this and of the checksums above (4 bytes)
 * </pre>
 *
 * <p>CRC-32C (RFC 3720, appendix B.4) finds every error within 32 bits that follow each other, so every single byte.
 */
final class BlockWriter implements Closeable {

    static final int BLOCK_BYTES = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final Ints sums = new Ints();
    private long contentBytes;

    private BlockWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Begins a file, for its owner alone; what was there is lost. */
    static BlockWriter open(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owners = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return new BlockWriter(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                owners));
    }

    void putLong(long value) throws IOException {
        if (!block.hasRemaining()) {
            flush();
        }
        block.putLong(value);
    }

    void putInts(int[] values, int count) throws IOException {
        for (int at = 0; at < count; ) {
            int fits = fits(Integer.BYTES, count - at);
            block.asIntBuffer().put(values, at, fits);
            block.position(block.position() + fits * Integer.BYTES);
            at += fits;
        }
        pad();
    }

    void putLongs(long[] values, int count) throws IOException {
        for (int at = 0; at < count; ) {
            int fits = fits(Long.BYTES, count - at);
            block.asLongBuffer().put(values, at, fits);
            block.position(block.position() + fits * Long.BYTES);
            at += fits;
        }
    }

    void putBytes(byte[] values, int count) throws IOException {
        for (int at = 0; at < count; ) {
            int fits = fits(Byte.BYTES, count - at);
            block.put(values, at, fits);
            at += fits;
        }
        pad();
    }

    /** A text of its own, with its length before it. */
    void putText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putLong(bytes.length);
        putBytes(bytes, bytes.length);
    }

    private int fits(int size, int count) throws IOException {
        if (!block.hasRemaining()) {
            flush();
        }
        return Math.min(count, block.remaining() / size);
    }

    // A block is a multiple of 8 bytes, so that the padding is never more than what is left of it.
    private void pad() {
        while (block.position() % Long.BYTES != 0) {
            block.put((byte) 0);
        }
    }

    private void flush() throws IOException {
        block.flip();
        sums.add(checksum(block.duplicate()));
        contentBytes += block.remaining();
        write(block);
        block.clear();
    }

    /** Writes what is left, and the checksums; returns when all of it is on the disk. */
    void finish() throws IOException {
        if (block.position() > 0) {
            flush();
        }
        ByteBuffer end = ByteBuffer.allocate((int) footerBytes(sums.size())).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < sums.size(); i++) {
            end.putInt(sums.get(i));
        }
        end.putLong(contentBytes);
        end.putInt(checksum(end.duplicate().flip()));
        write(end.flip());
        channel.force(true);
    }

    static long footerBytes(long blocks) {
        return blocks * Integer.BYTES + Long.BYTES + Integer.BYTES;
    }

    static int checksum(ByteBuffer bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
