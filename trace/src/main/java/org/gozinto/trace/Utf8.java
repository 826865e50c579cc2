/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Deflater;

/** A growable text in UTF-8. */
public final class Utf8 {

    private byte[] bytes;
    private int size;

    public Utf8(int room) {
        bytes = new byte[Math.max(16, room)];
    }

    public int size() {
        return size;
    }

    public byte at(int index) {
        return bytes[index];
    }

    public void clear() {
        size = 0;
    }

    public void append(byte[] source, int from, int length) {
        if (bytes.length - size < length) {
            grow(length);
        }
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    /** Appends a part of another text. */
    void append(Utf8 source, int from, int to) {
        append(source.bytes, from, to - from);
    }

    void append(byte[] source) {
        append(source, 0, source.length);
    }

    /** Appends one character of ASCII. */
    public void append(char c) {
        if (size == bytes.length) {
            grow(1);
        }
        bytes[size++] = (byte) c;
    }

    @SuppressWarnings("deprecation") // The copy of low bytes, which is right as long as all characters are ASCII.
    public void append(String text) {
        int length = text.length();
        if (bytes.length - size < length) {
            grow(length);
        }
        text.getBytes(0, length, bytes, size);
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) >= 0x80) {
                append(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        size += length;
    }

    /** Appends a number in decimal digits. */
    public void append(long number) {
        if (number < 0) {
            append(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        if (bytes.length - size < digits) {
            grow(digits);
        }
        size += digits;
        int at = size;
        long rest = number;
        for (int i = 0; i < digits; i++) {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void grow(int length) {
        bytes = Arrays.copyOf(bytes, Math.max(size + length, Math.addExact(size, size / 2 + 16)));
    }

    /** Gives the text to a digest. */
    public void digest(MessageDigest digest) {
        digest.update(bytes, 0, size);
    }

    /** Gives the text to a deflater, which must be done with it before the text changes. */
    public void deflate(Deflater deflater) {
        deflater.setInput(bytes, 0, size);
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
