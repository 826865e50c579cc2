/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A table that somebody sent: CSV or XLSX with a row of headings.
 *
 * @param delimiter between the cells of CSV
 * @param text of CSV, or null
 * @param headingRow number of the row of headings
 * @param columns in their order
 * @param remarks what a person should know of how it was read
 */
record SheetFile(
        byte[] content,
        SheetKind kind,
        @Nullable Character delimiter,
        @Nullable TextForm text,
        int headingRow,
        List<Column> columns,
        List<String> remarks) {

    private static final char[] DELIMITERS = {';', ',', '\t'};

    /** A column; {@code field} is null when the heading names none, {@code heading} is empty when there is none. */
    record Column(int index, String heading, @Nullable String field) {}

    /**
     * Reads the headings.
     *
     * @param asked the kind that the sender names, or null when the headings tell
     * @param saidTable whether the sender says that it is a table
     * @return null when it is no table, and nobody said that it is one
     */
    static @Nullable SheetFile read(byte[] content, @Nullable SheetKind asked, boolean saidTable) {
        if (content.length > 4 && content[0] == 'P' && content[1] == 'K') {
            return XlsxSheet.isWorkbook(content) ? workbook(content, asked) : null;
        }
        if (content.length > 4 && (content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf) {
            throw unknownKind("It is a workbook of the old kind (.xls), or one with a password.");
        }
        TextForm text = TextForm.of(content);
        if (text == null) {
            if (saidTable) {
                throw unknownKind("It is no text.");
            }
            return null;
        }
        return table(content, text, asked, saidTable);
    }

    private static RefusedException unknownKind(String detail) {
        return Refusal.of("unknown-kind", "The kind of file is unknown", detail)
                .status(415)
                .at("", "CSV or XLSX", "Save it as CSV or XLSX and send that.")
                .asException();
    }

    private static SheetFile workbook(byte[] content, @Nullable SheetKind asked) {
        try (var sheet = new XlsxSheet(content)) {
            SheetRow first = sheet.next();
            String remark = sheet.remark();
            return of(content, null, null, first, kind(first, asked), remark);
        }
    }

    /** The delimiter is the one with which most of the headings are known. */
    private static @Nullable SheetFile table(
            byte[] content, TextForm text, @Nullable SheetKind asked, boolean saidTable) {
        char best = ',';
        long most = -1;
        for (char delimiter : text.hint() == null ? DELIMITERS : new char[] {text.hint()}) {
            SheetRow first = first(content, text, delimiter);
            long known = first == null ? 0 : score(first, asked);
            if (known > most) {
                most = known;
                best = delimiter;
            }
        }
        SheetRow first = first(content, text, best);
        if (!saidTable && (first == null || recognised(first, asked) == null)) {
            return null;
        }
        return of(content, best, text, first, kind(first, asked), text.remark());
    }

    private static @Nullable SheetRow first(byte[] content, TextForm text, char delimiter) {
        try (var sheet = new CsvSheet(content, text, delimiter)) {
            return sheet.next();
        }
    }

    private static long score(SheetRow row, @Nullable SheetKind asked) {
        SheetKind kind = recognised(row, asked);
        long fields = headings(row).stream()
                .filter(h -> kind != null && kind.field(h) != null)
                .count();
        return fields * Sheet.ROWS_MAX + row.cells().size();
    }

    private static List<String> headings(SheetRow row) {
        return row.cells().stream().map(Cell::text).toList();
    }

    private static @Nullable SheetKind recognised(SheetRow row, @Nullable SheetKind asked) {
        return asked != null ? asked : SheetKind.recognised(headings(row));
    }

    private static SheetKind kind(@Nullable SheetRow first, @Nullable SheetKind asked) {
        SheetKind kind = first == null ? null : recognised(first, asked);
        if (first == null || kind == null) {
            throw Refusal.of(
                            "unknown-columns",
                            "The columns are unknown",
                            first == null
                                    ? "There is no row of headings."
                                    : "The headings in row " + first.number() + " are: "
                                            + String.join(", ", headings(first)) + ".")
                    .status(415)
                    .at(
                            "",
                            "items: code, tracking …; places: code, kind …; partners: code, roles …; acts: item, qty …",
                            "Begin with a template, or name the kind with kind=items, places, partners or acts.")
                    .asException();
        }
        return kind;
    }

    private static SheetFile of(
            byte[] content,
            @Nullable Character delimiter,
            @Nullable TextForm text,
            @Nullable SheetRow first,
            SheetKind kind,
            @Nullable String remark) {
        SheetRow row = Objects.requireNonNull(first);
        List<Column> columns = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = row.cell(i).text();
            String field = kind.field(heading);
            Integer before = field == null ? null : seen.put(field, i);
            if (before != null) {
                throw Refusal.of(
                                "column-twice",
                                "A column stands twice",
                                row.address(before) + " and " + row.address(i) + " both name " + field + ".")
                        .at(row.address(i), "each field once", "Take one of the two away.")
                        .asException();
            }
            columns.add(new Column(i, heading, field));
        }
        String needed = kind.isMaster() ? "code" : "item";
        if (!seen.containsKey(needed)) {
            throw Refusal.of("unknown-columns", "The columns are unknown", "There is no column " + needed + ".")
                    .at("", "a column " + needed, "Begin with a template.")
                    .asException();
        }
        return new SheetFile(
                content,
                kind,
                delimiter,
                text,
                row.number(),
                List.copyOf(columns),
                remark == null ? List.of() : List.of(remark));
    }

    /** The rows below the headings. */
    Sheet rows() {
        Sheet sheet =
                text == null || delimiter == null ? new XlsxSheet(content) : new CsvSheet(content, text, delimiter);
        sheet.next();
        return sheet;
    }

    /** How many rows have something in them; reading them all also shows that the file is whole. */
    int count() {
        int count = 0;
        try (Sheet sheet = rows()) {
            while (sheet.next() != null) {
                count++;
            }
        }
        return count;
    }

    String format() {
        return text == null ? "xlsx" : "csv";
    }

    /** The name of the text's encoding, or null for a workbook. */
    @Nullable
    String encoding() {
        return text == null ? null : text.charset().name().toLowerCase(Locale.ROOT);
    }

    /** Headings that name no field. */
    List<String> unknownColumns() {
        return columns.stream()
                .filter(c -> c.field() == null && !c.heading().isEmpty())
                .map(Column::heading)
                .toList();
    }

    /** The column of a field, or null. */
    @Nullable
    Column column(String field) {
        return columns.stream().filter(c -> field.equals(c.field())).findFirst().orElse(null);
    }

    static RefusedException tooManyRows() {
        return Unreadable.of("too-large", "There are too many rows.", "at most " + Sheet.ROWS_MAX + " rows");
    }
}
