/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * Writes values with data identifiers: as a message for a matrix symbol, or one of them for a linear symbol (ISO/IEC
 * 15434 format 06, ANSI MH10.8.2).
 *
 * @param fields the values in their order
 */
public record DataLabel(List<Field> fields) {

    /** A data identifier, such as {@code 1T}, and its value. */
    public record Field(String di, String value) {}

    public DataLabel {
        fields = List.copyOf(fields);
    }

    /** A label of these values by their identifiers. */
    public static DataLabel of(SequencedMap<String, String> values) {
        List<Field> fields = new ArrayList<>();
        values.forEach((di, value) -> fields.add(new Field(di, value)));
        return new DataLabel(fields);
    }

    /**
     * The message: {@code [)>} RS 06 GS fields RS EOT. Bad names the field in its detail; the position counts in the
     * field's value.
     */
    public Reading<String> message(Options options) {
        if (fields.isEmpty()) {
            return Reading.bad("empty", "a message has at least one value", 0);
        }
        StringBuilder out = new StringBuilder("[)>").append(Envelope.RS).append("06");
        for (Field field : fields) {
            Reading<String> written = linear(field, options);
            if (!(written instanceof Reading.Ok<String>(String text))) {
                return written;
            }
            out.append(Chars.FNC1).append(text);
        }
        return Reading.ok(out.append(Envelope.RS).append(Envelope.EOT).toString());
    }

    /** One value with its identifier in front, for a symbol of its own. */
    public static Reading<String> linear(Field field, Options options) {
        String value = field.value();
        Di di = DiTable.find(field.di());
        if (di == null) {
            return Reading.bad("unknownDi", "there is no data identifier " + field.di(), 0);
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return Reading.bad("character", field.di() + ": " + Flaw.CHARACTER.sentence, i);
            }
        }
        long flaw = di.check(value, 0, value.length(), options.today());
        if (flaw != Flaw.NONE) {
            Flaw of = Flaw.of(flaw);
            return Reading.bad(of.code, field.di() + ": " + of.sentence, Flaw.position(flaw));
        }
        return Reading.ok(field.di() + value);
    }
}
