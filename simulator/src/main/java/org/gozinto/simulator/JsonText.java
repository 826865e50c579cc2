/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON into a text buffer. Commas come by themselves: one is due unless the buffer ends with an opening
 * bracket, a colon or a line end, and a string value always ends with its quote.
 */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out;

    JsonText(StringBuilder out) {
        this.out = out;
    }

    JsonText open(char bracket) {
        separate();
        out.append(bracket);
        return this;
    }

    JsonText close(char bracket) {
        out.append(bracket);
        return this;
    }

    JsonText name(String name) {
        separate();
        quoted(name);
        out.append(':');
        return this;
    }

    JsonText text(String value) {
        separate();
        quoted(value);
        return this;
    }

    JsonText flag(boolean value) {
        separate();
        out.append(value);
        return this;
    }

    /** Writes nothing when there is no value: the contract leaves out what is not said. */
    JsonText field(String name, @Nullable String value) {
        if (value != null) {
            name(name).text(value);
        }
        return this;
    }

    JsonText texts(String name, List<String> values) {
        name(name).open('[');
        for (int i = 0; i < values.size(); i++) {
            text(values.get(i));
        }
        return close(']');
    }

    /** Any tree of maps, lists, texts, whole numbers and flags. */
    JsonText value(Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                open('{');
                map.forEach((key, inner) -> name(String.valueOf(key)).value(inner));
                close('}');
            }
            case List<?> list -> {
                open('[');
                list.forEach(this::value);
                close(']');
            }
            case Integer number -> {
                separate();
                out.append(number.intValue());
            }
            case Boolean flag -> flag(flag);
            default -> text(value.toString());
        }
        return this;
    }

    private void separate() {
        int length = out.length();
        if (length == 0) {
            return;
        }
        char last = out.charAt(length - 1);
        if (last != '{' && last != '[' && last != ':' && last != '\n') {
            out.append(',');
        }
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
