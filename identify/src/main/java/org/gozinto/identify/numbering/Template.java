/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gozinto.identify.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The form of lot or serial numbers, such as {@code {YY}{DDD}-{line}-{n:3}}: text, and fields in braces that are filled
 * in when a number is made.
 */
public final class Template {

    /** Characters of a lot or serial number that fit GS1's application identifiers 10 and 21. */
    public static final int LENGTH_GS1 = 20;

    /** Characters of a lot or serial number at the most. */
    public static final int LENGTH_MOST = 64;

    /** Characters of a template's text at the most. */
    public static final int TEXT_MAX = 200;

    private final String text;
    private final List<Part> parts;

    Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Reads a template; the first fault is named with its position and what was expected. */
    public static Reading<Template> of(String text) {
        return new TemplateParser(text).read();
    }

    /** The template as it was written. */
    public String text() {
        return text;
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether it has a counter. */
    public boolean isCounted() {
        return counter() != null;
    }

    /** Whether it has a random part. */
    public boolean isRandom() {
        return random() != null;
    }

    /** What must be said when numbers are taken, besides the item. */
    public Set<Variable> variables() {
        Set<Variable> variables = EnumSet.noneOf(Variable.class);
        for (Part part : parts) {
            if (part instanceof Part.Value value) {
                variables.add(value.variable());
            }
        }
        return variables;
    }

    Part.@Nullable Counter counter() {
        return parts.stream()
                .filter(Part.Counter.class::isInstance)
                .map(Part.Counter.class::cast)
                .findFirst()
                .orElse(null);
    }

    Part.@Nullable Random random() {
        return parts.stream()
                .filter(Part.Random.class::isInstance)
                .map(Part.Random.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** The fewest characters that a number has; a field of no fixed width has one at least. */
    int lengthLeast() {
        return parts.stream().mapToInt(p -> Math.max(1, p.width())).sum();
    }

    /** Whether the character may stand in a lot or serial number: GS1's set of 82 (General Specifications §7.11). */
    public static boolean isAllowed(char c) {
        return c >= '!' && c <= 'z' && "#$@[\\]^`".indexOf(c) < 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
