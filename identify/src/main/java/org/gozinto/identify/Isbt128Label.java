/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an ISBT 128 label is to say; writes it as data structures in a row (ICCBBA ST-001 §2.4, order of ST-011).
 *
 * @param product 16 characters of a processor's product identification code, or 10 of a container
 * @param serial up to 6 characters; shorter ones get zeros in front
 * @param donation donation number, 13 characters, or 15 with flags
 * @param expiry last usable day
 * @param manufactured day of production
 * @param lot up to 18 characters, of a container 10; shorter ones get zeros in front
 */
public record Isbt128Label(
        @Nullable String product,
        @Nullable String serial,
        @Nullable String donation,
        Meaning.@Nullable Day expiry,
        Meaning.@Nullable Day manufactured,
        @Nullable String lot) {

    /** The structures one after the other. */
    public Reading<String> carrier() {
        String text = text(new StringBuilder(), new int[1]);
        return checked(text);
    }

    /** The same with the structure in front that tells how many follow (ST-001 §2.4.23). */
    public Reading<String> compound() {
        int[] count = new int[1];
        String text = text(new StringBuilder(), count);
        return checked(String.format(Locale.ROOT, "=+%02d000", count[0]) + text);
    }

    /** What is written is read once more, so that nothing wrong leaves here. */
    private static Reading<String> checked(String text) {
        return switch (Isbt128.read(text)) {
            case Reading.Ok<Isbt128> ok -> Reading.ok(text);
            case Reading.Bad<Isbt128> bad -> bad.shifted(0);
        };
    }

    private String text(StringBuilder out, int[] count) {
        boolean container = product != null && product.length() == 10;
        add(out, count, container ? "=)" : "=/", product);
        add(out, count, "=,", padded(serial, 6));
        add(out, count, "=", donation != null && donation.length() == 13 ? donation + "00" : donation);
        add(out, count, "=>", date(expiry));
        add(out, count, "=}", date(manufactured));
        add(out, count, container ? "&)" : "&,1", padded(lot, container ? 10 : 18));
        return out.toString();
    }

    private static void add(StringBuilder out, int[] count, String id, @Nullable String value) {
        if (value != null) {
            out.append(id).append(value);
            count[0]++;
        }
    }

    private static @Nullable String padded(@Nullable String value, int length) {
        return value == null ? null : "0".repeat(Math.max(0, length - value.length())) + value;
    }

    private static @Nullable String date(Meaning.@Nullable Day day) {
        return day == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "%03d%03d",
                        day.date().getYear() % 1000,
                        day.date().getDayOfYear());
    }
}
