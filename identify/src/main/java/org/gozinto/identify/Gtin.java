/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * A Global Trade Item Number, always 14 digits with a right check digit (GS1 General Specifications §2.1 and §7.9.1).
 *
 * @param digits the 14 digits; shorter GTINs have leading zeros
 */
public record Gtin(String digits) implements Comparable<Gtin> {

    public Gtin {
        if (digits.length() != 14 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("not a 14 digit GTIN with its check digit: " + digits);
        }
    }

    /** Reads a GTIN-8, -12, -13 or -14. */
    public static Reading<Gtin> of(String text) {
        int length = text.length();
        boolean known = length == 8 || length == 12 || length == 13 || length == 14;
        return switch (CheckDigit.key(text, known ? length : 14, "a GTIN")) {
            case Reading.Ok<String> ok -> Reading.ok(new Gtin("0".repeat(14 - length) + ok.value()));
            case Reading.Bad<String> bad ->
                bad.code().equals("length")
                        ? Reading.bad(
                                "length", "a GTIN has 8, 12, 13 or 14 digits, not " + length, Math.min(length, 14))
                        : bad.shifted(0);
        };
    }

    /** The shortest printed form: 8, 12, 13 or 14 digits. */
    public String shortest() {
        if (digits.startsWith("000000")) {
            return digits.substring(6);
        }
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        return digits.charAt(0) == '0' ? digits.substring(1) : digits;
    }

    @Override
    public int compareTo(Gtin other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
