/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigInteger;

/** A row of bits that is read or written from its left end, as tags and compressed links hold their fields. */
final class Bits {

    private final boolean[] bits;
    private int at;
    private int size;

    Bits(int most) {
        this.bits = new boolean[most];
    }

    /** Bits read so far, or the place of the next one. */
    int at() {
        return at;
    }

    int left() {
        return size - at;
    }

    void rewind() {
        at = 0;
    }

    /** Appends the lowest {@code count} bits. */
    void put(long value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bits[size++] = (value >>> i & 1) != 0;
        }
    }

    void put(BigInteger value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bits[size++] = value.testBit(i);
        }
    }

    /** The next {@code count} bits, at most 63; the caller has asked whether so many are left. */
    long take(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | (bits[at++] ? 1 : 0);
        }
        return value;
    }

    BigInteger takeBig(int count) {
        BigInteger value = BigInteger.ZERO;
        int left = count;
        while (left > 0) {
            int some = Math.min(left, 60);
            value = value.shiftLeft(some).or(BigInteger.valueOf(take(some)));
            left -= some;
        }
        return value;
    }

    /** True when nothing but zeros is left. */
    boolean restIsZero() {
        for (int i = at; i < size; i++) {
            if (bits[i]) {
                return false;
            }
        }
        return true;
    }

    /** All bits in hexadecimal digits, filled up with zeros to whole 16 bit words as a tag's memory is. */
    String hex() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < (size + 15) / 16 * 16; i += 4) {
            int digit = 0;
            for (int j = i; j < i + 4; j++) {
                digit = digit << 1 | (j < size && bits[j] ? 1 : 0);
            }
            out.append("0123456789ABCDEF".charAt(digit));
        }
        return out.toString();
    }
}
