/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import org.gozinto.identify.NumberRange;

/**
 * A {@link NumberRange}, told quickly where its ends and the number differ in one run of digits alone, as most do.
 * Immutable.
 */
final class SerialSpan {

    /** Digits that a long holds. */
    private static final int DIGITS_MAX = 18;

    private final NumberRange range;
    private final String prefix;
    private final String suffix;
    private final long first;
    private final long last;
    private final boolean isPlain;

    SerialSpan(String from, String to) {
        this.range = new NumberRange(from, to);
        NumberRange.Written written = NumberRange.Written.between(from, to);
        if (written == null || !isPlain(written)) {
            this.isPlain = false;
            this.prefix = "";
            this.suffix = "";
            this.first = 0;
            this.last = 0;
            return;
        }
        this.isPlain = true;
        this.prefix = written.prefix();
        this.suffix = written.suffix();
        this.first = Long.parseLong(written.first());
        this.last = Long.parseLong(written.last());
    }

    /** Whether its numbers differ in one run of digits alone, which a long holds. */
    private static boolean isPlain(NumberRange.Written written) {
        return !written.first().isEmpty()
                && written.first().length() <= DIGITS_MAX
                && written.last().length() <= DIGITS_MAX
                && !hasDigit(written.prefix())
                && !hasDigit(written.suffix());
    }

    boolean contains(String number) {
        int digits = number.length() - prefix.length() - suffix.length();
        if (!isPlain || digits > DIGITS_MAX) {
            return range.contains(number);
        }
        if (digits < 1 || !number.startsWith(prefix) || !number.endsWith(suffix)) {
            return false;
        }
        long value = 0;
        for (int at = prefix.length(); at < prefix.length() + digits; at++) {
            char c = number.charAt(at);
            if (c < '0' || c > '9') {
                return false;
            }
            value = value * 10 + (c - '0');
        }
        return value >= first && value <= last;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
