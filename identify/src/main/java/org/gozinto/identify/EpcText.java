/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/** Writes parts of EPC URNs (GS1 EPC Tag Data Standard §6.3). */
final class EpcText {

    private static final String HEX = "0123456789ABCDEF";

    private EpcText() {}

    /** Company prefix, dot, indicator digit and item reference. */
    static String gtin(Gtin gtin, int prefixLength) {
        String digits = gtin.digits();
        return digits.substring(1, 1 + prefixLength) + '.' + digits.charAt(0) + digits.substring(1 + prefixLength, 13);
    }

    /** Escapes what may not stand in a URN: all that is neither letter, digit nor one of {@code !'()*+,-.:;=_}. */
    static String escape(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = Chars.isLetterOrDigit(c) || "!'()*+,-.:;=_".indexOf(c) >= 0;
            if (!plain && out == null) {
                out = new StringBuilder(text.length() + 8).append(text, 0, i);
            }
            if (out != null && plain) {
                out.append(c);
            } else if (out != null) {
                percent(out, c);
            }
        }
        return out == null ? text : out.toString();
    }

    /** Appends {@code %2F} for a slash; values are ASCII wherever this is used. */
    static void percent(StringBuilder out, char c) {
        out.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
    }
}
