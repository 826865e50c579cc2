/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** SQLite, the embedded default. */
final class SqliteDialect implements Dialect {

    /**
     * Rows that one statement inserts when there are many: each call into SQLite costs about as much as a row, and
     * 64 rows of 15 columns stay far below its 32,766 parameters.
     */
    private static final int ROWS_A_STEP = 64;

    private static final int FORGET_WAIT_MS = 200;

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String texts() {
        return "json_each(?)";
    }

    @Override
    public String numbers() {
        return "json_each(?)";
    }

    @Override
    public String lockedShared() {
        // One transaction writes at a time.
        return "";
    }

    @Override
    public void append(Connection connection, String table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        int full = rows.size() - rows.size() % ROWS_A_STEP;
        if (full > 0) {
            insert(connection, statement(table, columns, ROWS_A_STEP), rows.subList(0, full), ROWS_A_STEP);
        }
        if (full < rows.size()) {
            insert(connection, statement(table, columns, 1), rows.subList(full, rows.size()), 1);
        }
    }

    private static String statement(String table, List<String> columns, int rows) {
        String row = "(" + "?, ".repeat(columns.size() - 1) + "?)";
        return "insert into " + table + " (" + String.join(", ", columns) + ") values " + (row + ", ").repeat(rows - 1)
                + row;
    }

    /** Inserts the rows, {@code step} of them at a time. */
    private static void insert(Connection connection, String sql, List<@Nullable Object[]> rows, int step)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (int i = 0; i < rows.size(); i++) {
                for (Object value : rows.get(i)) {
                    insert.setObject(parameter++, value);
                }
                if ((i + 1) % step == 0) {
                    insert.addBatch();
                    parameter = 1;
                }
            }
            insert.executeBatch();
        }
    }

    @Override
    public boolean isRetryable(SQLException e) {
        return primaryCode(e) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    @Override
    public boolean isStorageFailure(SQLException e) {
        int code = primaryCode(e);
        return code == SQLiteErrorCode.SQLITE_FULL.code
                || code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code;
    }

    /** The log has pages as they were; it is folded into the file and cut off. */
    @Override
    public boolean forget(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Whoever writes would wait as long for those who read.
            statement.execute("pragma busy_timeout = " + FORGET_WAIT_MS);
            try (var rows = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                return rows.next() && rows.getInt(1) == 0;
            } finally {
                statement.execute("pragma busy_timeout = " + Storage.SQLITE_BUSY_MS);
            }
        }
    }

    @Override
    public String size() {
        return "select page_count * page_size from pragma_page_count(), pragma_page_size()";
    }

    /** SQLite's extended codes keep the primary code in their low byte. */
    private static int primaryCode(SQLException e) {
        return e.getErrorCode() & 0xff;
    }
}
