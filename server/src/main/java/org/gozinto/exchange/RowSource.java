/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows in the order in which they are taken: places behind those that they are in, all others as they stand. */
sealed interface RowSource extends AutoCloseable {

    @Nullable
    SheetRow next();

    @Override
    void close();

    static RowSource of(SheetFile file) {
        return file.kind() == SheetKind.PLACES && file.column("parent") != null
                ? new Sorted(Order.of(file))
                : new AsTheyStand(file.rows());
    }

    record AsTheyStand(Sheet sheet) implements RowSource {
        @Override
        public @Nullable SheetRow next() {
            return sheet.next();
        }

        @Override
        public void close() {
            sheet.close();
        }
    }

    record Sorted(Queue<SheetRow> rows) implements RowSource {
        @Override
        public @Nullable SheetRow next() {
            return rows.poll();
        }

        @Override
        public void close() {
            rows.clear();
        }
    }

    /** Puts parents first; rows whose parents go round in a circle come last, and are refused by the rules. */
    final class Order {

        private static final int ROWS_MAX = 200_000;

        private final Map<String, List<SheetRow>> waiting = new HashMap<>();
        private final Queue<SheetRow> open = new ArrayDeque<>();
        private final int code;

        private Order(int code) {
            this.code = code;
        }

        static Queue<SheetRow> of(SheetFile file) {
            var codeColumn = file.column("code");
            var parentColumn = file.column("parent");
            if (codeColumn == null || parentColumn == null) {
                throw new IllegalStateException("places have codes and parents");
            }
            List<SheetRow> rows = read(file);
            var order = new Order(codeColumn.index());
            Set<String> codes = new HashSet<>();
            rows.forEach(r -> codes.add(r.cell(codeColumn.index()).text()));
            for (SheetRow row : rows) {
                String parent = row.cell(parentColumn.index()).text();
                if (codes.contains(parent)) {
                    order.waiting
                            .computeIfAbsent(parent, p -> new ArrayList<>())
                            .add(row);
                } else {
                    order.open.add(row);
                }
            }
            return order.sorted(rows);
        }

        private static List<SheetRow> read(SheetFile file) {
            List<SheetRow> rows = new ArrayList<>();
            try (Sheet sheet = file.rows()) {
                for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                    rows.add(row);
                    if (rows.size() > ROWS_MAX) {
                        throw Unreadable.of("too-large", "There are too many places.", "at most " + ROWS_MAX + " rows");
                    }
                }
            }
            return rows;
        }

        private Queue<SheetRow> sorted(List<SheetRow> rows) {
            Set<SheetRow> sorted = new LinkedHashSet<>();
            for (SheetRow row = open.poll(); row != null; row = open.poll()) {
                sorted.add(row);
                open.addAll(waiting.getOrDefault(row.cell(code).text(), List.of()));
                waiting.remove(row.cell(code).text());
            }
            sorted.addAll(rows);
            return new ArrayDeque<>(sorted);
        }
    }
}
