/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.identify.Reading;
import org.jspecify.annotations.Nullable;

/** Reads the text of a template; stops at the first fault. */
final class TemplateParser {

    static final String FIELDS = "{YYYY} {YY} {Y} {MM} {M} {DD} {DDD} {GGGG} {GG} {WW} {E} {hh} {mm} {line} {shift}"
            + " {site} {item} {n:5} {n24:3} {n26:3} {n32:4} {n36:4} {random:12}"
            + " {check:gs1} {check:luhn} {check:97} {check:damm}";

    /** A longer decimal counter would not fit what counts it. */
    private static final int DIGITS_MAX = 18;

    /** 36 to the power of 12 fits as well. */
    private static final int CHARACTERS_MAX = 12;

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private Reading.@Nullable Bad<Template> bad;

    TemplateParser(String text) {
        this.text = text;
    }

    Reading<Template> read() {
        if (text.isEmpty()) {
            return Reading.bad("empty", "a template is expected, such as {YY}{DDD}-{n:3}", 0);
        }
        if (text.length() > Template.TEXT_MAX) {
            return Reading.bad(
                    "tooLong", "a template has at most " + Template.TEXT_MAX + " characters", Template.TEXT_MAX);
        }
        int at = 0;
        while (at < text.length() && bad == null) {
            at = text.charAt(at) == '{' ? field(at) : literal(at);
        }
        if (bad == null) {
            checkOnce();
            checkChecks();
        }
        var found = bad;
        return found != null ? found : Reading.ok(new Template(text, List.copyOf(parts)));
    }

    private void fail(String code, String detail, int position) {
        if (bad == null) {
            bad = new Reading.Bad<>(code, detail, position);
        }
    }

    private int literal(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '{') {
            char c = text.charAt(at);
            if (c == '}') {
                fail("brace", "this brace closes nothing; a field is written {n:5}", at);
            } else if (!Template.isAllowed(c)) {
                fail(
                        "character",
                        "this character cannot stand in a lot or serial number; allowed are digits, the letters A to Z"
                                + " and a to z, and ! \" % & ' ( ) * + , - . / : ; < = > ? _",
                        at);
            }
            if (bad != null) {
                return text.length();
            }
            at++;
        }
        parts.add(new Part.Literal(from, text.substring(from, at)));
        return at;
    }

    private int field(int from) {
        int end = text.indexOf('}', from);
        int inner = text.indexOf('{', from + 1);
        if (end < 0 || inner >= 0 && inner < end) {
            fail("brace", "this field is not closed; } is expected", from);
            return text.length();
        }
        String content = text.substring(from + 1, end);
        int colon = content.indexOf(':');
        String word = colon < 0 ? content : content.substring(0, colon);
        String argument = colon < 0 ? null : content.substring(colon + 1);
        Part part = part(from, word, argument);
        if (part != null) {
            parts.add(part);
        }
        return end + 1;
    }

    private @Nullable Part part(int at, String word, @Nullable String argument) {
        DayPart day = DayPart.of(word);
        if (day != null) {
            if (argument != null) {
                fail("width", "{" + word + "} has its own width; nothing may follow it", at + word.length() + 1);
            }
            return new Part.Day(at, day);
        }
        Variable variable = Variable.of(word);
        int argumentAt = at + word.length() + 2;
        if (variable != null) {
            return new Part.Value(
                    at, variable, argument == null ? 0 : width(argument, argumentAt, Template.LENGTH_MOST));
        }
        for (Alphabet alphabet : Alphabet.values()) {
            if (alphabet.word().equals(word)) {
                return counter(at, alphabet, argument);
            }
        }
        if (word.equals("random")) {
            return new Part.Random(at, width(argument == null ? "" : argument, argumentAt, Template.LENGTH_MOST));
        }
        if (word.equals("check")) {
            Check check = argument == null ? null : Check.of(argument);
            if (check == null) {
                fail("unknown", "a check is gs1, luhn, 97 or damm, as in {check:luhn}", argumentAt);
                return null;
            }
            return new Part.Checked(at, check);
        }
        fail("unknown", "there is no field {" + word + "}; there are " + FIELDS, at);
        return null;
    }

    private @Nullable Part counter(int at, Alphabet alphabet, @Nullable String argument) {
        boolean digits = alphabet == Alphabet.DIGITS;
        if (argument == null && digits) {
            return new Part.Counter(at, alphabet, 0);
        }
        int widthAt = at + alphabet.word().length() + 2;
        return new Part.Counter(
                at, alphabet, width(argument == null ? "" : argument, widthAt, digits ? DIGITS_MAX : CHARACTERS_MAX));
    }

    private int width(String argument, int position, int most) {
        boolean digits = !argument.isEmpty()
                && argument.length() <= 2
                && argument.chars().allMatch(c -> c >= '0' && c <= '9');
        int width = digits ? Integer.parseInt(argument) : 0;
        if (width < 1 || width > most) {
            fail("width", "a width from 1 to " + most + " is expected here", position);
            return 1;
        }
        return width;
    }

    private void checkOnce() {
        Part counter = null;
        Part random = null;
        for (Part part : parts) {
            if (part instanceof Part.Counter && counter != null || part instanceof Part.Random && random != null) {
                fail("twice", "a template has one counter and one random part at the most", part.position());
            }
            counter = part instanceof Part.Counter ? part : counter;
            random = part instanceof Part.Random ? part : random;
        }
    }

    /** A check that counts digits only needs digits before it. What variables bring is seen when they are filled in. */
    private void checkChecks() {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Checked checked) {
                if (i == 0) {
                    fail("check", "a check stands behind what it checks", checked.position());
                }
                for (Part before : parts.subList(0, i)) {
                    int at = checked.check().firstUncounted(sample(before));
                    if (at >= 0) {
                        fail(
                                "check",
                                "{check:" + checked.check().word() + "} counts "
                                        + checked.check().counts() + " only; this stands before it",
                                before instanceof Part.Literal ? before.position() + at : before.position());
                    }
                }
            }
        }
    }

    private static String sample(Part part) {
        return switch (part) {
            case Part.Literal literal -> literal.text();
            case Part.Day day -> day.part() == DayPart.MONTH_LETTER ? "A" : "0";
            case Part.Value value -> "";
            case Part.Counter counter -> counter.alphabet().characters();
            case Part.Random random -> Alphabet.CLEAR.characters();
            case Part.Checked checked -> "0";
        };
    }
}
