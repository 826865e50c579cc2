/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.util.Map;
import org.gozinto.paper.Words;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form as its template has it.
 *
 * @param type of the input: text, email, tel or date
 * @param complete what browsers fill in by themselves
 * @param plain whether what is typed is a code and no word
 * @param latest the last day of a date; null for none
 */
record PageField(
        String id,
        String label,
        String type,
        String value,
        @Nullable Integer max,
        String complete,
        boolean plain,
        boolean needed,
        @Nullable String latest,
        @Nullable String hint,
        @Nullable String fault) {

    /** What was typed in a form, what is wrong with it, and the words for both. */
    record Typed(Words words, Map<String, String> values, Map<String, String> faults) {

        String value(String id) {
            return values.getOrDefault(id, "");
        }

        private @Nullable String hint(String id) {
            return words.all().get("h_" + id);
        }
    }

    static PageField text(Typed typed, String id, String complete) {
        return of(typed, id, "text", Person.LENGTH_MAX, complete);
    }

    static PageField email(Typed typed) {
        return of(typed, "email", "email", Person.LENGTH_MAX, "email");
    }

    static PageField phone(Typed typed) {
        return of(typed, "phone", "tel", Person.PHONE_LENGTH_MAX, "tel");
    }

    private static PageField of(Typed typed, String id, String type, int max, String complete) {
        String label = typed.words().get("f_" + id);
        String fault = typed.faults().get(id);
        return new PageField(
                id, label, type, typed.value(id), max, complete, false, false, null, typed.hint(id), fault);
    }

    /** A number or a secret: nothing that browsers correct. */
    static PageField code(Typed typed, String id, int max, boolean needed) {
        String label = typed.words().get("f_" + id);
        String fault = typed.faults().get(id);
        return new PageField(id, label, "text", typed.value(id), max, "off", true, needed, null, typed.hint(id), fault);
    }

    /** A day up to one. */
    static PageField day(Typed typed, String id, String latest, boolean needed) {
        String label = typed.words().get("f_" + id);
        String fault = typed.faults().get(id);
        return new PageField(
                id, label, "date", typed.value(id), null, "off", false, needed, latest, typed.hint(id), fault);
    }
}
