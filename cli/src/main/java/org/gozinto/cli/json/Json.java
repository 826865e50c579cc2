/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value. Objects keep the order of their members. Numbers keep their digits, so that nothing is rounded on the
 * way through. {@code toString()} is the JSON text on one line.
 */
public sealed interface Json {

    /** A text. */
    record Text(String value) implements Json {
        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    /** A number as it was written. */
    record Digits(String digits) implements Json {
        @Override
        public String toString() {
            return digits;
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Json {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** The word null. */
    record Nothing() implements Json {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** A list. */
    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    /** Named members. Mutable while it is put together, by one thread. */
    record Fields(Map<String, Json> members) implements Json {

        public Fields() {
            this(new LinkedHashMap<>());
        }

        /** Puts a member, or leaves it out when there is no value. */
        public Fields with(String name, @Nullable Json value) {
            if (value != null) {
                members.put(name, value);
            }
            return this;
        }

        /** Puts a text, or leaves it out when there is none. */
        public Fields with(String name, @Nullable String value) {
            return with(name, value == null ? null : new Text(value));
        }

        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    /** The value that the text states. */
    static Json read(String text) {
        return new JsonReader(text).read();
    }

    /** A list of texts. */
    static Array texts(List<String> values) {
        return new Array(values.stream().<Json>map(Text::new).toList());
    }

    /** A list of any values. */
    static Array array(List<? extends Json> values) {
        return new Array(new ArrayList<>(values));
    }

    /** The member of an object; null when there is none, it is null, or this is no object. */
    default @Nullable Json get(String name) {
        Json value = this instanceof Fields object ? object.members().get(name) : null;
        return value instanceof Nothing ? null : value;
    }

    /** A member by the names of the objects around it. */
    default @Nullable Json at(String... names) {
        Json value = this;
        for (String name : names) {
            value = value.get(name);
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    /** The text of a member, a number's digits; null when there is none. */
    default @Nullable String text(String name) {
        Json value = get(name);
        return value == null ? null : value.plain();
    }

    /** The text of a member, or another one. */
    default String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    /** A whole number, or another one. */
    default long number(String name, long otherwise) {
        return get(name) instanceof Digits number ? Math.round(Double.parseDouble(number.digits())) : otherwise;
    }

    /** Whether a member is true. */
    default boolean flag(String name) {
        return get(name) instanceof Flag flag && flag.value();
    }

    /** The items of a list member; none when there is no such list. */
    default List<Json> list(String name) {
        return get(name) instanceof Array array ? array.items() : List.of();
    }

    /** A text without quotes; anything else as JSON. */
    default String plain() {
        return this instanceof Text text ? text.value() : toString();
    }
}
