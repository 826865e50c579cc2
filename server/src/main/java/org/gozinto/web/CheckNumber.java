/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gozinto.ledger.Faults;

/**
 * A number as people type it, made into what it can stand for in the book: without what cannot be seen, with the
 * hyphens and digits that keyboards have, and in the few spellings that are looked for.
 */
final class CheckNumber {

    /** No code is longer. */
    static final int CODE_LENGTH_MAX = 2_000;

    /** No lot or serial number is longer. */
    static final int LENGTH_MAX = 64;

    /** Can be no number of the book, and is asked for where there is none, so that the work is the same. */
    static final String NONE = "\u0001";

    private static final char REPLACEMENT = '\ufffd';
    private static final char PICTURES = '\u2400';

    private CheckNumber() {}

    /** The text without blanks around it and without invisible characters; separators of codes stay. */
    static String clean(String typed) {
        String cut = typed.length() > CODE_LENGTH_MAX ? typed.substring(0, CODE_LENGTH_MAX) : typed;
        var clean = new StringBuilder(cut.length());
        String plain = Normalizer.normalize(whole(cut), Normalizer.Form.NFKC);
        plain.codePoints().map(CheckNumber::usual).filter(c -> c >= 0).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** Half a character is none. */
    private static String whole(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || c == 0 ? REPLACEMENT : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /** The character that a keyboard has for it; -1 for what cannot be seen. */
    private static int usual(int c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT -> -1;
            default -> c == '\u2212' ? '-' : c;
        };
    }

    /** The text as it can be shown: control characters as pictures of themselves. */
    static String shown(String clean) {
        var shown = new StringBuilder(clean.length());
        clean.codePoints()
                .map(c -> c < ' ' ? PICTURES + c : Character.isISOControl(c) ? REPLACEMENT : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** How a number may be spelt in the book: as it was typed, in capitals, in small letters, without blanks. */
    static List<String> spellings(String number) {
        String dense = number.replace(" ", "");
        Set<String> spellings = new LinkedHashSet<>();
        for (String text : List.of(number, dense)) {
            spellings.add(text);
            spellings.add(text.toUpperCase(Locale.ROOT));
            spellings.add(text.toLowerCase(Locale.ROOT));
        }
        spellings.removeIf(text -> text.isEmpty() || text.length() > LENGTH_MAX || !Faults.isKeepable(text));
        return spellings.isEmpty() ? List.of(NONE) : new ArrayList<>(spellings);
    }
}
