/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with fields: {@code "Lot {lot}[, best before {bestBefore}]"}. What stands in square brackets is left out when
 * one of its fields has no value; a text whose every field has none is left out altogether. A backslash makes the next
 * sign a plain one. {@code {?lot}} shows nothing and only asks for the value: {@code "[{?lot}LOT]"} is a heading for
 * it.
 */
record Wording(String text, List<Part> parts) {

    /** A piece of a wording. */
    sealed interface Part {

        record Plain(String text) implements Part {}

        /** @param silent whether its value is only asked for and not shown */
        record Field(String name, boolean silent) implements Part {}

        record Group(List<Part> parts) implements Part {}
    }

    /** Why a wording is none. */
    static final class Broken extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    Wording {
        parts = List.copyOf(parts);
    }

    static Wording of(String text) throws Broken {
        var reader = new Reader(text);
        List<Part> parts = reader.parts(false);
        return new Wording(text, parts);
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Part> parts(boolean inGroup) throws Broken {
            List<Part> parts = new ArrayList<>();
            var plain = new StringBuilder();
            while (at < text.length() && !(inGroup && text.charAt(at) == ']')) {
                char c = text.charAt(at++);
                if (c != '{' && c != '[') {
                    plain.append(plain(c, inGroup));
                    continue;
                }
                if (!plain.isEmpty()) {
                    parts.add(new Part.Plain(plain.toString()));
                    plain.setLength(0);
                }
                parts.add(c == '{' ? field() : group(inGroup));
            }
            if (!plain.isEmpty()) {
                parts.add(new Part.Plain(plain.toString()));
            }
            return parts;
        }

        private char plain(char c, boolean inGroup) throws Broken {
            if (c == '}' || c == ']' && !inGroup) {
                throw new Broken("has a " + c + " that nothing opens, at " + (at - 1) + "; write \\" + c);
            }
            if (c != '\\') {
                return c;
            }
            if (at == text.length()) {
                throw new Broken("ends with a backslash");
            }
            return text.charAt(at++);
        }

        private Part field() throws Broken {
            int end = text.indexOf('}', at);
            if (end < 0) {
                throw new Broken("has a { that nothing closes, at " + (at - 1));
            }
            boolean silent = text.charAt(at) == '?';
            String name = text.substring(silent ? at + 1 : at, end);
            if (!Fields.isKnown(name)) {
                throw new Broken("has the field {" + name + "}, which no label has");
            }
            at = end + 1;
            return new Part.Field(name, silent);
        }

        private Part group(boolean inGroup) throws Broken {
            if (inGroup) {
                throw new Broken("has brackets in brackets, at " + (at - 1));
            }
            int from = at - 1;
            List<Part> parts = parts(true);
            if (at == text.length()) {
                throw new Broken("has a [ that nothing closes, at " + from);
            }
            at++;
            return new Part.Group(List.copyOf(parts));
        }
    }

    /** The names of its fields, in their order. */
    Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        collect(parts, names);
        return names;
    }

    private static void collect(List<Part> parts, Set<String> names) {
        for (Part part : parts) {
            switch (part) {
                case Part.Plain plain -> {}
                case Part.Field field -> names.add(field.name());
                case Part.Group group ->
                    group.parts().forEach(p -> {
                        if (p instanceof Part.Field field) {
                            names.add(field.name());
                        }
                    });
            }
        }
    }

    /** The text with the values in it, or null when it has fields and none of them has a value. */
    @Nullable
    String filled(Map<String, String> values) {
        Set<String> fields = fields();
        if (!fields.isEmpty() && fields.stream().noneMatch(values::containsKey)) {
            return null;
        }
        var out = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Plain plain -> out.append(plain.text());
                case Part.Field field -> fill(field, values, out);
                case Part.Group group -> fill(group, values, out);
            }
        }
        return out.toString();
    }

    private static void fill(Part.Field field, Map<String, String> values, StringBuilder out) {
        if (!field.silent()) {
            out.append(values.getOrDefault(field.name(), ""));
        }
    }

    private static void fill(Part.Group group, Map<String, String> values, StringBuilder out) {
        boolean complete = group.parts().stream()
                .allMatch(p -> !(p instanceof Part.Field field) || values.containsKey(field.name()));
        if (complete) {
            for (Part part : group.parts()) {
                switch (part) {
                    case Part.Plain plain -> out.append(plain.text());
                    case Part.Field field -> fill(field, values, out);
                    case Part.Group inner -> throw new IllegalStateException("no brackets are in brackets");
                }
            }
        }
    }
}
