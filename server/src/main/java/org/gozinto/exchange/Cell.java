/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a spreadsheet.
 *
 * @param text as it is written out, without blanks at its ends; empty when there is nothing in it
 * @param time of a real date
 */
record Cell(String text, Form form, @Nullable LocalDateTime time) {

    static final Cell EMPTY = new Cell("", Form.TEXT, null);

    /** What the file says the cell is; in CSV everything is text. */
    enum Form {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        FORMULA,
        ERROR
    }

    static Cell text(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? EMPTY : new Cell(stripped, Form.TEXT, null);
    }

    static Cell date(LocalDateTime time) {
        boolean day = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Cell(day ? time.toLocalDate().toString() : time.toString(), Form.DATE, time);
    }

    boolean isEmpty() {
        return text.isEmpty() && form == Form.TEXT;
    }

    /** The day of a real date without a time of day, or null. */
    @Nullable
    LocalDate day() {
        return time != null && time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate() : null;
    }

    /** The address as spreadsheets show it: column 3 of row 12 is {@code D12}. */
    static String address(int column, int row) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }
}
