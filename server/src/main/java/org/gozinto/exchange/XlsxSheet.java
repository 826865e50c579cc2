/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook: XLSX. */
final class XlsxSheet implements Sheet {

    /** A small file can unfold to a huge one; what is kept in memory of it is limited. */
    private static final long UNFOLDED_BYTES_MAX = 1L << 30;

    private static final long TEXTS_BYTES_MAX = 256L << 20;
    private static final int COLUMNS_MAX = 1_000;

    /** Parts of a format that are no letters of a date: quoted texts, colours and conditions, escaped characters. */
    private static final Pattern NO_LETTERS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    XlsxSheet(byte[] content) {
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    /** Whether it is a workbook at all; refused when it would unfold to more than can be read. */
    static boolean isWorkbook(byte[] content) {
        boolean workbook = false;
        long unfolded = 0;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String part = entry.getName().toLowerCase(Locale.ROOT);
                workbook |= part.equals("xl/workbook.xml");
                long bytes = unfolded(zip, entry, UNFOLDED_BYTES_MAX - unfolded);
                unfolded += bytes;
                if (unfolded > UNFOLDED_BYTES_MAX || part.endsWith("sharedstrings.xml") && bytes > TEXTS_BYTES_MAX) {
                    throw Unreadable.of("too-large", "The workbook unfolds to too much.", "a smaller workbook");
                }
            }
        } catch (IOException e) {
            throw broken(e);
        }
        return workbook;
    }

    /** How large a part is, which its own statement of it need not tell; little more than the limit is read. */
    private static long unfolded(ZipFile zip, ZipArchiveEntry entry, long max) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream part = zip.getInputStream(entry)) {
            for (int n = part.read(buffer); n > 0 && bytes <= max; n = part.read(buffer)) {
                bytes += n;
            }
        }
        return bytes;
    }

    /** What a person should know of it, or null. */
    @Nullable
    String remark() {
        long sheets = workbook.getSheets().count();
        return sheets > 1
                ? "Only the first of " + sheets + " sheets, \""
                        + workbook.getFirstSheet().getName() + "\", was read."
                : null;
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (rows.hasNext()) {
                SheetRow row = row(rows.next());
                if (!row.isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private static SheetRow row(Row row) {
        if (row.getCellCount() > COLUMNS_MAX) {
            throw Unreadable.of(
                    "too-large",
                    "Row " + row.getRowNum() + " has " + row.getCellCount() + " cells.",
                    "at most " + COLUMNS_MAX + " columns");
        }
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            var cell = row.getCell(i);
            cells.add(cell == null ? Cell.EMPTY : cell(cell));
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getType() != CellType.EMPTY && cell.getFormula() != null) {
            return new Cell("=" + cell.getFormula(), Cell.Form.FORMULA, null);
        }
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case STRING -> Cell.text(cell.getText());
            case BOOLEAN -> new Cell(String.valueOf(cell.asBoolean()), Cell.Form.BOOLEAN, null);
            case NUMBER -> number(cell);
            case FORMULA -> new Cell("=" + cell.getFormula(), Cell.Form.FORMULA, null);
            case ERROR -> new Cell(String.valueOf(cell.getRawValue()), Cell.Form.ERROR, null);
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            LocalDateTime time = cell.asDate();
            // Times are fractions of a day there, so a second can come out a little short.
            return Cell.date(time.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS));
        }
        BigDecimal exact = new BigDecimal(String.valueOf(cell.getRawValue()));
        // A spreadsheet keeps binary fractions and writes 0.1 as 0.10000000000000001; the shortest text is what was
        // typed.
        BigDecimal typed = exact.precision() > 15 && exact.scale() > 0
                ? new BigDecimal(Double.toString(exact.doubleValue()))
                : exact;
        String text = typed.signum() == 0 ? "0" : typed.stripTrailingZeros().toPlainString();
        return new Cell(text, Cell.Form.NUMBER, null);
    }

    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        String letters = NO_LETTERS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 && letters.indexOf('m') >= 0;
    }

    private static RefusedException broken(Exception e) {
        return Unreadable.of(
                "unreadable",
                "The workbook cannot be read: " + (e.getMessage() == null ? "it is damaged" : e.getMessage()) + ".",
                "an XLSX workbook without a password, as spreadsheet programs save it");
    }

    @Override
    public void close() {
        try (workbook) {
            stream.close();
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
