/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Reads files of one JSON object a line: texts, true, false, null and objects of these. */
final class Jsonl {

    private final String s;
    private int at;

    private Jsonl(String s) {
        this.s = s;
    }

    /** The folder of reference data, or a skipped test with the reason. */
    static List<Map<String, Object>> cases(String file) {
        String folder = System.getenv("GOZINTO_REAL_DATA");
        Assumptions.assumeTrue(
                folder != null, "GOZINTO_REAL_DATA is not set: the folder with gs1/ is needed for the reference cases");
        try {
            List<Map<String, Object>> cases = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(folder, "gs1", file))) {
                if (!line.isBlank()) {
                    cases.add(new Jsonl(line).object());
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            String name = text();
            expect(':');
            map.put(name, value());
            if (peek() == ',') {
                at++;
            }
        }
        at++;
        return map;
    }

    private @Nullable Object value() {
        char c = peek();
        if (c == '"') {
            return text();
        }
        if (c == '{') {
            return object();
        }
        int from = at;
        while (Character.isLetterOrDigit(s.charAt(at)) || s.charAt(at) == '.') {
            at++;
        }
        String word = s.substring(from, at);
        return switch (word) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null" -> null;
            default -> word;
        };
    }

    private String text() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (s.charAt(at) != '"') {
            char c = s.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = s.charAt(at++);
            switch (escaped) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    out.append((char) Integer.parseInt(s, at, at + 4, 16));
                    at += 4;
                }
                default -> out.append(escaped);
            }
        }
        at++;
        return out.toString();
    }

    private char peek() {
        while (s.charAt(at) == ' ') {
            at++;
        }
        return s.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new IllegalStateException("expected " + c + " at " + at + " in " + s);
        }
        at++;
    }
}
