/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The SQL of what was printed. */
final class PrintStore {

    private static final List<String> LINE_COLUMNS = List.of("print", "n", "kind", "item", "number", "lot", "copy");

    private static final String PRINT = """
            select p.number, p.id, p.request_hash, p.at_us, p.actor, p.template, p.template_version, p.format, p.dpi,
                   p.sheet, p.printer, p.reason, p.block, p.labels, p.state, p.detail from label_print p
            """;

    private final Database database;

    PrintStore(Database database) {
        this.database = database;
    }

    /** What became of a print. */
    enum State {
        /** A document was made. */
        MADE,
        SENDING,
        SENT,
        FAILED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A print as a row; number 0 before it is kept. */
    record Print(
            long number,
            String id,
            byte[] requestHash,
            long atUs,
            String actor,
            String template,
            long templateVersion,
            String format,
            int dpi,
            @Nullable String sheet,
            @Nullable String printer,
            @Nullable String reason,
            @Nullable String block,
            long labels,
            String state,
            @Nullable String detail) {

        String at() {
            return Instant.EPOCH.plus(atUs, ChronoUnit.MICROS).toString();
        }
    }

    /** One label of a print. */
    record Line(long n, Label.Thing thing, @Nullable String lot, long copy) {}

    @Nullable
    Print find(String id) {
        return one(database.read(), id);
    }

    private static @Nullable Print one(JdbcClient client, String id) {
        return client.sql(PRINT + "where p.id = ?")
                .param(id)
                .query((rows, n) -> print(rows))
                .optional()
                .orElse(null);
    }

    private static Print print(ResultSet rows) throws SQLException {
        return new Print(
                rows.getLong(1),
                rows.getString(2),
                rows.getBytes(3),
                rows.getLong(4),
                rows.getString(5),
                rows.getString(6),
                rows.getLong(7),
                rows.getString(8),
                rows.getInt(9),
                rows.getString(10),
                rows.getString(11),
                rows.getString(12),
                rows.getString(13),
                rows.getLong(14),
                rows.getString(15),
                rows.getString(16));
    }

    /** Prints with a number below, newest first; of one thing, or of all things of an item, when they are given. */
    List<Print> page(long before, Label.@Nullable Thing thing, @Nullable String item, int limit) {
        var where = new StringBuilder("where p.number < ?");
        List<Object> params = new ArrayList<>(List.of(before));
        if (thing != null) {
            where.append(" and p.number in"
                    + " (select l.print from label_line l where l.kind = ? and l.item = ? and l.number = ?)");
            params.addAll(List.of(thing.kind().word(), thing.item(), thing.number()));
        }
        if (item != null) {
            where.append(" and p.number in (select l.print from label_line l where l.item = ?)");
            params.add(item);
        }
        params.add(limit);
        return database.read()
                .sql(PRINT + where + " order by p.number desc limit ?")
                .params(params)
                .query((rows, n) -> print(rows))
                .list();
    }

    List<Line> lines(long print, long after, int limit) {
        return database.read()
                .sql("select n, kind, item, number, lot, copy from label_line where print = ? and n > ?"
                        + " order by n limit ?")
                .params(print, after, limit)
                .query((rows, n) -> new Line(
                        rows.getLong(1),
                        new Label.Thing(
                                Label.Kind.valueOf(rows.getString(2).toUpperCase(java.util.Locale.ROOT)),
                                rows.getString(3),
                                rows.getString(4)),
                        rows.getString(5),
                        rows.getLong(6)))
                .list();
    }

    /** Judges a print by what was printed before, in the transaction that keeps it. */
    @FunctionalInterface
    interface Judge {
        /** Throws a refusal when the print must not be; {@code before} has the things that were printed before. */
        void judge(Map<Label.Thing, Long> before);
    }

    /** Keeps a print with all its lines, or gives the one that has the same id already. */
    Print add(Print print, List<Label> labels, int copies, Judge judge) {
        return database.transaction(connection -> {
            try {
                return add(print, labels, copies, judge, connection);
            } catch (DataAccessException e) {
                // The database does a transaction again when it is an exception of its own that asks for that.
                if (e.getRootCause() instanceof SQLException cause) {
                    throw cause;
                }
                throw e;
            }
        });
    }

    private Print add(Print print, List<Label> labels, int copies, Judge judge, Connection connection)
            throws SQLException {
        JdbcClient transaction = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        Print known = one(transaction, print.id());
        if (known != null) {
            return known;
        }
        Map<Label.Thing, Long> copyOf = printed(transaction, labels);
        judge.judge(copyOf);
        long number = transaction
                .sql("select coalesce(max(number), 0) + 1 from label_print")
                .query(Long.class)
                .single();
        insert(transaction, number, print);
        List<@Nullable Object[]> rows = new ArrayList<>(labels.size() * copies);
        long n = 0;
        for (Label label : labels) {
            Label.Thing thing = label.thing();
            for (int i = 0; i < copies; i++) {
                long copy = copyOf.merge(thing, 1L, Long::sum);
                rows.add(new @Nullable Object[] {
                    number, ++n, thing.kind().word(), thing.item(), thing.number(), label.lot(), copy
                });
            }
        }
        database.dialect().append(connection, "label_line", LINE_COLUMNS, rows);
        return print;
    }

    private static void insert(JdbcClient transaction, long number, Print print) {
        List<@Nullable Object> params = new ArrayList<>();
        params.add(number);
        params.add(print.id());
        params.add(print.requestHash());
        params.add(print.atUs());
        params.add(print.actor());
        params.add(print.template());
        params.add(print.templateVersion());
        params.add(print.format());
        params.add(print.dpi());
        params.add(print.sheet());
        params.add(print.printer());
        params.add(print.reason());
        params.add(print.block());
        params.add(print.labels());
        params.add(print.state());
        params.add(print.detail());
        transaction.sql("""
                        insert into label_print (number, id, request_hash, at_us, actor, template, template_version,
                                                 format, dpi, sheet, printer, reason, block, labels, state, detail)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """).params(params).update();
    }

    /** How often each thing was printed before; things that were not are left out. */
    private Map<Label.Thing, Long> printed(JdbcClient transaction, List<Label> labels) {
        Map<Label.Thing, Long> printed = new HashMap<>();
        Map<Label.Thing, List<String>> numbers = labels.stream()
                .map(Label::thing)
                .distinct()
                .collect(Collectors.groupingBy(
                        t -> new Label.Thing(t.kind(), t.item(), ""),
                        Collectors.mapping(Label.Thing::number, Collectors.toList())));
        numbers.forEach((of, wanted) -> {
            var array = new JsonText().array();
            wanted.forEach(array::element);
            transaction
                    .sql("select l.number, max(l.copy) from "
                            + database.dialect().texts()
                            + " k cross join label_line l where l.number = k.value and l.kind = ? and l.item = ?"
                            + " group by l.number")
                    .params(array.endArray().toString(), of.kind().word(), of.item())
                    .query((rows, n) -> Map.entry(rows.getString(1), rows.getLong(2)))
                    .list()
                    .forEach(e -> printed.put(new Label.Thing(of.kind(), of.item(), e.getKey()), e.getValue()));
        });
        return printed;
    }

    void become(String id, State state, @Nullable String detail) {
        database.write(transaction -> transaction
                .sql("update label_print set state = ?, detail = ? where id = ?")
                .param(state.word())
                .param(detail)
                .param(id)
                .update());
    }
}
