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
    public void append(Connection connection, String table, List<String> columns, List<@Nullable Object[]> rows)
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

    @Override
    public String size() {
        return "select page_count * page_size from pragma_page_count(), pragma_page_size()";
    }

    /** SQLite's extended codes keep the primary code in their low byte. */
    private static int primaryCode(SQLException e) {
        return e.getErrorCode() & 0xff;
    }
}
