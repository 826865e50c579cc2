/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * The text of a message with real separators, whatever a keyboard wedge made of them: names ({@code {GS}},
 * {@code <GS>}), pictures (U+241D) or any other character, which the places after {@code [)>} and after the two
 * digits of the format give away.
 *
 * @param text the text; it begins after {@code [)>}
 * @param places where each character stands in the raw text
 * @param replaced true when separators were replaced
 */
record Envelope(String text, int[] places, boolean replaced) {

    static final char RS = 0x1E;
    static final char EOT = 0x04;

    private static final String[] NAMES = {
        "{RS}", "<RS>", "\u241E", "{GS}", "<GS>", "\u241D", "{EOT}", "<EOT>", "\u2404", "<FNC1>"
    };
    private static final char[] MEANT = {RS, RS, RS, Chars.FNC1, Chars.FNC1, Chars.FNC1, EOT, EOT, EOT, Chars.FNC1};

    static Envelope of(String raw, int from, int to) {
        boolean real = false;
        for (int i = from; i < to && !real; i++) {
            real = raw.charAt(i) == Chars.FNC1 || raw.charAt(i) == RS;
        }
        StringBuilder text = new StringBuilder(to - from);
        int[] places = new int[to - from + 1];
        boolean named = false;
        int at = from;
        while (at < to) {
            places[text.length()] = at;
            int name = real ? -1 : nameAt(raw, at);
            text.append(name < 0 ? raw.charAt(at) : MEANT[name]);
            named |= name >= 0;
            at += name < 0 ? 1 : NAMES[name].length();
        }
        places[text.length()] = to;
        boolean single = !real && !named && single(text);
        return new Envelope(text.toString(), places, named || single);
    }

    private static int nameAt(String raw, int at) {
        char c = raw.charAt(at);
        if (c != '{' && c != '<' && (c < '\u2404' || c > '\u241E')) {
            return -1;
        }
        for (int i = 0; i < NAMES.length; i++) {
            if (raw.startsWith(NAMES[i], at)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts real separators where single characters stand for them; false when none can be told. */
    private static boolean single(StringBuilder text) {
        int number = !text.isEmpty() && Chars.isDigit(text.charAt(0)) ? 0 : 1;
        if (text.length() < number + 3
                || !Chars.isDigit(text.charAt(number))
                || !Chars.isDigit(text.charAt(number + 1))) {
            return false;
        }
        char rs = number == 0 ? 0 : text.charAt(0);
        char gs = Chars.isLetterOrDigit(text.charAt(number + 2)) ? 0 : text.charAt(number + 2);
        if (rs == 0 && gs == 0) {
            return false;
        }
        for (int i = number; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == gs && gs != 0) {
                text.setCharAt(i, Chars.FNC1);
            } else if (c == rs && rs != 0) {
                text.setCharAt(i, RS);
            }
        }
        if (rs != 0) {
            text.setCharAt(0, RS);
        }
        int last = text.length() - 1;
        char before = text.charAt(last - 1);
        boolean end = !Chars.isLetterOrDigit(text.charAt(last)) && (before == RS || rs == gs && before == Chars.FNC1);
        if (end && text.charAt(last) != Chars.FNC1) {
            text.setCharAt(last, EOT);
        }
        return true;
    }

    /** Index of the character in the text from {@code from} on and before {@code to}; {@code to} when there is none. */
    int find(char c, int from, int to) {
        int at = text.indexOf(c, from);
        return at < 0 || at > to ? to : at;
    }

    /** The same text without the marks at its end; what was there is told by {@link #closed}. */
    int end() {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == EOT || text.charAt(end - 1) == RS)) {
            end--;
        }
        return end;
    }

    /** True when RS and EOT close the message. */
    boolean closed() {
        int length = text.length();
        return length >= 2 && text.charAt(length - 1) == EOT && text.charAt(length - 2) == RS;
    }

    /** Where a character stands in the raw text. */
    int place(int at) {
        return places[at];
    }
}
