/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle identification number (ISO 3779; check digit 49 CFR 565.15): 17 capital letters and digits without I, O
 * and Q.
 *
 * @param number the 17 characters
 */
public record Vin(String number) {

    /** Years repeat after 30 in this order (49 CFR 565.15 table VII). */
    private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";

    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] LETTERS = {
        1, 2, 3, 4, 5, 6, 7, 8, -1, 1, 2, 3, 4, 5, -1, 7, -1, 9, 2, 3, 4, 5, 6, 7, 8, 9
    };

    public Vin {
        if (!(check(number, 0, number.length()) instanceof Reading.Ok)) {
            throw new IllegalArgumentException("not a VIN of 17 characters: " + number);
        }
    }

    /** Reads 17 characters. In North America (first character 1 to 5) the check digit must be right. */
    public static Reading<Vin> of(String text) {
        return of(text, 0, text.length());
    }

    static Reading<Vin> of(String text, int from, int to) {
        return switch (check(text, from, to)) {
            case Reading.Ok<Boolean> ok -> Reading.ok(new Vin(text.substring(from, to)));
            case Reading.Bad<Boolean> bad -> bad.shifted(0);
        };
    }

    private static Reading<Boolean> check(String text, int from, int to) {
        for (int i = from; i < Math.min(to, from + 17); i++) {
            if (value(text.charAt(i)) < 0) {
                return Reading.bad("character", "a VIN has capital letters and digits without I, O and Q", i);
            }
        }
        if (to - from != 17) {
            return Reading.bad("length", "a VIN has 17 characters, not " + (to - from), Math.min(to, from + 17));
        }
        char expected = checkDigit(text, from);
        boolean northAmerica = text.charAt(from) >= '1' && text.charAt(from) <= '5';
        return northAmerica && text.charAt(from + 8) != expected
                ? Reading.bad("checkDigit", "the check digit at place 9 should be " + expected, from + 8)
                : Reading.ok(Boolean.TRUE);
    }

    private static int value(char c) {
        return Chars.isDigit(c) ? c - '0' : Chars.isCapital(c) ? LETTERS[c - 'A'] : -1;
    }

    static char checkDigit(String text, int from) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += value(text.charAt(from + i)) * WEIGHTS[i];
        }
        int rest = sum % 11;
        return rest == 10 ? 'X' : (char) ('0' + rest);
    }

    /** World manufacturer identifier. */
    public String manufacturer() {
        return number.substring(0, 3);
    }

    /** True when place 9 holds the check digit; outside North America it need not. */
    public boolean checkDigitRight() {
        return number.charAt(8) == checkDigit(number, 0);
    }

    /** The model years that place 10 can mean, newest first, up to next year; none when it says no year. */
    public List<Integer> modelYears(LocalDate today) {
        int at = YEARS.indexOf(number.charAt(9));
        List<Integer> years = new ArrayList<>();
        for (int year = 1980 + at; at >= 0 && year <= today.getYear() + 1; year += 30) {
            years.addFirst(year);
        }
        return List.copyOf(years);
    }

    @Override
    public String toString() {
        return number;
    }
}
