/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads HIBC texts: {@code +} primary, {@code +} secondary with link character, or primary {@code /} secondary; the
 * check character closes each (ANSI/HIBC 2.6, Primary and Secondary Data Structure).
 */
final class HibcReader {

    private static final int MOST_PRODUCT = 18;
    /** Lots and serials have at most 18 characters (Secondary Data Structure). */
    private static final int MOST_NUMBER = 18;

    private final String raw;
    private final Options options;
    private final List<DataValue> values = new ArrayList<>(6);
    private final List<Remark> remarks = new ArrayList<>(0);

    private HibcReader(String raw, Options options) {
        this.raw = raw;
        this.options = options;
    }

    static Reading<Hibc> read(String raw, int from, int to, Options options) {
        int start = from;
        int end = to;
        // Code 39 shows its start and stop character as *, which is no data.
        if (end > start && raw.charAt(end - 1) == '*') {
            end--;
        }
        if (start < end && raw.charAt(start) == '*') {
            start++;
        }
        if (start >= end || raw.charAt(start) != '+') {
            return Reading.bad("flag", "an HIBC code begins with +", start);
        }
        return new HibcReader(raw, options).checked(start, end);
    }

    /** Finds the check character, then reads what stands in front of it. */
    private Reading<Hibc> checked(int from, int to) {
        boolean underscore = raw.charAt(to - 1) == '_';
        int last = underscore ? to - 1 : to;
        for (int i = from; i < last; i++) {
            if (Mod43.value(raw.charAt(i)) < 0) {
                return Reading.bad("character", "HIBC has capital letters, digits and -. $/+% only", i);
            }
        }
        if (last - from < 3) {
            return Reading.bad("tooShort", "an HIBC code ends before its check character", last);
        }
        char whole = Mod43.of(raw, from, last);
        // A space as check character is printed as _ below the symbol (HIBCC, Check Character); a wedge may trim it.
        boolean spaceThere = underscore || last < raw.length() && raw.charAt(last) == ' ';
        if (whole == ' ' && (spaceThere || raw.charAt(last - 1) != Mod43.of(raw, from, last - 1))) {
            if (!spaceThere) {
                String detail = "the check character is a space and is missing here; it may have been trimmed";
                remarks.add(new Remark("checkLost", detail, last));
            }
            return parts(from, last, ' ', !spaceThere);
        }
        char expected = underscore ? whole : Mod43.of(raw, from, last - 1);
        if (underscore || raw.charAt(last - 1) != expected) {
            String detail = "the check character should be " + (expected == ' ' ? "a space" : expected);
            return Reading.bad("checkCharacter", detail, underscore ? last : last - 1);
        }
        return parts(from, last - 1, expected, false);
    }

    private Reading<Hibc> parts(int from, int end, char check, boolean lost) {
        char first = raw.charAt(from + 1);
        if (Chars.isCapital(first)) {
            return primary(from, end, check, lost);
        }
        if (first != '$' && !Chars.isDigit(first)) {
            return Reading.bad("flag", "a labeller's code, a $ or a date is expected here", from + 1);
        }
        if (end - from < 3) {
            return Reading.bad("tooShort", "a secondary ends with link and check character", end);
        }
        Reading.Bad<Hibc> bad = secondary(from + 1, end - 1);
        if (bad != null) {
            return bad;
        }
        String body = raw.substring(from + 1, end - 1);
        char link = raw.charAt(end - 1);
        return Reading.ok(new Hibc(raw, Hibc.Form.SECONDARY, null, link, check, body, values, remarks, lost));
    }

