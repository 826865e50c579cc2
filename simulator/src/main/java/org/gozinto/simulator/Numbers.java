/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

/** GS1 numbers with their check digits, under the prefix that GS1 keeps for examples. */
final class Numbers {

    private static final String PREFIX = "9506000";

    private Numbers() {}

    /** 18 digits, without the application identifier. */
    static String sscc(int serialReference) {
        return withCheckDigit("3" + PREFIX + padded(serialReference, 9));
    }

    /** 14 digits. */
    static String gtin(int itemReference) {
        return withCheckDigit("0" + PREFIX + padded(itemReference, 5));
    }

    /** 13 digits. */
    static String gln(int locationReference) {
        return withCheckDigit(PREFIX + padded(locationReference, 5));
    }

    static String padded(int value, int width) {
        StringBuilder out = new StringBuilder(width);
        String digits = Integer.toString(value);
        out.repeat('0', Math.max(0, width - digits.length()));
        return out.append(digits).toString();
    }

    /** Weights 3 and 1 alternate from the right, beginning with 3 beside the check digit. */
    private static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return digits + (10 - sum % 10) % 10;
    }
}
