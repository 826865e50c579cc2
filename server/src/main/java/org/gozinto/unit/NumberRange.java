/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import org.gozinto.identify.NaturalOrder;
import org.jspecify.annotations.Nullable;

/**
 * A range of lot or serial numbers in the order of numbers, never of texts. Both ends must be alike but for their
 * digits, and a number is in it when it is alike too and its runs of digits are between theirs by value: {@code SN9}
 * and {@code SN0010} are in {@code SN1} to {@code SN500}, {@code SN9A} and {@code XN9} are not.
 */
public final class NumberRange {

    private final String from;
    private final String first;
    private final String last;

    /** @throws IllegalArgumentException when there is no such range; see {@link #flaw} */
    public NumberRange(String from, String to) {
        refuseFlaw(from, to);
        this.from = from;
        this.first = plain(from);
        this.last = plain(to);
    }

    /** Why there is no range between these numbers, as the end of a sentence; null when there is one. */
    public static @Nullable String flaw(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return "has no beginning or no end";
        }
        if (!alike(from, to)) {
            return "goes from " + from + " to " + to + ", which differ in more than their digits";
        }
        return NaturalOrder.INSTANCE.compare(plain(from), plain(to)) > 0
                ? "ends before it begins: " + to + " comes before " + from
                : null;
    }

    static void refuseFlaw(String from, String to) {
        String flaw = flaw(from, to);
        if (flaw != null) {
            throw new IllegalArgumentException("the range " + flaw);
        }
    }

    /** Whether the number is in the range. */
    public boolean contains(String number) {
        if (!alike(from, number)) {
            return false;
        }
        String plain = plain(number);
        return NaturalOrder.INSTANCE.compare(first, plain) <= 0 && NaturalOrder.INSTANCE.compare(plain, last) <= 0;
    }

    /** Whether two numbers differ in nothing but their runs of digits. */
    private static boolean alike(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                i = afterDigits(a, i);
                j = afterDigits(b, j);
            } else if (a.charAt(i++) != b.charAt(j++)) {
                return false;
            }
        }
        return i == a.length() && j == b.length();
    }

    /** The number without leading zeros, so that equal values are equal. */
    private static String plain(String number) {
        var plain = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); ) {
            if (!isDigit(number.charAt(i))) {
                plain.append(number.charAt(i++));
                continue;
            }
            int end = afterDigits(number, i);
            while (i < end - 1 && number.charAt(i) == '0') {
                i++;
            }
            plain.append(number, i, end);
            i = end;
        }
        return plain.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int afterDigits(String s, int at) {
        int i = at;
        while (i < s.length() && isDigit(s.charAt(i))) {
            i++;
        }
        return i;
    }
}
