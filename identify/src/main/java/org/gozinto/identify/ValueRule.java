/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.LocalDate;

/**
 * Rules for parts of values beyond length and character set. The names in the table of application identifiers are the
 * names here without underscores. Each check returns {@link Flaw#NONE} or a packed flaw and never throws.
 */
enum ValueRule {
    CHECK,
    PAIR,
    PREFIX,
    DAY0,
    DAY,
    LONGDAY,
    CLOCK,
    CLOCK9,
    HOUR,
    MINUTE,
    SECOND,
    PIECES,
    SEQUENCE,
    PERCENT,
    IBAN,
    COUNTRY,
    COUNTRY9,
    COUNTRY2,
    CURRENCY,
    LATITUDE,
    LONGITUDE,
    ZERO,
    NONZERO,
    NOLEAD,
    WINDING,
    HYPHEN,
    IMPORTER,
    YESNO,
    SEX,
    MEDIA,
    NONDIGIT,
    PACKAGE,
    COUPON,
    OFFER;

    private static final long MOST_LATITUDE = 1_800_000_000L;
    private static final long MOST_LONGITUDE = 3_600_000_000L;

    long check(String s, int from, int to, LocalDate today) {
        return switch (this) {
            case CHECK -> checkDigit(s, from, to);
            case PAIR -> CheckPair.check(s, from, to);
            case PREFIX -> prefix(s, from, to);
            case DAY0 -> Dates.check6(s, from, to, true, today);
            case DAY -> Dates.check6(s, from, to, false, today);
            case LONGDAY -> Dates.check8(s, from, to);
            case CLOCK -> clock(s, from, to);
            case CLOCK9 -> s.startsWith("9999", from) && to - from == 4 ? Flaw.NONE : clock(s, from, to);
            case HOUR -> below(s, from, to, 24, Flaw.HOUR);
            case MINUTE -> below(s, from, to, 60, Flaw.MINUTE);
            case SECOND -> below(s, from, to, 60, Flaw.SECOND);
            case PIECES -> pieces(s, from, to);
            case SEQUENCE -> sequence(s, from, to);
            case PERCENT -> percent(s, from, to);
            case IBAN -> iban(s, from, to);
            case COUNTRY -> listed(s, from, to, Flaw.COUNTRY);
            case COUNTRY9 ->
                s.startsWith("999", from) && to - from == 3 ? Flaw.NONE : listed(s, from, to, Flaw.COUNTRY);
            case COUNTRY2 -> NumberLists.isCountry(s.substring(from, to)) ? Flaw.NONE : Flaw.COUNTRY2.at(from);
            case CURRENCY -> listed(s, from, to, Flaw.CURRENCY);
            case LATITUDE -> degrees(s, from, to, MOST_LATITUDE, Flaw.LATITUDE);
            case LONGITUDE -> degrees(s, from, to, MOST_LONGITUDE, Flaw.LONGITUDE);
            case ZERO -> only(s, from, to, "0", Flaw.ZERO);
            case NONZERO -> nonZero(s, from, to);
            case NOLEAD -> noLead(s, from, to);
            case WINDING -> one(s, from, to, "019", Flaw.WINDING);
            case HYPHEN -> only(s, from, to, "-", Flaw.HYPHEN);
            case IMPORTER -> importer(s, from, to);
            case YESNO -> one(s, from, to, "01", Flaw.YES_NO);
            case SEX -> one(s, from, to, "0129", Flaw.SEX);
            case MEDIA -> media(s, from, to);
            case NONDIGIT -> Chars.isDigits(s, from, to) ? Flaw.NO_LETTER.at(from) : Flaw.NONE;
            case PACKAGE -> packageType(s, from, to);
            case COUPON -> Coupons.offerAndTerms(s, from, to, today);
            case OFFER -> Coupons.positiveOffer(s, from, to);
        };
    }

