/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.gozinto.genealogy.Scopes;
import org.gozinto.genealogy.TraceView;
import org.gozinto.paper.CsvTable;
import org.gozinto.paper.Table;
import org.gozinto.paper.Table.Heading;
import org.gozinto.paper.XlsxTable;
import org.jspecify.annotations.Nullable;

/** The lists of a case as tables. A scope is written unit by unit and never held as a whole. */
final class PaperTables {

    private static final int COLUMN_WIDTH = 16;

    private static final List<String> CONSIGNEES = List.of(
            "consignee",
            "name",
            "passedOnBy",
            "email",
            "country",
            "language",
            "state",
            "item",
            "itemName",
            "unit",
            "quantity",
            "delivered",
            "lots",
            "serials",
            "open",
            "toldAt",
            "answeredAt",
            "answeredBy",
            "onHand",
            "soldOn",
            "returned",
            "destroyed",
            "used",
            "check");

    private static final List<String> SCOPE = List.of(
            "unit",
            "item",
            "lot",
            "serial",
            "container",
            "issuer",
            "relation",
            "precision",
            "since",
            "place",
            "placeKind",
            "within",
            "quantity");

    private final Scopes scopes;

    PaperTables(Scopes scopes) {
        this.scopes = scopes;
    }

    // --- consignees: a row for each consignee and item

    void consigneesCsv(PaperCase of, OutputStream out) throws IOException {
        try (Table table = new CsvTable(out, ',', headings(CONSIGNEES))) {
            consignees(of, table);
        }
    }

    void consigneesXlsx(PaperCase of, OutputStream out) throws IOException {
        try (Table table = new XlsxTable(out, of.file().recall().code(), headings(CONSIGNEES))) {
            consignees(of, table);
        }
    }

    private static List<Heading> headings(List<String> names) {
        return names.stream().map(name -> new Heading(name, COLUMN_WIDTH)).toList();
    }

    private static void consignees(PaperCase of, Table table) throws IOException {
        for (ConsigneeView consignee : of.consignees()) {
            for (List<String> row : rows(consignee)) {
                table.row(row);
            }
        }
    }

    private static List<List<String>> rows(ConsigneeView consignee) {
        if (consignee.items().isEmpty()) {
            // Whoever is named and of whom nothing else is known has a row too.
            return List.of(row(consignee, null));
        }
        return consignee.items().stream().map(got -> row(consignee, got)).toList();
    }

    private static List<String> row(ConsigneeView consignee, ConsigneeView.@Nullable Got got) {
        String item = got == null ? "" : got.item();
        ConsigneeView.Said answer = consignee.answer();
        Step.AnswerLine line = answer == null
                ? null
                : answer.lines().stream()
                        .filter(l -> item.equals(l.item()))
                        .findFirst()
                        .orElse(null);
        return List.of(
                consignee.code(),
                consignee.name(),
                text(consignee.via()),
                text(consignee.email()),
                text(consignee.country()),
                text(consignee.language()),
                consignee.state(),
                item,
                got == null ? "" : got.name(),
                got == null ? "" : got.unit(),
                got == null ? "" : text(got.qty()),
                got == null ? "" : text(got.gross()),
                got == null ? "" : String.valueOf(got.lots()),
                got == null ? "" : String.valueOf(got.serials()),
                consignee.open().stream()
                        .filter(o -> o.item().equals(item))
                        .map(ConsigneeView.Open::qty)
                        .findFirst()
                        .orElse(""),
                consignee.notices().isEmpty()
                        ? ""
                        : text(consignee.notices().getFirst().at()),
                answer == null ? "" : answer.at(),
                answer == null ? "" : text(answer.by()),
                line == null ? "" : text(line.onHand()),
                line == null ? "" : text(line.soldOn()),
                line == null ? "" : text(line.returned()),
                line == null ? "" : text(line.destroyed()),
                line == null ? "" : text(line.used()),
                consignee.check() == null ? "" : consignee.check().result());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    // --- scope: a row for each place at which a unit is

    void scopeCsv(Step.Scoped scope, OutputStream out) throws IOException {
        try (var table = new CsvTable(out, ',', headings(SCOPE))) {
            scopes.forEach(scope.scope(), scope.scopeVersion(), unit -> {
                if (unit.holdings().isEmpty()) {
                    table.row(row(unit, null));
                }
                unit.holdings().forEach(at -> table.row(row(unit, at)));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> row(TraceView.ReachedView unit, TraceView.@Nullable HoldingView at) {
        return List.of(
                unit.unit(),
                text(unit.item()),
                text(unit.lot()),
                text(unit.serial()),
                text(unit.container()),
                text(unit.issuer()),
                unit.relation(),
                unit.precision(),
                unit.since(),
                at == null ? "" : at.place(),
                at == null ? "" : at.kind(),
                at == null ? "" : String.join(" / ", at.within()),
                at == null ? "" : at.qty());
    }
}
