/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One data identifier of the table.
 *
 * @param rank its place in the table
 * @param alone often stands in a linear symbol without an envelope
 */
record Di(
        String code,
        int rank,
        int least,
        int most,
        Says says,
        @Nullable DateForm form,
        Role role,
        boolean alone,
        String title) {

    /** What the value says; see the table's header. */
    enum Says {
        NOTHING,
        DAY,
        NUMBER,
        MEASURED,
        COUNTRY,
        GTIN,
        SSCC,
        PLATE,
        PPN,
        VIN,
        IMEI,
        PIECE
    }

    /** What the value is of an item. */
    enum Role {
        NONE,
        LOT,
        SERIAL,
        PART,
        CUSTOMERPART,
        QUANTITY,
        DATE,
        EXPIRY,
        MADE,
        BEST,
        ITEM,
        UNIT
    }

    /** What is wrong with the value, as a flaw with its place in {@code s}; {@link Flaw#NONE} when nothing is. */
    long check(String s, int from, int to, LocalDate today) {
        if (form != null) {
            return form.check(s, from, to, today);
        }
        if (to - from < least) {
            return Flaw.TOO_SHORT.at(to);
        }
        if (to - from > most) {
            return Flaw.TOO_LONG.at(from + most);
        }
        return switch (says) {
            case NUMBER -> numberEnd(s, from, to) == to ? Flaw.NONE : Flaw.NOT_DIGIT.at(numberEnd(s, from, to));
            case MEASURED -> measured(s, from, to);
            case COUNTRY ->
                NumberLists.isCountry(s.substring(from, to)) || s.startsWith("AA", from)
                        ? Flaw.NONE
                        : Flaw.COUNTRY2.at(from);
            case GTIN, SSCC -> key(s, from, to);
            case PPN -> flaw(Ppn.of(s.substring(from, to)), from);
            case VIN -> flaw(Vin.of(s.substring(from, to)), from);
            case IMEI -> flaw(Imei.of(s.substring(from, to)), from);
            case PIECE -> piece(s, from, to);
            default -> Flaw.NONE;
        };
    }

    private static long key(String s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(s.charAt(i))) {
                return Flaw.NOT_DIGIT.at(i);
            }
        }
        return CheckDigit.isRight(s, from, to) ? Flaw.NONE : Flaw.CHECK_DIGIT.at(to - 1);
    }

    private static long flaw(Reading<?> reading, int from) {
        if (!(reading instanceof Reading.Bad<?> bad)) {
            return Flaw.NONE;
        }
        Flaw flaw = switch (bad.code()) {
            case "checkDigit" -> Flaw.CHECK_DIGIT;
            case "notDigit" -> Flaw.NOT_DIGIT;
            case "length" -> Flaw.LENGTH;
            default -> Flaw.CHARACTER;
        };
        return flaw.at(from + bad.position());
    }

    /** Digits with at most one point; where they end. */
    private static int numberEnd(String s, int from, int to) {
        int i = from;
        boolean point = false;
        while (i < to && (Chars.isDigit(s.charAt(i)) || !point && s.charAt(i) == '.' && i > from)) {
            point |= s.charAt(i) == '.';
            i++;
        }
        return i;
    }

    private static long measured(String s, int from, int to) {
        int end = numberEnd(s, from, to);
        boolean unit =
                to - end == 2 && Chars.isCapitalOrDigit(s.charAt(end)) && Chars.isCapitalOrDigit(s.charAt(end + 1));
        return end > from && (unit || to - end == 0) ? Flaw.NONE : Flaw.NOT_DIGIT.at(end);
    }

    private static long piece(String s, int from, int to) {
        int slash = s.indexOf('/', from);
        boolean good =
                slash > from && slash < to - 1 && Chars.isDigits(s, from, slash) && Chars.isDigits(s, slash + 1, to);
        return good ? Flaw.NONE : Flaw.SEQUENCE.at(from);
    }

    /** What a checked value says. */
    Meaning meaning(String s, int from, int to, LocalDate today) {
        if (form != null) {
            return form.meaning(s, from, today);
        }
        if (says == Says.NUMBER || says == Says.MEASURED) {
            int end = numberEnd(s, from, to);
            return new Meaning.Number(new BigDecimal(s.substring(from, end)), s.substring(end, to), null);
        }
        return new Meaning.Text(s.substring(from, to));
    }
}
