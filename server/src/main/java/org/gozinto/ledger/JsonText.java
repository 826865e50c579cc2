/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Writes canonical JSON: UTF-16 text without white space, members in the order of the calls, members without a value
 * left out, and only {@code " \} and control characters escaped (RFC 8785 §3.2.2.2).
 *
 * <p>The hash chain covers this text, so two servers must write the same bytes for the same act.
 */
public final class JsonText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder(256);
    private boolean first = true;

    /** Opens an object, at the top or as an element of an array. */
    public JsonText object() {
        element();
        text.append('{');
        first = true;
        return this;
    }

    /** Opens an object as a member. */
    public JsonText object(String name) {
        name(name);
        text.append('{');
        first = true;
        return this;
    }

    public JsonText endObject() {
        text.append('}');
        first = false;
        return this;
    }

    /** Opens an array as a member. */
    public JsonText array(String name) {
        name(name);
        text.append('[');
        first = true;
        return this;
    }

    /** Opens an array at the top or in an array. */
    public JsonText array() {
        element();
        text.append('[');
        first = true;
        return this;
    }

    public JsonText endArray() {
        text.append(']');
        first = false;
        return this;
    }

    /** A text member, left out when null. */
    public JsonText member(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            string(value);
        }
        return this;
    }

    /** A whole number member. */
    public JsonText member(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    /** A true or false member, left out when false. */
    public JsonText flag(String name, boolean value) {
        if (value) {
            name(name);
            text.append("true");
        }
        return this;
    }

    /** A member that is canonical JSON already, left out when null. */
    public JsonText raw(String name, @Nullable String json) {
        if (json != null) {
            name(name);
            text.append(json);
        }
        return this;
    }

    /** A text element of an array. */
    public JsonText element(String value) {
        element();
        string(value);
        return this;
    }

    /** A whole number element of an array. */
    public JsonText element(long value) {
        element();
        text.append(value);
        return this;
    }

    /** An element of an array that is canonical JSON already. */
    public JsonText rawElement(String json) {
        element();
        text.append(json);
        return this;
    }

    private void name(String name) {
        element();
        string(name);
        text.append(':');
    }

    private void element() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    private void string(String value) {
        text.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value, plain, i);
                escape(c);
                plain = i + 1;
            }
        }
        text.append(value, plain, value.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
