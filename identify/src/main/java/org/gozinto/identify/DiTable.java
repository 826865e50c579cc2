/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data identifiers of ANSI MH10.8.2, loaded once from our own table. */
final class DiTable {

    /** By number in front of the letter (0 for none) and letter. */
    private static final @Nullable Di[] TABLE = new Di[1000 * 26];

    private static final Map<String, Di> BY_CODE = new HashMap<>();

    static {
        for (String line : Resource.lines("data-identifiers.txt")) {
            String[] row = line.split(" \\| ", -1);
            int dash = row[0].indexOf('-');
            String first = dash < 0 ? row[0] : row[0].substring(0, dash);
            int last = number(dash < 0 ? row[0] : row[0].substring(dash + 1));
            for (int number = number(first); number <= last; number++) {
                char letter = first.charAt(first.length() - 1);
                add(read(row, (number == 0 ? "" : String.valueOf(number)) + letter), number, letter);
            }
        }
    }

    private DiTable() {}

    static List<Di> all() {
        return BY_CODE.values().stream().toList();
    }

    static @Nullable Di find(String code) {
        return BY_CODE.get(code);
    }

    /** How many characters an identifier that begins here has: digits and a capital letter; 0 when there is none. */
    static int lengthAt(String s, int at, int end) {
        int i = at;
        while (i < end && i < at + 3 && Chars.isDigit(s.charAt(i))) {
            i++;
        }
        return i < end && Chars.isCapital(s.charAt(i)) && (i == at || s.charAt(at) != '0') ? i + 1 - at : 0;
    }

    /** The identifier of the table that begins here, or null. */
    static @Nullable Di at(String s, int at, int end) {
        int length = lengthAt(s, at, end);
        if (length == 0) {
            return null;
        }
        int number = 0;
        for (int i = at; i < at + length - 1; i++) {
            number = number * 10 + s.charAt(i) - '0';
        }
        return TABLE[number * 26 + s.charAt(at + length - 1) - 'A'];
    }

    private static int number(String code) {
        return code.length() == 1 ? 0 : Integer.parseInt(code.substring(0, code.length() - 1));
    }

    private static void add(Di di, int number, char letter) {
        TABLE[number * 26 + letter - 'A'] = di;
        BY_CODE.put(di.code(), di);
    }

    private static Di read(String[] row, String code) {
        String[] length = row[1].split("-", -1);
        String[] says = row[2].split(" ", -1);
        DateForm form = says[0].equals("day") ? DateForm.valueOf(says[1]) : null;
        Di.Says kind = says[0].equals("-") ? Di.Says.NOTHING : Di.Says.valueOf(says[0].toUpperCase(Locale.ROOT));
        Di.Role role = row[3].equals("-") ? Di.Role.NONE : Di.Role.valueOf(row[3].toUpperCase(Locale.ROOT));
        int least = Integer.parseInt(length[0]);
        int most = Integer.parseInt(length[1]);
        return new Di(code, BY_CODE.size(), least, most, kind, form, role, row[4].equals("yes"), row[5]);
    }
}
