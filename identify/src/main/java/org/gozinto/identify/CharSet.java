/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/** The character sets of GS1 values (GS1 General Specifications §7.11). */
enum CharSet {
    /** Digits. */
    N("0123456789", Flaw.NOT_DIGIT),
    /** Set 82, in the order that check character pairs count by. */
    X("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", Flaw.CHARACTER),
    /** Set 39, of component and part identifiers. */
    Y("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", Flaw.CHARACTER),
    /** File-safe base64, with = for padding at the end. */
    Z("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", Flaw.CHARACTER);

    final String characters;
    private final Flaw flaw;
    private final long low;
    private final long high;

    CharSet(String characters, Flaw flaw) {
        this.characters = characters;
        this.flaw = flaw;
        long lowBits = 0;
        long highBits = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c < 64) {
                lowBits |= 1L << c;
            } else {
                highBits |= 1L << (c - 64);
            }
        }
        this.low = lowBits;
        this.high = highBits;
    }

    boolean has(char c) {
        return c < 64 ? (low >>> c & 1) != 0 : c < 128 && (high >>> (c - 64) & 1) != 0;
    }

    long check(String s, int from, int to) {
        int end = this == Z ? unpadded(s, from, to) : to;
        if (end < to && (to - end > 2 || (to - from) % 3 != 0)) {
            return Flaw.PADDING.at(end);
        }
        for (int i = from; i < end; i++) {
            if (!has(s.charAt(i))) {
                return flaw.at(i);
            }
        }
        return Flaw.NONE;
    }

    private static int unpadded(String s, int from, int to) {
        int end = to;
        while (end > from && s.charAt(end - 1) == '=') {
            end--;
        }
        return end;
    }
}
