/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

/**
 * Ids in the shape of UUIDv7: the time in front, then version, variant and 74 bits that hold a scrambled counter. The
 * scrambling is one-to-one on 64 bits, so that no two ids of one life are equal whatever the time.
 */
final class ActIds {

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    ActIds(long seed) {
        this.state = mix(seed ^ 0x676F7A696E746FL);
    }

    String next(long epochMs) {
        state += GOLDEN;
        long bits = mix(state);
        long high = (epochMs << 16) | 0x7000L | (bits >>> 52);
        // The lower 52 bits go behind the variant; the ten bits between repeat the upper ones.
        long low = 0x8000000000000000L | ((bits >>> 54) << 52) | (bits & 0x000FFFFFFFFFFFFFL);
        return text(high, low);
    }

    private static String text(long high, long low) {
        char[] out = new char[36];
        int at = 0;
        for (int digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                out[at++] = '-';
            }
            long half = digit < 16 ? high : low;
            out[at++] = HEX[(int) (half >>> (60 - 4 * (digit & 15))) & 15];
        }
        return new String(out);
    }

    /** The finaliser of SplitMix64, a bijection. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
