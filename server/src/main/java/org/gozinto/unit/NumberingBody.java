/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.identify.numbering.Scheme;
import org.gozinto.identify.numbering.Template;
import org.gozinto.identify.numbering.Variable;
import org.jspecify.annotations.Nullable;

/** How an item numbers its lots and serials, as it is sent, kept and shown. */
record NumberingBody(
        @Nullable String item,
        @Nullable Rule lot,
        @Nullable Rule serial,
        @Nullable Long version,
        @Nullable List<String> warnings) {

    /**
     * How numbers of one kind are made.
     *
     * @param reset when the counter begins again: never, year, weekYear, month, week or day
     * @param per what has a counter of its own: line, shift, site; when left out, what stands in the template
     * @param lengthMax characters at the most; 20 when left out
     */
    record Rule(
            @Nullable String template,
            @Nullable String reset,
            @Nullable List<@Nullable String> per,
            @Nullable Integer lengthMax) {

        static Rule of(Scheme scheme) {
            List<@Nullable String> per = new ArrayList<>();
            for (Variable variable : Variable.values()) {
                if (scheme.per().contains(variable)) {
                    per.add(variable.word());
                }
            }
            return new Rule(scheme.template().text(), scheme.reset().word(), per, scheme.lengthMax());
        }
    }

    @Nullable
    Rule of(NumberKind kind) {
        return kind == NumberKind.LOT ? lot : serial;
    }

    static List<String> warnings(@Nullable Scheme lot, @Nullable Scheme serial) {
        List<String> warnings = new ArrayList<>();
        if (lot != null && lot.lengthMax() > Template.LENGTH_GS1) {
            warnings.add(tooLong("Lot", "10"));
        }
        if (serial != null && serial.lengthMax() > Template.LENGTH_GS1) {
            warnings.add(tooLong("Serial", "21"));
        }
        return warnings;
    }

    private static String tooLong(String what, String ai) {
        return what + " numbers may have more than " + Template.LENGTH_GS1
                + " characters; longer ones do not fit into GS1 symbols (application identifier " + ai + ").";
    }
}
