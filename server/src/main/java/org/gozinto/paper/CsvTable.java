/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table in text (RFC 4180), in UTF-8 with a byte order mark: without it spreadsheets take it for something else. */
public final class CsvTable implements Table {

    public static final String TYPE = "text/csv;charset=utf-8";

    /** The byte order mark. */
    public static final String MARK = "\ufeff";

    /** What a spreadsheet would take for a formula; an apostrophe that is there already is one more character of it. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final CsvWriter writer;

    public CsvTable(OutputStream out, char delimiter, List<Heading> headings) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        writer = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        writer.writeRecord(headings.stream().map(h -> guarded(h.name())).toList());
    }

    @Override
    public void row(List<? extends @Nullable String> cells) {
        writer.writeRecord(cells.stream().map(c -> c == null ? "" : guarded(c)).toList());
    }

    /** The text of a cell with an apostrophe before it where a spreadsheet would take it for a formula. */
    public static String guarded(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
