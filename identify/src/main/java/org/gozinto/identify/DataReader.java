/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of data identifier and value. Labels of the trade are kept as they are: what a rule does not allow is a
 * remark at its place and no reason to refuse the label.
 */
final class DataReader {

    private final String s;
    private final int @Nullable [] places;
    private final Options options;
    final List<DataValue> values = new ArrayList<>(8);
    final List<Remark> remarks = new ArrayList<>(0);

    /**
     * Reads fields of {@code s}.
     *
     * @param places where each character of {@code s} stands in the raw text; null when it is the raw text
     */
    DataReader(String s, int @Nullable [] places, Options options) {
        this.s = s;
        this.places = places;
        this.options = options;
    }

    private int place(int at) {
        return places == null ? at : places[at];
    }

    /** All fields between separators; two separators in a row do no harm. */
    void fields(int from, int to) {
        int at = from;
        while (at < to) {
            int end = s.indexOf(Chars.FNC1, at);
            end = end < 0 || end > to ? to : end;
            if (end > at) {
                field(at, end);
            }
            at = end + 1;
        }
    }

    void field(int from, int to) {
        int length = DiTable.lengthAt(s, from, to);
        if (length == 0) {
            char flag = s.charAt(from);
            // The flag characters of HIBCC and ICCBBA count as data identifiers (ANSI MH10.8.2 category 0).
            boolean known = (flag == '+' || flag == '=' || flag == '&') && to > from + 1;
            if (!known) {
                remarks.add(new Remark("dataIdentifier", "a data identifier is expected here", place(from)));
            }
            int start = known ? from + 1 : from;
            String text = s.substring(start, to);
            String id = known ? String.valueOf(flag) : "";
            values.add(new DataValue(id, known ? "CODE" : "", text, new Meaning.Text(text), place(start)));
            return;
        }
        String code = s.substring(from, from + length);
        if (from + length == to) {
            remarks.add(new Remark("empty", code + " has no value", place(from)));
            return;
        }
        Di di = DiTable.at(s, from, to);
        if (di == null) {
            remarks.add(new Remark("unknownDi", "there is no data identifier " + code, place(from)));
        }
        value(di, code, from + length, to);
    }

    private void value(@Nullable Di di, String code, int from, int to) {
        long flaw = di == null ? Flaw.NONE : di.check(s, from, to, options.today());
        String text = s.substring(from, to);
        if (flaw != Flaw.NONE) {
            int at = Flaw.position(flaw);
            int end = to > from && at == to ? place(to - 1) + 1 : place(at);
            remarks.add(DataValues.remark(Flaw.of(flaw).at(end), code));
        }
        Meaning meaning =
                di != null && flaw == Flaw.NONE ? di.meaning(s, from, to, options.today()) : new Meaning.Text(text);
        values.add(new DataValue(code, di == null ? "" : di.title(), text, meaning, place(from)));
    }
}
