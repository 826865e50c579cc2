/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** PostgreSQL, for more users and data. */
final class PostgresDialect implements Dialect {

    /** From this many rows on COPY is the quicker way; below it a prepared insert needs fewer round trips. */
    private static final int ROWS_TO_COPY = 64;

    /**
     * A desk asks for what it names, never for all there is. The planner keeps the plans that it made while the tables
     * were small, or takes one place for half of all stock: without these it then reads a whole table, for each thing
     * that is asked for in the worst case.
     */
    static final String DESK = "set enable_seqscan = off; set enable_material = off";

    /** The same until a transaction ends, on a connection that lists and totals are read with too. */
    static final String DESK_OF_A_MOMENT = "set local enable_seqscan = off; set local enable_material = off";

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String texts() {
        return "json_array_elements_text(cast(? as json))";
    }

    @Override
    public String numbers() {
        return "(select cast(value as bigint) as value from json_array_elements_text(cast(? as json)))";
    }

    @Override
    public String lockedShared() {
        return " for share";
    }

    @Override
    public void append(Connection connection, String table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        if (rows.size() < ROWS_TO_COPY) {
            insert(connection, table, columns, rows);
        } else {
            copy(connection, table, columns, rows);
        }
    }

    private static void insert(Connection connection, String table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        var marks = "?, ".repeat(columns.size() - 1) + "?";
        var sql = "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (var row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void copy(Connection connection, String table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        var text = new StringBuilder(rows.size() * columns.size() * 12);
        for (var row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i > 0) {
                    text.append('\t');
                }
                copyValue(text, row[i]);
            }
            text.append('\n');
        }
        var sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
        var bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, bytes, 1 << 16);
        } catch (IOException e) {
            throw new SQLException("copy into " + table + " failed", e);
        }
    }

    /** One value in COPY's text format. */
    private static void copyValue(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case String s -> copyText(text, s);
            default -> text.append(value);
        }
    }

    private static void copyText(StringBuilder text, String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    @Override
    public boolean isRetryable(SQLException e) {
        return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    @Override
    public boolean isStorageFailure(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("53") || state.startsWith("58") || state.startsWith("08"));
    }

    /** Old versions of rows are dead once nobody sees them; their room is given to others. */
    @Override
    public boolean forget(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum " + table);
            return true;
        }
    }

    @Override
    public String size() {
        return "select pg_database_size(current_database())";
    }
}
