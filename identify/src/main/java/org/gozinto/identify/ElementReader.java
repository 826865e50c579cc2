/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads element strings: with separators, with brackets, and hands over to {@link LostSeparators} where there are
 * none.
 */
final class ElementReader {

    static final int MOST_AIS = 64;
    static final int LONGEST_VALUE = 90;

    private final String raw;
    private final Options options;
    private final AiTable table;
    private final List<AiValue> values = new ArrayList<>(6);
    private final List<Ai> ais = new ArrayList<>(6);

    private ElementReader(String raw, Options options) {
        this.raw = raw;
        this.options = options;
        this.table = options.table();
    }

    static ElementString.Readings read(String raw, Aim aim, Options options) {
        int from = aim.from();
        int to = aim.to();
        if (from < to && raw.charAt(from) == '(' && aim.kind() != Aim.Kind.GS1) {
            return only(new ElementReader(raw, options).bracketed(from, to));
        }
        boolean marked = aim.kind() == Aim.Kind.GS1;
        char separator = separator(raw, from, to);
        if (from < to && raw.charAt(from) == separator) {
            marked = true;
            from++;
        }
        boolean separated = separator != 0;
        Reading<ElementString> standard =
                new ElementReader(raw, options).separated(from, to, separator, !marked && !separated);
        if (separated || from == to) {
            return only(standard);
        }
        return LostSeparators.readings(new LostSeparators.Question(raw, from, to, marked), standard, options);
    }

    private static ElementString.Readings only(Reading<ElementString> reading) {
        return switch (reading) {
            case Reading.Ok<ElementString> ok -> new ElementString.Readings(List.of(ok.value()), null, true);
            case Reading.Bad<ElementString> bad -> new ElementString.Readings(List.of(), bad, true);
        };
    }

    /** GS, or the ^ that people write for it: no value can hold either. Zero when there is none. */
    private static char separator(String raw, int from, int to) {
        char found = 0;
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (c == Chars.FNC1) {
                return c;
            }
            if (c == '^') {
                found = c;
            }
        }
        return found;
    }

    private Reading<ElementString> separated(int from, int to, char separator, boolean guessed) {
        if (from == to) {
            return Reading.bad("empty", "there is no data after the symbology identifier or FNC1", from);
        }
        int at = from;
        while (at < to) {
            Ai ai = table.at(raw, at, to);
            if (ai == null) {
                return Reading.bad("unknownAi", "no application identifier begins here", at);
            }
            if (values.size() == MOST_AIS) {
                return Reading.bad("tooManyAis", "more than " + MOST_AIS + " application identifiers", at);
            }
            int start = at + ai.code.length();
            int end = ai.predefined > 0 ? Math.min(start + ai.predefined, to) : end(start, to, separator);
            long flaw = ai.check(raw, start, end, options.today());
            if (flaw != Flaw.NONE) {
                return Flaw.bad(flaw, ai.code);
            }
            add(ai, raw.substring(start, end), start);
            // A separator after a predefined length is not needed, but does no harm (GS1 General Specifications
            // §7.8.6).
            at = separator != 0 && end < to && raw.charAt(end) == separator ? end + 1 : end;
        }
        return Reading.ok(done(guessed));
    }

    private int end(int start, int to, char separator) {
        if (separator == 0) {
            return to;
        }
        int end = raw.indexOf(separator, start);
        return end < 0 || end > to ? to : end;
    }

    private Reading<ElementString> bracketed(int from, int to) {
        int at = from;
        while (at < to) {
            int close = closing(at, to);
            if (close < 0) {
                return Reading.bad("bracket", "an application identifier in brackets is expected here", at);
            }
            if (values.size() == MOST_AIS) {
                return Reading.bad("tooManyAis", "more than " + MOST_AIS + " application identifiers", at);
            }
            String code = raw.substring(at + 1, close);
            int start = close + 1;
            int end = start;
            while (end < to && (raw.charAt(end) != '(' || raw.charAt(end - 1) == '\\' || closing(end, to) < 0)) {
                end++;
            }
            Reading<ElementString> bad = bracketedValue(code, at, start, end);
            if (bad != null) {
                return bad;
            }
            at = end;
        }
        return Reading.ok(done(false));
    }

    private @Nullable Reading<ElementString> bracketedValue(String code, int at, int start, int end) {
        String value = raw.substring(start, end).replace("\\(", "(");
        Ai ai = table.find(code);
        if (ai == null) {
            if (!options.unknownAis()) {
                return Reading.bad("unknownAi", "there is no application identifier " + code, at + 1);
            }
            long flaw = value.isEmpty() || value.length() > LONGEST_VALUE
                    ? (value.isEmpty() ? Flaw.TOO_SHORT : Flaw.TOO_LONG).at(0)
                    : CharSet.X.check(value, 0, value.length());
            if (flaw != Flaw.NONE) {
                return shifted(flaw, code, start);
            }
            values.add(new AiValue(code, "", value, new Meaning.Text(value), start));
            return null;
        }
        long flaw = ai.check(value, 0, value.length(), options.today());
        if (flaw != Flaw.NONE) {
            return shifted(flaw, code, start);
        }
        add(ai, value, start);
        return null;
    }

    /**
     * A position in an unescaped value, counted in the raw text: each escaped bracket before it took one more place.
     */
    private Reading<ElementString> shifted(long flaw, String code, int start) {
        int at = start;
        for (int i = 0; i < Flaw.position(flaw); i++) {
            at += raw.startsWith("\\(", at) ? 2 : 1;
        }
        return Flaw.bad(Flaw.of(flaw).at(at), code);
    }

    /** The closing bracket of an identifier of two to four digits that opens here, or -1. */
    private int closing(int at, int to) {
        if (at >= to || raw.charAt(at) != '(') {
            return -1;
        }
        int i = at + 1;
        while (i < to && i < at + 6 && Chars.isDigit(raw.charAt(i))) {
            i++;
        }
        int digits = i - at - 1;
        return i < to && raw.charAt(i) == ')' && digits >= 2 && digits <= 4 ? i : -1;
    }

    private void add(Ai ai, String value, int position) {
        values.add(new AiValue(ai.code, ai.title, value, ai.meaning(value, options.today()), position));
        ais.add(ai);
    }

    private ElementString done(boolean guessed) {
        return new ElementString(raw, values, AiPairs.remarks(values, ais), guessed);
    }

    /** Builds a reading from known bounds of values that were checked before. */
    static ElementString build(String raw, List<Ai> found, int[] starts, int[] ends, Options options) {
        ElementReader reader = new ElementReader(raw, options);
        for (int i = 0; i < found.size(); i++) {
            reader.add(found.get(i), raw.substring(starts[i], ends[i]), starts[i]);
        }
        return reader.done(true);
    }
}
