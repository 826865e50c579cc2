/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A range of lot or serial numbers in the order of numbers, never of texts. Both ends must be alike but for their
 * digits, and a number is in it when it is alike too and its runs of digits are between theirs by value: {@code SN9}
 * and {@code SN0010} are in {@code SN1} to {@code SN500}, {@code SN9A} and {@code XN9} are not.
 *
 * <p>That is the wide reading, for what must not slip through. {@link Written} is the narrow one, for what is counted:
 * a number is in that only when it is written as its ends are.
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

    /** @throws IllegalArgumentException when there is no range between these numbers; see {@link #flaw} */
    public static void refuseFlaw(String from, String to) {
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
            if (Chars.isDigit(a.charAt(i)) && Chars.isDigit(b.charAt(j))) {
                i = NaturalOrder.afterDigits(a, i);
                j = NaturalOrder.afterDigits(b, j);
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
            if (!Chars.isDigit(number.charAt(i))) {
                plain.append(number.charAt(i++));
                continue;
            }
            int end = NaturalOrder.afterDigits(number, i);
            while (i < end - 1 && number.charAt(i) == '0') {
                i++;
            }
            plain.append(number, i, end);
            i = end;
        }
        return plain.toString();
    }

    /**
     * Numbers from one to another that are alike but for one run of digits, such as {@code SN0098} to {@code SN0102} or
     * {@code 7-A} to {@code 12-A}. Where both ends are of one width, so is what is between them; else no number has
     * leading zeros.
     *
     * @param prefix what stands before the digits
     * @param first the digits of the first number
     * @param last the digits of the last number
     * @param suffix what stands behind them
     */
    public record Written(String prefix, String first, String last, String suffix) {

        /** The range between two numbers, or null when they differ in more than one run of digits. */
        public static @Nullable Written between(String from, String to) {
            int alike = 0;
            while (alike < from.length() && alike < to.length() && from.charAt(alike) == to.charAt(alike)) {
                alike++;
            }
            if (alike == from.length() && alike == to.length()) {
                return single(from);
            }
            int begin = alike;
            while (begin > 0 && Chars.isDigit(from.charAt(begin - 1))) {
                begin--;
            }
            int fromEnd = NaturalOrder.afterDigits(from, begin);
            int toEnd = NaturalOrder.afterDigits(to, begin);
            String first = from.substring(begin, fromEnd);
            String last = to.substring(begin, toEnd);
            String suffix = from.substring(fromEnd);
            boolean isOneWidth = first.length() == last.length();
            boolean leadingZero = first.startsWith("0") || last.startsWith("0");
            boolean isRange = !first.isEmpty() && !last.isEmpty() && (isOneWidth || !leadingZero);
            return isRange && suffix.equals(to.substring(toEnd))
                    ? new Written(from.substring(0, begin), first, last, suffix)
                    : null;
        }

        /** The range of one number. */
        private static Written single(String number) {
            return new Written(number, "", "", "");
        }

        /** Whether it ends before it begins. */
        public boolean isReversed() {
            return NaturalOrder.INSTANCE.compare(first, last) > 0;
        }

        /** What tells quickly, of a number in UTF-8, whether it is in the range. */
        public Finder finder() {
            return new Finder(this);
        }
    }

    /** A range in UTF-8; digits of one width are in the order of their numbers. */
    public static final class Finder {
        private final byte[] prefix;
        private final byte[] first;
        private final byte[] last;
        private final byte[] suffix;

        private Finder(Written range) {
            this.prefix = range.prefix.getBytes(StandardCharsets.UTF_8);
            this.first = range.first.getBytes(StandardCharsets.UTF_8);
            this.last = range.last.getBytes(StandardCharsets.UTF_8);
            this.suffix = range.suffix.getBytes(StandardCharsets.UTF_8);
        }

        /**
         * Whether a number is in the range.
         *
         * @param text its bytes by their places
         * @param size how many there are
         */
        public boolean has(IntUnaryOperator text, int size) {
            int begin = prefix.length;
            int end = size - suffix.length;
            int width = end - begin;
            if (width < first.length || width > last.length || !isAt(text, 0, prefix) || !isAt(text, end, suffix)) {
                return false;
            }
            for (int at = begin; at < end; at++) {
                if (text.applyAsInt(at) < '0' || text.applyAsInt(at) > '9') {
                    return false;
                }
            }
            boolean leadingZero = width > 0 && text.applyAsInt(begin) == '0' && first.length != last.length;
            return !leadingZero
                    && (width > first.length || compare(text, begin, first) >= 0)
                    && (width < last.length || compare(text, begin, last) <= 0);
        }

        private static boolean isAt(IntUnaryOperator text, int at, byte[] part) {
            return compare(text, at, part) == 0;
        }

        private static int compare(IntUnaryOperator text, int at, byte[] part) {
            for (int i = 0; i < part.length; i++) {
                if (text.applyAsInt(at + i) != part[i]) {
                    return Integer.compare(text.applyAsInt(at + i), part[i]);
                }
            }
            return 0;
        }
    }
}
