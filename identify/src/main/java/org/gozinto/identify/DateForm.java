/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The forms of dates outside GS1 (ANSI MH10.8.2 category 4; ANSI/HIBC 2.6, dates of the secondary; ISBT 128 ST-001
 * §2.4). In a pattern Y is a digit of the year, C its hundreds, M the month, D the day, J the day of the year, W the
 * ISO week, h and m hour and minute.
 */
enum DateForm {
    YYMMDD("YYMMDD"),
    DDMMYY("DDMMYY"),
    MMDDYY("MMDDYY"),
    MMYY("MMYY"),
    YJJJ("YJJJ"),
    YYJJJ("YYJJJ"),
    CYYJJJ("CYYJJJ"),
    YYWW("YYWW"),
    YYYYWW("YYYYWW"),
    YYYYMMDD("YYYYMMDD"),
    DDMMYYYY("DDMMYYYY"),
    YYMMDDHH("YYMMDDhh"),
    YYJJJHH("YYJJJhh"),
    CYYJJJHHMM("CYYJJJhhmm"),
    YYYYMMDDHHMM("YYYYMMDDhhmm");

    private final String pattern;
    private final int monthAt;
    private final int dayAt;
    private final int julianAt;
    private final int weekAt;
    private final int hourAt;
    private final int minuteAt;

    DateForm(String pattern) {
        this.pattern = pattern;
        monthAt = pattern.indexOf('M');
        dayAt = pattern.indexOf('D');
        julianAt = pattern.indexOf('J');
        weekAt = pattern.indexOf('W');
        hourAt = pattern.indexOf('h');
        minuteAt = pattern.indexOf('m');
    }

    int length() {
        return pattern.length();
    }

    /** Checks a whole value; day 00 stands for the month as a whole. */
    long check(String s, int from, int to, LocalDate today) {
        for (int i = from; i < Math.min(to, from + length()); i++) {
            if (!Chars.isDigit(s.charAt(i))) {
                return Flaw.NOT_DIGIT.at(i);
            }
        }
        if (to - from != length()) {
            return to - from < length() ? Flaw.DATE_SHORT.at(to) : Flaw.DATE_LONG.at(from + length());
        }
        int year = year(s, from, today);
        if (monthAt >= 0) {
            int month = Dates.two(s, from + monthAt);
            if (month < 1 || month > 12) {
                return Flaw.MONTH.at(from + monthAt);
            }
            if (dayAt >= 0 && Dates.two(s, from + dayAt) > Dates.lastDay(year, month)) {
                return Flaw.DAY.at(from + dayAt);
            }
        }
        if (julianAt >= 0) {
            int day = number(s, from + julianAt, 3);
            if (day < 1 || day > LocalDate.of(year, 12, 31).getDayOfYear()) {
                return Flaw.DAY_OF_YEAR.at(from + julianAt);
            }
        }
        if (weekAt >= 0) {
            int week = Dates.two(s, from + weekAt);
            if (week < 1
                    || week > 53
                    || week == 53 && monday(year, 53).plusDays(3).getYear() != year) {
                return Flaw.WEEK.at(from + weekAt);
            }
        }
        if (hourAt >= 0 && Dates.two(s, from + hourAt) > 23) {
            return Flaw.HOUR.at(from + hourAt);
        }
        return minuteAt >= 0 && Dates.two(s, from + minuteAt) > 59 ? Flaw.MINUTE.at(from + minuteAt) : Flaw.NONE;
    }

    /** What a checked value says. */
    Meaning meaning(String s, int from, LocalDate today) {
        int year = year(s, from, today);
        if (weekAt >= 0) {
            LocalDate first = monday(year, Dates.two(s, from + weekAt));
            return new Meaning.Days(first, first.plusDays(6));
        }
        LocalDate date;
        boolean dayGiven = true;
        if (julianAt >= 0) {
            date = LocalDate.ofYearDay(year, number(s, from + julianAt, 3));
        } else {
            int month = Dates.two(s, from + monthAt);
            int day = dayAt < 0 ? 0 : Dates.two(s, from + dayAt);
            dayGiven = day > 0;
            date = LocalDate.of(year, month, dayGiven ? day : Dates.lastDay(year, month));
        }
        if (hourAt < 0) {
            return new Meaning.Day(date, dayGiven);
        }
        int minute = minuteAt < 0 ? 0 : Dates.two(s, from + minuteAt);
        return new Meaning.Moment(date.atTime(Dates.two(s, from + hourAt), minute), true);
    }

    private int year(String s, int from, LocalDate today) {
        int century = pattern.indexOf('C');
        int first = from + pattern.indexOf('Y');
        if (century >= 0) {
            // Three digits of the year: 9 in front is the twentieth century, all else this millennium.
            int hundreds = s.charAt(from + century) - '0';
            return (hundreds == 9 ? 1900 : 2000 + 100 * hundreds) + Dates.two(s, first);
        }
        return switch (pattern.lastIndexOf('Y') - pattern.indexOf('Y')) {
            case 0 -> decade(s.charAt(first) - '0', today.getYear());
            case 1 -> Dates.year(Dates.two(s, first), today);
            default -> Dates.two(s, first) * 100 + Dates.two(s, first + 2);
        };
    }

    /** One digit of a year: the last year that ends with it and is not later than next year. */
    private static int decade(int digit, int now) {
        int year = now + 1;
        while (year % 10 != digit) {
            year--;
        }
        return year;
    }

    private static LocalDate monday(int year, int week) {
        return LocalDate.of(year, 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(week - 1L);
    }

    private static int number(String s, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + s.charAt(i) - '0';
        }
        return number;
    }
}
