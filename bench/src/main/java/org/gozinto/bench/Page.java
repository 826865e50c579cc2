/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of figures. Each part stands between two markers and is replaced whole; the words around them stay. */
record Page(Path file) {

    void replace(String part, String content) throws IOException {
        Files.writeString(file, replaced(Files.readString(file), part, content));
    }

    static String replaced(String page, String part, String content) {
        String begin = "<!-- " + part + ": begin -->";
        String end = "<!-- " + part + ": end -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the page has no markers for " + part);
        }
        return page.substring(0, from + begin.length()) + "\n" + content.strip() + "\n" + page.substring(to);
    }
}
