/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the numbers of a scheme are different from each other. Two numbers are the same only when all their parts
 * are:
 *
 * <ul>
 *   <li>where a number ends each part must be certain, or 1 + 12 and 11 + 2 are one number;
 *   <li>numbers of one counter between two of its beginnings differ by the counter;
 *   <li>counters of several lines, shifts or sites must have these in the number;
 *   <li>what a counter makes after it began again must differ by the date. Every day of the horizon is looked at:
 *       where no two days of different periods have the same date parts, none has the same number.
 * </ul>
 *
 * @param flaws what must be mended first
 * @param repeat the first number that would come again; null when none does within the horizon
 */
public record Proof(List<Flaw> flaws, @Nullable Repeat repeat) {

    /**
     * How far ahead a number must not come again. Implants are kept track of for 15 years, vehicles and machines for
     * about as long; a two-digit year, which comes again after 100, is fine.
     */
    public static final int HORIZON_YEARS = 20;

    /**
     * Something that must be mended.
     *
     * @param code stable: {@code ambiguous}, {@code tooLong}, {@code randomTooShort}, {@code nothingToReset}
     * @param position in the template
     */
    public record Flaw(String code, String detail, int position) {}

    /**
     * A number that comes again.
     *
     * @param first when it is given
     * @param again when it would be given again
     * @param why a sentence for a person
     */
    public record Repeat(LocalDate first, LocalDate again, String why) {}

    public Proof {
        flaws = List.copyOf(flaws);
    }

    /** Looks at the numbers that a scheme makes from this day on. */
    public static Proof of(Scheme scheme, LocalDate from) {
        List<Flaw> flaws = new ArrayList<>();
        ambiguity(scheme.template(), flaws);
        length(scheme, flaws);
        chance(scheme.template(), flaws);
        if (!scheme.template().isCounted() && scheme.reset() != Reset.NEVER) {
            flaws.add(new Flaw("nothingToReset", "the template has no counter that could begin again", 0));
        }
        return new Proof(flaws, repeat(scheme, from));
    }

    /** Whether the scheme can be used. */
    public boolean holds() {
        return flaws.isEmpty() && repeat == null;
    }

    private static void length(Scheme scheme, List<Flaw> flaws) {
        int least = scheme.template().lengthLeast();
        if (least > scheme.lengthMax()) {
            flaws.add(new Flaw(
                    "tooLong",
                    "numbers of this template have " + least + " characters; at most " + scheme.lengthMax()
                            + " are expected",
                    0));
        }
    }

    private static void chance(Template template, List<Flaw> flaws) {
        Part.Random random = template.random();
        if (random == null) {
            return;
        }
        BigInteger space = Filled.space(random.width());
        if (space.compareTo(BigInteger.valueOf(Filled.GUESSES_A_HIT)) < 0) {
            flaws.add(new Flaw(
                    "randomTooShort",
                    "only " + space + " values: a guess would be right more often than once in " + Filled.GUESSES_A_HIT
                            + "; {random:3} at least is expected",
                    random.position()));
        }
    }

    private static void ambiguity(Template template, List<Flaw> flaws) {
        var boundaries = Boundaries.of(template);
        if (boundaries.areUnclear()) {
            Part left = template.parts().get(boundaries.left());
            Part right = template.parts().get(boundaries.right());
            flaws.add(new Flaw(
                    "ambiguous",
                    "where " + name(left) + " ends and " + name(right)
                            + " begins cannot be told: 1 and 12 would be the same as 11 and 2;"
                            + " give one a width, as {line:2} or {n:5}, or put a hyphen between them",
                    left.position()));
        }
    }

    private static String name(Part part) {
        return switch (part) {
            case Part.Value value -> "{" + value.variable().word() + "}";
            case Part.Counter counter -> "{" + counter.alphabet().word() + "}";
            case Part.Literal literal -> literal.text();
            case Part.Day day -> "{" + day.part().word() + "}";
            case Part.Random random -> "{random}";
            case Part.Checked checked -> "{check}";
        };
    }

    private static @Nullable Repeat repeat(Scheme scheme, LocalDate from) {
        Template template = scheme.template();
        for (Variable variable : Variable.values()) {
            if (scheme.per().contains(variable) && !template.variables().contains(variable) && !template.isRandom()) {
                return new Repeat(
                        from,
                        from,
                        "each " + variable.word() + " has a counter of its own, and {" + variable.word()
                                + "} is not in the number");
            }
        }
        if (template.isRandom() || template.isCounted() && scheme.reset() == Reset.NEVER) {
            return null;
        }
        Set<DayPart> dayParts = new HashSet<>();
        template.parts().forEach(p -> {
            if (p instanceof Part.Day day) {
                dayParts.add(day.part());
            }
        });
        return template.isCounted() ? ofCounter(scheme, dayParts, from) : ofDate(dayParts, from);
    }

    private static @Nullable Repeat ofCounter(Scheme scheme, Set<DayPart> parts, LocalDate from) {
        record Seen(LocalDate day, String period) {}
        Map<String, Seen> byDate = new HashMap<>();
        for (LocalDate day = from; day.isBefore(from.plusYears(HORIZON_YEARS)); day = day.plusDays(1)) {
            var now = new Seen(day, scheme.reset().period(day));
            var before = byDate.putIfAbsent(date(parts, day), now);
            if (before != null && !before.period().equals(now.period())) {
                return new Repeat(
                        before.day(),
                        day,
                        "the counter begins again each " + scheme.reset().word()
                                + " and the date in the number is that of " + before.day());
            }
        }
        return null;
    }

    /** Without a counter there is one number for each date that can be told apart. */
    private static @Nullable Repeat ofDate(Set<DayPart> parts, LocalDate from) {
        boolean timed = parts.stream().anyMatch(DayPart::isTime);
        if (parts.contains(DayPart.MINUTE) && !parts.contains(DayPart.HOUR)) {
            return new Repeat(from, from, "the minute comes again in the next hour");
        }
        Map<String, LocalDate> byDate = new HashMap<>();
        String yesterday = "";
        for (LocalDate day = from; day.isBefore(from.plusYears(HORIZON_YEARS)); day = day.plusDays(1)) {
            String date = date(parts, day);
            var before = byDate.putIfAbsent(date, day);
            // A number of a week or month is one number, not one that comes again, as long as nothing came between.
            if (before != null && (timed || !date.equals(yesterday))) {
                return new Repeat(before, day, "the date in the number is that of " + before);
            }
            yesterday = date;
        }
        return null;
    }

    private static String date(Set<DayPart> parts, LocalDate day) {
        var text = new StringBuilder();
        for (DayPart part : DayPart.values()) {
            if (parts.contains(part) && !part.isTime()) {
                part.write(text, day.atStartOfDay());
            }
        }
        return text.toString();
    }
}
