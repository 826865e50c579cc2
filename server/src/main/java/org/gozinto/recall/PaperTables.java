/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gozinto.genealogy.Scopes;
import org.gozinto.genealogy.TraceView;
import org.jspecify.annotations.Nullable;

/** The lists of a case as tables. A scope is written unit by unit and never held as a whole. */
final class PaperTables {

    private static final int ROWS_A_FLUSH = 1_000;

    /** A cell of a workbook holds no more. */
    private static final int CELL_MAX = 32_767;

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

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
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(CONSIGNEES);
            for (ConsigneeView consignee : of.consignees()) {
                rows(consignee, row -> csv.writeRecord(guarded(row)));
            }
        }
    }

    void consigneesXlsx(PaperCase of, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Gozinto", null)) {
            Worksheet sheet = workbook.newWorksheet(of.file().recall().code());
            sheet.freezePane(0, 1);
            for (int i = 0; i < CONSIGNEES.size(); i++) {
                sheet.inlineString(0, i, CONSIGNEES.get(i));
                sheet.style(0, i).bold().set();
                sheet.width(i, 16);
            }
            int[] at = {1};
            for (ConsigneeView consignee : of.consignees()) {
                rows(consignee, row -> write(sheet, at[0]++, row));
                if (at[0] % ROWS_A_FLUSH == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
    }

    private static void write(Worksheet sheet, int at, List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            if (!cell.isEmpty()) {
                sheet.inlineString(at, i, cell.length() <= CELL_MAX ? cell : cell.substring(0, CELL_MAX));
                sheet.style(at, i).format("@").set();
            }
        }
    }

    private static void rows(ConsigneeView consignee, Consumer<List<String>> taker) {
        List<ConsigneeView.@Nullable Got> items = new ArrayList<>(consignee.items());
        if (items.isEmpty()) {
            // Whoever is named and of whom nothing else is known has a row too.
            items.add(null);
        }
        items.forEach(got -> taker.accept(row(consignee, got)));
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
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(SCOPE);
            scopes.forEach(scope.scope(), scope.scopeVersion(), unit -> {
                if (unit.holdings().isEmpty()) {
                    csv.writeRecord(guarded(row(unit, null)));
                }
                unit.holdings().forEach(at -> csv.writeRecord(guarded(row(unit, at))));
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

    private static CsvWriter csv(OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Without the mark spreadsheets take it for something else than UTF-8.
        text.write('\ufeff');
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    private static List<String> guarded(List<String> row) {
        return row.stream()
                .map(cell ->
                        FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell)
                .toList();
    }
}
