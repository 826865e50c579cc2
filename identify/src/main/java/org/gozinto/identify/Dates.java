/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.LocalDate;

/** Days in the forms of the GS1 General Specifications: YYMMDD, YYYYMMDD, day 00, sliding century. */
final class Dates {

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Dates() {}

    /**
     * The year that two digits mean: at most 50 years ahead and 49 back (GS1 General Specifications §7.12). On
     * 2026-11-22, 76 is 2076 and 77 is 1977.
     */
    static int year(int twoDigits, LocalDate today) {
        int century = today.getYear() / 100 * 100;
        int ahead = twoDigits - today.getYear() % 100;
        if (ahead >= 51) {
            return century - 100 + twoDigits;
        }
        return ahead <= -50 ? century + 100 + twoDigits : century + twoDigits;
    }

    static int lastDay(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : LENGTHS[month - 1];
    }

    /** Checks YYMMDD; {@code dayZero} allows day 00. */
    static long check6(String s, int from, int to, boolean dayZero, LocalDate today) {
        if (to - from != 6) {
            return (to - from < 6 ? Flaw.DATE_SHORT : Flaw.DATE_LONG).at(from);
        }
        long digits = ValueRule.digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        return checkMonthDay(s, from + 2, year(two(s, from), today), dayZero);
    }

    /** Checks YYYYMMDD. */
    static long check8(String s, int from, int to) {
        if (to - from != 8) {
            return (to - from < 8 ? Flaw.DATE_SHORT : Flaw.DATE_LONG).at(from);
        }
        long digits = ValueRule.digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        return checkMonthDay(s, from + 4, two(s, from) * 100 + two(s, from + 2), false);
    }

    private static long checkMonthDay(String s, int from, int year, boolean dayZero) {
        int month = two(s, from);
        if (month < 1 || month > 12) {
            return Flaw.MONTH.at(from);
        }
        int day = two(s, from + 2);
        if (day > lastDay(year, month) || (day == 0 && !dayZero)) {
            return Flaw.DAY.at(from + 2);
        }
        return Flaw.NONE;
    }

    /** The day of a checked YYMMDD; day 00 is the last day of the month. */
    static LocalDate day6(String s, int from, LocalDate today) {
        return day(year(two(s, from), today), s, from + 2);
    }

    /** The day of a checked YYYYMMDD. */
    static LocalDate day8(String s, int from) {
        return day(two(s, from) * 100 + two(s, from + 2), s, from + 4);
    }

    private static LocalDate day(int year, String s, int from) {
        int month = two(s, from);
        int day = two(s, from + 2);
        // Year 0000 is no year of LocalDate's proleptic calendar to worry about: it is valid there too.
        return LocalDate.of(year, month, day == 0 ? lastDay(year, month) : day);
    }

    static int two(String s, int at) {
        return (s.charAt(at) - '0') * 10 + s.charAt(at + 1) - '0';
    }
}
