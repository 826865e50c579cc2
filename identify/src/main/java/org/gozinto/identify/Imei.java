/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * An International Mobile Equipment Identity (3GPP TS 23.003 §6.2 and annex B): 14 digits and a Luhn check digit, or 14
 * digits and the two of the software version (IMEISV), which has no check digit.
 *
 * @param digits 15 or 16 digits
 */
public record Imei(String digits) {

    public Imei {
        if (!(check(digits, 0, digits.length()) instanceof Reading.Ok)) {
            throw new IllegalArgumentException("not an IMEI: " + digits);
        }
    }

    public static Reading<Imei> of(String text) {
        return of(text, 0, text.length());
    }

    static Reading<Imei> of(String text, int from, int to) {
        return switch (check(text, from, to)) {
            case Reading.Ok<Boolean> ok -> Reading.ok(new Imei(text.substring(from, to)));
            case Reading.Bad<Boolean> bad -> bad.shifted(0);
        };
    }

    private static Reading<Boolean> check(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return Reading.bad("notDigit", "an IMEI holds digits only", i);
            }
        }
        if (to - from != 15 && to - from != 16) {
            return Reading.bad("length", "an IMEI has 15 digits, with software version 16", Math.min(to, from + 16));
        }
        int expected = luhn(text, from);
        return to - from == 15 && text.charAt(from + 14) - '0' != expected
                ? Reading.bad("checkDigit", "the check digit should be " + expected, from + 14)
                : Reading.ok(Boolean.TRUE);
    }

    private static int luhn(String text, int from) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int digit = (text.charAt(from + i) - '0') * (1 + i % 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return (10 - sum % 10) % 10;
    }

    /** True for 16 digits: the last two are the software version, and no check digit proves the number. */
    public boolean withVersion() {
        return digits.length() == 16;
    }

    /** The type of the equipment, 8 digits. */
    public String type() {
        return digits.substring(0, 8);
    }

    /** The maker's serial number, 6 digits. */
    public String serialNumber() {
        return digits.substring(8, 14);
    }

    @Override
    public String toString() {
        return digits;
    }
}
