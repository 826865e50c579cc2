/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table; columns after the first are numbers and stand to the right. */
final class Table {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... columns) {
        this.columns = List.of(columns);
    }

    Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
            widths[i] = Math.max(3, Math.max(columns.get(i).length(), widest));
        }
        var text = new StringBuilder();
        line(text, columns, widths);
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "|" : "").append(i == 0 ? "-" : " ");
            text.append("-".repeat(widths[i])).append(i == 0 ? "-|" : ":|");
        }
        text.append('\n');
        rows.forEach(r -> line(text, r, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            String room = " ".repeat(widths[i] - cells.get(i).length());
            text.append(' ')
                    .append(i == 0 ? cells.get(i) + room : room + cells.get(i))
                    .append(" |");
        }
        text.append('\n');
    }

    /** A number for people: three digits that count, thousands apart. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        int decimals = value >= 100 || value == 0 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** How a figure stands to another: {@code 0.45 ×}. */
    static String ratio(double value, double other) {
        return other == 0 ? "–" : String.format(Locale.ROOT, "%.2f ×", value / other);
    }
}
