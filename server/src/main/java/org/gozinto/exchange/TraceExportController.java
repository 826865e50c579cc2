/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.genealogy.TraceQuery;
import org.gozinto.genealogy.TraceView;
import org.gozinto.genealogy.Traces;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.paper.CsvTable;
import org.gozinto.paper.XlsxTable;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Every unit of a trace as a table. What the answer says of itself is in the headers, and on a sheet of its own. */
@RestController
@Tag(name = "Trace")
class TraceExportController {

    private static final int ROWS_A_FLUSH = 500;
    /** A sheet of the format holds 1,048,576; what is more goes on in the next one. */
    private static final int ROWS_A_SHEET = 1_000_000;

    private final Traces traces;
    private final TraceExportRows rows;

    TraceExportController(Traces traces, Database database, Items items, Places places) {
        this.traces = traces;
        this.rows = new TraceExportRows(database, items, places);
    }

    @GetMapping("/api/v1/trace.csv")
    @Operation(summary = "Every unit of a trace as CSV")
    void csv(@AuthenticationPrincipal Actor actor, @ModelAttribute TraceQuery query, HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        Traces.Listed answer = traces.listed(query);
        begin(response, answer, CsvTable.TYPE, "trace.csv");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            csv.writeRecord(TraceExportRows.columns(answer.amounts()));
            rows.each(
                    answer,
                    row -> csv.writeRecord(row.stream().map(CsvTable::guarded).toList()));
        }
    }

    @GetMapping("/api/v1/trace.xlsx")
    @Operation(summary = "Every unit of a trace as a workbook")
    void xlsx(@AuthenticationPrincipal Actor actor, @ModelAttribute TraceQuery query, HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        Traces.Listed answer = traces.listed(query);
        begin(response, answer, XlsxTable.TYPE, "trace.xlsx");
        try (var workbook = new Workbook(response.getOutputStream(), "Gozinto", null)) {
            tellAnswer(workbook.newWorksheet("Answer"), answer);
            var sheets = new Sheets(workbook, TraceExportRows.columns(answer.amounts()));
            rows.each(answer, sheets::add);
            sheets.finish();
        }
    }

    private static void begin(HttpServletResponse response, Traces.Listed answer, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Gozinto-Complete", String.valueOf(answer.complete()));
        response.setHeader("Gozinto-Hash", answer.hash());
        response.setHeader("Gozinto-Known-At", String.valueOf(answer.knownAt().seq()));
    }

    private static void tellAnswer(Worksheet sheet, Traces.Listed answer) throws IOException {
        String[][] told = {
            {"complete", String.valueOf(answer.complete())},
            {"known at entry", String.valueOf(answer.knownAt().seq())},
            {"hash", answer.hash()}
        };
        int row = 0;
        for (String[] line : told) {
            sheet.inlineString(row, 0, line[0]);
            sheet.inlineString(row++, 1, line[1]);
        }
        for (TraceView.CutView cut : answer.cuts()) {
            TraceView.Named unit = cut.unit();
            sheet.inlineString(row, 0, "not followed: " + cut.reason());
            sheet.inlineString(row, 1, cut.place() == null ? "" : cut.place());
            sheet.inlineString(row, 2, unit == null || unit.item() == null ? "" : unit.item());
            sheet.inlineString(row, 3, unit == null ? "" : unit.serial() != null ? unit.serial() : text(unit.lot()));
            sheet.inlineString(row++, 4, text(cut.qty()));
            if (row % ROWS_A_FLUSH == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Rows onto sheets; a full sheet is followed by the next. Text cells are text, whatever they begin with. */
    private static final class Sheets {
        private final Workbook workbook;
        private final List<String> columns;
        private Worksheet sheet;
        private int row;
        private int number = 1;

        Sheets(Workbook workbook, List<String> columns) {
            this.workbook = workbook;
            this.columns = columns;
            this.sheet = workbook.newWorksheet("Units");
            head();
        }

        private void head() {
            for (int column = 0; column < columns.size(); column++) {
                sheet.inlineString(0, column, columns.get(column));
            }
            row = 1;
        }

        void add(List<String> cells) {
            try {
                if (row > ROWS_A_SHEET) {
                    sheet.finish();
                    sheet = workbook.newWorksheet("Units " + ++number);
                    head();
                }
                for (int column = 0; column < cells.size(); column++) {
                    String cell = cells.get(column);
                    if (!cell.isEmpty() && TraceExportRows.isNumber(columns.get(column))) {
                        sheet.value(row, column, new BigDecimal(cell));
                    } else if (!cell.isEmpty()) {
                        sheet.inlineString(row, column, cell);
                    }
                }
                if (++row % ROWS_A_FLUSH == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void finish() throws IOException {
            sheet.finish();
        }
    }
}
