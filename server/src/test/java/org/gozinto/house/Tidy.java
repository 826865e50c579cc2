/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what is untidy in one Java source. */
final class Tidy {

    static final int FILE_LINES_MAX = 600;
    static final int LINE_LENGTH_MAX = 120;
    static final int METHOD_LINES_MAX = 70;

    /** A call that nobody makes here, with what to do instead. */
    private record Banned(Pattern pattern, String instead) {
        static Banned of(String regex, String instead) {
            return new Banned(Pattern.compile(regex), instead);
        }
    }

    private static final List<Banned> BANNED = List.of(
            Banned.of("\\bSystem\\s*\\.\\s*current" + "TimeMillis\\b", "ask an injected Clock"),
            Banned.of("\\bnew\\s+(java\\.util\\.)?Random\\s*\\(\\s*\\)", "seed it"),
            Banned.of("\\bMath\\s*\\.\\s*random\\b", "use a seeded Random"),
            Banned.of(
                    "\\b(LocalDate|LocalDateTime|LocalTime|OffsetDateTime|ZonedDateTime|Instant|Year|YearMonth)"
                            + "\\s*\\.\\s*now\\s*\\(\\s*\\)",
                    "ask an injected Clock"),
            Banned.of("\\.\\s*print" + "StackTrace\\b", "throw it, or log one line"));

    private static final Pattern SELECT_ALL = Pattern.compile("(?i)\\bselect\\s+([a-z]\\w*\\s*\\.\\s*)?[*]\\s+from\\b");
    private static final Pattern LEFT_OPEN = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\s*\\.\\s*sleep\\b");
    private static final Pattern EMPTY_NAME = Pattern.compile("\\w+(Util|Utils|Helper|Helpers|Manager|Impl)");
    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record)\\s+(\\w+)");

    private Tidy() {}

    /**
     * The faults of a source, each with its line.
     *
     * @param path from the root of the repository, with slashes
     */
    static List<String> faults(String path, String text) {
        List<String> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (lines.size() > FILE_LINES_MAX) {
            faults.add(path + ": has " + lines.size() + " lines, at most " + FILE_LINES_MAX);
        }
        if (!text.startsWith("/*\n * Copyright The Gozinto Authors\n * SPDX-License-Identifier: Apache-2.0\n */\n")) {
            faults.add(path + ":1: lacks the licence header");
        }
        boolean test = path.contains("/src/test/");
        var code = new JavaText(text);
        for (int i = 0; i < lines.size(); i++) {
            String where = path + ":" + (i + 1) + ": ";
            String line = lines.get(i);
            int length = line.codePointCount(0, line.length());
            if (length > LINE_LENGTH_MAX && !mayBeLong(line)) {
                faults.add(where + "is " + length + " characters long, at most " + LINE_LENGTH_MAX);
            }
            if (LEFT_OPEN.matcher(line).find()) {
                faults.add(where + "leaves something open");
            }
        }
        calls(path, code.withoutCommentsAndTexts(), test, faults);
        code.texts().forEach(literal -> {
            if (SELECT_ALL.matcher(literal.text()).find()) {
                faults.add(path + ":" + literal.line() + ": selects all columns; name them");
            }
        });
        for (var method : code.methods()) {
            if (method.lines() > METHOD_LINES_MAX) {
                faults.add(path + ":" + method.line() + ": " + method.name() + " has " + method.lines()
                        + " lines, at most " + METHOD_LINES_MAX);
            }
        }
        return faults;
    }

    /** What cannot be broken: a long text in a text block, and one long word such as an address. */
    private static boolean mayBeLong(String line) {
        String stripped = line.strip();
        return stripped.startsWith("import ") || stripped.startsWith("\"") || stripped.startsWith("{\"");
    }

    private static void calls(String path, String code, boolean test, List<String> faults) {
        List<String> lines = code.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String where = path + ":" + (i + 1) + ": ";
            for (Banned banned : BANNED) {
                var found = banned.pattern().matcher(lines.get(i));
                if (found.find()) {
                    faults.add(where + "calls " + found.group() + "; " + banned.instead());
                }
            }
            if (test && SLEEP.matcher(lines.get(i)).find()) {
                faults.add(where + "sleeps; wait for what is awaited");
            }
            var type = TYPE.matcher(lines.get(i));
            while (type.find()) {
                if (EMPTY_NAME.matcher(type.group(2)).matches()) {
                    faults.add(where + type.group(2) + " says nothing; name it for its work");
                }
            }
        }
    }
}
