/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import org.jspecify.annotations.Nullable;

/**
 * A Pharmacy Product Number (IFA Coding System, PPN-Code Specification §3.2 and appendix B): two characters of the
 * agency, the agency's number of the product, two check digits.
 *
 * @param number 5 to 22 characters with right check digits
 */
public record Ppn(String number) implements Comparable<Ppn> {

    private static final String IFA = "11";

    public Ppn {
        if (!(check(number) instanceof Reading.Ok)) {
            throw new IllegalArgumentException("not a PPN with its check digits: " + number);
        }
    }

    public static Reading<Ppn> of(String text) {
        return switch (check(text)) {
            case Reading.Ok<String> ok -> Reading.ok(new Ppn(ok.value()));
            case Reading.Bad<String> bad -> bad.shifted(0);
        };
    }

    /** The Pharmazentralnummer in it; null when the agency is not the IFA's PZN. */
    public @Nullable Pzn pzn() {
        return number.startsWith(IFA)
                ? Pzn.of(number.substring(2, number.length() - 2)).valueOrNull()
                : null;
    }

    /** The check digits: the sum of each character's ASCII value times its place, counted from 2, modulo 97. */
    static String checkOf(String text, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += text.charAt(i) * (i - from + 2);
        }
        int check = sum % 97;
        return check < 10 ? "0" + check : String.valueOf(check);
    }

    private static Reading<String> check(String text) {
        int length = text.length();
        int wrong = Chars.notCapitalOrDigit(text, 0, length);
        if (wrong >= 0) {
            return Reading.bad("character", "a PPN has capital letters and digits only", wrong);
        }
        if (length < 5 || length > 22) {
            return Reading.bad("length", "a PPN has 5 to 22 characters, not " + length, Math.min(length, 22));
        }
        boolean pzn = text.startsWith(IFA);
        if (pzn && length != 12) {
            return Reading.bad("length", "a PPN with a PZN has 12 characters, not " + length, Math.min(length, 12));
        }
        String expected = checkOf(text, 0, length - 2);
        if (!text.endsWith(expected)) {
            return Reading.bad("checkDigit", "the check digits should be " + expected, length - 2);
        }
        if (pzn && Pzn.of(text.substring(2, 10)) instanceof Reading.Bad<Pzn> bad) {
            return Reading.bad(bad.code(), "in its PZN: " + bad.detail(), 2 + bad.position());
        }
        return Reading.ok(text);
    }

    @Override
    public int compareTo(Ppn other) {
        return number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return number;
    }
}
