/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * The keyboard check character of donation numbers, ISO/IEC 7064 MOD 37-2 (ISBT 128 Standard Technical Specification
 * ST-001, appendix A).
 */
final class Mod37 {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    private Mod37() {}

    /** The check value 0 to 36 of a part that holds capital letters and digits only. */
    static int of(CharSequence text, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int value = Chars.isDigit(c) ? c - '0' : c - 'A' + 10;
            sum = (sum + value) * 2 % 37;
        }
        return (38 - sum) % 37;
    }

    static char character(int value) {
        return CHARACTERS.charAt(value);
    }
}
