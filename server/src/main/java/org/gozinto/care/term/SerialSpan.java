/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import org.gozinto.identify.NumberRange;
import org.jspecify.annotations.Nullable;

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
        NumberRange.Written plain = plain(from, to);
        this.isPlain = plain != null;
        this.prefix = plain == null ? "" : plain.prefix();
        this.suffix = plain == null ? "" : plain.suffix();
        this.first = plain == null ? 0 : Long.parseLong(plain.first());
        this.last = plain == null ? 0 : Long.parseLong(plain.last());
    }

    /** What differs in one run of digits and has no others; null when there is more to it. */
    private static NumberRange.@Nullable Written plain(String from, String to) {
        NumberRange.Written written = NumberRange.Written.between(from, to);
        boolean plain = written != null
                && !written.first().isEmpty()
                && written.first().length() <= DIGITS_MAX
                && written.last().length() <= DIGITS_MAX
                && !hasDigit(written.prefix())
                && !hasDigit(written.suffix());
        return plain ? written : null;
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
