/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The order of versions by their parts: {@code 2.9} before {@code 2.10}, {@code 2.10} the same as {@code 2.10.0} and
 * {@code v2.10}. What stands behind a hyphen comes before the version itself, {@code 2.0-rc1} before {@code 2.0}, as
 * Semantic Versioning 2.0.0 §11 has it; what stands behind a plus does not count (§10).
 */
final class VersionOrder implements Comparator<String> {

    static final VersionOrder INSTANCE = new VersionOrder();

    private static final Pattern PARTS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    private VersionOrder() {}

    @Override
    public int compare(String left, String right) {
        String a = plain(left);
        String b = plain(right);
        int byRelease = compareParts(release(a), release(b));
        if (byRelease != 0) {
            return byRelease;
        }
        String before = preRelease(a);
        String after = preRelease(b);
        if (before.isEmpty() || after.isEmpty()) {
            return Boolean.compare(before.isEmpty(), after.isEmpty());
        }
        return compareParts(before, after);
    }

    private static String plain(String version) {
        String text = version.strip();
        int plus = text.indexOf('+');
        text = plus < 0 ? text : text.substring(0, plus);
        boolean marked =
                text.length() > 1 && (text.charAt(0) == 'v' || text.charAt(0) == 'V') && isDigit(text.charAt(1));
        return marked ? text.substring(1) : text;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String release(String version) {
        int hyphen = version.indexOf('-');
        return hyphen < 0 ? version : version.substring(0, hyphen);
    }

    private static String preRelease(String version) {
        int hyphen = version.indexOf('-');
        return hyphen < 0 ? "" : version.substring(hyphen + 1);
    }

    private static int compareParts(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = comparePart(i < left.length ? left[i] : "", i < right.length ? right[i] : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Runs of digits by value, the rest as text; a part that is not there is 0. */
    private static int comparePart(String a, String b) {
        String[] left = PARTS.split(a.isEmpty() ? "0" : a, -1);
        String[] right = PARTS.split(b.isEmpty() ? "0" : b, -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = compareRun(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int compareRun(String a, String b) {
        boolean digitsA = !a.isEmpty() && isDigit(a.charAt(0));
        boolean digitsB = !b.isEmpty() && isDigit(b.charAt(0));
        if (!digitsA || !digitsB) {
            return digitsA == digitsB ? a.compareTo(b) : Boolean.compare(digitsB, digitsA);
        }
        String x = withoutZeros(a);
        String y = withoutZeros(b);
        return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
    }

    private static String withoutZeros(String digits) {
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }
}
