/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gozinto.identify.numbering.Variable;

/** Codes that press buttons on a screen when they are scanned. A number that begins like one could not be scanned. */
final class ScannerCommands {

    /** How all of them begin, in uppercase or lowercase. */
    static final String BEGINNING = "GZ-";

    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)(:\\w+)?}");

    private ScannerCommands() {}

    /**
     * Whether a number of a template can begin so. A field counts with all that it may ever be, {@code {M}} with July;
     * what is said when numbers are taken counts as far as it is known.
     */
    static boolean canBegin(String template, Map<Variable, String> values) {
        var numbers = new StringBuilder();
        Matcher fields = FIELD.matcher(template);
        int at = 0;
        while (fields.find()) {
            numbers.append(quoted(template.substring(at, fields.start()))).append(field(fields.group(1), values));
            at = fields.end();
        }
        numbers.append(quoted(template.substring(at)));
        Matcher whole =
                Pattern.compile(numbers.toString(), Pattern.CASE_INSENSITIVE).matcher(BEGINNING);
        // Where it comes to the end of the text without a difference, more characters could follow.
        return whole.matches() || whole.hitEnd();
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : Pattern.quote(text);
    }

    private static String field(String word, Map<Variable, String> values) {
        Variable variable = Variable.of(word);
        if (variable != null) {
            String value = values.get(variable);
            // What is not known yet cannot be matched by anything.
            return value == null ? "(?!)" : quoted(value);
        }
        return word.equals("M") || word.equals("random") || word.startsWith("n") && word.length() > 1
                ? "[A-Z0-9]+"
                : "[0-9]+";
    }
}
