/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a text can be a number of a scheme: whether its characters are where the template has them, and whether
 * its check digits are right. It knows nothing of which numbers were given.
 *
 * <p>The ways to divide a text among the parts are walked side by side, so that the work grows with the length of the
 * text and of the template, and a hostile text costs no more than another of its length.
 */
public final class Form {

    private final List<Part> parts;
    private final String item;
    private final int lengthMax;

    private Form(List<Part> parts, String item, int lengthMax) {
        this.parts = parts;
        this.item = item;
        this.lengthMax = lengthMax;
    }

    /** The form of the numbers that a scheme gives an item with this code. */
    public static Form of(Scheme scheme, String item) {
        return new Form(scheme.template().parts(), item, scheme.lengthMax());
    }

    /** What keeps a text from being a number of the scheme. */
    public enum Fault {
        /** It is too short or too long. */
        LENGTH,
        /** A character stands where it cannot. */
        CHARACTER,
        /** All is where it should be, but the check digits are those of another number. */
        CHECK
    }

    /**
     * Why a text is no number of the scheme.
     *
     * @param position of the first character, from 0, that fits no number that begins so; the length where one is
     *     missing, and where the check digits do not tell which one is wrong
     */
    public record Misfit(Fault fault, int position) {}

    /** What is wrong with the text; null when nothing is. */
    public @Nullable Misfit misfit(String text) {
        if (text.length() > lengthMax) {
            return new Misfit(Fault.LENGTH, lengthMax);
        }
        Walk checked = walk(text, true);
        if (checked.ends) {
            return null;
        }
        Walk loose = walk(text, false);
        if (loose.ends) {
            return new Misfit(Fault.CHECK, text.length());
        }
        return new Misfit(loose.furthest == text.length() ? Fault.LENGTH : Fault.CHARACTER, loose.furthest);
    }

    /** How far one comes: whether to the end of all parts and of the text at once, and the furthest character. */
    private record Walk(boolean ends, int furthest) {}

    private Walk walk(String text, boolean checking) {
        boolean[] at = new boolean[text.length() + 1];
        at[0] = true;
        int furthest = 0;
        for (Part part : parts) {
            boolean[] next = new boolean[text.length() + 1];
            for (int from = 0; from <= text.length(); from++) {
                if (at[from]) {
                    furthest = Math.max(furthest, step(part, text, from, next, checking));
                }
            }
            at = next;
        }
        return new Walk(at[text.length()], furthest);
    }

    /** Marks where the part can end that begins here; gives the first character that it cannot have. */
    private int step(Part part, String text, int from, boolean[] next, boolean checking) {
        return switch (part) {
            case Part.Literal literal -> literal(literal.text(), text, from, next);
            case Part.Day day -> day(day.part(), text, from, next);
            case Part.Value value ->
                value.variable() == Variable.ITEM && value.width() == 0
                        ? literal(item, text, from, next)
                        : run(text, from, next, value.width(), value.width() > 0 ? value.width() : lengthMax, null);
            case Part.Counter counter ->
                run(
                        text,
                        from,
                        next,
                        Math.max(1, counter.width()),
                        lengthMax,
                        counter.alphabet().characters());
            case Part.Random random ->
                run(text, from, next, random.width(), random.width(), Alphabet.CLEAR.characters());
            case Part.Checked checked -> check(checked.check(), text, from, next, checking);
        };
    }

    private static int literal(String expected, String text, int from, boolean[] next) {
        int same = 0;
        while (same < expected.length()
                && from + same < text.length()
                && text.charAt(from + same) == expected.charAt(same)) {
            same++;
        }
        if (same == expected.length()) {
            next[from + same] = true;
        }
        return from + same;
    }

    private static int day(DayPart part, String text, int from, boolean[] next) {
        int end = from + part.width();
        if (part == DayPart.MONTH_LETTER) {
            return run(text, from, next, 1, 1, "ABCDEFGHIJKL");
        }
        boolean[] digits = new boolean[next.length];
        int reached = run(text, from, digits, part.width(), part.width(), Alphabet.DIGITS.characters());
        if (end >= next.length || !digits[end]) {
            return reached;
        }
        int value = Integer.parseInt(text.substring(from, end));
        if (value < least(part) || value > most(part)) {
            return from;
        }
        next[end] = true;
        return end;
    }

    private static int least(DayPart part) {
        return switch (part) {
            case MONTH, DAY, DAY_OF_YEAR, WEEK, WEEKDAY -> 1;
            default -> 0;
        };
    }

    private static int most(DayPart part) {
        return switch (part) {
            case MONTH -> 12;
            case DAY -> 31;
            case DAY_OF_YEAR -> 366;
            case WEEK -> 53;
            case WEEKDAY -> 7;
            case HOUR -> 23;
            case MINUTE -> 59;
            default -> Integer.MAX_VALUE;
        };
    }

    /** A run of characters of an alphabet; without one, of all that a number may have. */
    private static int run(String text, int from, boolean[] next, int least, int most, @Nullable String alphabet) {
        int end = from;
        while (end < text.length() && end - from < most && isOf(text.charAt(end), alphabet)) {
            end++;
            if (end - from >= Math.max(1, least)) {
                next[end] = true;
            }
        }
        return end;
    }

    private static boolean isOf(char c, @Nullable String alphabet) {
        return alphabet == null ? Template.isAllowed(c) : alphabet.indexOf(c) >= 0;
    }

    private static int check(Check check, String text, int from, boolean[] next, boolean checking) {
        boolean[] digits = new boolean[next.length];
        int reached = run(text, from, digits, check.width(), check.width(), Alphabet.DIGITS.characters());
        int end = from + check.width();
        if (end >= next.length || !digits[end]) {
            return reached;
        }
        if (checking) {
            CharSequence body = text.subSequence(0, from);
            boolean right = check.firstUncounted(body) < 0 && check.of(body).contentEquals(text.subSequence(from, end));
            if (!right) {
                return from;
            }
        }
        next[end] = true;
        return end;
    }
}
