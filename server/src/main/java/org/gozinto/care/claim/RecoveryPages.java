/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.care.claim.Causal.EntryRef;
import org.gozinto.paper.PdfPages;
import org.gozinto.paper.Stationery;
import org.gozinto.paper.Table;
import org.gozinto.paper.WordBook;
import org.gozinto.paper.Words;
import org.gozinto.paper.XlsxTable;
import org.gozinto.place.Place;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * Draws what a supplier gets: what is asked for, for which pieces, and by which entries of the ledger each of it is
 * proved. Safe for use by many threads.
 */
final class RecoveryPages {

    private final PdfPages pages;
    private final Stationery stationery;
    private final WordBook words;

    RecoveryPages(PdfPages pages, WordBook words) {
        this.pages = pages;
        this.words = words;
        this.stationery = new Stationery(
                RecoveryPages.class, "papers", List.of("recovery.html", "recovery.css"), pages::drawable);
    }

    boolean has(String language) {
        return words.has(language);
    }

    /** The paper as PDF, in a language that there is. */
    byte[] pdf(File<RecoveryStep> file, @Nullable Place supplier, String language) {
        Words said = words.in(language);
        Recovery recovery = Recovery.of(file);
        RecoveryStep.Open open = recovery.open();
        Causal first = open.evidence().getFirst().causal();
        boolean one = open.lot() != null;
        Map<String, Object> model = new HashMap<>();
        model.put("style", stationery.style("recovery.css"));
        model.put("lang", language);
        model.put("t", said.all());
        model.put("number", file.head().code());
        model.put("made", said.time(Instant.parse(ClaimViews.time(file.head().openedAtUs()))));
        model.put("supplier", open.supplierName());
        model.put("supplierCode", open.supplier());
        model.put("contact", contact(supplier));
        model.put("one", one);
        model.put("item", orEmpty(first.lot().name()));
        model.put("itemCode", orEmpty(first.lot().item()));
        model.put("lot", one ? number(first.lot()) : "");
        model.put("supplierLot", orEmpty(open.supplierLot()));
        model.put("received", one ? day(said, first.receivedOn()) : "");
        model.put("document", one ? orEmpty(first.document()) : "");
        model.put("receipt", one ? said.count(first.entry().seq()) : "");
        model.put("receiptHash", one ? spaced(first.entry().hash()) : "");
        model.put("term", term(said, open));
        model.put("asked", amount(open.asked(), open.currency()));
        model.put("count", said.count(open.evidence().size()));
        model.put("claims", open.evidence().stream().map(e -> claim(said, e)).toList());
        model.put(
                "proofs",
                open.evidence().stream().map(e -> proofs(said, e, !one)).toList());
        return pages.bytes(stationery.fill("recovery.html", model));
    }

    private static List<String> contact(@Nullable Place supplier) {
        Place.Contact contact = supplier == null ? null : supplier.contact();
        return contact == null || contact.address() == null
                ? List.of()
                : Arrays.asList(contact.address().split("\n"));
    }

    private static String term(Words said, RecoveryStep.Open open) {
        if (open.share() != null) {
            return said.get("share.agreed", "percent", open.share());
        }
        Evidence.TermRef term = open.evidence().getFirst().term();
        if (term == null) {
            return "";
        }
        String name = term.name() == null ? term.code() : term.name() + " (" + term.code() + ")";
        return term.end() == null
                ? name
                : said.get("term.until", "name", name, "day", said.day(LocalDate.parse(term.end())));
    }

    private static Map<String, Object> claim(Words said, Evidence evidence) {
        Map<String, Object> row = new HashMap<>();
        row.put("claim", evidence.claim());
        row.put("piece", piece(evidence.unit()));
        row.put("part", piece(evidence.part()));
        row.put("failed", said.day(LocalDate.parse(evidence.failedOn())));
        row.put("what", orEmpty(evidence.description() == null ? evidence.code() : evidence.description()));
        row.put("approved", evidence.approved());
        row.put("percent", evidence.percent() + " %");
        row.put("asked", evidence.asked());
        return row;
    }

