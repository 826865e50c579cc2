/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in words what is wrong with JSON that could not be read. */
final class Unreadable {

    private Unreadable() {}

    /** A refusal (400) that names the place; null when there was nothing to read. */
    static Refusal refusal(@Nullable JacksonException e) {
        return switch (e) {
            case null -> body("There is no body, or it broke off.", "a JSON object");
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case StreamReadException syntax -> syntax(syntax);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            default -> body("It is not what was expected" + place(e) + ".", "JSON as /openapi.json describes it");
        };
    }

    private static Refusal body(String detail, String expected) {
        return Refusal.of("unreadable", "The request cannot be read", detail)
                .status(400)
                .at("", expected, "Correct the request.");
    }

    private static Refusal unknownField(UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds();
        String fields = known == null
                ? "no fields"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return Refusal.of(
                        "unknown-field",
                        "There is no such field",
                        "There is no field \"" + e.getPropertyName() + "\" here.")
                .status(400)
                .at(pointer(e), fields, "Correct its name or leave it out.");
    }

    private static Refusal syntax(StreamReadException e) {
        String told = String.valueOf(e.getOriginalMessage());
        int end = told.indexOf('\n');
        return body(
                "It is not JSON" + place(e) + ": " + (end < 0 ? told : told.substring(0, end)) + ".", "one JSON value");
    }

    private static Refusal mismatch(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        String expected = type == null ? "another kind of value" : expected(type);
        String pointer = pointer(e);
        String what = pointer.isEmpty() ? "The body" : pointer;
        return Refusal.of("unreadable", "The request cannot be read", what + " is not " + expected + place(e) + ".")
                .status(400)
                .at(pointer, expected, "Correct the request.");
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** Where in the document it was, as a JSON pointer (RFC 6901). */
    static String pointer(JacksonException e) {
        var pointer = new StringBuilder();
        for (var reference : e.getPath()) {
            String name = reference.getPropertyName();
            pointer.append('/');
            if (name == null) {
                pointer.append(reference.getIndex());
            } else {
                pointer.append(name.replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    /** What a value of the type looks like. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> word((Enum<?>) constant))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == OffsetDateTime.class || type == Instant.class) {
            return "a time such as 2026-03-01T10:15:00+01:00";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-03-01";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "a value of another kind";
    }

    private static String word(Enum<?> constant) {
        try {
            var named = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return named == null ? constant.toString() : named.value();
        } catch (NoSuchFieldException e) {
            return constant.toString();
        }
    }
}
