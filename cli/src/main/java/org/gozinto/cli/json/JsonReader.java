/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one JSON value (RFC 8259). Strict: what is not JSON is refused with its line and column. */
final class JsonReader {

    /** Deeper nesting is refused, because reading it takes a stack frame for each level. */
    private static final int DEPTH_MAX = 200;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Json read() {
        Json value = value();
        skipSpace();
        if (at < text.length()) {
            throw wrong("nothing more was expected");
        }
        return value;
    }

    private Json value() {
        skipSpace();
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Flag(true));
            case 'f' -> word("false", new Json.Flag(false));
            case 'n' -> word("null", new Json.Nothing());
            default -> number();
        };
    }

    private Json object() {
        enter();
        Map<String, Json> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
        } else {
            boolean more = true;
            while (more) {
                skipSpace();
                if (peek() != '"') {
                    throw wrong("a name in double quotes was expected");
                }
                String name = string();
                skipSpace();
                expect(':');
                if (members.put(name, value()) != null) {
                    throw wrong("\"" + name + "\" stands here twice");
                }
                more = more('}');
            }
        }
        depth--;
        return new Json.Fields(members);
    }

    private Json array() {
        enter();
        List<Json> items = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
        } else {
            boolean more = true;
            while (more) {
                items.add(value());
                more = more(']');
            }
        }
        depth--;
        return new Json.Array(items);
    }

    private void enter() {
        if (++depth > DEPTH_MAX) {
            throw wrong("it is nested deeper than " + DEPTH_MAX + " levels");
        }
    }

    /** After an item: true behind a comma, false behind the closing bracket. */
    private boolean more(char end) {
        skipSpace();
        char c = peek();
        if (c != ',' && c != end) {
            throw wrong("a comma or " + end + " was expected");
        }
        at++;
        return c == ',';
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                at--;
                throw wrong("a control character has to be written as \\u00..");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("\\" + c + " means nothing");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw wrong("four hexadecimal digits were expected");
            }
            code = (code << 4) | digit;
            at++;
        }
        return (char) code;
    }

    private Json number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!NUMBER.matcher(digits).matches()) {
            at = start;
            throw wrong("a value was expected");
        }
        return new Json.Digits(digits);
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value was expected");
        }
        at += word.length();
        return value;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong(c + " was expected");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonException wrong(String why) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new JsonException("line " + line + ", column " + column + ": " + why);
    }
}
