/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.SequencedMap;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection to SQLite that keeps its prepared statements when they are closed, for the next who prepares the same
 * text. SQLite compiles a statement in about the time that it takes to find a few rows by a key.
 *
 * <p>A kept statement is reset and holds no value: it keeps no read transaction open, so the write-ahead log can be
 * folded into the file, and nothing of who used it before. SQLite itself compiles it anew after a change of the schema.
 * One that is broken is not kept: after most failures the driver has given up what is behind it, and says so only when
 * it is used again. A row that a constraint refused breaks nothing.
 *
 * <p>Like any connection it is used by one thread at a time; it is closed by any, and its kept statements with it.
 */
final class KeepingConnection extends JDBC4Connection {

    /** Statements that are kept at the most; of more the one that was not used for the longest is closed. */
    static final int KEPT_MAX = 128;

    /** Those that nobody uses, by their text, the last one given back at the end. */
    private final SequencedMap<String, Kept> idle = new LinkedHashMap<>();

    KeepingConnection(String url, String file, Properties pragmas) throws SQLException {
        super(url, file, pragmas);
    }

    /** Statements that are kept now. */
    int kept() {
        return idle.size();
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        Kept known = idle.remove(sql);
        return known != null ? known.lent() : new Kept(this, sql);
    }

    private void keep(String text, Kept statement) throws SQLException {
        Kept same = idle.put(text, statement);
        if (same != null) {
            // The same text was prepared again while it was in use.
            same.discard();
        }
        if (idle.size() > KEPT_MAX) {
            idle.pollFirstEntry().getValue().discard();
        }
    }

    /** A statement that is lent and given back. */
    private static final class Kept extends JDBC4PreparedStatement {

        private final KeepingConnection connection;
        private final String text;
        private boolean lent = true;

        Kept(KeepingConnection connection, String text) throws SQLException {
            super(connection, text);
            this.connection = connection;
            this.text = text;
        }

        Kept lent() {
            lent = true;
            return this;
        }

        /** Given back; not closed, unless it cannot be used again as if it were new. */
        @Override
        public void close() throws SQLException {
            if (!lent) {
                return;
            }
            lent = false;
            if (connection.isClosed() || pointer.isClosed() || isCloseOnCompletion() || !cleaned()) {
                discard();
            } else {
                connection.keep(text, this);
            }
        }

        @Override
        public boolean isClosed() {
            return !lent || super.isClosed();
        }

        /** Ends what runs, and takes out what the last user put in; false where SQLite says that it failed. */
        private boolean cleaned() throws SQLException {
            boolean well = pointer.safeRunInt(DB::reset) == DB.SQLITE_OK;
            rs.close();
            pointer.safeRunInt(DB::clear_bindings);
            clearBatch();
            // The array of a large batch is as large as the batch.
            batch = null;
            resultsWaiting = false;
            setMaxRows(0);
            setQueryTimeout(0);
            return well;
        }

        private void discard() throws SQLException {
            super.close();
        }
    }
}
