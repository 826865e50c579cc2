/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;

/** The SQL of standings. Safe for use by many threads. */
final class StandingStore {

    private static final List<String> COLUMNS = List.of("unit_id", "item_id", "mark", "start_day", "end_day", "term");

    private static final String ROW = "select s.unit_id, s.item_id, s.mark, s.start_day, s.end_day, s.term from ";

    private final Database database;

    StandingStore(Database database) {
        this.database = database;
    }

    /** What a kept standing says. */
    enum Mark {
        DATED,
        UNKNOWN,
        NONE
    }

    /**
     * The longest coverage of a serial.
     *
     * @param start of dated ones
     * @param end null where nothing on the calendar ends it
     * @param term which ends last
     */
    record Row(
            long unitId,
            long itemId,
            Mark mark,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable String term) {}

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getLong(1),
                rows.getLong(2),
                Mark.values()[rows.getInt(3)],
                day(rows, 4),
                day(rows, 5),
                rows.getString(6));
    }

    private static @Nullable LocalDate day(ResultSet rows, int column) throws SQLException {
        long day = rows.getLong(column);
        return rows.wasNull() ? null : LocalDate.ofEpochDay(day);
    }

    /** The rows of units from one id to another, the last not included. */
    Map<Long, Row> between(long from, long to) {
        Map<Long, Row> found = new HashMap<>();
        database.read()
                .sql(ROW + "standing s where s.unit_id >= ? and s.unit_id < ?")
                .params(from, to)
                .query((rows, i) -> found.put(rows.getLong(1), row(rows)))
                .list();
        return found;
    }

    Map<Long, Row> of(Collection<Long> ids) {
        Map<Long, Row> found = new HashMap<>();
        database.read()
                .sql(ROW + database.dialect().numbers() + " k cross join standing s where s.unit_id = k.value")
                .param(array(ids))
                .query((rows, i) -> found.put(rows.getLong(1), row(rows)))
                .list();
        return found;
    }

    /** Puts rows in the place of all of units from one id to another, the last not included. */
    void replace(long from, long to, Collection<Row> rows) {
        database.transaction(connection -> {
            try (var delete = connection.prepareStatement("delete from standing where unit_id >= ? and unit_id < ?")) {
                delete.setLong(1, from);
                delete.setLong(2, to);
                delete.executeUpdate();
            }
            append(connection, rows);
            return rows.size();
        });
    }

    /** Puts rows in the place of those of these units. */
    void replace(Collection<Long> ids, Collection<Row> rows) {
        database.transaction(connection -> {
            try (var delete = connection.prepareStatement("delete from standing where unit_id in (select k.value from "
                    + database.dialect().numbers() + " k)")) {
                delete.setString(1, array(ids));
                delete.executeUpdate();
            }
            append(connection, rows);
            return rows.size();
        });
    }

    private void append(Connection connection, Collection<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Row row : rows) {
            values.add(new @Nullable Object[] {
                row.unitId(),
                row.itemId(),
                (long) row.mark().ordinal(),
                row.start() == null ? null : (Long) row.start().toEpochDay(),
                row.end() == null ? null : (Long) row.end().toEpochDay(),
                row.term()
            });
        }
        database.dialect().append(connection, "standing", COLUMNS, values);
    }

    private static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }

    /**
     * Which rows a list has.
     *
     * @param itemId null for all
     * @param state covered, expired, notStarted, unknown or none; null for all
     */
    record Which(
            @Nullable Long itemId,
            @Nullable String state,
            @Nullable LocalDate endsFrom,
            @Nullable LocalDate endsTo) {}

    /** Rows of units after one, in the order of their ids. */
    List<Row> page(Which which, LocalDate today, long after, int limit) {
        var sql = new StringBuilder(ROW + "standing s where s.unit_id > ?");
        List<Object> params = new ArrayList<>(List.of(after));
        if (which.itemId() != null) {
            sql.append(" and s.item_id = ?");
            params.add(which.itemId());
        }
        if (which.state() != null) {
            sql.append(" and ").append(condition(which.state()));
            long day = today.toEpochDay();
            switch (which.state()) {
                case "covered" -> params.addAll(List.of(day, day));
                case "expired", "notStarted" -> params.add(day);
                default -> {
                    // Without a day.
                }
            }
        }
        if (which.endsFrom() != null) {
            sql.append(" and s.end_day >= ?");
            params.add(which.endsFrom().toEpochDay());
        }
        if (which.endsTo() != null) {
            sql.append(" and s.end_day <= ?");
            params.add(which.endsTo().toEpochDay());
        }
        params.add(limit);
        return database.read()
                .sql(sql.append(" order by s.unit_id limit ?").toString())
                .params(params)
                .query((rows, i) -> row(rows))
                .list();
    }

    private static String condition(String state) {
        return switch (state) {
            case "covered" -> "s.mark = 0 and s.start_day <= ? and (s.end_day is null or s.end_day >= ?)";
            case "expired" -> "s.mark = 0 and s.end_day < ?";
            case "notStarted" -> "s.mark = 0 and s.start_day > ?";
            case "unknown" -> "s.mark = 1";
            case "none" -> "s.mark = 2";
            default -> throw new IllegalArgumentException(state);
        };
    }

    // --- how far it follows

    Map<String, String> seen() {
        Map<String, String> seen = new HashMap<>();
        database.read()
                .sql("select name, value from standing_seen")
                .query((rows, i) -> seen.put(rows.getString(1), rows.getString(2)))
                .list();
        return seen;
    }

    void see(Map<String, String> values) {
        database.write(transaction -> {
            values.forEach(
                    (name, value) -> transaction.sql("""
                            insert into standing_seen (name, value) values (?, ?)
                            on conflict (name) do update set value = excluded.value
                            """).params(name, value).update());
            return values.size();
        });
    }

    /** Whether there is any row. */
    boolean isEmpty() {
        return database.read()
                .sql("select unit_id from standing limit 1")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    long lastSeq() {
        return database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
    }

    /** The units that entries after one move, at most {@code limit}. */
    List<Long> movedAfter(long seq, int limit) {
        return database.read()
                .sql("""
                        select distinct m.unit_id from movement m where m.seq > ?
                        union select m.unit_id from entry e join movement m on m.seq = e.corrects where e.seq > ?
                        limit ?
                        """)
                .params(seq, seq, limit)
                .query((rows, i) -> rows.getLong(1))
                .list();
    }

    /** How many serials there are of items; null for all. */
    long serials(@Nullable Set<Long> itemIds) {
        return itemIds == null
                ? database.read()
                        .sql("select count(*) from unit where kind = 2")
                        .query(Long.class)
                        .single()
                : database.read()
                        .sql("select count(*) from " + database.dialect().numbers()
                                + " k cross join unit u where u.item_id = k.value and u.kind = 2")
                        .param(array(itemIds))
                        .query(Long.class)
                        .single();
    }
}
