/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the GS1 Barcode Syntax Dictionary: identifiers, flags, components with their rules, relations, title. A line is
 * {@code 253 N13,csum,key [X..17] dlpkey # GDTI}.
 */
final class DictionaryReader {

    private static final int MOST_CHARACTERS = 1_000_000;

    /** The names of their rules, and ours; an empty name where nothing is left to check. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("csum", "check"),
            Map.entry("csumalpha", "pair"),
            Map.entry("gcppos1", "prefix"),
            Map.entry("key", "prefix"),
            Map.entry("gcppos2", ""),
            Map.entry("keyoff1", ""),
            Map.entry("csetnumeric", ""),
            Map.entry("cset82", ""),
            Map.entry("cset39", ""),
            Map.entry("cset64", ""),
            Map.entry("yymmd0", "day0"),
            Map.entry("yymmdd", "day"),
            Map.entry("yyyymmdd", "longday"),
            Map.entry("hhmi", "clock"),
            Map.entry("hhmm", "clock"),
            Map.entry("hh", "hour"),
            Map.entry("mi", "minute"),
            Map.entry("mm", "minute"),
            Map.entry("ss", "second"),
            Map.entry("pieceoftotal", "pieces"),
            Map.entry("posinseqslash", "sequence"),
            Map.entry("pcenc", "percent"),
            Map.entry("iban", "iban"),
            Map.entry("iso3166", "country"),
            Map.entry("iso3166999", "country9"),
            Map.entry("iso3166alpha2", "country2"),
            Map.entry("iso4217", "currency"),
            Map.entry("iso5218", "sex"),
            Map.entry("latitude", "latitude"),
            Map.entry("longitude", "longitude"),
            Map.entry("zero", "zero"),
            Map.entry("nonzero", "nonzero"),
            Map.entry("nozeroprefix", "nolead"),
            Map.entry("winding", "winding"),
            Map.entry("hyphen", "hyphen"),
            Map.entry("importeridx", "importer"),
            Map.entry("yesno", "yesno"),
            Map.entry("mediatype", "media"),
            Map.entry("hasnondigit", "nondigit"),
            Map.entry("packagetype", "package"),
            Map.entry("couponcode", "coupon"),
            Map.entry("couponposoffer", "offer"));

    private record Row(String code, String parts, String needs, String never, String link, String title) {}

    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>(0);
    private boolean flagged;
    private Reading.@Nullable Bad<AiDictionary> bad;

    DictionaryReader(String text) {
        this.text = text;
    }

    Reading<AiDictionary> read() {
        if (text.length() > MOST_CHARACTERS) {
            return Reading.bad(
                    "tooLong", "a dictionary has at most " + MOST_CHARACTERS + " characters", MOST_CHARACTERS);
        }
        int at = 0;
        int number = 1;
        while (at < text.length() && bad == null) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            line(number, at, end);
            at = end + 1;
            number++;
        }
        if (bad != null) {
            return bad;
        }
        return rows.isEmpty()
                ? Reading.bad("empty", "there is no application identifier in this text", 0)
                : Reading.ok(new AiDictionary(table(), remarks));
    }

    private void fail(int line, int position, String code, String detail) {
        bad = new Reading.Bad<>(code, "line " + line + ": " + detail, position);
    }

    private void line(int number, int from, int to) {
        int hash = text.indexOf('#', from);
        int end = hash < 0 || hash > to ? to : hash;
        String line = text.substring(from, end).strip();
        if (line.isEmpty()) {
            return;
        }
        String title = end < to ? text.substring(end + 1, to).strip() : "";
        String[] words = line.split("[ \\t]+", -1);
        if (!isRange(words[0])) {
            fail(number, from, "dictionaryAi", "an identifier or a range of them is expected, not " + words[0]);
            return;
        }
        StringBuilder parts = new StringBuilder();
        String needs = "";
        String never = "";
        String link = "-";
        boolean starred = false;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.startsWith("req=")) {
                needs += (needs.isEmpty() ? "" : ";") + word.substring(4);
            } else if (word.startsWith("ex=")) {
                never += (never.isEmpty() ? "" : ",") + word.substring(3);
            } else if (word.equals("dlpkey") || word.startsWith("dlpkey=")) {
                link = word.length() <= 7 ? "key" : "key " + word.substring(7).replace('|', '/');
            } else if (isFlags(word)) {
                starred |= word.indexOf('*') >= 0;
                flagged |= word.indexOf('?') >= 0;
                link = word.indexOf('?') >= 0 && link.equals("-") ? "attr" : link;
            } else if (word.indexOf('=') < 0) {
                String part = part(word, number, from);
                if (part == null) {
                    return;
                }
                parts.append(parts.isEmpty() ? "" : " ").append(part);
            }
        }
        if (parts.isEmpty()) {
            fail(number, from, "dictionaryPart", "a component such as N14 or X..20 is expected");
            return;
        }
        rows(new Row(words[0], parts.toString(), needs, never, link, title), starred, number, from);
    }

    private void rows(Row row, boolean starred, int number, int from) {
        for (String code : AiTable.codes(row.code())) {
            Integer length = lengths.putIfAbsent(code.substring(0, 2), code.length());
            if (length != null && length != code.length()) {
                fail(number, from, "dictionaryAi", "identifiers that begin as " + code + " have " + length + " digits");
                return;
            }
            if (starred != Ai.predefinedLength(code) > 0) {
                fail(number, from, "dictionaryFlag", "whether " + code + " needs a separator is fixed by its digits");
                return;
            }
            if (rows.size() == AiTable.MOST
                    || rows.stream().anyMatch(r -> r.code().equals(code))) {
                fail(number, from, "dictionaryAi", code + " is there twice, or there are more than " + AiTable.MOST);
                return;
            }
            rows.add(new Row(code, row.parts(), row.needs(), row.never(), row.link(), row.title()));
        }
    }

    private static boolean isRange(String word) {
        int dash = word.indexOf('-');
        String first = dash < 0 ? word : word.substring(0, dash);
        String last = dash < 0 ? word : word.substring(dash + 1);
        return first.length() >= 2
                && first.length() <= 4
                && first.length() == last.length()
                && Chars.isDigits(first, 0, first.length())
                && Chars.isDigits(last, 0, last.length())
                && first.substring(0, 2).equals(last.substring(0, 2));
    }

    private static boolean isFlags(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("*?!\"$%&'()+,-./:;<>@\\^_{|}~".indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code N13,csum,key} as {@code n13:check}; null when it is no component. */
    private @Nullable String part(String word, int number, int from) {
        boolean optional = word.startsWith("[") && word.endsWith("]");
        String[] pieces = (optional ? word.substring(1, word.length() - 1) : word).split(",", -1);
        String form = pieces[0];
        boolean open = form.startsWith("..", 1);
        String digits = form.substring(Math.min(form.length(), open ? 3 : 1));
        boolean good = !form.isEmpty()
                && "NXYZ".indexOf(form.charAt(0)) >= 0
                && digits.length() <= 2
                && Chars.isDigits(digits, 0, digits.length())
                && Integer.parseInt(digits) > 0;
        if (!good) {
            fail(number, from, "dictionaryPart", "a component such as N14 or [X..20] is expected, not " + word);
            return null;
        }
        char set = Character.toLowerCase(form.charAt(0));
        StringBuilder rules = new StringBuilder();
        for (int i = 1; i < pieces.length; i++) {
            String rule = RULES.get(pieces[i]);
            set = pieces[i].equals("cset64") ? 'z' : pieces[i].equals("cset39") ? 'y' : set;
            if (rule == null) {
                String detail = "line " + number + ": the rule " + pieces[i] + " is not checked";
                remarks.add(new Remark("dictionaryRule", detail, from));
            } else if (!rule.isEmpty() && !(rule.equals("prefix") && set == 'n')) {
                rules.append(':').append(rule);
            }
        }
        return set + (open ? "1-" : "") + Integer.parseInt(digits) + (optional ? "?" : "") + rules;
    }

    private AiTable table() {
        List<String> codes = rows.stream().map(Row::code).toList();
        List<Ai> ais = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Ai known = AiTable.standard().find(row.code());
            List<Ai.Part> parts = AiTable.parts(row.parts());
            boolean same = known != null && isSame(known.parts, parts);
            Ai.Says says = known != null && same ? known.says : says(parts);
            String unit = known != null && same ? known.unit : "";
            // Releases before 2024 did not say what may be an attribute of a link.
            Ai.Link link = AiTable.link(row.link());
            link = !flagged && !link.key() ? known == null ? AiTable.link("attr") : known.link : link;
            ais.add(new Ai(
                    row.code(),
                    i,
                    new Ai.Form(row.title(), parts, says, unit),
                    new Ai.Relations(
                            row.needs().isEmpty() ? List.of() : AiTable.demands(row.needs(), codes),
                            row.never().isEmpty() ? new AiSet() : AiTable.excluding(row.never(), row.code(), codes),
                            link)));
        }
        return new AiTable(ais);
    }

    /** What a value means is known of our own identifiers, as long as the value is built in the same way. */
    private static boolean isSame(Ai.Part[] known, List<Ai.Part> parts) {
        return List.of(known).equals(parts);
    }

    private static Ai.Says says(List<Ai.Part> parts) {
        List<ValueRule> rules = parts.getFirst().rules();
        boolean day =
                rules.contains(ValueRule.DAY0) || rules.contains(ValueRule.DAY) || rules.contains(ValueRule.LONGDAY);
        Ai.Part first = parts.getFirst();
        boolean whole = parts.size() == 1 && first.least() == first.most() && !first.optional();
        return whole && day ? Ai.Says.DAY : Ai.Says.NOTHING;
    }
}
