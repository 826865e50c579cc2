/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table in text: CSV. */
final class CsvSheet implements Sheet {

    private static final int FIELD_CHARACTERS_MAX = 16 * 1024 * 1024;

    /** What an export put an apostrophe before, so that no spreadsheet takes it for a formula. */
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\t\r\n].*", Pattern.DOTALL);

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int number;

    CsvSheet(byte[] content, TextForm form, char delimiter) {
        try {
            Reader text = new InputStreamReader(
                    new ByteArrayInputStream(content, form.start(), content.length - form.start()), form.charset());
            // Excel's own hint "sep=;" is no row to it.
            for (int skipped = 0; skipped < form.hintCharacters(); skipped++) {
                text.read();
            }
            reader = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(FIELD_CHARACTERS_MAX)
                    .ofCsvRecord(text);
            records = reader.iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (records.hasNext()) {
                SheetRow row = row(records.next());
                if (!row.isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            String detail = "Row " + (number + 1) + " is not well-formed CSV: " + message(e) + ".";
            throw Unreadable.of("unreadable", detail, "quotes in pairs, a quote inside a quoted cell written twice");
        }
    }

    private static String message(CsvParseException e) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private SheetRow row(CsvRecord record) {
        number++;
        if (number > ROWS_MAX) {
            throw SheetFile.tooManyRows();
        }
        List<Cell> cells = new ArrayList<>(record.getFieldCount());
        for (String field : record.getFields()) {
            cells.add(Cell.text(GUARDED.matcher(field).matches() ? field.substring(1) : field));
        }
        return new SheetRow(number, cells);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
