/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the members of one JSON object and notes which were asked for, so that a member nobody knows is refused and
 * not silently dropped.
 */
final class Fields {

    private static final int CODE_LENGTH_MAX = 64;
    private static final int TEXT_LENGTH_MAX = 1_000;
    private static final int DIGITS_MAX = 30;
    private static final int JSON_LENGTH_MAX = 200_000;
    private static final int DEPTH_MAX = 20;

    private final JsonNode node;
    private final String pointer;
    private final Set<String> known = new TreeSet<>();

    Fields(JsonNode node, String pointer) {
        if (!node.isObject()) {
            throw refused(pointer, "is not an object", "a JSON object");
        }
        this.node = node;
        this.pointer = pointer;
    }

    static RefusedException refused(String pointer, String detail, String expected) {
        return new Refusal(
                        422,
                        "invalid",
                        "Some fields are wrong",
                        (pointer.isEmpty() ? "The act " : pointer + " ") + detail + ".",
                        List.of(new Refusal.Fault(pointer, detail, expected, null)))
                .asException();
    }

    String pointer(String name) {
        return pointer + "/" + name;
    }

    String pointer() {
        return pointer;
    }

    boolean has(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    private @Nullable JsonNode value(String name) {
        return has(name) ? node.get(name) : null;
    }

    /** A code: 1 to 64 printable characters without blanks at its ends; null when absent. */
    @Nullable
    String codeOrNull(String name) {
        JsonNode value = value(name);
        return value == null ? null : code(value, pointer(name));
    }

    String code(String name) {
        String code = codeOrNull(name);
        if (code == null) {
            throw refused(pointer(name), "is missing", "a code");
        }
        return code;
    }

    static String code(JsonNode value, String pointer) {
        if (!value.isString()) {
            throw refused(pointer, "is not text", "a code of 1 to 64 printable characters");
        }
        String code = value.stringValue();
        if (code.isEmpty() || code.length() > CODE_LENGTH_MAX || !printable(code)) {
            throw refused(pointer, "is not a code", "1 to 64 printable characters without blanks at the ends");
        }
        return code;
    }

    private static boolean printable(String code) {
        if (code.charAt(0) <= ' ' || code.charAt(code.length() - 1) <= ' ') {
            return false;
        }
        if (code.chars().anyMatch(Character::isISOControl) || !Faults.isKeepable(code)) {
            return false;
        }
        return true;
    }

    /** Free text of at most 1,000 characters; null when absent. */
    @Nullable
    String textOrNull(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()
                || value.stringValue().length() > TEXT_LENGTH_MAX
                || !Faults.isKeepable(value.stringValue())) {
            throw refused(pointer(name), "is not a text of at most 1000 characters", "text");
        }
        return value.stringValue();
    }

    /** A decimal, as text (or, tolerated, a whole number); null when absent. */
    @Nullable
    BigDecimal decimalOrNull(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        String text = value.isString() ? value.stringValue() : value.isIntegralNumber() ? value.asString() : "";
        try {
            if (!text.isEmpty()
                    && text.length() <= DIGITS_MAX
                    && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-')) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            // Falls through to the refusal, which says more than the exception.
        }
        throw refused(
                pointer(name), "is not a quantity", "a decimal text such as \"12.5\", without exponent or separators");
    }

    @Nullable
    LocalDate dateOrNull(String name) {
        String text = textOrNull(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(pointer(name), "is not a date", "a day such as 2027-03-01");
        }
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw refused(pointer(name), "is not true or false", "true or false");
        }
        return value.booleanValue();
    }

    /** The elements of a list, read one by one with their pointers; an empty list when absent. */
    <T> List<T> list(String name, int sizeMax, BiFunction<JsonNode, String, T> read) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw refused(pointer(name), "is not a list", "a JSON array");
        }
        if (value.size() > sizeMax) {
            throw refused(pointer(name), "has " + value.size() + " elements", "at most " + sizeMax);
        }
        List<T> result = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            result.add(read.apply(value.get(i), pointer(name) + "/" + i));
        }
        return result;
    }

    @Nullable
    JsonNode nodeOrNull(String name) {
        return value(name);
    }

    /** An object of anything, as canonical JSON with its members in alphabetical order; null when absent. */
    @Nullable
    String jsonOrNull(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw refused(pointer(name), "is not an object", "a JSON object");
        }
        var text = new JsonText();
        write(text, null, value, 0, pointer(name));
        if (!Faults.isKeepable(text.toString())) {
            throw refused(pointer(name), "has half a character", "text in UTF-8");
        }
        if (text.toString().length() > JSON_LENGTH_MAX) {
            throw refused(pointer(name), "is too large", "at most " + JSON_LENGTH_MAX + " characters of JSON");
        }
        return text.toString();
    }

    private static void write(JsonText text, @Nullable String name, JsonNode value, int depth, String pointer) {
        if (depth > DEPTH_MAX) {
            throw refused(pointer, "is nested too deeply", "at most " + DEPTH_MAX + " levels");
        }
        if (value.isObject()) {
            if (name == null) {
                text.object();
            } else {
                text.object(name);
            }
            value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> write(text, e.getKey(), e.getValue(), depth + 1, pointer));
            text.endObject();
        } else if (value.isArray()) {
            if (name == null) {
                text.array();
            } else {
                text.array(name);
            }
            value.forEach(e -> write(text, null, e, depth + 1, pointer));
            text.endArray();
        } else if (value.isString()) {
            if (name == null) {
                text.element(value.stringValue());
            } else {
                text.member(name, value.stringValue());
            }
        } else if (name == null) {
            text.rawElement(value.toString());
        } else {
            text.raw(name, value.toString());
        }
    }

    /** Refuses members that nobody asked for. */
    void refuseOthers() {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new Refusal(
                                400,
                                "unknown-field",
                                "A field is unknown",
                                pointer(name) + " is not a field of this act.",
                                List.of(new Refusal.Fault(
                                        pointer(name),
                                        "is unknown",
                                        "one of " + String.join(", ", known),
                                        "Correct its name, or put it into attributes.")))
                        .asException();
            }
        }
    }
}
