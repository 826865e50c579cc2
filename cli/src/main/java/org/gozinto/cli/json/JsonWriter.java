/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.json;

import java.util.List;
import java.util.Map;

/** Writes JSON on one line. */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.out.toString();
    }

    private void value(Json value) {
        switch (value) {
            case Json.Text text -> quoted(text.value());
            case Json.Array array -> list(array.items());
            case Json.Fields object -> members(object.members());
            case Json.Digits number -> out.append(number.digits());
            case Json.Flag flag -> out.append(flag.value());
            case Json.Nothing nothing -> out.append(nothing);
        }
    }

    private void list(List<Json> items) {
        out.append('[');
        String comma = "";
        for (Json item : items) {
            out.append(comma);
            value(item);
            comma = ",";
        }
        out.append(']');
    }

    private void members(Map<String, Json> members) {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, Json> member : members.entrySet()) {
            out.append(comma);
            quoted(member.getKey());
            out.append(':');
            value(member.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
