/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Writes the list of affected numbers that shops check without asking: the first 40 bits of a salted hash of each, in
 * ascending order. All numbers are big-endian.
 *
 * <pre>
 *  0   8  "GZCHECK1"
 *  8   8  created, seconds since 1970 UTC
 * 16   8  revision
 * 24   4  bits of an entry: 40
 * 28   4  bytes of the salt: 16
 * 32  16  salt
 * 48  5n  entries, each once
 *     64  Ed25519 signature over "GZCHECK1" and the SHA-256 of all before
 * </pre>
 *
 * <p>An entry is the hash of the salt and {@code item|lot|serial} in UTF-8: item is the GTIN of 14 digits, or the
 * item's code where it has none; a serial is listed without its lot. Entries are sorted in runs on the disk and then
 * merged, so that a list of any length takes the memory of one run.
 */
final class CheckListWriter implements AutoCloseable {

    static final String MAGIC = "GZCHECK1";
    static final int HEADER_BYTES = 48;
    static final int ENTRY_BYTES = 5;
    static final int SIGNATURE_BYTES = 64;

    static final int RUN_ENTRIES = 500_000;
    private static final int BITS_DROPPED = Long.SIZE - ENTRY_BYTES * Byte.SIZE;

    private final Path scratch;
    private final CheckKey key;
    private final byte[] salt;
    private final MessageDigest hash = sha256();
    private final long[] run;
    private int length;
    private final List<Path> runs = new ArrayList<>();

    /**
     * @param scratch a directory that nobody else writes to
     * @param runEntries how many are sorted in memory
     */
    CheckListWriter(Path scratch, CheckKey key, int runEntries) {
        this.run = new long[runEntries];
        this.scratch = scratch;
        this.key = key;
        this.salt = key.salt();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text whose hash stands for a lot or serial. */
    static String canonical(String item, String lot, String serial) {
        return item + '|' + (serial.isEmpty() ? lot : "") + '|' + serial;
    }

    /** The first 64 bits of the hash that stands for it. */
    static long hash(MessageDigest digest, byte[] salt, String canonical) {
        digest.update(salt);
        byte[] bytes = digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | (bytes[i] & 0xff);
        }
        return value;
    }

    void add(String item, String lot, String serial) throws IOException {
        if (length == run.length) {
            flush();
        }
        run[length++] = hash(hash, salt, canonical(item, lot, serial)) >>> BITS_DROPPED;
    }

    private void flush() throws IOException {
        Arrays.sort(run, 0, length);
        Path file = scratch.resolve("run-" + runs.size());
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int i = 0; i < length; i++) {
                out.writeLong(run[i]);
            }
        }
        runs.add(file);
        length = 0;
    }

    /**
     * What was written.
     *
     * @param sha256 of the whole file, in hexadecimal
     */
    record Written(long entries, long bytes, String sha256) {}

    /** Writes all entries to a file, with header and signature. */
    Written write(Path file, Instant created, long revision) throws IOException {
        flush();
        MessageDigest signed = sha256();
        MessageDigest whole = sha256();
        long entries;
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                var all = new DigestOutputStream(raw, whole);
                var out = new DataOutputStream(new DigestOutputStream(all, signed))) {
            out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
            out.writeLong(created.getEpochSecond());
            out.writeLong(revision);
            out.writeInt(ENTRY_BYTES * Byte.SIZE);
            out.writeInt(salt.length);
            out.write(salt);
            entries = merge(out);
            out.flush();
            byte[] digest = signed.digest();
            byte[] message = Arrays.copyOf(MAGIC.getBytes(StandardCharsets.US_ASCII), 8 + digest.length);
            System.arraycopy(digest, 0, message, 8, digest.length);
            all.write(key.sign(message));
        }
        return new Written(entries, Files.size(file), HexFormat.of().formatHex(whole.digest()));
    }

    /** One run that is read from its beginning. */
    private static final class Run implements AutoCloseable {
        private final DataInputStream in;
        private long left;
        private long head;

        Run(Path file) throws IOException {
            this.left = Files.size(file) / Long.BYTES;
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }

        boolean next() throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            head = in.readLong();
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private long merge(DataOutputStream out) throws IOException {
        List<Run> open = new ArrayList<>();
        try {
            var heads = new PriorityQueue<Run>(Comparator.comparingLong(run -> run.head));
            for (Path file : runs) {
                var one = new Run(file);
                open.add(one);
                if (one.next()) {
                    heads.add(one);
                }
            }
            long entries = 0;
            long last = -1;
            for (Run first = heads.poll(); first != null; first = heads.poll()) {
                if (first.head != last) {
                    last = first.head;
                    out.writeByte((int) (last >>> 32));
                    out.writeInt((int) last);
                    entries++;
                }
                if (first.next()) {
                    heads.add(first);
                }
            }
            return entries;
        } finally {
            for (Run one : open) {
                one.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : runs) {
            Files.deleteIfExists(file);
        }
    }
}
