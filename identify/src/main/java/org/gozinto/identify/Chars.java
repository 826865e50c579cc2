/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/** Questions about single characters, asked on the hot path: no locale, no Unicode digits. */
final class Chars {

    static final char FNC1 = 0x1D;

    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isCapitalOrDigit(char c) {
        return isDigit(c) || isCapital(c);
    }

    /** The first place from which on something else than capital letters and digits stands, or -1. */
    static int notCapitalOrDigit(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isCapitalOrDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    static boolean isDigits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < to;
    }

    static boolean isHex(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (hex(text.charAt(i)) < 0) {
                return false;
            }
        }
        return from < to;
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hex(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
