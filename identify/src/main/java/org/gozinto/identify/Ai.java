/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** One application identifier of the table: how its value is built and what it says. */
final class Ai {

    /** What a value says; see the table's header. */
    enum Says {
        NOTHING,
        DAY,
        DAYS,
        TIME,
        COUNT,
        QTY,
        MONEY,
        MONEY_ISO,
        PERCENT,
        DEGREES
    }

    /** A part of a value. */
    record Part(CharSet set, int least, int most, boolean optional, List<ValueRule> rules) {}

    /** Identifiers of which one must be there; {@code serial} asks for the optional part of its value too. */
    record Need(AiSet any, boolean serial) {}

    /** Alternatives of which one must hold; each is a list of needs that must all hold. */
    record Demand(List<List<Need>> alternatives, String text) {}

    final String code;
    final int ordinal;
    final String title;
    final Part[] parts;
    final int least;
    final int most;
    /** Length when it is predefined, so that no separator follows (GS1 General Specifications §7.8.5); else 0. */
    final int predefined;

    final Says says;
    final String unit;
    final List<Demand> demands;
    final AiSet never;
    final Link link;

    /** What the table's line says about the value. */
    record Form(String title, List<Part> parts, Says says, String unit) {}

    /** How an identifier may stand in a Digital Link; qualifiers are ordered, in alternative sequences. */
    record Link(boolean key, boolean attribute, List<List<String>> qualifiers) {}

    /** What the table's line says about relations to other identifiers. */
    record Relations(List<Demand> demands, AiSet never, Link link) {}

    Ai(String code, int ordinal, Form form, Relations relations) {
        this.code = code;
        this.ordinal = ordinal;
        this.title = form.title();
        this.parts = form.parts().toArray(Part[]::new);
        this.least = form.parts().stream()
                .mapToInt(p -> p.optional() ? 0 : p.least())
                .sum();
        this.most = form.parts().stream().mapToInt(Part::most).sum();
        this.predefined = predefinedLength(code);
        this.says = form.says();
        this.unit = form.unit();
        this.demands = relations.demands();
        this.never = relations.never();
        this.link = relations.link();
    }

    /** Depends on the first two digits only, also of identifiers that are yet to come. */
    static int predefinedLength(String code) {
        return switch (code.substring(0, 2)) {
            case "00" -> 18;
            case "01", "02", "03" -> 14;
            case "04" -> 16;
            case "11", "12", "13", "14", "15", "16", "17", "18", "19" -> 6;
            case "20" -> 2;
            case "31", "32", "33", "34", "35", "36" -> 6;
            case "41" -> 13;
            default -> 0;
        };
    }

    /** Checks a value; returns {@link Flaw#NONE} or a packed flaw. */
    long check(String s, int from, int to, LocalDate today) {
        int at = from;
        for (Part part : parts) {
            int left = to - at;
            if (part.optional && left == 0) {
                return Flaw.NONE;
            }
            if (left < part.least) {
                return Flaw.TOO_SHORT.at(from);
            }
            int end = at + Math.min(left, part.most);
            long flaw = part.set.check(s, at, end);
            for (int i = 0; flaw == Flaw.NONE && i < part.rules.size(); i++) {
                flaw = part.rules.get(i).check(s, at, end, today);
            }
            if (flaw != Flaw.NONE) {
                return flaw;
            }
            at = end;
        }
        return at == to ? Flaw.NONE : Flaw.TOO_LONG.at(at);
    }

    /** True when any value up to a character outside the set is good, so that ends need not be tried one by one. */
    boolean free() {
        return parts.length == 1 && parts[0].rules.isEmpty() && parts[0].set != CharSet.Z;
    }

    /** True when the value holds its optional last part, which is the serial of AIs 253, 255 and 8003. */
    boolean hasOptionalPart(String value) {
        return value.length() > least;
    }

    /** What a checked value says. */
    Meaning meaning(String value, LocalDate today) {
        return switch (says) {
            case NOTHING -> new Meaning.Text(value);
            case DAY -> day(value, today);
            case DAYS -> days(value, today);
            case TIME -> time(value, today);
            case COUNT -> number(value, 0);
            case QTY, MONEY, PERCENT -> number(value, code.charAt(3) - '0');
            case MONEY_ISO ->
                new Meaning.Number(decimal(value.substring(3), code.charAt(3) - '0'), unit, value.substring(0, 3));
            case DEGREES -> degrees(value);
        };
    }

    private Meaning day(String value, LocalDate today) {
        return value.length() == 8
                ? new Meaning.Day(Dates.day8(value, 0), true)
                : new Meaning.Day(Dates.day6(value, 0, today), !value.endsWith("00"));
    }

    private static Meaning days(String value, LocalDate today) {
        LocalDate first = Dates.day6(value, 0, today);
        return new Meaning.Days(first, value.length() == 12 ? Dates.day6(value, 6, today) : first);
    }

    private Meaning time(String value, LocalDate today) {
        int dayLength = parts[0].most();
        LocalDate day = dayLength == 8 ? Dates.day8(value, 0) : Dates.day6(value, 0, today);
        String clock = value.substring(dayLength);
        if (clock.isEmpty() || clock.equals("9999")) {
            return new Meaning.Moment(day.atStartOfDay(), false);
        }
        int minute = clock.length() >= 4 ? Dates.two(clock, 2) : 0;
        int second = clock.length() >= 6 ? Dates.two(clock, 4) : 0;
        return new Meaning.Moment(LocalDateTime.of(day, LocalTime.of(Dates.two(clock, 0), minute, second)), true);
    }

    private Meaning number(String value, int scale) {
        return new Meaning.Number(decimal(value, scale), unit, null);
    }

    private Meaning degrees(String value) {
        boolean below = value.length() == 7;
        BigDecimal number = decimal(value.substring(0, 6), 2);
        return new Meaning.Number(below ? number.negate() : number, unit, null);
    }

    private static BigDecimal decimal(String digits, int scale) {
        return digits.length() <= 18
                ? BigDecimal.valueOf(Long.parseLong(digits), scale)
                : new BigDecimal(new BigInteger(digits), scale);
    }
}
