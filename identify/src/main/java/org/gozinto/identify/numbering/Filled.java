/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.gozinto.identify.Reading;
import org.jspecify.annotations.Nullable;

/** A template in which all is filled in but the counter, the random part and the checks over them. */
public final class Filled {

    /** Of so many numbers that could be, one at the most is given: who guesses is wrong 9,999 times of 10,000. */
    public static final int GUESSES_A_HIT = 10_000;

    private static final int DIGITS_OF_A_LONG = 18;

    private final List<Part> parts;
    private final Map<Variable, String> values;
    private final int lengthMax;
    private final Part.@Nullable Counter counter;
    private final Part.@Nullable Random random;

    private Filled(Template template, List<Part> parts, Map<Variable, String> values, int lengthMax) {
        this.parts = parts;
        this.values = values;
        this.lengthMax = lengthMax;
        this.counter = template.counter();
        this.random = template.random();
    }

    /**
     * Fills a template in. What is missing or does not fit is named by the variable: the code of the fault is
     * {@code value.line} and so on, the position is that of the field.
     */
    public static Reading<Filled> of(Scheme scheme, Given given) {
        Template template = scheme.template();
        List<Part> parts = new ArrayList<>();
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        List<Part> all = template.parts();
        var boundaries = Boundaries.of(template);
        for (int i = 0; i < all.size(); i++) {
            Part part = all.get(i);
            switch (part) {
                case Part.Day day -> {
                    var text = new StringBuilder();
                    day.part().write(text, given.at());
                    parts.add(new Part.Literal(day.position(), text.toString()));
                }
                case Part.Value value -> {
                    String said = given.values().get(value.variable());
                    String fault = fault(value, said, boundaries.delimiter(i));
                    if (fault != null || said == null) {
                        return Reading.bad("value." + value.variable().word(), String.valueOf(fault), value.position());
                    }
                    String written = padded(said, value.width());
                    values.put(value.variable(), written);
                    parts.add(new Part.Literal(value.position(), written));
                }
                case Part.Literal literal -> parts.add(literal);
                case Part.Counter counter -> parts.add(counter);
                case Part.Random random -> parts.add(random);
                case Part.Checked checked -> parts.add(checked);
            }
        }
        var filled = new Filled(template, List.copyOf(parts), values, scheme.lengthMax());
        return filled.checked();
    }

    private static @Nullable String fault(Part.Value value, @Nullable String said, char delimiter) {
        String word = value.variable().word();
        if (said == null || said.isEmpty()) {
            return "the template needs the " + word;
        }
        for (int i = 0; i < said.length(); i++) {
            if (!Template.isAllowed(said.charAt(i))) {
                return "the " + word + " " + said + " has a character that cannot stand in a lot or serial number";
            }
        }
        if (value.width() > 0) {
            boolean digits = said.chars().allMatch(c -> c >= '0' && c <= '9');
            if (said.length() > value.width() || said.length() < value.width() && !digits) {
                return "the " + word + " " + said + " does not have the " + value.width()
                        + " characters that the template gives it";
            }
            return null;
        }
        // The item is the same in all numbers of a template, so that nothing has to tell where it ends.
        boolean ends = delimiter != 0 && value.variable() != Variable.ITEM && said.indexOf(delimiter) >= 0;
        return ends
                ? "the " + word + " " + said + " has a " + delimiter + " in it, which ends it in the template"
                : null;
    }

    private static String padded(String said, int width) {
        return "0".repeat(Math.max(0, width - said.length())) + said;
    }

    private Reading<Filled> checked() {
        var before = new StringBuilder();
        int length = 0;
        for (Part part : parts) {
            if (part instanceof Part.Checked checked) {
                int at = checked.check().firstUncounted(before);
                if (at >= 0) {
                    return Reading.bad(
                            "check",
                            "{check:" + checked.check().word() + "} counts "
                                    + checked.check().counts() + " only, not " + before.charAt(at),
                            checked.position());
                }
            }
            before.append(part instanceof Part.Literal literal ? literal.text() : "");
            length += Math.max(1, part.width());
        }
        return length > lengthMax
                ? Reading.bad("tooLong", "the number would have " + length + " characters, more than " + lengthMax, 0)
                : Reading.ok(this);
    }

    /** What the variables became in the number. */
    public Map<Variable, String> values() {
        return Map.copyOf(values);
    }

    /** The value that the counter begins with. */
    public long first() {
        return counter == null ? 0 : counter.alphabet().first();
    }

    /**
     * How many numbers there can be before the counter begins again. Of random numbers it is how many may be given, so
     * that a guess is wrong often enough.
     */
    public BigInteger capacity() {
        if (counter != null) {
            return BigInteger.valueOf(counter.alphabet().size())
                    .pow(counterWidth(counter))
                    .subtract(BigInteger.valueOf(first()));
        }
        return random == null ? BigInteger.ONE : space(random.width()).divide(BigInteger.valueOf(GUESSES_A_HIT));
    }

    private int counterWidth(Part.Counter part) {
        int rest = parts.stream()
                .filter(p -> p != part)
                .mapToInt(p -> Math.max(1, p.width()))
                .sum();
        return part.width() > 0 ? part.width() : Math.min(DIGITS_OF_A_LONG, lengthMax - rest);
    }

    static BigInteger space(int width) {
        return BigInteger.valueOf(Alphabet.CLEAR.size()).pow(width);
    }

    /** Whether the counter can have this value. */
    public boolean has(long value) {
        return value >= first()
                && BigInteger.valueOf(value).compareTo(capacity().add(BigInteger.valueOf(first()))) < 0;
    }

    /** Whether numbers differ by chance. */
    public boolean isRandom() {
        return counter == null && random != null;
    }

    /**
     * A number.
     *
     * @param value of the counter; where there is none it is not looked at
     * @param source of the random part; it must be one whose numbers nobody can foresee
     */
    public String number(long value, RandomGenerator source) {
        var text = new StringBuilder(Template.LENGTH_GS1);
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> text.append(literal.text());
                case Part.Counter c -> c.alphabet().write(text, value, c.width());
                case Part.Random r -> {
                    String characters = Alphabet.CLEAR.characters();
                    for (int i = 0; i < r.width(); i++) {
                        text.append(characters.charAt(source.nextInt(characters.length())));
                    }
                }
                case Part.Checked c -> text.append(c.check().of(text));
                case Part.Day d -> throw new IllegalStateException("a date is filled in");
                case Part.Value v -> throw new IllegalStateException("a variable is filled in");
            }
        }
        return text.toString();
    }

    /**
     * What all these numbers have in common, with the width of what they have not: {@code 26-{random:8}}. Random
     * numbers are counted by it.
     */
    public String shape() {
        var text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> text.append(literal.text());
                case Part.Counter c ->
                    text.append('{')
                            .append(c.alphabet().word())
                            .append(':')
                            .append(c.width())
                            .append('}');
                case Part.Random r -> text.append("{random:").append(r.width()).append('}');
                case Part.Checked c ->
                    text.append("{check:").append(c.check().word()).append('}');
                case Part.Day d -> throw new IllegalStateException("a date is filled in");
                case Part.Value v -> throw new IllegalStateException("a variable is filled in");
            }
        }
        return text.toString();
    }
}
