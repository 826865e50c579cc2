/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The book's database: many readers that never wait, and one place to write.
 *
 * <p>SQLite allows one writer at a time, and the hash chain needs one anyway, so all writing goes through one
 * connection. Safe for use by many threads.
 */
public final class Database {

    private static final int ATTEMPTS_MAX = 8;

    private final DataSource writer;
    private final DataSource readers;
    private final Dialect dialect;
    private final JdbcClient read;
    private final Fence fence;

    /** Confirms in a writing transaction that this process is still the one that may write. */
    @FunctionalInterface
    interface Fence {
        void confirm(Connection connection) throws SQLException;
    }

    Database(DataSource writer, DataSource readers, Dialect dialect, Fence fence) {
        this.writer = writer;
        this.readers = readers;
        this.dialect = dialect;
        this.read = JdbcClient.create(readers);
        this.fence = fence;
    }

    /** Queries outside a transaction, each seeing what is committed. */
    public JdbcClient read() {
        return read;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** A connection for one long read that must see one moment; the caller closes it. */
    public Connection readConnection() throws SQLException {
        return readers.getConnection();
    }

    /** Runs work that reads, sees one moment, and can write nothing. */
    public <T> T moment(Work<T> work) {
        try (Connection connection = readers.getConnection()) {
            connection.setAutoCommit(false);
            if (dialect instanceof PostgresDialect) {
                // A transaction of SQLite sees one moment anyway, and its reading connections refuse to write.
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
                try (var statement = connection.createStatement()) {
                    statement.execute(PostgresDialect.DESK_OF_A_MOMENT);
                }
            }
            try {
                return work.in(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Lets go of the copies that the engine keeps of overwritten rows, as far as it can; see {@link Dialect#forget}.
     *
     * @return false when it can be tried again
     */
    public boolean forget(String table) {
        try (Connection connection = readers.getConnection()) {
            return dialect.forget(connection, table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Runs the work in one writing transaction; it is done again when the engine asks for that, so it must have no
     * other effect.
     */
    public <T> T transaction(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS_MAX || !dialect.isRetryable(e)) {
                    throw failure(e);
                }
            }
        }
    }

    /** Runs statements of a master or user record in one writing transaction. */
    public <T> T write(Function<JdbcClient, T> work) {
        return transaction(connection -> {
            try {
                return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            } catch (DataAccessException e) {
                if (e.getRootCause() instanceof SQLException cause) {
                    throw cause;
                }
                throw e;
            }
        });
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                fence.confirm(connection);
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollback(connection, e);
                if (!(e instanceof RefusedException)) {
                    forget(connection);
                }
                throw e;
            }
        }
    }

    /**
     * Does not use the connection again. SQLite ends a transaction by itself when the disk is full, and a driver
     * that has not noticed would let the next statements commit one by one.
     */
    private void forget(Connection connection) {
        if (writer instanceof HikariDataSource pool) {
            pool.evictConnection(connection);
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private RuntimeException failure(SQLException e) {
        if (dialect.isStorageFailure(e)) {
            return new Refusal(
                            503,
                            "cannot-write",
                            "The ledger cannot be written",
                            "The database refused to write: " + e.getMessage() + ". Nothing was recorded.",
                            List.of())
                    .at(
                            "",
                            "room on the disk and a writable data directory",
                            "Make room or mend the permissions, then send the same again.")
                    .asException();
        }
        return new IllegalStateException(e);
    }
}