    static long digits(String s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(s.charAt(i))) {
                return Flaw.NOT_DIGIT.at(i);
            }
        }
        return Flaw.NONE;
    }

    private static long checkDigit(String s, int from, int to) {
        long digits = digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        return to - from > 1 && CheckDigit.isRight(s, from, to)
                ? Flaw.NONE
                : Flaw.CHECK_DIGIT.at(Math.max(from, to - 1));
    }

    private static long prefix(String s, int from, int to) {
        for (int i = from; i < from + 4; i++) {
            if (i >= to || !Chars.isDigit(s.charAt(i))) {
                return Flaw.PREFIX.at(from);
            }
        }
        return Flaw.NONE;
    }

    private static long clock(String s, int from, int to) {
        if (to - from != 4) {
            return (to - from < 4 ? Flaw.TIME_SHORT : Flaw.TIME_LONG).at(from);
        }
        long digits = digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        long hour = below(s, from, from + 2, 24, Flaw.HOUR);
        return hour == Flaw.NONE ? below(s, from + 2, to, 60, Flaw.MINUTE) : hour;
    }

    private static long below(String s, int from, int to, int limit, Flaw flaw) {
        if (to - from != 2) {
            return (to - from < 2 ? Flaw.TIME_SHORT : Flaw.TIME_LONG).at(from);
        }
        long digits = digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        return Dates.two(s, from) < limit ? Flaw.NONE : flaw.at(from);
    }

    private static long pieces(String s, int from, int to) {
        long digits = digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        if ((to - from) % 2 != 0 || from == to) {
            return Flaw.PIECE_LENGTH.at(from);
        }
        int middle = (from + to) / 2;
        if (isZeros(s, from, middle)) {
            return Flaw.PIECE_ZERO.at(from);
        }
        if (isZeros(s, middle, to)) {
            return Flaw.TOTAL_ZERO.at(middle);
        }
        return NaturalOrder.compareSameWidth(s, from, middle, to) <= 0 ? Flaw.NONE : Flaw.PIECE_TOTAL.at(from);
    }

    private static boolean isZeros(String s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static long sequence(String s, int from, int to) {
        int slash = s.indexOf('/', from);
        if (slash <= from || slash >= to - 1 || !Chars.isDigits(s, from, slash) || !Chars.isDigits(s, slash + 1, to)) {
            return Flaw.SEQUENCE.at(from);
        }
        if (s.charAt(from) == '0') {
            return Flaw.ZERO_LEAD.at(from);
        }
        if (s.charAt(slash + 1) == '0') {
            return Flaw.ZERO_LEAD.at(slash + 1);
        }
        int width = slash - from;
        int endWidth = to - slash - 1;
        boolean beyond = width > endWidth
                || (width == endWidth && s.substring(from, slash).compareTo(s.substring(slash + 1, to)) > 0);
        return beyond ? Flaw.SEQUENCE_END.at(from) : Flaw.NONE;
    }

    private static long percent(String s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (s.charAt(i) == '%') {
                if (i + 2 >= to || Chars.hex(s.charAt(i + 1)) < 0 || Chars.hex(s.charAt(i + 2)) < 0) {
                    return Flaw.PERCENT.at(i);
                }
                i += 2;
            }
        }
        return Flaw.NONE;
    }

    /** ISO 13616 and ISO 7064 mod 97-10; Kosovo's XK is in the IBAN registry though not in ISO 3166. */
    private static long iban(String s, int from, int to) {
        int length = to - from;
        if (length <= 10) {
            return Flaw.IBAN_SHORT.at(from);
        }
        if (length > 34) {
            return Flaw.IBAN_LONG.at(from);
        }
        String country = s.substring(from, from + 2);
        if (!NumberLists.isCountry(country) && !country.equals("XK")) {
            return Flaw.IBAN_COUNTRY.at(from);
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int at = from + (i + 4) % length;
            char c = s.charAt(at);
            if (Chars.isDigit(c)) {
                sum = (sum * 10 + c - '0') % 97;
            } else if (c >= 'A' && c <= 'Z') {
                sum = (sum * 100 + c - 'A' + 10) % 97;
            } else {
                return Flaw.CHARACTER.at(at);
            }
        }
        return sum == 1 ? Flaw.NONE : Flaw.IBAN.at(from + 2);
    }

    private static long listed(String s, int from, int to, Flaw flaw) {
        if (to - from != 3 || !Chars.isDigits(s, from, to)) {
            return flaw.at(from);
        }
        int number = (s.charAt(from) - '0') * 100 + Dates.two(s, from + 1);
        boolean known = flaw == Flaw.CURRENCY ? NumberLists.isCurrency(number) : NumberLists.isCountry(number);
        return known ? Flaw.NONE : flaw.at(from);
    }

    private static long degrees(String s, int from, int to, long most, Flaw flaw) {
        long digits = digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        if (to - from != 10) {
            return (to - from < 10 ? Flaw.TOO_SHORT : Flaw.TOO_LONG).at(from);
        }
        return Long.parseLong(s, from, to, 10) <= most ? Flaw.NONE : flaw.at(from);
    }

    private static long only(String s, int from, int to, String allowed, Flaw flaw) {
        for (int i = from; i < to; i++) {
            if (s.charAt(i) != allowed.charAt(0)) {
                return flaw.at(i);
            }
        }
        return Flaw.NONE;
    }

    private static long one(String s, int from, int to, String allowed, Flaw flaw) {
        return to - from == 1 && allowed.indexOf(s.charAt(from)) >= 0 ? Flaw.NONE : flaw.at(from);
    }

    private static long nonZero(String s, int from, int to) {
        long digits = digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        return isZeros(s, from, to) ? Flaw.NONZERO.at(from) : Flaw.NONE;
    }

    private static long noLead(String s, int from, int to) {
        long digits = digits(s, from, to);
        if (digits != Flaw.NONE) {
            return digits;
        }
        return from < to && s.charAt(from) == '0' ? Flaw.ZERO_LEAD.at(from) : Flaw.NONE;
    }

    private static long importer(String s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CharSet.Z.has(s.charAt(i))) {
                return Flaw.IMPORTER.at(i);
            }
        }
        return to - from == 1 ? Flaw.NONE : Flaw.IMPORTER.at(from);
    }

    /** 01 to 10 are ICCBBA's assignments, 80 to 99 are for local and national use. */
    private static long media(String s, int from, int to) {
        if (to - from != 2 || !Chars.isDigits(s, from, to)) {
            return Flaw.MEDIA.at(from);
        }
        int type = Dates.two(s, from);
        return (type >= 1 && type <= 10) || type >= 80 ? Flaw.NONE : Flaw.MEDIA.at(from);
    }

    /** UN/ECE Recommendation 21 with GS1's additions: an open list, so only its form is judged. */
    private static long packageType(String s, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (!Chars.isDigit(c) && (c < 'A' || c > 'Z')) {
                return Flaw.PACKAGE.at(i);
            }
        }
        return Flaw.NONE;
    }
}
