/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Knows what commands mean: the movement room is the ledger's clerk.
 *
 * <p>The writer opens one desk for each group of commands. The desk loads what the whole group needs in a few
 * queries, decides the commands one after the other on that copy, and writes what became of it, all in the writer's
 * transaction.
 */
public interface Clerk {

    /** Loads what the commands need. */
    Desk open(List<? extends Command> group, Connection connection) throws SQLException;

    /** The working copy of one group; used by the writer's thread alone. */
    interface Desk {

        /** Decides one command; when it is refused the desk is as it was before. */
        Decision decide(Command command, long seq, long nowUs) throws SQLException;

        /** Writes the derived tables (entries, movements and links are the ledger's own work). */
        void write() throws SQLException;

        /** Called after the commit. */
        default void committed() {}
    }
}
