/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the label of a medicine or device with a PPN is to say; writes it as format 06 (IFA Coding System, PPN-Code
 * Specification §4 and appendix A).
 *
 * @param expiry last usable day; where no day is given, day 00 is written
 * @param manufactured day of production
 */
public record IfaLabel(
        Ppn ppn,
        @Nullable String lot,
        @Nullable String serial,
        Meaning.@Nullable Day expiry,
        Meaning.@Nullable Day manufactured) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("yyMM'00'", Locale.ROOT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter LONG_MONTH = DateTimeFormatter.ofPattern("yyyyMM'00'", Locale.ROOT);

    /** The message with PPN, lot, expiry, serial and day of production. */
    public Reading<String> message(Options options) {
        if (number(lot) >= 0 || number(serial) >= 0) {
            boolean ofLot = number(lot) >= 0;
            String name = ofLot ? "lot" : "serial";
            return Reading.bad(
                    name, "a " + name + " has 1 to 20 letters, digits, - and _", number(ofLot ? lot : serial));
        }
        return DataLabel.of(values()).message(options);
    }

    /** The same for people: {@code (9N)110375286414(1T)12345ABCD}. */
    public String bracketed() {
        StringBuilder out = new StringBuilder();
        values().forEach((di, value) -> out.append('(').append(di).append(')').append(value));
        return out.toString();
    }

    private SequencedMap<String, String> values() {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("9N", ppn.number());
        if (lot != null) {
            values.put("1T", lot);
        }
        if (expiry != null) {
            values.put("D", (expiry.dayGiven() ? SHORT : SHORT_MONTH).format(expiry.date()));
        }
        if (serial != null) {
            values.put("S", serial);
        }
        if (manufactured != null) {
            values.put("16D", (manufactured.dayGiven() ? LONG : LONG_MONTH).format(manufactured.date()));
        }
        return values;
    }

    /** The first place that is wrong in a lot or serial, or -1 (PPN-Code Specification §4.2). */
    private static int number(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        for (int i = 0; i < Math.min(text.length(), 20); i++) {
            char c = text.charAt(i);
            if (!Chars.isLetterOrDigit(c) && c != '-' && c != '_') {
                return i;
            }
        }
        return text.isEmpty() ? 0 : text.length() > 20 ? 20 : -1;
    }
}