    private Reading<Hibc> primary(int from, int end, char check, boolean lost) {
        int start = from + 1;
        int slash = raw.indexOf('/', start);
        boolean alone = slash < 0 || slash >= end;
        int unit = (alone ? end : slash) - 1;
        int wrong = Chars.notCapitalOrDigit(raw, start, unit + 1);
        if (wrong >= 0) {
            return Reading.bad("character", "a product number has capital letters and digits only", wrong);
        }
        if (unit - start < 5) {
            return Reading.bad(
                    "tooShort", "labeller, product and unit of measure have at least 6 characters", unit + 1);
        }
        if (unit - start > 4 + MOST_PRODUCT) {
            return Reading.bad("tooLong", "a product number has at most 18 characters", start + 4 + MOST_PRODUCT);
        }
        if (!Chars.isDigit(raw.charAt(unit))) {
            return Reading.bad("notDigit", "the unit of measure is a digit", unit);
        }
        text("LIC", "LABELER", start, start + 4);
        text("PCN", "PRODUCT", start + 4, unit);
        text("U/M", "UNIT OF MEASURE", unit, unit + 1);
        Hibc.Primary primary = new Hibc.Primary(
                raw.substring(start, start + 4), raw.substring(start + 4, unit), raw.charAt(unit) - '0');
        if (!alone) {
            Reading.Bad<Hibc> bad = slash + 1 == end
                    ? new Reading.Bad<>("empty", "lot, serial or date is expected after /", end)
                    : secondary(slash + 1, end);
            if (bad != null) {
                return bad;
            }
        }
        String body = raw.substring(start, end);
        Hibc.Form form = alone ? Hibc.Form.PRIMARY : Hibc.Form.CONCATENATED;
        return Reading.ok(new Hibc(raw, form, primary, null, check, body, values, remarks, lost));
    }

    /** Data and supplements (Secondary Data Structure, Additional Supplemental Data); null when they are good. */
    private Reading.@Nullable Bad<Hibc> secondary(int from, int to) {
        int slash = raw.indexOf('/', from);
        int end = slash < 0 || slash > to ? to : slash;
        Reading.Bad<Hibc> bad = flagged(from, end);
        while (bad == null && end < to) {
            int start = end + 1;
            int next = raw.indexOf('/', start);
            end = next < 0 || next > to ? to : next;
            bad = supplement(start, end);
        }
        return bad;
    }

    private Reading.@Nullable Bad<Hibc> flagged(int from, int to) {
        if (from == to || raw.charAt(from) != '$') {
            if (from < to && (raw.charAt(from) == 'S' || raw.charAt(from) == 'Q' || raw.startsWith("D", from + 2))) {
                return supplement(from, to);
            }
            return dated(DateForm.YYJJJ, "YYJJJ", from, from, new Rest("LOT", Hibc.LOT, to));
        }
        if (!raw.startsWith("$$", from)) {
            boolean serial = from + 1 < to && raw.charAt(from + 1) == '+';
            return number(serial ? "$+" : "$", serial ? Hibc.SERIAL : Hibc.LOT, from + (serial ? 2 : 1), to);
        }
        int at = from + 2;
        boolean serial = at < to && raw.charAt(at) == '+';
        String flag = serial ? "$$+" : "$$";
        at += serial ? 1 : 0;
        Rest rest = serial ? new Rest("SERIAL", Hibc.SERIAL, to) : new Rest("LOT", Hibc.LOT, to);
        if (at < to && (raw.charAt(at) == '8' || raw.charAt(at) == '9')) {
            int digits = raw.charAt(at) == '8' ? 2 : 5;
            int start = at + 1;
            if (start + digits > to) {
                return new Reading.Bad<>("tooShort", "a quantity of " + digits + " digits is expected here", to);
            }
            Reading.Bad<Hibc> bad = quantity(flag + raw.charAt(at), start, start + digits);
            if (bad != null || start + digits == to) {
                return bad;
            }
            at = start + digits;
            flag = "";
        }
        return dateFlag(flag, at, rest);
    }

    /** What follows the date up to {@code to}. */
    private record Rest(String id, String title, int to) {}

