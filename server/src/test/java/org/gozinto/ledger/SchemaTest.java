/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The migrations of the two engines make the same tables. */
class SchemaTest {

    private static final String SQLITE_TABLES =
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'flyway_%'";
    private static final String POSTGRES_TABLES = """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_name not like 'flyway_%'
            """;
    private static final String POSTGRES_COLUMNS = """
            select column_name, data_type, is_nullable from information_schema.columns
            where table_schema = current_schema() and table_name = ?
            """;
    private static final String POSTGRES_INDEXES = """
            select array_to_string(array(
                       select a.attname from unnest(i.indkey) with ordinality k(attnum, n)
                       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum order by k.n), ','),
                   i.indisunique, pg_get_expr(i.indpred, i.indrelid)
            from pg_index i where i.indrelid = cast(? as regclass)
            """;

    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    private static <T> T onEmptyBook(Engines engine, Look<T> look) throws Exception {
        try (var home = engine.home();
                var storage = home.open(Clock.systemUTC())) {
            assertThat(storage.database().dialect().name()).isNotEmpty();
            try (Connection connection = home.connect()) {
                return look.at(connection);
            }
        }
    }

    private static List<List<String>> rows(Connection connection, String sql, String... params) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < params.length; i++) {
                query.setString(i + 1, params[i]);
            }
            try (var rows = query.executeQuery()) {
                List<List<String>> found = new ArrayList<>();
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(String.valueOf(rows.getString(i)));
                    }
                    found.add(row);
                }
                return found;
            }
        }
    }

    @Test
    void bothEnginesHaveTheSameColumns() throws Exception {
        Map<String, TreeSet<String>> sqlite = onEmptyBook(Engines.SQLITE, connection -> {
            Map<String, TreeSet<String>> tables = new TreeMap<>();
            for (var table : rows(connection, SQLITE_TABLES)) {
                var columns = tables.computeIfAbsent(table.getFirst(), t -> new TreeSet<>());
                rows(connection, "select name, type, \"notnull\" from pragma_table_info(?)", table.getFirst())
                        .forEach(c ->
                                columns.add(column(c.get(0), c.get(1), c.get(2).equals("0"))));
            }
            return tables;
        });
        Map<String, TreeSet<String>> postgres = onEmptyBook(Engines.POSTGRESQL, connection -> {
            Map<String, TreeSet<String>> tables = new TreeMap<>();
            for (var table : rows(connection, POSTGRES_TABLES)) {
                var columns = tables.computeIfAbsent(table.getFirst(), t -> new TreeSet<>());
                rows(connection, POSTGRES_COLUMNS, table.getFirst())
                        .forEach(c ->
                                columns.add(column(c.get(0), c.get(1), c.get(2).equals("YES"))));
            }
            return tables;
        });
        assertThat(sqlite).containsKeys("entry", "movement", "link", "holding", "hold", "unit", "item", "place");
        assertThat(postgres).isEqualTo(sqlite);
    }

    private static String column(String name, String type, boolean nullable) {
        String kind = switch (type.toLowerCase(Locale.ROOT)) {
            case "integer", "bigint", "smallint", "int" -> "number";
            case "text", "character varying" -> "text";
            case "blob", "bytea" -> "bytes";
            default -> throw new AssertionError("column " + name + " has the unforeseen type " + type);
        };
        return name + " " + kind + (nullable ? " or null" : "");
    }

    @Test
    void bothEnginesHaveTheSameKeysAndIndexes() throws Exception {
        Map<String, TreeSet<String>> sqlite = onEmptyBook(Engines.SQLITE, SchemaTest::sqliteIndexes);
        Map<String, TreeSet<String>> postgres = onEmptyBook(Engines.POSTGRESQL, connection -> {
            Map<String, TreeSet<String>> tables = new TreeMap<>();
            for (var table : rows(connection, POSTGRES_TABLES)) {
                var indexes = tables.computeIfAbsent(table.getFirst(), t -> new TreeSet<>());
                rows(connection, POSTGRES_INDEXES, table.getFirst())
                        .forEach(i -> indexes.add(index(i.get(0), i.get(1).equals("t"), i.get(2))));
            }
            return tables;
        });
        assertThat(postgres).isEqualTo(sqlite);
    }

    private static Map<String, TreeSet<String>> sqliteIndexes(Connection connection) throws SQLException {
        Map<String, TreeSet<String>> tables = new TreeMap<>();
        for (var row : rows(connection, SQLITE_TABLES)) {
            String table = row.getFirst();
            var indexes = tables.computeIfAbsent(table, t -> new TreeSet<>());
            // A key of one whole number is the table itself in SQLite, without an index of its own.
            var key = rows(connection, "select name from pragma_table_info(?) where pk > 0 order by pk", table);
            indexes.add(index(String.join(",", key.stream().map(List::getFirst).toList()), true, "null"));
            for (var index : rows(connection, "select name, \"unique\" from pragma_index_list(?)", table)) {
                var columns = rows(connection, "select name from pragma_index_info(?) order by seqno", index.get(0));
                var text = rows(connection, "select sql from sqlite_master where name = ?", index.get(0));
                String sql = text.isEmpty() ? "null" : text.getFirst().getFirst();
                int where = sql.indexOf(" where ");
                indexes.add(index(
                        String.join(",", columns.stream().map(List::getFirst).toList()),
                        index.get(1).equals("1"),
                        where < 0 ? "null" : sql.substring(where + 7)));
            }
        }
        return tables;
    }

    private static String index(String columns, boolean unique, String where) {
        String condition = where.toLowerCase(Locale.ROOT).replace("(", "").replace(")", "");
        return (unique ? "unique " : "") + columns + (condition.equals("null") ? "" : " where " + condition.strip());
    }

    @Test
    void bothEnginesRefuseWhatCanNeverBe() throws Exception {
        for (Engines engine : Engines.values()) {
            onEmptyBook(engine, connection -> {
                for (String wrong : List.of(
                        "insert into movement (seq, n, unit_id, qty, from_id, to_id) values (1, 0, 1, 0, 1, 2)",
                        "insert into movement (seq, n, unit_id, qty, from_id, to_id) values (1, 0, 1, -5, 1, 2)",
                        "insert into movement (seq, n, unit_id, qty, from_id, to_id) values (1, 0, 1, 5, 2, 2)",
                        "insert into link (seq, n, in_id, out_id, qty) values (1, 0, 1, 2, -1)",
                        "insert into holding (unit_id, place_id, qty) values (1, 2, 0)",
                        "insert into movement (seq, n, unit_id, qty, from_id, to_id) values (1, 0, 1, 'some', 1, 2)")) {
                    try (var statement = connection.createStatement()) {
                        assertThatThrownBy(() -> statement.execute(wrong))
                                .as(engine + ": " + wrong)
                                .isInstanceOf(SQLException.class);
                    }
                }
                return null;
            });
        }
    }
}
