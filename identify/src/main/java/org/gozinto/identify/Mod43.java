/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * The check character of HIBC, modulo 43 over the characters of Code 39 (ANSI/HIBC 2.6, Check Character; the same
 * sum as in ISO/IEC 16388 annex A).
 */
final class Mod43 {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
    private static final byte[] VALUES = values();

    private Mod43() {}

    /** The value of a character, or -1 when Code 39 has none such. */
    static int value(char c) {
        return c < 128 ? VALUES[c] : -1;
    }

    /** The check character of a part whose characters all have a value. */
    static char of(CharSequence text, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += value(text.charAt(i));
        }
        return CHARACTERS.charAt(sum % 43);
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) CHARACTERS.indexOf((char) i);
        }
        return values;
    }
}
