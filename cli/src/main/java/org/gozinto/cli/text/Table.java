/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns: numbers to the right, everything else to the left; a column without values is left out. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        this.heads = List.of(heads);
    }

    /** Adds a row with as many cells as there are columns. */
    public Table row(String... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + heads.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How many rows. */
    public int size() {
        return rows.size();
    }

    /** The table as lines, each behind the margin; nothing for a table without rows. */
    public List<String> lines(String margin) {
        List<String> lines = new ArrayList<>();
        if (rows.isEmpty()) {
            return lines;
        }
        List<Column> columns = columns();
        boolean named = heads.stream().anyMatch(head -> !head.isEmpty());
        if (named) {
            lines.add(line(margin, heads, columns));
        }
        rows.forEach(row -> lines.add(line(margin, row, columns)));
        return lines;
    }

    private record Column(int at, int width, boolean right) {}

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int at = i;
            List<String> cells = rows.stream().map(row -> row.get(at)).toList();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            int width = cells.stream().mapToInt(Table::width).max().orElse(0);
            boolean right = cells.stream().allMatch(cell -> cell.isEmpty() || cell.matches("[-+]?[0-9][0-9.,' ]*"));
            columns.add(new Column(i, Math.max(width, width(heads.get(i))), right));
        }
        return columns;
    }

    private static String line(String margin, List<String> cells, List<Column> columns) {
        StringBuilder line = new StringBuilder(margin);
        String gap = "";
        for (Column column : columns) {
            String cell = cells.get(column.at());
            String padding = " ".repeat(column.width() - width(cell));
            line.append(gap).append(column.right() ? padding + cell : cell + padding);
            gap = GAP;
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
