/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** A Java source split into code and texts: enough of the language to count the lines of methods. */
final class JavaText {

    /** A text between quotes. */
    record Literal(int line, String text) {}

    /** A method or constructor, from the line of its opening brace to that of its closing one. */
    record Method(int line, String name, int lines) {}

    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record)\\s+\\w+");
    private static final Pattern HEAD = Pattern.compile("(\\w+)\\s*\\([^;{}]*\\)[^;{}()]*$", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(
            "\\b(if|for|while|switch|try|catch|synchronized|do|else|return|new)\\b[^;{}]*$", Pattern.DOTALL);

    private final String source;
    private final StringBuilder code = new StringBuilder();
    private final List<Literal> texts = new ArrayList<>();
    private int at;
    private int line = 1;

    JavaText(String source) {
        this.source = source;
        while (at < source.length()) {
            step();
        }
    }

    /** The code with comments and texts blanked out, line by line as it was. */
    String withoutCommentsAndTexts() {
        return code.toString();
    }

    List<Literal> texts() {
        return texts;
    }

    private void step() {
        if (source.startsWith("//", at)) {
            skipTo("\n", 0);
        } else if (source.startsWith("/*", at)) {
            skipTo("*/", 2);
        } else if (source.startsWith("\"\"\"", at)) {
            literal("\"\"\"");
        } else if (source.charAt(at) == '"') {
            literal("\"");
        } else if (source.charAt(at) == '\'') {
            literal("'");
        } else {
            code.append(source.charAt(at));
            count(source.charAt(at++));
        }
    }

    private void count(char c) {
        if (c == '\n') {
            line++;
        }
    }

    private void skipTo(String end, int more) {
        int found = source.indexOf(end, at + more);
        int to = found < 0 ? source.length() : found + more;
        blank(to);
    }

    private void literal(String quote) {
        int start = line;
        int from = at + quote.length();
        int end = from;
        while (end < source.length() && !source.startsWith(quote, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, source.length());
        texts.add(new Literal(start, source.substring(Math.min(from, end), end)));
        blank(Math.min(source.length(), end + quote.length()));
    }

    private void blank(int to) {
        for (; at < to; at++) {
            char c = source.charAt(at);
            code.append(c == '\n' ? '\n' : ' ');
            count(c);
        }
    }

    private record Open(int line, boolean type, String method) {}

    /** Every method and constructor that has a body. */
    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        int headStart = 0;
        int lineNumber = 1;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\n') {
                lineNumber++;
            } else if (c == '{') {
                open.push(opened(code.substring(headStart, i), lineNumber, open.peek()));
                headStart = i + 1;
            } else if (c == '}') {
                Open closed = open.poll();
                if (closed != null && !closed.method().isEmpty()) {
                    methods.add(new Method(closed.line(), closed.method(), lineNumber - closed.line() + 1));
                }
                headStart = i + 1;
            } else if (c == ';') {
                headStart = i + 1;
            }
        }
        return methods;
    }

    private static Open opened(String head, int line, Open outer) {
        if (TYPE.matcher(head).find()) {
            return new Open(line, true, "");
        }
        boolean inType = outer != null && outer.type();
        var method = HEAD.matcher(head);
        boolean isMethod = inType && !head.contains("=") && method.find();
        boolean anonymous = !isMethod && STATEMENT.matcher(head).find() && head.matches("(?s).*\\bnew\\b.*\\)\\s*");
        return new Open(line, anonymous, isMethod ? method.group(1) : "");
    }
}
