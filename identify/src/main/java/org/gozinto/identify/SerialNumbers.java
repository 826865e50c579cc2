/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serial numbers for bulk acts: {@code SN0001-SN0500}, {@code SN0001+500}, single numbers, and lists of these with
 * commas.
 * The last run of digits counts up and keeps its leading zeros. {@code A-B} is a range only when both sides are alike
 * but
 * for that run and its width fits; else it is one serial with a hyphen in it, as {@code bilou-87}.
 */
public final class SerialNumbers {

    /** Most numbers that one act may name. */
    public static final int MOST = 1_000_000;

    /** Most characters of a serial number. */
    public static final int LONGEST = 64;

    private final String text;
    private final List<SerialRange> ranges = new ArrayList<>();
    private long total;
    private Reading.@Nullable Bad<List<String>> bad;

    private SerialNumbers(String text) {
        this.text = text;
    }

    /**
     * Expands ranges to the numbers that they name, in order. The list is a view that makes each number when it is
     * asked for;
     * copy it where it is walked over many times.
     */
    public static Reading<List<String>> expand(String text) {
        SerialNumbers numbers = new SerialNumbers(text);
        numbers.expand();
        Reading.Bad<List<String>> bad = numbers.bad;
        return bad != null ? bad : Reading.ok(new SerialRange.Joined(numbers.ranges));
    }

    /**
     * The number after this one: its last run of digits counts up, {@code 005-ccc} → {@code 006-ccc}. A number without
     * digits
     * gets a 1 at its end.
     */
    public static String next(String serial) {
        int to = runEnd(serial, 0, serial.length());
        return to < 0 ? serial + "1" : SerialRange.plus(serial, runStart(serial, 0, to), to, 1);
    }

    private void expand() {
        int at = 0;
        while (at <= text.length() && bad == null) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            int from = at;
            int to = end;
            while (from < to && text.charAt(from) == ' ') {
                from++;
            }
            while (to > from && text.charAt(to - 1) == ' ') {
                to--;
            }
            part(from, to);
            at = end + 1;
        }
    }

    private void fail(String code, String detail, int position) {
        bad = new Reading.Bad<>(code, detail, position);
    }

    private void part(int from, int to) {
        if (from == to) {
            fail("blank", "a serial number is expected here", from);
            return;
        }
        for (int i = from; i < to; i++) {
            if (!isAllowed(i, to)) {
                fail("character", "control characters may not stand in a serial number", i);
                return;
            }
        }
        if (to - from > 2 * LONGEST + 1) {
            fail("tooLong", "a serial number has at most " + LONGEST + " characters", from);
            return;
        }
        int plus = plus(from, to);
        if (plus >= 0) {
            counted(from, plus, to);
            return;
        }
        int dash = dash(from, to);
        if (bad == null && dash >= 0) {
            range(from, dash, to);
        } else if (bad == null) {
            add(from, to, 0, 0, 1);
        }
    }

    /** Half of a surrogate pair is no character, and no database keeps it. */
    private boolean isAllowed(int i, int to) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029' && c != '\uFEFF';
    }

    /** The last plus sign, when only digits follow it: {@code SN0001+500}. */
    private int plus(int from, int to) {
        int i = to;
        while (i > from && Chars.isDigit(text.charAt(i - 1))) {
            i--;
        }
        return i < to && i > from + 1 && text.charAt(i - 1) == '+' ? i - 1 : -1;
    }

    private void counted(int from, int plus, int to) {
        int runEnd = runEnd(text, from, plus);
        if (runEnd < 0) {
            fail("noDigits", "a number without digits cannot count up", from);
            return;
        }
        BigInteger count = new BigInteger(text.substring(plus + 1, to));
        if (count.signum() == 0) {
            fail("count", "the count is at least 1", plus + 1);
        } else if (count.bitLength() > 31 || count.longValue() > MOST) {
            fail("tooMany", "at most " + MOST + " numbers in one act", plus + 1);
        } else {
            add(from, plus, runStart(text, from, runEnd), runEnd, count.intValue());
        }
    }

    /**
     * The hyphen between two sides that differ in their last run of digits only, or -1. Where several hyphens fit, the
     * text
     * has more than one meaning and is refused.
     */
    private int dash(int from, int to) {
        int found = -1;
        for (int i = text.indexOf('-', from + 1); i >= 0 && i < to - 1; i = text.indexOf('-', i + 1)) {
            if (isRange(from, i, to)) {
                if (found >= 0) {
                    fail("ambiguous", "this can be divided into two ends of a range in more than one way", from);
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private boolean isRange(int from, int dash, int to) {
        int endA = runEnd(text, from, dash);
        int endB = runEnd(text, dash + 1, to);
        if (endA < 0 || endB < 0 || dash - endA != to - endB || !same(endA, endB, dash - endA)) {
            return false;
        }
        int startA = runStart(text, from, endA);
        int startB = runStart(text, dash + 1, endB);
        if (startA - from != startB - dash - 1 || !same(from, dash + 1, startA - from)) {
            return false;
        }
        boolean leadingZero = text.charAt(startA) == '0' || text.charAt(startB) == '0';
        return endA - startA == endB - startB || !leadingZero;
    }

    private boolean same(int a, int b, int length) {
        return text.regionMatches(a, text, b, length);
    }

    private void range(int from, int dash, int to) {
        int endA = runEnd(text, from, dash);
        int startA = runStart(text, from, endA);
        int endB = runEnd(text, dash + 1, to);
        int startB = runStart(text, dash + 1, endB);
        BigInteger first = new BigInteger(text.substring(startA, endA));
        BigInteger steps = new BigInteger(text.substring(startB, endB)).subtract(first);
        if (steps.signum() < 0) {
            fail("reversed", "the range ends before it begins", dash + 1);
        } else if (steps.bitLength() > 31 || steps.longValue() >= MOST) {
            fail("tooMany", "at most " + MOST + " numbers in one act", from);
        } else {
            add(from, dash, startA, endA, steps.intValue() + 1);
        }
    }

    private void add(int from, int to, int runStart, int runEnd, int count) {
        total += count;
        if (total > MOST) {
            fail("tooMany", "at most " + MOST + " numbers in one act", from);
            return;
        }
        SerialRange range = new SerialRange(text.substring(from, to), runStart - from, runEnd - from, count);
        // The last number of a range is its longest.
        if (to - from > LONGEST || range.get(count - 1).length() > LONGEST) {
            fail("tooLong", "a serial number has at most " + LONGEST + " characters", from);
            return;
        }
        ranges.add(range);
    }

    /** Where the last run of digits ends, or -1. */
    private static int runEnd(String s, int from, int to) {
        int i = to;
        while (i > from && !Chars.isDigit(s.charAt(i - 1))) {
            i--;
        }
        return i == from ? -1 : i;
    }

    private static int runStart(String s, int from, int end) {
        int i = end;
        while (i > from && Chars.isDigit(s.charAt(i - 1))) {
            i--;
        }
        return i;
    }
}
