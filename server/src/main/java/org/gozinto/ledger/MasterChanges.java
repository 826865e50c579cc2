/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of master records: what each was after every change, and who changed it. */
public final class MasterChanges {

    private final Database database;

    public MasterChanges(Database database) {
        this.database = database;
    }

    /**
     * A master record as it was after a change.
     *
     * @param version 1 for the first
     * @param atUs when it was changed
     * @param body the record as JSON
     */
    public record Change(long version, long atUs, String actor, String body) {}

    /** Adds a change in the transaction of the change itself. */
    public static void add(JdbcClient transaction, String kind, String code, Change change) {
        transaction
                .sql("insert into master_change (kind, code, version, at_us, actor, body) values (?, ?, ?, ?, ?, ?)")
                .params(kind, code, change.version(), change.atUs(), change.actor(), change.body())
                .update();
    }

    /**
     * Refuses a change that is based on another version than the record has.
     *
     * @param name of the record, as a sentence begins with it
     * @param based the version that it is based on; null for whichever there is
     */
    public static void refuseStale(String name, long version, @Nullable Long based) {
        if (based != null && based != version) {
            throw Refusal.of(
                            "changed-meanwhile",
                            "Somebody else changed it",
                            name + " is at version " + version + ", the change is based on " + based + ".")
                    .status(412)
                    .asException();
        }
    }

    /** All changes of a record, oldest first. */
    public List<Change> of(String kind, String code) {
        return database.read()
                .sql(
                        "select version, at_us, actor, body from master_change where kind = ? and code = ? order by version")
                .params(kind, code)
                .query((rows, n) -> new Change(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4)))
                .list();
    }
}
