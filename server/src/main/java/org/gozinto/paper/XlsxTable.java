/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as a workbook: a first row that stays in sight, and text cells throughout, so that codes keep their zeros and
 * quantities their decimals. A list that is longer than a sheet goes on in the next.
 */
public final class XlsxTable implements Table {

    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows that are kept in memory before they are written. */
    private static final int ROWS_IN_MEMORY = 1_000;

    private static final int TEXT_MAX = 32_767;
    private static final String AS_TEXT = "@";

    private final Workbook workbook;
    private final String name;
    private final List<Heading> headings;
    private Worksheet sheet;
    private int sheets;
    private int row;

    public XlsxTable(OutputStream out, String name, List<Heading> headings) {
        this.workbook = new Workbook(out, "Gozinto", null);
        this.name = name;
        this.headings = headings;
        this.sheet = newSheet();
    }

    private Worksheet newSheet() {
        sheets++;
        Worksheet fresh = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        fresh.freezePane(0, 1);
        for (int i = 0; i < headings.size(); i++) {
            fresh.width(i, headings.get(i).width());
            fresh.inlineString(0, i, headings.get(i).name());
            fresh.style(0, i).bold().set();
        }
        row = 1;
        return fresh;
    }

    @Override
    public void row(List<? extends @Nullable String> cells) throws IOException {
        if (row == Worksheet.MAX_ROWS) {
            sheet.finish();
            sheet = newSheet();
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell != null && !cell.isEmpty()) {
                sheet.inlineString(row, i, cell.length() <= TEXT_MAX ? cell : cell.substring(0, TEXT_MAX));
                sheet.style(row, i).format(AS_TEXT).set();
            }
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
