/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import org.jspecify.annotations.Nullable;

/** Percent-encoding of URIs (RFC 3986 §2.1), for ASCII: values of GS1 keys and attributes hold nothing else. */
final class PercentText {

    private PercentText() {}

    /**
     * Decodes a part of a URI.
     *
     * @param plusIsSpace as in query strings
     * @return null when a sequence is broken or stands for a control character or more than ASCII
     */
    static @Nullable String decode(String s, int from, int to, boolean plusIsSpace) {
        int first = from;
        while (first < to && s.charAt(first) != '%' && (!plusIsSpace || s.charAt(first) != '+')) {
            first++;
        }
        if (first == to) {
            return s.substring(from, to);
        }
        StringBuilder out = new StringBuilder(to - from).append(s, from, first);
        for (int i = first; i < to; i++) {
            char c = s.charAt(i);
            if (c == '%') {
                int value = i + 2 < to ? Chars.hex(s.charAt(i + 1)) * 16 + Chars.hex(s.charAt(i + 2)) : -1;
                boolean hex = value >= 0 && Chars.hex(s.charAt(i + 1)) >= 0 && Chars.hex(s.charAt(i + 2)) >= 0;
                if (!hex || value < 0x20 || value > 0x7E) {
                    return null;
                }
                out.append((char) value);
                i += 2;
            } else {
                out.append(plusIsSpace && c == '+' ? ' ' : c);
            }
        }
        return out.toString();
    }

    /** Where the first sequence stands for which {@link #decode} gives up. */
    static int flaw(String s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.charAt(i) == '%') {
                if (decode(s, i, Math.min(i + 3, to), false) == null) {
                    return i;
                }
                i += 2;
            }
        }
        return from;
    }

    /** Where the decoded character of this index stands in the text whose value begins at {@code from}. */
    static int position(String s, int from, int index) {
        int at = from;
        for (int i = 0; i < index && at < s.length(); i++) {
            at += s.charAt(at) == '%' ? 3 : 1;
        }
        return Math.min(at, s.length());
    }
}
