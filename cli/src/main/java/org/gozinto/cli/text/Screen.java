/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a command writes: what it found on {@code out}, everything else on {@code err}.
 *
 * @param colours whether a person looks at it on a terminal that knows colours
 */
public record Screen(PrintWriter out, PrintWriter err, boolean colours) {

    /** The width that everything fits into. */
    public static final int COLUMNS = 100;

    /** Prints a line of the answer. */
    public void line(String text) {
        out.println(text);
    }

    /** Prints lines of the answer. */
    public void lines(List<String> lines) {
        lines.forEach(out::println);
    }

    /** Prints an empty line. */
    public void blank() {
        out.println();
    }

    /** Prints a line beside the answer. */
    public void aside(String text) {
        err.println(text);
        err.flush();
    }

    /** Shows how far something is: on a terminal one line that changes. */
    public void progress(String text) {
        if (colours) {
            err.print("\r\u001b[K" + text);
            err.flush();
        }
    }

    /** Ends the line that changes, with what is to stay of it. */
    public void progressDone(String text) {
        err.println(colours ? "\r\u001b[K" + text : text);
        err.flush();
    }

    /** Brighter, where there are colours. */
    public String strong(String text) {
        return painted("1", text);
    }

    /** Fainter, where there are colours. */
    public String faint(String text) {
        return painted("2", text);
    }

    /** Green, where there are colours. */
    public String good(String text) {
        return painted("32", text);
    }

    /** Red, where there are colours. */
    public String bad(String text) {
        return painted("31", text);
    }

    private String painted(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** The text in lines of at most so many characters, broken at blanks. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
