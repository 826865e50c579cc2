/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.Comparator;

/**
 * Orders numbers as people do: runs of digits by value, so {@code SN9} comes before {@code SN10}. Of texts that differ
 * only
 * in leading zeros, the one with fewer zeros comes first, so only equal texts compare as equal. Any number of digits
 * works.
 */
public final class NaturalOrder implements Comparator<String> {

    public static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        int zeros = 0;
        while (i < left.length() && j < right.length()) {
            char a = left.charAt(i);
            char b = right.charAt(j);
            if (!Chars.isDigit(a) || !Chars.isDigit(b)) {
                if (a != b) {
                    return Character.compare(a, b);
                }
                i++;
                j++;
                continue;
            }
            int firstA = afterZeros(left, i);
            int firstB = afterZeros(right, j);
            int endA = afterDigits(left, firstA);
            int endB = afterDigits(right, firstB);
            int order = Integer.compare(endA - firstA, endB - firstB);
            for (int k = 0; order == 0 && k < endA - firstA; k++) {
                order = Character.compare(left.charAt(firstA + k), right.charAt(firstB + k));
            }
            if (order != 0) {
                return order;
            }
            if (zeros == 0) {
                zeros = Integer.compare(firstA - i, firstB - j);
            }
            i = endA;
            j = endB;
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest != 0 ? rest : zeros;
    }

    /**
     * Compares the digits {@code from} to {@code middle} with those from there to {@code to}: both have the same
     * width.
     */
    static int compareSameWidth(String s, int from, int middle, int to) {
        for (int i = from, j = middle; j < to; i++, j++) {
            if (s.charAt(i) != s.charAt(j)) {
                return Character.compare(s.charAt(i), s.charAt(j));
            }
        }
        return 0;
    }

    private static int afterZeros(String s, int at) {
        int i = at;
        while (i < s.length() && s.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    static int afterDigits(String s, int at) {
        int i = at;
        while (i < s.length() && Chars.isDigit(s.charAt(i))) {
            i++;
        }
        return i;
    }
}
