/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * A Global Location Number of a party or a place (GS1 General Specifications §2.4).
 *
 * @param digits the 13 digits with a right check digit
 */
public record Gln(String digits) implements Comparable<Gln> {

    public Gln {
        if (digits.length() != 13 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("not a GLN of 13 digits with its check digit: " + digits);
        }
    }

    /** Reads 13 digits. */
    public static Reading<Gln> of(String text) {
        return switch (CheckDigit.key(text, 13, "a GLN")) {
            case Reading.Ok<String> ok -> Reading.ok(new Gln(ok.value()));
            case Reading.Bad<String> bad -> bad.shifted(0);
        };
    }

    @Override
    public int compareTo(Gln other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
