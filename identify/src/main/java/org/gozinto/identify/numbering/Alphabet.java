/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

/** What a counter counts with. */
public enum Alphabet {
    /** Digits. */
    DIGITS("n", "0123456789"),
    /** Letters that are not taken for digits. */
    CLEAR_LETTERS("n24", "ABCDEFGHJKLMNPQRSTUVWXYZ"),
    /** Letters. */
    LETTERS("n26", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    /** Digits and letters without 0, O, 1 and I, which people take for each other. */
    CLEAR("n32", "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"),
    /** Digits and letters. */
    DIGITS_AND_LETTERS("n36", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private final String word;
    private final String characters;

    Alphabet(String word, String characters) {
        this.word = word;
        this.characters = characters;
    }

    /** How a template names it. */
    public String word() {
        return word;
    }

    /** All its characters, in the order in which they count. */
    public String characters() {
        return characters;
    }

    /** How many characters it has. */
    public int size() {
        return characters.length();
    }

    /** The first value that is given: nobody expects lot 000, but AAA is the first of letters. */
    public long first() {
        return characters.charAt(0) == '0' ? 1 : 0;
    }

    /** Writes a value with at least so many characters. */
    void write(StringBuilder text, long value, int width) {
        int at = text.length();
        long rest = value;
        do {
            text.insert(at, characters.charAt((int) (rest % size())));
            rest /= size();
        } while (rest > 0);
        while (text.length() - at < width) {
            text.insert(at, characters.charAt(0));
        }
    }
}