    private Reading.@Nullable Bad<Hibc> dateFlag(String flag, int at, Rest rest) {
        char c = at < rest.to() ? raw.charAt(at) : ' ';
        return switch (c) {
            case '0', '1' -> dated(DateForm.MMYY, flag.isEmpty() ? "MMYY" : flag, at, at, rest);
            case '2' -> dated(DateForm.MMDDYY, flag + c, at, at + 1, rest);
            case '3' -> dated(DateForm.YYMMDD, flag + c, at, at + 1, rest);
            case '4' -> dated(DateForm.YYMMDDHH, flag + c, at, at + 1, rest);
            case '5' -> dated(DateForm.YYJJJ, flag + c, at, at + 1, rest);
            case '6' -> dated(DateForm.YYJJJHH, flag + c, at, at + 1, rest);
            case '7' -> number(flag + c, rest.title(), at + 1, rest.to());
            default -> new Reading.Bad<>("dateFlag", "a date or the digit of its form (2 to 7) is expected here", at);
        };
    }

    private Reading.@Nullable Bad<Hibc> dated(DateForm form, String id, int flag, int from, Rest rest) {
        int end = Math.min(from + form.length(), rest.to());
        Reading.Bad<Hibc> bad = day(form, id, Hibc.EXPIRY, from, end);
        if (bad != null) {
            return flag == from && end == from ? new Reading.Bad<>("empty", "there is no data here", from) : bad;
        }
        return number(rest.id(), rest.title(), end, rest.to());
    }

    private Reading.@Nullable Bad<Hibc> day(DateForm form, String id, String title, int from, int to) {
        long flaw = form.check(raw, from, to, options.today());
        if (flaw != Flaw.NONE) {
            return new Reading.Bad<>(Flaw.of(flaw).code, id + ": " + Flaw.of(flaw).sentence, Flaw.position(flaw));
        }
        Meaning meaning = form.meaning(raw, from, options.today());
        values.add(new DataValue(id, title, raw.substring(from, to), meaning, from));
        return null;
    }

    private Reading.@Nullable Bad<Hibc> supplement(int from, int to) {
        if (raw.startsWith("14D", from) && from + 3 <= to) {
            return day(DateForm.YYYYMMDD, "14D", Hibc.EXPIRY, from + 3, to);
        }
        if (raw.startsWith("16D", from) && from + 3 <= to) {
            return day(DateForm.YYYYMMDD, "16D", Hibc.MADE, from + 3, to);
        }
        char c = from < to ? raw.charAt(from) : ' ';
        return switch (c) {
            case 'S' -> number("S", Hibc.SERIAL, from + 1, to);
            case 'Q' -> quantity("Q", from + 1, to);
            default -> new Reading.Bad<>("supplement", "S, Q, 14D or 16D is expected after /", from);
        };
    }

    private Reading.@Nullable Bad<Hibc> quantity(String id, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(raw.charAt(i))) {
                return new Reading.Bad<>("notDigit", "a quantity has digits only", i);
            }
        }
        if (from == to || to - from > 9) {
            boolean empty = from == to;
            return new Reading.Bad<>(
                    empty ? "tooShort" : "tooLong", "a quantity has 1 to 9 digits", empty ? to : from + 9);
        }
        String text = raw.substring(from, to);
        Meaning meaning = new Meaning.Number(new BigDecimal(text), "", null);
        values.add(new DataValue(id, Hibc.QUANTITY, text, meaning, from));
        return null;
    }

    /** A lot or serial; it may be empty where the code says a date or quantity only. */
    private Reading.@Nullable Bad<Hibc> number(String id, String title, int from, int to) {
        if (to - from > MOST_NUMBER) {
            remarks.add(new Remark("tooLong", "a lot or serial has at most 18 characters", from + MOST_NUMBER));
        }
        if (from < to) {
            text(id, title, from, to);
        }
        return null;
    }

    private void text(String id, String title, int from, int to) {
        String text = raw.substring(from, to);
        values.add(new DataValue(id, title, text, new Meaning.Text(text), from));
    }
}
