/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between the two engines. All other SQL is the same text on both. */
public sealed interface Dialect permits SqliteDialect, PostgresDialect {

    /** The name of the folder that holds this engine's migrations. */
    String name();

    /**
     * A table of the texts in one parameter, which is a JSON array of strings: {@code … from <this> k join …}, with the
     * text in column {@code k.value}.
     */
    String texts();

    /** Like {@link #texts()} for whole numbers; the column {@code k.value} is a bigint. */
    String numbers();

    /** What a query ends with whose rows nobody may change until the transaction ends. */
    String lockedShared();

    /** Appends many rows; a row has one value for each column: Long, String, byte[] or null. */
    void append(
            Connection connection,
            String table,
            List<String> columns,
            List<@org.jspecify.annotations.Nullable Object[]> rows)
            throws SQLException;

    /** Whether doing the whole transaction again may help (serialization failure, busy). */
    boolean isRetryable(SQLException e);

    /** Whether the engine says that there is no room left or that the files cannot be written. */
    boolean isStorageFailure(SQLException e);

    /**
     * Lets go of the copies that the engine keeps of rows of a table as they were before they were overwritten, as far
     * as it can. Called outside a transaction.
     *
     * @return false when somebody still reads them; it can be tried again
     */
    boolean forget(Connection connection, String table) throws SQLException;

    /** The query that answers how many bytes the book takes. */
    String size();
}
