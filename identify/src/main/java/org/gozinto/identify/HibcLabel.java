/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an HIBC label is to say; writes it as one symbol or as two (ANSI/HIBC 2.6, Primary and Secondary Data
 * Structure).
 *
 * @param labeller Labeler Identification Code, a capital letter and three capital letters or digits
 * @param product the labeller's product number, 1 to 18 capital letters and digits
 * @param unit level of packaging, 0 to 9
 * @param lot up to 18 characters, or null
 * @param serial up to 18 characters, or null
 * @param expiry last usable day; where no day is given, the month alone is written
 * @param manufactured day on which it was made
 * @param quantity pieces, up to 99999
 */
public record HibcLabel(
        String labeller,
        String product,
        int unit,
        @Nullable String lot,
        @Nullable String serial,
        Meaning.@Nullable Day expiry,
        Meaning.@Nullable Day manufactured,
        @Nullable Integer quantity) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMyy", Locale.ROOT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter LONG_MONTH = DateTimeFormatter.ofPattern("yyyyMM'00'", Locale.ROOT);

    /** The product alone. */
    public Reading<String> primary() {
        Reading.Bad<String> bad = wrong();
        return bad != null ? bad : Reading.ok(closed('+' + labeller + product + unit));
    }

    /** Lot, serial, days and quantity as a symbol of their own, linked to the primary. */
    public Reading<String> secondary(Options options) {
        Reading<String> primary = primary();
        if (!(primary instanceof Reading.Ok<String>(String text))) {
            return primary;
        }
        String data = data(options);
        return data.isEmpty() ? nothing() : Reading.ok(closed('+' + data + text.charAt(text.length() - 1)));
    }

    /** All in one symbol; without lot, serial, days and quantity this is the primary. */
    public Reading<String> concatenated(Options options) {
        Reading.Bad<String> bad = wrong();
        if (bad != null) {
            return bad;
        }
        String data = data(options);
        return data.isEmpty() ? primary() : Reading.ok(closed('+' + labeller + product + unit + '/' + data));
    }

    private static String closed(String text) {
        return text + Mod43.of(text, 0, text.length());
    }

    private static Reading<String> nothing() {
        return Reading.bad("empty", "a secondary needs a lot, a serial, a day or a quantity", 0);
    }

    private String data(Options options) {
        String ofLot = lot == null ? "" : lot;
        String ofPiece = serial == null ? "" : serial;
        boolean serialOnly = lot == null && serial != null;
        String number = serialOnly ? ofPiece : ofLot;
        int pieces = quantity == null ? 0 : quantity;
        Meaning.Day last = expiry;
        // Two digits of a year reach 50 years ahead and 49 back; other years are written in full as a supplement.
        boolean near = last == null
                || Dates.year(last.date().getYear() % 100, options.today())
                        == last.date().getYear();
        boolean counted = quantity != null && !serialOnly;
        StringBuilder out = new StringBuilder();
        if (counted) {
            out.append("$$").append(String.format(Locale.ROOT, pieces < 100 ? "8%02d" : "9%05d", pieces));
            out.append(last != null && near ? date(last) : number.isEmpty() ? "" : "7");
        } else if (last != null && near) {
            out.append(serialOnly ? "$$+" : "$$").append(date(last));
        } else if (!number.isEmpty()) {
            out.append(serialOnly ? "$+" : "$");
        } else if (last != null || manufactured != null) {
            out.append("$$7");
        }
        out.append(number);
        if (serial != null && !serialOnly) {
            out.append("/S").append(serial);
        }
        if (last != null && !near) {
            out.append("/14D").append((last.dayGiven() ? LONG : LONG_MONTH).format(last.date()));
        }
        Meaning.Day made = manufactured;
        if (made != null) {
            out.append("/16D").append((made.dayGiven() ? LONG : LONG_MONTH).format(made.date()));
        }
        return out.append(quantity != null && !counted ? "/Q" + quantity : "").toString();
    }

    private static String date(Meaning.Day day) {
        return day.dayGiven() ? '3' + SHORT.format(day.date()) : MONTH.format(day.date());
    }

    private Reading.@Nullable Bad<String> wrong() {
        if (labeller.length() != 4 || !Chars.isCapital(labeller.charAt(0))) {
            return new Reading.Bad<>("labeller", "a labeller's code is a capital letter and three characters", 0);
        }
        int wrong = Chars.notCapitalOrDigit(labeller, 0, 4);
        if (wrong >= 0) {
            return new Reading.Bad<>("labeller", "a labeller's code has capital letters and digits only", wrong);
        }
        if (product.isEmpty() || product.length() > 18) {
            return new Reading.Bad<>(
                    "product", "a product number has 1 to 18 characters", Math.min(product.length(), 18));
        }
        wrong = Chars.notCapitalOrDigit(product, 0, product.length());
        if (wrong >= 0) {
            return new Reading.Bad<>("product", "a product number has capital letters and digits only", wrong);
        }
        if (unit < 0 || unit > 9) {
            return new Reading.Bad<>("unit", "the unit of measure is 0 to 9", 0);
        }
        if (quantity != null && (quantity < 0 || quantity > 99_999)) {
            return new Reading.Bad<>("quantity", "a quantity is 0 to 99999", 0);
        }
        Reading.Bad<String> bad = number("lot", lot);
        return bad != null ? bad : number("serial", serial);
    }

    /** What begins with a + as a lot would be read as a serial; a / would begin a supplement. */
    private static Reading.@Nullable Bad<String> number(String code, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.isEmpty() || text.length() > 18) {
            return new Reading.Bad<>(code, "a lot or serial has 1 to 18 characters", Math.min(text.length(), 18));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Chars.isCapitalOrDigit(c) && c != '-' && c != '.') {
                return new Reading.Bad<>(code, "capital letters, digits, - and . only", i);
            }
        }
        return null;
    }
}
