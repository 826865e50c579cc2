/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the compressed segment of a Digital Link apart (GS1 Digital Link Standard: URI Syntax §8). The characters are six
 * bits each. Identifiers stand as decimal digits of four bits; bytes with a letter in them stand for several identifiers
 * at once. Digits are binary numbers, and their count is given wherever it is not fixed, so that no leading zero is lost.
 */
final class CompressedLink {

    /** A value with its identifier. */
    record Part(Ai ai, String value) {}

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String HEX = "0123456789ABCDEF";
    private static final int[] SIX = new int[128];
    private static final String[][] TOGETHER = new String[256][];

    static {
        java.util.Arrays.fill(SIX, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            SIX[ALPHABET.charAt(i)] = i;
        }
        for (String line : Resource.lines("compressed-links.txt")) {
            String[] words = line.split(" ", -1);
            TOGETHER[Integer.parseInt(words[0], 16)] = java.util.Arrays.copyOfRange(words, 1, words.length);
        }
    }

    private final Bits bits;
    private final boolean sorted;
    private final List<Part> parts = new ArrayList<>(4);

    private CompressedLink(Bits bits, boolean sorted) {
        this.bits = bits;
        this.sorted = sorted;
    }

    /** True when the characters can be a compressed segment: the shortest holds a key. */
    static boolean isLike(String s, int from, int to) {
        if (to - from < 4) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (s.charAt(i) >= 128 || SIX[s.charAt(i)] < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The values of a segment, or null when it is none. Encoders in use sort the identifiers of {@link #TOGETHER}, where
     * the standard lists them in another order: {@code sorted} reads those.
     */
    static @Nullable List<Part> read(String s, int from, int to, boolean sorted) {
        Bits bits = new Bits((to - from) * 6);
        for (int i = from; i < to; i++) {
            bits.put(SIX[s.charAt(i)], 6);
        }
        CompressedLink link = new CompressedLink(bits, sorted);
        return link.read() ? link.parts : null;
    }

    private boolean read() {
        while (bits.left() >= 8) {
            int first = (int) bits.take(8);
            boolean good = first >> 4 == 15 ? foreign(first & 15) : first(first);
            if (!good || parts.size() > ElementReader.MOST_AIS) {
                return false;
            }
        }
        return !parts.isEmpty() && bits.restIsZero();
    }

    private boolean first(int two) {
        String[] together = TOGETHER[two];
        if (together != null) {
            String[] order = together;
            if (sorted) {
                order = together.clone();
                java.util.Arrays.sort(order);
            }
            for (String code : order) {
                Ai ai = AiTable.find(code);
                if (ai == null || !value(ai)) {
                    return false;
                }
            }
            return true;
        }
        Ai ai = ai(two);
        return ai != null && value(ai);
    }

    private @Nullable Ai ai(int two) {
        StringBuilder code = new StringBuilder(4);
        if (!digit(code, two >> 4) || !digit(code, two & 15)) {
            return null;
        }
        int length = AiTable.length(code);
        if (length == 0 || bits.left() < 4 * (length - 2)) {
            return null;
        }
        for (int i = 2; i < length; i++) {
            if (!digit(code, (int) bits.take(4))) {
                return null;
            }
        }
        return AiTable.find(code.toString());
    }

    private static boolean digit(StringBuilder code, int digit) {
        code.append((char) ('0' + digit));
        return digit <= 9;
    }

    private boolean value(Ai ai) {
        StringBuilder value = new StringBuilder();
        int at = 0;
        while (at < ai.parts.length) {
            boolean number = ai.parts[at].set() == CharSet.N;
            boolean open = isOpen(ai.parts[at]);
            int most = 0;
            int end = at;
            // Neighbours of one kind are one field here: N14 for an ITIP's GTIN alone, N..12 for four more countries.
            while (end < ai.parts.length && (ai.parts[end].set() == CharSet.N) == number) {
                if (number && isOpen(ai.parts[end]) != open) {
                    break;
                }
                open |= isOpen(ai.parts[end]);
                most += ai.parts[end].most();
                end++;
            }
            if (!field(value, number, open, most)) {
                return false;
            }
            at = end;
        }
        parts.add(new Part(ai, value.toString()));
        return true;
    }

    private static boolean isOpen(Ai.Part part) {
        return part.optional() || part.least() != part.most();
    }

    private boolean field(StringBuilder out, boolean number, boolean open, int most) {
        int encoding = 0;
        if (!number) {
            if (bits.left() < 3) {
                return false;
            }
            encoding = (int) bits.take(3);
        }
        int length = most;
        if (open) {
            int size = 32 - Integer.numberOfLeadingZeros(most);
            if (bits.left() < size) {
                return false;
            }
            length = (int) bits.take(size);
        }
        return length <= most && characters(out, encoding, length);
    }

    private boolean characters(StringBuilder out, int encoding, int length) {
        return switch (encoding) {
            case 0 -> digits(out, length);
            case 1 -> characters(out, length, 4, "0123456789abcdef");
            case 2 -> characters(out, length, 4, HEX);
            case 3 -> characters(out, length, 6, ALPHABET);
            case 4 -> characters(out, length, 7, null);
            default -> false;
        };
    }

    private boolean characters(StringBuilder out, int length, int size, @Nullable String alphabet) {
        if (bits.left() < length * size) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int index = (int) bits.take(size);
            out.append(alphabet == null ? (char) index : alphabet.charAt(index));
        }
        return true;
    }

    /** A number of so many digits, leading zeros among them. */
    private boolean digits(StringBuilder out, int length) {
        int size = valueBits(length);
        if (bits.left() < size) {
            return false;
        }
        String text =
                size < 63 ? Long.toString(bits.take(size)) : bits.takeBig(size).toString();
        if (length == 0) {
            return text.equals("0");
        }
        if (text.length() > length) {
            return false;
        }
        out.repeat('0', length - text.length()).append(text);
        return true;
    }

    /** The standard's formula, with its small surplus; one bit for no digit at all. */
    static int valueBits(int digits) {
        return (int) Math.ceil(digits * Math.log(10) / Math.log(2) + 0.01);
    }

    /** A pair that is no GS1 identifier: read over, as such pairs of a query are. */
    private boolean foreign(int four) {
        if (bits.left() < 3) {
            return false;
        }
        int length = four << 3 | (int) bits.take(3);
        if (bits.left() < length * 6 + 10) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            bits.take(6);
        }
        int encoding = (int) bits.take(3);
        return characters(new StringBuilder(), encoding, (int) bits.take(7));
    }
}
