/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.nio.charset.StandardCharsets;
import org.gozinto.identify.NaturalOrder;
import org.gozinto.trace.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from one to another that are alike but for one run of digits, such as {@code SN0098} to {@code SN0102} or
 * {@code 7-A} to {@code 12-A}. Where both ends are of one width, so is what is between them; else no number has leading
 * zeros.
 *
 * @param prefix what stands before the digits
 * @param first the digits of the first number
 * @param last the digits of the last number
 * @param suffix what stands behind them
 */
record NumberRange(String prefix, String first, String last, String suffix) {

    /** The range between two numbers, or null when they differ in more than one run of digits. */
    static @Nullable NumberRange between(String from, String to) {
        int alike = 0;
        while (alike < from.length() && alike < to.length() && from.charAt(alike) == to.charAt(alike)) {
            alike++;
        }
        if (alike == from.length() && alike == to.length()) {
            return single(from);
        }
        int begin = alike;
        while (begin > 0 && isDigit(from.charAt(begin - 1))) {
            begin--;
        }
        int fromEnd = afterDigits(from, begin);
        int toEnd = afterDigits(to, begin);
        String first = from.substring(begin, fromEnd);
        String last = to.substring(begin, toEnd);
        String suffix = from.substring(fromEnd);
        boolean isOneWidth = first.length() == last.length();
        boolean leadingZero = first.startsWith("0") || last.startsWith("0");
        boolean isRange = !first.isEmpty() && !last.isEmpty() && (isOneWidth || !leadingZero);
        return isRange && suffix.equals(to.substring(toEnd))
                ? new NumberRange(from.substring(0, begin), first, last, suffix)
                : null;
    }

    /** The range of one number. */
    private static NumberRange single(String number) {
        return new NumberRange(number, "", "", "");
    }

    /** Whether it ends before it begins. */
    boolean isReversed() {
        return NaturalOrder.INSTANCE.compare(first, last) > 0;
    }

    /** What tells quickly, of a number in UTF-8, whether it is in the range. */
    Finder finder() {
        return new Finder(bytes(prefix), bytes(first), bytes(last), bytes(suffix));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** A range in UTF-8; digits of one width are in the order of their numbers. */
    record Finder(byte[] prefix, byte[] first, byte[] last, byte[] suffix) {

        boolean has(Utf8 text) {
            int begin = prefix.length;
            int end = text.size() - suffix.length;
            int width = end - begin;
            if (width < first.length || width > last.length || !isAt(text, 0, prefix) || !isAt(text, end, suffix)) {
                return false;
            }
            for (int at = begin; at < end; at++) {
                if (text.at(at) < '0' || text.at(at) > '9') {
                    return false;
                }
            }
            boolean leadingZero = width > 0 && text.at(begin) == '0' && first.length != last.length;
            return !leadingZero
                    && (width > first.length || compare(text, begin, first) >= 0)
                    && (width < last.length || compare(text, begin, last) <= 0);
        }

        private static boolean isAt(Utf8 text, int at, byte[] part) {
            return compare(text, at, part) == 0;
        }

        private static int compare(Utf8 text, int at, byte[] part) {
            for (int i = 0; i < part.length; i++) {
                if (text.at(at + i) != part[i]) {
                    return Byte.compare(text.at(at + i), part[i]);
                }
            }
            return 0;
        }
    }
}
