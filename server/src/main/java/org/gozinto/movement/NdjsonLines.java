/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream as bytes; a line over the limit is passed over without being kept. Not safe for several
 * threads.
 */
final class NdjsonLines implements AutoCloseable {

    /**
     * One line without its end.
     *
     * @param number from 1
     * @param tooLong whether it was over the limit; then the bytes are empty
     */
    record Line(long number, byte[] bytes, boolean tooLong) {
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    private final InputStream in;
    private final int bytesMax;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long number;

    NdjsonLines(InputStream in, int bytesMax) {
        this.in = in;
        this.bytesMax = bytesMax;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        byte[] line = new byte[0];
        boolean any = false;
        boolean tooLong = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int length = end - at;
            if (tooLong || line.length + length > bytesMax) {
                tooLong = true;
                line = new byte[0];
            } else {
                int kept = line.length;
                line = Arrays.copyOf(line, kept + length);
                System.arraycopy(buffer, at, line, kept, length);
            }
            at = end;
            if (at < filled) {
                at++;
                break;
            }
        }
        return any ? new Line(++number, line, tooLong) : null;
    }

    private boolean fill() throws IOException {
        filled = in.read(buffer);
        at = 0;
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
