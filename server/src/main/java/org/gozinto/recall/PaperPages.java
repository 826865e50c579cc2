/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.paper.PdfPages;
import org.gozinto.paper.Stationery;
import org.gozinto.recall.FilledPaper.Group;
import org.gozinto.recall.FilledPaper.Part;
import org.gozinto.recall.FilledPaper.Value;

/** Lays papers out as PDF by templates of HTML. Safe for use by many threads. */
final class PaperPages {

    /** A form that has a layout of its own. */
    private static final String NOTICE = "eu-recall-notice";

    private final PdfPages pages;
    private final Stationery stationery;

    PaperPages(PdfPages pages) {
        this.pages = pages;
        this.stationery = new Stationery(
                PaperPages.class,
                "papers",
                List.of("report.html", "mass-balance.html", "form.html", "eu-recall-notice.html", "style.css"),
                pages::drawable);
    }

    /** What stands around every paper. */
    record Around(PaperLanguage language, String number, String caseTitle, String drawn, String mark) {

        Map<String, Object> model() {
            Map<String, Object> model = new HashMap<>();
            model.put("lang", language.code);
            model.put("t", language.words().all());
            model.put("number", number);
            model.put("caseTitle", caseTitle);
            model.put("drawn", drawn);
            model.put("mark", mark);
            return model;
        }
    }

    byte[] report(Map<String, Object> model) {
        return pdf("report.html", model);
    }

    byte[] massBalance(Map<String, Object> model) {
        return pdf("mass-balance.html", model);
    }

    private byte[] pdf(String file, Map<String, Object> model) {
        model.put("style", stationery.style("style.css"));
        return pages.bytes(stationery.fill(file, model));
    }

    /** A filled form. */
    byte[] form(FilledPaper paper, Around around) {
        Map<String, Object> model = around.model();
        if (paper.form().name().equals(NOTICE)) {
            Map<String, Object> values = values(paper.parts());
            model.put("v", values);
            model.put("title", values.getOrDefault("title", ""));
            return pdf(NOTICE + ".html", model);
        }
        model.put("title", paper.form().title(around.language()));
        model.put("sections", sections(paper.parts(), around.language()));
        return pdf("form.html", model);
    }

    /** Fields by their names, groups as maps and rows as lists; what is open is empty. */
    private static Map<String, Object> values(List<Part> parts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Part part : parts) {
            String name = part.field().at();
            switch (part) {
                case Value value -> {
                    values.put(name, String.join(", ", value.texts()));
                    values.put(name + "List", value.texts());
                }
                case Group group -> {
                    List<Map<String, Object>> rows =
                            group.rows().stream().map(PaperPages::values).toList();
                    values.put(name, group.field().each() == null ? rows.getFirst() : rows);
                }
            }
        }
        return values;
    }

    private static List<Map<String, Object>> sections(List<Part> parts, PaperLanguage language) {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Part part : parts) {
            List<List<Map<String, Object>>> rows = new ArrayList<>();
            switch (part) {
                case Value value -> rows.add(List.of(row(value, language)));
                case Group group -> group.rows().forEach(row -> rows.add(rows(row, language)));
            }
            sections.add(Map.of(
                    "name",
                    part.field().label(language),
                    "rows",
                    rows.stream().map(r -> Map.of("values", r)).toList()));
        }
        return sections;
    }

    private static List<Map<String, Object>> rows(List<Part> parts, PaperLanguage language) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Value value -> rows.add(row(value, language));
                case Group group -> group.rows().forEach(row -> rows.addAll(rows(row, language)));
            }
        }
        return rows;
    }

    private static Map<String, Object> row(Value value, PaperLanguage language) {
        return Map.of(
                "name", value.field().label(language), "text", String.join(", ", value.texts()), "open", value.open());
    }
}
