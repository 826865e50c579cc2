/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import org.jspecify.annotations.Nullable;

/**
 * A Pharmazentralnummer, the German number of a medicine or device (IFA, Technical Information PZN check digits): seven
 * digits and the check digit, the sum of each digit times its place (1 to 7) modulo 11.
 *
 * @param digits the 8 digits with a right check digit
 */
public record Pzn(String digits) implements Comparable<Pzn> {

    private static final String NTIN = "04150";

    public Pzn {
        if (!(check(digits) instanceof Reading.Ok)) {
            throw new IllegalArgumentException("not a PZN of 8 digits with its check digit: " + digits);
        }
    }

    /** Reads 8 digits, or the 7 of numbers from before 2013, which get a zero in front. */
    public static Reading<Pzn> of(String text) {
        boolean old = text.length() == 7;
        return switch (check(old ? "0" + text : text)) {
            case Reading.Ok<String> ok -> Reading.ok(new Pzn(ok.value()));
            case Reading.Bad<String> bad -> bad.shifted(old && bad.position() > 0 ? -1 : 0);
        };
    }

    /** The PZN in a German NTIN, which is a GTIN of prefix 4150 (IFA, NTIN coding); null when the GTIN is none. */
    public static @Nullable Pzn ofNtin(Gtin gtin) {
        return gtin.digits().startsWith(NTIN)
                ? of(gtin.digits().substring(5, 13)).valueOrNull()
                : null;
    }

    /** This number as a GTIN. */
    public Gtin ntin() {
        String body = NTIN + digits;
        return new Gtin(body + CheckDigit.of(body));
    }

    /** This number as a PPN: agency 11, the number, two check digits. */
    public Ppn ppn() {
        String body = "11" + digits;
        return new Ppn(body + Ppn.checkOf(body, 0, body.length()));
    }

    private static Reading<String> check(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return Reading.bad("notDigit", "a PZN holds digits only", i);
            }
            sum += i < 7 ? (text.charAt(i) - '0') * (i + 1) : 0;
        }
        if (text.length() != 8) {
            return Reading.bad("length", "a PZN has 8 digits, not " + text.length(), Math.min(text.length(), 8));
        }
        int expected = sum % 11;
        if (expected == 10) {
            return Reading.bad("checkDigit", "there is no PZN with these digits", 7);
        }
        return text.charAt(7) - '0' == expected
                ? Reading.ok(text)
                : Reading.bad("checkDigit", "the check digit should be " + expected, 7);
    }

    @Override
    public int compareTo(Pzn other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
