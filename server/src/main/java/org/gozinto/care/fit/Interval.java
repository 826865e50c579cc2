/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An interval of a map of rules: whole numbers from one to another, both included, that belong to one line. Serials
 * that differ in nothing but their last run of digits are of one line, and so are all days.
 *
 * <p>Sample: {@code ES0098} to {@code ES0102} is line {@code ES#}, 98 to 102, written four digits wide.
 *
 * @param line what the numbers have in common
 * @param form with which a number is written again: a prefix, a width and a suffix
 */
record Interval(String line, BigInteger from, BigInteger to, Form form) {

    private static final Pattern LAST_DIGITS = Pattern.compile("^(.*?)(\\d+)(\\D*)$", Pattern.DOTALL);
    private static final Pattern ZEROS = Pattern.compile("(?<!\\d)0+(?=\\d)");
    private static final String DAYS = "day";

    /** How a number is written; {@code width} 0 for as many digits as it has. */
    record Form(String prefix, int width, String suffix) {

        String text(BigInteger number) {
            String digits = number.toString();
            return prefix + "0".repeat(Math.max(0, width - digits.length())) + digits + suffix;
        }
    }

    /** Serials of one line; null when the ends differ in more than their last digits. */
    static @Nullable Interval of(Selector.Serials serials) {
        var first = LAST_DIGITS.matcher(serials.from());
        var last = LAST_DIGITS.matcher(serials.to());
        if (!first.matches() || !last.matches() || !plain(first.group(1)).equals(plain(last.group(1)))) {
            return null;
        }
        boolean padded = first.group(2).startsWith("0") && first.group(2).length() > 1;
        var form = new Form(first.group(1), padded ? first.group(2).length() : 0, first.group(3));
        return new Interval(
                plain(first.group(1)) + "#" + first.group(3),
                new BigInteger(first.group(2)),
                new BigInteger(last.group(2)),
                form);
    }

    /** Numbers before the last are compared by value too. */
    private static String plain(String prefix) {
        return ZEROS.matcher(prefix).replaceAll("");
    }

    /** Days from one to another, for ever at an end that is null. */
    static Interval of(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Interval(
                DAYS,
                BigInteger.valueOf((from == null ? LocalDate.MIN : from).toEpochDay()),
                BigInteger.valueOf((to == null ? LocalDate.MAX : to).toEpochDay()),
                new Form("", 0, ""));
    }

    boolean meets(Interval other) {
        return line.equals(other.line) && from.compareTo(other.to) <= 0 && other.from.compareTo(to) <= 0;
    }

    String fromText() {
        return text(from);
    }

    String toText() {
        return text(to);
    }

    private String text(BigInteger number) {
        return line.equals(DAYS) ? LocalDate.ofEpochDay(number.longValueExact()).toString() : form.text(number);
    }

    /** What lies between intervals, line by line, in their order. */
    static List<Interval> holes(List<Interval> intervals) {
        List<Interval> sorted = intervals.stream()
                .sorted(Comparator.comparing(Interval::line).thenComparing(Interval::from))
                .toList();
        List<Interval> holes = new ArrayList<>();
        Interval reach = null;
        for (Interval next : sorted) {
            boolean same = reach != null && reach.line.equals(next.line);
            if (same && reach != null && next.from.compareTo(reach.to.add(BigInteger.ONE)) > 0) {
                holes.add(new Interval(
                        next.line, reach.to.add(BigInteger.ONE), next.from.subtract(BigInteger.ONE), reach.form));
            }
            reach = same && reach != null && reach.to.compareTo(next.to) >= 0 ? reach : next;
        }
        return holes;
    }
}
