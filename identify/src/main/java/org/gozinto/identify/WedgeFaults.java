/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keyboard wedges do to element strings: they write another character or a word for the separator, or invert the
 * case of all letters because Caps Lock is on. What is read here is a guess and says so: some of these words could stand
 * in a lot number.
 */
final class WedgeFaults {

    private static final String[] WORDS = {"GS", "FNC1"};
    private static final String[] ESCAPES = {"\\F", "\\u001D", "\\x1D"};

    private final String raw;
    private final int from;
    private final int to;
    private final Options options;
    private final StringBuilder mended = new StringBuilder();
    /** Where each character of the mended text stands in the raw one. */
    private final int[] places;

    private @Nullable Remark remark;

    private WedgeFaults(String raw, int from, int to, Options options) {
        this.raw = raw;
        this.from = from;
        this.to = to;
        this.options = options;
        this.places = new int[to - from + 1];
    }

    /** True when a symbology identifier of GS1 symbols has the wrong case, which Caps Lock alone explains. */
    static boolean isInverted(@Nullable String identifier) {
        return switch (identifier) {
            case "]c1", "]D2", "]q3", "]j1" -> true;
            case null, default -> false;
        };
    }

    /** True when something in this text is likely to have been a separator. */
    static boolean isLike(String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            if (token(raw, i, to) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The element string that the scanner meant, or null when it is none. */
    static @Nullable ElementString read(String raw, Aim aim, Options options) {
        WedgeFaults faults = new WedgeFaults(raw, aim.from(), aim.to(), options);
        boolean inverted = isInverted(aim.identifier());
        if (aim.to() - aim.from() > Codes.LONGEST || !faults.mend(inverted)) {
            return null;
        }
        return faults.read(aim.kind() == Aim.Kind.GS1 || inverted);
    }

    private boolean mend(boolean inverted) {
        if (inverted) {
            remark = new Remark("capsLock", "the case of all letters is inverted: Caps Lock is on", from - 2);
        }
        int i = from;
        while (i < to) {
            char c = raw.charAt(i);
            int length = token(raw, i, to);
            places[mended.length()] = i;
            if (length > 0) {
                String word = raw.substring(i, i + length);
                mended.append(Chars.FNC1);
                remark = remark != null
                        ? remark
                        : new Remark("separatorText", word + " is taken for the separator FNC1", i);
                i += length;
            } else {
                mended.append(inverted ? inverted(c) : c);
                i++;
            }
        }
        places[mended.length()] = to;
        return remark != null;
    }

    private static char inverted(char c) {
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter ? (char) (c ^ 0x20) : c;
    }

    private @Nullable ElementString read(boolean marked) {
        String text = mended.toString();
        Aim aim = new Aim(null, marked ? Aim.Kind.GS1 : Aim.Kind.NONE, 0, text.length());
        List<ElementString> found =
                ElementReader.read(text, aim, options.withMaxReadings(1)).readings();
        if (found.isEmpty() || remark == null) {
            return null;
        }
        ElementString one = found.getFirst();
        List<AiValue> values = new ArrayList<>(one.values().size());
        for (AiValue value : one.values()) {
            int at = places[value.position()];
            values.add(new AiValue(value.ai(), value.title(), value.value(), value.meaning(), at));
        }
        List<Remark> remarks = new ArrayList<>();
        for (Remark other : one.remarks()) {
            remarks.add(new Remark(other.code(), other.detail(), places[other.position()]));
        }
        remarks.add(remark);
        return new ElementString(raw, values, remarks, true);
    }

    /** Length of what stands here for a separator, or 0. */
    static int token(String s, int at, int to) {
        char c = s.charAt(at);
        return switch (c) {
            case '|', '~', '\u241D' -> 1;
            case '{' -> word(s, at, to, '}');
            case '<' -> word(s, at, to, '>');
            case '[' -> word(s, at, to, ']');
            case '\\' -> escape(s, at, to);
            case 'F', 'f' -> to - at >= 4 && s.regionMatches(true, at, "FNC1", 0, 4) ? 4 : 0;
            default -> 0;
        };
    }

    private static int word(String s, int at, int to, char close) {
        for (String word : WORDS) {
            int end = at + 1 + word.length();
            if (end < to && s.charAt(end) == close && s.regionMatches(true, at + 1, word, 0, word.length())) {
                return word.length() + 2;
            }
        }
        return 0;
    }

    private static int escape(String s, int at, int to) {
        for (String escape : ESCAPES) {
            if (to - at >= escape.length() && s.regionMatches(true, at, escape, 0, escape.length())) {
                return escape.length();
            }
        }
        return 0;
    }
}
