/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order of an answer (trace semantics §5): item, lot, serial; digits compare as numbers, L-9 before L-10. */
final class NumberOrder {

    static final Comparator<Unit> UNITS = Comparator.comparing(Unit::item)
            .thenComparing(Unit::lot, NumberOrder::compare)
            .thenComparing(Unit::serial, NumberOrder::compare)
            .thenComparing(Unit::issuer)
            .thenComparing(Unit::twin)
            .thenComparing(Unit::kind);

    private NumberOrder() {}

    static int compare(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            if (isDigit(left.charAt(l)) && isDigit(right.charAt(r))) {
                int lEnd = endOfDigits(left, l);
                int rEnd = endOfDigits(right, r);
                int byNumber = compareNumbers(left.substring(l, lEnd), right.substring(r, rEnd));
                if (byNumber != 0) {
                    return byNumber;
                }
                l = lEnd;
                r = rEnd;
            } else {
                int byChar = Character.compare(left.charAt(l++), right.charAt(r++));
                if (byChar != 0) {
                    return byChar;
                }
            }
        }
        int byLength = Integer.compare(left.length() - l, right.length() - r);
        // 007 and 7 are the same number, but not the same code.
        return byLength != 0 ? byLength : left.compareTo(right);
    }

    /** Compares two parts of a text as {@link #compare(String, String)} does. */
    static int compare(Utf8 text, int left, int leftEnd, int right, int rightEnd) {
        int l = left;
        int r = right;
        while (l < leftEnd && r < rightEnd) {
            byte one = text.at(l);
            byte other = text.at(r);
            if (one < 0 || other < 0) {
                // Beyond ASCII bytes are in another order than characters.
                return compare(text.text(left, leftEnd), text.text(right, rightEnd));
            }
            if (isDigit(one) && isDigit(other)) {
                int lEnd = endOfDigits(text, l, leftEnd);
                int rEnd = endOfDigits(text, r, rightEnd);
                int byNumber = compareNumbers(text, l, lEnd, r, rEnd);
                if (byNumber != 0) {
                    return byNumber;
                }
                l = lEnd;
                r = rEnd;
            } else if (one != other) {
                return Byte.compare(one, other);
            } else {
                l++;
                r++;
            }
        }
        if (l < leftEnd || r < rightEnd) {
            return l < leftEnd ? 1 : -1;
        }
        return compareCodes(text, left, leftEnd, right, rightEnd);
    }

    private static int compareNumbers(Utf8 text, int left, int leftEnd, int right, int rightEnd) {
        int l = afterZeros(text, left, leftEnd);
        int r = afterZeros(text, right, rightEnd);
        if (leftEnd - l != rightEnd - r) {
            return Integer.compare(leftEnd - l, rightEnd - r);
        }
        return compareCodes(text, l, leftEnd, r, rightEnd);
    }

    private static int compareCodes(Utf8 text, int left, int leftEnd, int right, int rightEnd) {
        int r = right;
        for (int l = left; l < leftEnd && r < rightEnd; l++, r++) {
            if (text.at(l) != text.at(r)) {
                return Byte.compare(text.at(l), text.at(r));
            }
        }
        return Integer.compare(leftEnd - left, rightEnd - right);
    }

    private static int afterZeros(Utf8 text, int from, int to) {
        int at = from;
        while (at < to && text.at(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(Utf8 text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String left, String right) {
        String l = withoutZeros(left);
        String r = withoutZeros(right);
        return l.length() == r.length() ? l.compareTo(r) : Integer.compare(l.length(), r.length());
    }

    private static String withoutZeros(String digits) {
        int at = 0;
        while (at < digits.length() && digits.charAt(at) == '0') {
            at++;
        }
        return digits.substring(at);
    }
}
