/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/** The mod 10 check digit of GS1 keys (GS1 General Specifications §7.9.1). */
public final class CheckDigit {

    private CheckDigit() {}

    /** The digit to append to {@code body}, or -1 when it is empty or holds something else than digits. */
    public static int of(CharSequence body) {
        return of(body, 0, body.length());
    }

    /** As {@link #of(CharSequence)} for the part {@code from} to {@code to}. */
    static int of(CharSequence text, int from, int to) {
        if (from >= to) {
            return -1;
        }
        int sum = 0;
        int weight = 3;
        for (int i = to - 1; i >= from; i--) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            sum += digit * weight;
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** True when {@code digits} is all digits and its last one is the check digit of the others. */
    public static boolean isRight(CharSequence digits) {
        return isRight(digits, 0, digits.length());
    }

    static boolean isRight(CharSequence text, int from, int to) {
        int expected = of(text, from, to - 1);
        return expected >= 0 && text.charAt(to - 1) - '0' == expected;
    }

    /** Reads a key of {@code length} digits with its check digit at the end; names the first wrong character. */
    static Reading<String> key(String text, int length, String name) {
        for (int i = 0; i < text.length(); i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return Reading.bad("notDigit", name + " holds digits only", i);
            }
        }
        if (text.length() != length) {
            return Reading.bad(
                    "length",
                    name + " has " + length + " digits, not " + text.length(),
                    Math.min(text.length(), length));
        }
        int expected = of(text, 0, length - 1);
        if (text.charAt(length - 1) - '0' != expected) {
            return Reading.bad("checkDigit", "the check digit should be " + expected, length - 1);
        }
        return Reading.ok(text);
    }
}
