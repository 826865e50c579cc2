/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All application identifiers (GS1 General Specifications §3.2), loaded once from our own table. */
final class AiTable {

    /** Room for identifiers in sets; the table has 546. */
    static final int MOST = 640;

    private static final Map<String, Ai> BY_CODE = new HashMap<>();
    private static final List<Ai> ALL = new ArrayList<>();
    /** Number of digits of the identifiers that begin with these two digits; 0 where there are none. */
    private static final int[] LENGTH = new int[100];

    private static final @Nullable Ai[] TWO = new Ai[100];
    private static final @Nullable Ai[] THREE = new Ai[1000];
    private static final @Nullable Ai[] FOUR = new Ai[10000];

    static {
        List<String[]> rows = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (String line : Resource.lines("application-identifiers.txt")) {
            String[] row = line.split(" \\| ", -1);
            int dash = row[0].indexOf('-');
            int first = Integer.parseInt(dash < 0 ? row[0] : row[0].substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(row[0].substring(dash + 1));
            int width = dash < 0 ? row[0].length() : dash;
            for (int number = first; number <= last; number++) {
                codes.add(String.format(Locale.ROOT, "%0" + width + "d", number));
                rows.add(row);
            }
        }
        for (int i = 0; i < codes.size(); i++) {
            add(read(codes.get(i), i, rows.get(i), codes));
        }
    }

    private AiTable() {}

    static List<Ai> all() {
        return List.copyOf(ALL);
    }

    static @Nullable Ai find(String code) {
        return BY_CODE.get(code);
    }

    /** Digits of the identifiers that begin with these two digits; 0 where there are none. */
    static int length(CharSequence two) {
        return LENGTH[(two.charAt(0) - '0') * 10 + two.charAt(1) - '0'];
    }

    /** The identifier at this place of a text, or null. */
    static @Nullable Ai at(String s, int at, int end) {
        if (at + 2 > end || !Chars.isDigit(s.charAt(at)) || !Chars.isDigit(s.charAt(at + 1))) {
            return null;
        }
        int two = Dates.two(s, at);
        int length = LENGTH[two];
        if (length == 2) {
            return TWO[two];
        }
        if (length == 0 || at + length > end || !Chars.isDigit(s.charAt(at + 2))) {
            return null;
        }
        int three = two * 10 + s.charAt(at + 2) - '0';
        if (length == 3) {
            return THREE[three];
        }
        return Chars.isDigit(s.charAt(at + 3)) ? FOUR[three * 10 + s.charAt(at + 3) - '0'] : null;
    }

    private static void add(Ai ai) {
        ALL.add(ai);
        BY_CODE.put(ai.code, ai);
        LENGTH[Dates.two(ai.code, 0)] = ai.code.length();
        int number = Integer.parseInt(ai.code);
        switch (ai.code.length()) {
            case 2 -> TWO[number] = ai;
            case 3 -> THREE[number] = ai;
            default -> FOUR[number] = ai;
        }
    }

    private static Ai read(String code, int ordinal, String[] row, List<String> codes) {
        String[] says = row[2].split(" ", 2);
        String unit = says.length > 1 ? says[1].replace('_', ' ') : "";
        Ai.Says kind = says(says[0], unit);
        boolean hasUnit = kind == Ai.Says.QTY || kind == Ai.Says.DEGREES;
        String named = kind == Ai.Says.PERCENT ? "%" : hasUnit ? unit : "";
        Ai.Relations relations = new Ai.Relations(
                row[3].equals("-") ? List.of() : demands(row[3], codes),
                row[4].equals("-") ? new AiSet() : excluding(row[4], code, codes),
                link(row[5]));
        Ai.Form form = new Ai.Form(row[6].equals("-") ? "" : row[6], parts(row[1]), kind, named);
        return new Ai(code, ordinal, form, relations);
    }

    private static Ai.Says says(String word, String unit) {
        return switch (word) {
            case "day" -> Ai.Says.DAY;
            case "days" -> Ai.Says.DAYS;
            case "time" -> Ai.Says.TIME;
            case "count" -> Ai.Says.COUNT;
            case "qty" -> Ai.Says.QTY;
            case "money" -> unit.equals("iso") ? Ai.Says.MONEY_ISO : Ai.Says.MONEY;
            case "percent" -> Ai.Says.PERCENT;
            case "degrees" -> Ai.Says.DEGREES;
            default -> Ai.Says.NOTHING;
        };
    }

    /** Parts such as {@code n13:check x1-17?}. */
    private static List<Ai.Part> parts(String text) {
        List<Ai.Part> parts = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            String[] pieces = word.split(":", -1);
            boolean optional = pieces[0].endsWith("?");
            String length = pieces[0].substring(1, pieces[0].length() - (optional ? 1 : 0));
            int dash = length.indexOf('-');
            int least = Integer.parseInt(dash < 0 ? length : length.substring(0, dash));
            int most = dash < 0 ? least : Integer.parseInt(length.substring(dash + 1));
            List<ValueRule> rules = new ArrayList<>();
            for (int i = 1; i < pieces.length; i++) {
                rules.add(ValueRule.valueOf(pieces[i].toUpperCase(Locale.ROOT)));
            }
            CharSet set = CharSet.valueOf(pieces[0].substring(0, 1).toUpperCase(Locale.ROOT));
            parts.add(new Ai.Part(set, least, most, optional, List.copyOf(rules)));
        }
        return parts;
    }

    private static List<Ai.Demand> demands(String text, List<String> codes) {
        List<Ai.Demand> demands = new ArrayList<>();
        for (String group : text.split(";", -1)) {
            List<List<Ai.Need>> alternatives = new ArrayList<>();
            for (String alternative : group.split(",", -1)) {
                List<Ai.Need> together = new ArrayList<>();
                for (String one : alternative.split("\\+", -1)) {
                    boolean serial = one.endsWith("~");
                    together.add(new Ai.Need(
                            matching(serial ? one.substring(0, one.length() - 1) : one, codes), serial));
                }
                alternatives.add(List.copyOf(together));
            }
            demands.add(new Ai.Demand(List.copyOf(alternatives), group.replace("~", "")));
        }
        return List.copyOf(demands);
    }

    /** An identifier does not exclude itself, even where a pattern of its line matches it. */
    private static AiSet excluding(String text, String code, List<String> codes) {
        AiSet set = new AiSet();
        for (String pattern : text.split(",", -1)) {
            for (int i = 0; i < codes.size(); i++) {
                if (matches(codes.get(i), pattern) && !codes.get(i).equals(code)) {
                    set.add(i);
                }
            }
        }
        return set;
    }

    private static AiSet matching(String pattern, List<String> codes) {
        AiSet set = new AiSet();
        for (int i = 0; i < codes.size(); i++) {
            if (matches(codes.get(i), pattern)) {
                set.add(i);
            }
        }
        return set;
    }

    private static boolean matches(String code, String pattern) {
        if (code.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Ai.Link link(String text) {
        boolean key = text.startsWith("key");
        List<List<String>> sequences = new ArrayList<>();
        if (text.startsWith("key ")) {
            for (String sequence : text.substring(4).split("/", -1)) {
                sequences.add(List.of(sequence.split(",", -1)));
            }
        }
        return new Ai.Link(key, key || text.equals("attr"), List.copyOf(sequences));
    }
}
