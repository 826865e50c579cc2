/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens connections to a file of SQLite that keep their prepared statements; a pool above it keeps the connections. */
final class SqliteSource extends AbstractDataSource {

    private final Path file;
    private final Properties pragmas;
    private volatile int loginSeconds;

    SqliteSource(Path file, Properties pragmas) {
        this.file = file;
        this.pragmas = pragmas;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new KeepingConnection("jdbc:sqlite:" + file, file.toString(), pragmas);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    // A file is opened or it is not; but a pool that closes waits so long for who is opening one.
    @Override
    public int getLoginTimeout() {
        return loginSeconds;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginSeconds = seconds;
    }
}
