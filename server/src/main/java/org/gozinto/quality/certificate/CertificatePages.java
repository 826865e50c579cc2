/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.paper.PdfPages;
import org.gozinto.paper.Stationery;
import org.gozinto.paper.WordBook;
import org.gozinto.paper.Words;
import org.jspecify.annotations.Nullable;

/** Draws certificates. Safe for use by many threads. */
final class CertificatePages {

    private final PdfPages pages;
    private final Stationery stationery;
    private final WordBook words;

    CertificatePages(PdfPages pages, WordBook words) {
        this.pages = pages;
        this.words = words;
        this.stationery = new Stationery(
                CertificatePages.class, "papers", List.of("certificate.html", "certificate.css"), pages::drawable);
    }

    /** The paper of a certificate that is issued under this number now. */
    byte[] paper(String number, CertificateContent content, Instant issued, String by) {
        Words said = words.in(content.language());
        Map<String, Object> model = new HashMap<>();
        model.put("style", stationery.style("certificate.css"));
        model.put("lang", content.language());
        model.put("t", said.all());
        model.put("title", said.get("title." + content.kind()));
        model.put("number", number);
        model.put("issued", said.time(issued));
        model.put("by", by);
        model.put("item", orEmpty(content.unit().name()));
        model.put("itemCode", orEmpty(content.unit().item()));
        model.put("lot", orEmpty(content.unit().lot()));
        model.put("serial", orEmpty(content.unit().serial()));
        model.put("made", day(said, content.madeOn()));
        model.put("expiry", day(said, content.expiry()));
        model.put("consignee", orEmpty(content.consigneeName()));
        model.put(
                "statement",
                content.statement() == null ? said.get("statement." + content.kind()) : content.statement());
        model.put("seq", said.count(content.seq()));
        model.put("hasResults", !content.results().isEmpty());
        model.put(
                "results",
                content.results().stream().map(result -> result(said, result)).toList());
        model.put("hasInputs", !content.inputs().isEmpty());
        model.put(
                "inputs", content.inputs().stream().map(CertificatePages::input).toList());
        model.put("hasMissing", !content.missing().isEmpty());
        model.put("missing", content.missing());
        return pages.bytes(stationery.fill("certificate.html", model));
    }

    private static Map<String, Object> result(Words said, CertificateContent.Result result) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", result.name() == null ? result.characteristic() : result.name());
        row.put("unit", orEmpty(result.unit()));
        row.put("lower", orEmpty(result.lower()));
        row.put("upper", orEmpty(result.upper()));
        row.put("count", said.count(result.count()));
        row.put("mean", orEmpty(result.mean()));
        row.put("range", result.min() == null ? "" : result.min() + " – " + result.max());
        row.put("defects", said.count(result.defects()));
        row.put("verdict", said.get(result.conforms() ? "conforms" : "rejected"));
        row.put("inspection", result.inspection());
        return row;
    }

    private static Map<String, Object> input(CertificateContent.Input input) {
        Map<String, Object> row = new HashMap<>();
        row.put("item", orEmpty(input.unit().name()));
        row.put("number", CertificateMaker.numberOf(input.unit()));
        row.put("supplier", orEmpty(input.supplier()));
        row.put("certificate", orEmpty(input.issuerNumber() == null ? input.certificate() : input.issuerNumber()));
        return row;
    }

    private static String day(Words said, @Nullable String day) {
        return day == null ? "" : said.day(LocalDate.parse(day));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
