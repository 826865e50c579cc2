/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The notations of ZPL. */
final class Zpl {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int SHIFT = 98;
    private static final int TO_C = 99;
    private static final int TO_B = 100;
    private static final int TO_A = 101;
    private static final int FNC1 = 102;
    private static final int START_A = 103;
    private static final int START_B = 104;
    private static final int START_C = 105;

    private Zpl() {}

    /**
     * Codewords of Code 128 as field data of {@code ^BC}: start and switches of the sets are said with {@code >9 >: >;}
     * and {@code >7 >6 >5}, so that the printer makes the very symbol that was checked and not one of its own choice.
     *
     * @param words from the start to the last one before the check, which the printer adds
     */
    static String code128(int[] words) {
        var data = new StringBuilder();
        int set = words[0];
        data.append(
                switch (set) {
                    case START_A -> ">9";
                    case START_B -> ">:";
                    case START_C -> ">;";
                    default -> throw new IllegalArgumentException("begins with codeword " + set);
                });
        for (int i = 1; i < words.length; i++) {
            int word = words[i];
            if (word == FNC1) {
                data.append(">8");
            } else if (word == TO_C && set != START_C) {
                data.append(">5");
                set = START_C;
            } else if (word == TO_B && set != START_B) {
                data.append(">6");
                set = START_B;
            } else if (word == TO_A && set != START_A) {
                data.append(">7");
                set = START_A;
            } else if (set == START_C) {
                data.append((char) ('0' + word / 10)).append((char) ('0' + word % 10));
            } else if (set == START_B && word < 95) {
                letter((char) (word + ' '), data);
            } else {
                throw new IllegalArgumentException(
                        "codeword " + word + (word == SHIFT ? " (shift)" : "") + " needs more than printable ASCII");
            }
        }
        return data.toString();
    }

    /** Three signs mean something else in the field data of {@code ^BC}. */
    private static void letter(char c, StringBuilder data) {
        switch (c) {
            case '>' -> data.append(">0");
            case '^' -> data.append("><");
            case '~' -> data.append(">=");
            default -> data.append(c);
        }
    }

    /** Field data behind {@code ^FH_}: the printer's own signs, and the escape itself, as hexadecimal bytes. */
    static String escaped(String text) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '^' || c == '~' || c == '_' || c < ' ') {
                out.append('_').append(HEX[c >> 4]).append(HEX[c & 15]);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Whether the font that every printer has draws the text: printable Latin-1 without the backslash, which means
     * something else in a field block.
     */
    static boolean isInPrinterFont(String text) {
        Charset latin = StandardCharsets.ISO_8859_1;
        return latin.newEncoder().canEncode(text)
                && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\' || c == 0xAD || c == 0xA0);
    }

    /** A picture as {@code ^GF} takes it, with runs shortened: rows that end in white, or repeat, are a sign each. */
    static void graphic(Raster.Bits bits, StringBuilder out) {
        int bytes = bits.bytesPerRow() * bits.rows();
        out.append("^GFA,")
                .append(bytes)
                .append(',')
                .append(bytes)
                .append(',')
                .append(bits.bytesPerRow())
                .append(',');
        String before = "";
        for (int row = 0; row < bits.rows(); row++) {
            String line = line(bits, row);
            if (line.equals(before)) {
                out.append(':');
            } else {
                shortened(line, out);
                before = line;
            }
        }
    }

    private static String line(Raster.Bits bits, int row) {
        var line = new StringBuilder(bits.bytesPerRow() * 2);
        for (int i = 0; i < bits.bytesPerRow(); i++) {
            int b = bits.bits()[row * bits.bytesPerRow() + i] & 0xFF;
            line.append(HEX[b >> 4]).append(HEX[b & 15]);
        }
        return line.toString();
    }

    private static void shortened(String line, StringBuilder out) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '0') {
            end--;
        }
        for (int at = 0; at < end; ) {
            int run = 1;
            while (at + run < end && line.charAt(at + run) == line.charAt(at)) {
                run++;
            }
            count(run, out);
            out.append(line.charAt(at));
            at += run;
        }
        if (end < line.length()) {
            out.append(',');
        }
    }

    /** {@code G} to {@code Y} are 1 to 19, {@code g} to {@code z} 20 to 400 times what follows. */
    private static void count(int run, StringBuilder out) {
        int rest = run;
        while (rest >= 400) {
            out.append('z');
            rest -= 400;
        }
        if (rest >= 20) {
            out.append((char) ('f' + rest / 20));
            rest %= 20;
        }
        if (rest > 0 && run > 1) {
            out.append((char) ('F' + rest));
        }
    }
}
