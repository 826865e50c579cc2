/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.recall.PaperForm.Field;
import org.jspecify.annotations.Nullable;

/**
 * A form with what is known of a case. What is not known stays open: nothing is made up.
 *
 * @param parts in the order of the form
 * @param missing what must be said and is not, each once
 * @param optional what may be said and is not
 */
record FilledPaper(PaperForm form, List<Part> parts, List<Missing> missing, List<Missing> optional) {

    /** A part of a filled form. */
    sealed interface Part {
        Field field();
    }

    /**
     * A field.
     *
     * @param texts its values; empty when it is not known
     * @param open it must be said and is not
     */
    record Value(Field field, List<String> texts, boolean open) implements Part {}

    /** A group, once or for each row. */
    record Group(Field field, List<List<Part>> rows) implements Part {}

    /**
     * What somebody has to say before the paper is complete.
     *
     * @param field the name of the fact, for a {@code facts} step
     * @param options the only values that are taken; null when any is
     */
    record Missing(
            String field,
            String label,
            String hint,
            @Nullable List<String> options) {}

    /** Fills a form. */
    static FilledPaper of(PaperForm form, PaperValues values, PaperLanguage language) {
        var filling = new Filling(values, language);
        List<Part> parts = filling.parts(form.fields(), Map.of());
        return new FilledPaper(
                form, parts, List.copyOf(filling.missing.values()), List.copyOf(filling.optional.values()));
    }

    /** Fills field by field and notes what is missing. */
    private static final class Filling {

        private final PaperValues values;
        private final PaperLanguage language;
        private final Map<String, Missing> missing = new LinkedHashMap<>();
        private final Map<String, Missing> optional = new LinkedHashMap<>();

        Filling(PaperValues values, PaperLanguage language) {
            this.values = values;
            this.language = language;
        }

        /** @param row what is known of the row that the fields are of; empty outside of rows */
        List<Part> parts(List<Field> fields, Map<String, List<String>> row) {
            List<Part> parts = new ArrayList<>();
            for (Field field : fields) {
                parts.add(field.isGroup() ? group(field, row) : value(field, row));
            }
            return parts;
        }

        // Groups are as deep as the forms that come with the program.
        private Group group(Field field, Map<String, List<String>> row) {
            List<Field> inner = field.fields() == null ? List.of() : field.fields();
            if (field.each() == null) {
                return new Group(field, List.of(parts(inner, row)));
            }
            List<List<Part>> rows = new ArrayList<>();
            for (Map<String, List<String>> each : values.rows(field.each(), row)) {
                rows.add(parts(inner, each));
            }
            return new Group(field, rows);
        }

        private Value value(Field field, Map<String, List<String>> row) {
            List<String> texts = written(field, texts(field, row));
            boolean open = texts.isEmpty() && field.isMust();
            if (texts.isEmpty() && (open || field.fact() != null)) {
                String name = field.fact() == null ? field.at() : field.fact();
                (open ? missing : optional)
                        .putIfAbsent(
                                name, new Missing(name, field.label(language), field.hint(language), field.options()));
            }
            return new Value(field, texts, open);
        }

        private List<String> texts(Field field, Map<String, List<String>> row) {
            List<String> said = field.fact() == null ? List.of() : said(field, row);
            if (!said.isEmpty()) {
                return said;
            }
            if (field.constant() != null) {
                return List.of(field.constant());
            }
            if (field.from() == null) {
                return List.of();
            }
            List<String> known = row.getOrDefault(field.from(), List.of());
            return known.isEmpty() ? values.of(field.from()) : known;
        }

        /** What people say of one item counts before what they say of all. */
        private List<String> said(Field field, Map<String, List<String>> row) {
            String item = row.getOrDefault(PaperValues.ITEM, List.of()).stream()
                    .findFirst()
                    .orElse("");
            String fact = String.valueOf(field.fact());
            String said = item.isEmpty() ? null : values.fact(fact + "@" + item);
            said = said == null ? values.fact(fact) : said;
            if (said == null || field.options() != null && !field.options().contains(said)) {
                return List.of();
            }
            return field.isList()
                    ? said.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()
                    : List.of(said);
        }

        /** Days as the form wants them; a text that is no day stays open, since nobody could read it as one. */
        private static List<String> written(Field field, List<String> texts) {
            String as = field.as();
            if (as == null) {
                return texts;
            }
            if (as.equals("number")) {
                return texts.stream()
                        .filter(t -> t.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?"))
                        .toList();
            }
            List<String> days = new ArrayList<>();
            for (String text : texts) {
                try {
                    days.add(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text)
                            .atStartOfDay()
                            .format(DateTimeFormatter.ofPattern(as)));
                } catch (DateTimeException e) {
                    return List.of();
                }
            }
            return days;
        }
    }
}
