/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * A Serial Shipping Container Code, the number of a logistic unit such as a pallet (GS1 General Specifications §2.2.1).
 *
 * @param digits the 18 digits with a right check digit
 */
public record Sscc(String digits) implements Comparable<Sscc> {

    public Sscc {
        if (digits.length() != 18 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("not an SSCC of 18 digits with its check digit: " + digits);
        }
    }

    /** Reads 18 digits. */
    public static Reading<Sscc> of(String text) {
        return switch (CheckDigit.key(text, 18, "an SSCC")) {
            case Reading.Ok<String> ok -> Reading.ok(new Sscc(ok.value()));
            case Reading.Bad<String> bad -> bad.shifted(0);
        };
    }

    @Override
    public int compareTo(Sscc other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