    /** The entries and records that prove one claim. */
    private static Map<String, Object> proofs(Words said, Evidence evidence, boolean withReceipt) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (withReceipt) {
            rows.add(proof(
                    said, evidence.causal().entry(), number(evidence.causal().lot())));
        }
        evidence.repair().forEach(entry -> rows.add(proof(said, entry, moved(evidence, entry))));
        Map<String, Object> claim = new HashMap<>();
        claim.put("what", said.get("claim"));
        claim.put("thing", evidence.claim());
        claim.put("entry", "");
        claim.put("day", "");
        claim.put("hash", spaced(evidence.claimHash()));
        rows.add(claim);
        Map<String, Object> group = new HashMap<>();
        group.put("claim", evidence.claim());
        group.put("complaint", evidence.complaint());
        group.put("piece", piece(evidence.unit()));
        group.put("rows", rows);
        return group;
    }

    private static String moved(Evidence evidence, EntryRef entry) {
        return switch (entry.type()) {
            case "remove" -> number(evidence.removed());
            case "install" -> number(evidence.installed());
            case "ship" -> number(evidence.replacedBy());
            default -> "";
        };
    }

    private static Map<String, Object> proof(Words said, EntryRef entry, String thing) {
        Map<String, Object> row = new HashMap<>();
        row.put("what", said.word("entry." + entry.type()));
        row.put("thing", thing);
        row.put("entry", said.count(entry.seq()));
        row.put("day", day(said, entry.at()));
        row.put("hash", spaced(entry.hash()));
        return row;
    }

    /** A hash in groups of eight, so that lines can break. */
    private static String spaced(String hash) {
        return hash.replaceAll("(.{8})(?=.)", "$1 ");
    }

    private static String day(Words said, String at) {
        return at.length() >= 10 ? said.day(LocalDate.parse(at.substring(0, 10))) : at;
    }

    private static String amount(String amount, String currency) {
        return amount + " " + currency;
    }

    private static String piece(@Nullable UnitRef unit) {
        return unit == null ? "" : number(unit) + (unit.item() == null ? "" : " (" + unit.item() + ")");
    }

    private static String number(@Nullable UnitRef unit) {
        return unit == null ? "" : orEmpty(unit.serial() == null ? unit.lot() : unit.serial());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    // --- the table

    /** The evidence as a workbook, one row for each claim, in a language that there is. */
    byte[] xlsx(File<RecoveryStep> file, String language) {
        Words said = words.in(language);
        RecoveryStep.Open open = Recovery.of(file).open();
        List<Table.Heading> headings = new ArrayList<>();
        for (String column : COLUMNS) {
            headings.add(new Table.Heading(said.get("column." + column), column.endsWith("Hash") ? 66 : 18));
        }
        var out = new ByteArrayOutputStream();
        try (Table table = new XlsxTable(out, file.head().code(), headings)) {
            for (Evidence evidence : open.evidence()) {
                table.row(row(open, evidence));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final List<String> COLUMNS = List.of(
            "claim",
            "complaint",
            "item",
            "serial",
            "part",
            "removed",
            "installed",
            "replacedBy",
            "failedOn",
            "code",
            "description",
            "approved",
            "percent",
            "asked",
            "currency",
            "term",
            "termEnd",
            "lot",
            "supplierLot",
            "receivedOn",
            "document",
            "receiptEntry",
            "receiptHash",
            "repairEntries",
            "repairHash",
            "claimHash");

    private static List<@Nullable String> row(RecoveryStep.Open open, Evidence evidence) {
        Causal causal = evidence.causal();
        Evidence.TermRef term = evidence.term();
        UnitRef unit = evidence.unit();
        List<@Nullable String> row = new ArrayList<>();
        row.add(evidence.claim());
        row.add(evidence.complaint());
        row.add(unit == null ? null : unit.item());
        row.add(number(unit));
        row.add(number(evidence.part()));
        row.add(number(evidence.removed()));
        row.add(number(evidence.installed()));
        row.add(number(evidence.replacedBy()));
        row.add(evidence.failedOn());
        row.add(evidence.code());
        row.add(evidence.description());
        row.add(evidence.approved());
        row.add(evidence.percent());
        row.add(evidence.asked());
        row.add(open.currency());
        row.add(term == null ? null : term.code());
        row.add(term == null ? null : term.end());
        row.add(number(causal.lot()));
        row.add(causal.supplierLot());
        row.add(causal.receivedOn());
        row.add(causal.document());
        row.add(String.valueOf(causal.entry().seq()));
        row.add(causal.entry().hash());
        row.add(String.join(
                ", ",
                evidence.repair().stream().map(e -> e.type() + " " + e.seq()).toList()));
        row.add(String.join(", ", evidence.repair().stream().map(EntryRef::hash).toList()));
        row.add(evidence.claimHash());
        return row;
    }
}
