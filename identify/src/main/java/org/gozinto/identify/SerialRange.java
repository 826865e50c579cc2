/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Serial numbers that count up one by one, made when they are asked for: {@code SN0001} to {@code SN0500} is four
 * fields, not
 * five hundred strings.
 */
final class SerialRange {

    private final String start;
    /** Where the counted run of digits begins and ends in {@code start}. */
    private final int from;

    private final int to;
    final int count;

    SerialRange(String start, int from, int to, int count) {
        this.start = start;
        this.from = from;
        this.to = to;
        this.count = count;
    }

    String get(int index) {
        return index == 0 ? start : plus(start, from, to, index);
    }

    /** Adds to a run of digits of any length; the run keeps its width until it overflows, as 099 → 100 and 99 → 100. */
    static String plus(String text, int from, int to, int add) {
        char[] digits = text.toCharArray();
        long carry = add;
        for (int i = to - 1; i >= from && carry > 0; i--) {
            long sum = digits[i] - '0' + carry;
            digits[i] = (char) ('0' + sum % 10);
            carry = sum / 10;
        }
        if (carry == 0) {
            return new String(digits);
        }
        return text.substring(0, from) + carry + new String(digits, from, digits.length - from);
    }

    /** Several ranges behind each other. */
    static final class Joined extends AbstractList<String> implements RandomAccess {

        private final List<SerialRange> ranges;
        /** Index of the first number after each range. */
        private final int[] ends;

        Joined(List<SerialRange> ranges) {
            this.ranges = List.copyOf(ranges);
            this.ends = new int[ranges.size()];
            int end = 0;
            for (int i = 0; i < ends.length; i++) {
                end += ranges.get(i).count;
                ends[i] = end;
            }
        }

        @Override
        public String get(int index) {
            Objects.checkIndex(index, size());
            int low = 0;
            int high = ends.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (index < ends[middle]) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return ranges.get(low).get(low == 0 ? index : index - ends[low - 1]);
        }

        @Override
        public int size() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }
    }
}
