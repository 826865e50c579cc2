/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The forms that notices and the page for their answers are written on, read once. Safe for use by many threads. */
final class NoticeStationery {

    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, String> styles = new HashMap<>();

    NoticeStationery() {
        Mustache.Compiler html =
                Mustache.compiler().nullValue("").emptyStringIsFalse(true).withLoader(name -> reader(name + ".html"));
        for (String name : List.of("notice", "mail", "letter", "answer", "plain")) {
            templates.put(name, html.compile(reader(name + ".html")));
        }
        templates.put("notice.txt", html.escapeHTML(false).compile(reader("notice.txt")));
        for (String name : List.of("answer", "letter", "mail")) {
            styles.put(name, text(name + ".css"));
        }
    }

    String fill(String template, Map<String, Object> values) {
        Template compiled = templates.get(template);
        if (compiled == null) {
            throw new IllegalArgumentException("no template " + template);
        }
        return compiled.execute(values);
    }

    String style(String name) {
        String style = styles.get(name);
        if (style == null) {
            throw new IllegalArgumentException("no style " + name);
        }
        return style;
    }

    private static String text(String file) {
        try (Reader in = reader(file)) {
            return in.readAllAsString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader reader(String file) {
        var in = NoticeStationery.class.getResourceAsStream("notices/" + file);
        if (in == null) {
            throw new IllegalStateException("there is no " + file);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
