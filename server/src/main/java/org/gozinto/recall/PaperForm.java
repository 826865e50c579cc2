/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A paper that an authority or a partner gives the shape of, as data: which fields it has and where each comes from. A
 * sample of a field: {@code {"at":"city","fact":"firm.city","must":true,"label":["City","Ort"]}}.
 *
 * @param name of the paper
 * @param title in English and in German
 * @param formats json, xml, pdf
 * @param root name of the XML element around all; null for JSON
 * @param namespaces of the XML, by prefix
 * @param fields in the order in which they are written
 */
record PaperForm(
        String name,
        List<String> title,
        List<String> formats,
        @Nullable String root,
        @Nullable Map<String, String> namespaces,
        List<Field> fields) {

    /** Where the forms are, in the order in which they are listed. */
    private static final List<String> NAMES = List.of(
            "fda-enforcement",
            "nhtsa-573",
            "cpsc",
            "eu-safety-gate",
            "eu-recall-notice",
            "rasff",
            "gs1-notification",
            "gs1-removal-confirmation",
            "gs1-closeout");

    /**
     * One field, or a group of fields.
     *
     * @param at its name, with {@code /} between the steps of a path
     * @param fact the name under which people say it; what they say counts before what is worked out
     * @param from the name of what is worked out of the case (see {@link PaperValues})
     * @param constant the same in every paper
     * @param must the paper is not complete without it
     * @param as number, or how a day is written (such as {@code yyyyMMdd}); null for text
     * @param list it has several values
     * @param each the rows for each of which the group is written
     * @param fields of a group
     * @param label in English and in German
     * @param hint what to write, in English and in German
     * @param options the only values that the authority takes
     */
    record Field(
            String at,
            @Nullable String fact,
            @Nullable String from,
            @Nullable String constant,
            @Nullable Boolean must,
            @Nullable String as,
            @Nullable Boolean list,
            @Nullable String each,
            @Nullable List<Field> fields,
            @Nullable List<String> label,
            @Nullable List<String> hint,
            @Nullable List<String> options) {

        boolean isGroup() {
            return fields != null;
        }

        boolean isMust() {
            return Boolean.TRUE.equals(must);
        }

        boolean isList() {
            return Boolean.TRUE.equals(list);
        }

        /** What it is called in a language; the name of the field where it has no label. */
        String label(PaperLanguage language) {
            return label == null ? at : label.get(language.ordinal());
        }

        String hint(PaperLanguage language) {
            return hint == null ? "" : hint.get(language.ordinal());
        }
    }

    String title(PaperLanguage language) {
        return title.get(language.ordinal());
    }

    /** All forms that come with the program. */
    static List<PaperForm> all(JsonMapper json) {
        return NAMES.stream().map(name -> read(json, name)).toList();
    }

    private static PaperForm read(JsonMapper json, String name) {
        String resource = "papers/" + name + ".json";
        try (InputStream in = PaperForm.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not there");
            }
            return json.readValue(in, PaperForm.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
