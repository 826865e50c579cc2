/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of own templates and of printers: a code, a version and the record as JSON, with all changes kept. */
final class MasterStore {

    private final Database database;
    private final Clock clock;
    private final Sort sort;

    /** What is kept, with its table and the word for its changes. */
    enum Sort {
        TEMPLATE("label_template", "labelTemplate", "template"),
        PRINTER("printer", "printer", "printer");

        private final String table;
        private final String changes;
        final String word;

        Sort(String table, String changes, String word) {
            this.table = table;
            this.changes = changes;
            this.word = word;
        }
    }

    MasterStore(Database database, Clock clock, Sort sort) {
        this.database = database;
        this.clock = clock;
        this.sort = sort;
    }

    /** A record. */
    record Row(String code, long version, String body) {}

    List<Row> all() {
        return rows(database.read(), "order by code");
    }

    @Nullable
    Row find(String code) {
        return rows(database.read(), "where code = ?", code).stream()
                .findFirst()
                .orElse(null);
    }

    private List<Row> rows(JdbcClient client, String which, Object... params) {
        return client.sql("select code, version, body from " + sort.table + " " + which)
                .params(List.of(params))
                .query((rows, n) -> new Row(rows.getString(1), rows.getLong(2), rows.getString(3)))
                .list();
    }

    /** Makes the text of a record for its new version. */
    @FunctionalInterface
    interface Body {
        String of(long version);
    }

    /**
     * Keeps a record, the first one or the next version of it.
     *
     * @param expected the version that the change is based on, or null
     * @return the new version
     */
    long keep(String code, @Nullable Long expected, Body body, String actor) {
        return database.write(transaction -> {
            Row before = rows(transaction, "where code = ?", code).stream()
                    .findFirst()
                    .orElse(null);
            refuseOld(code, expected, before);
            long version = nextVersion(transaction, code);
            String text = body.of(version);
            String sql = before == null
                    ? "insert into " + sort.table + " (version, body, code) values (?, ?, ?)"
                    : "update " + sort.table + " set version = ?, body = ? where code = ?";
            transaction.sql(sql).params(version, text, code).update();
            note(transaction, code, version, actor, text);
            return version;
        });
    }

    /** Takes a record away; what it was stays in its changes. */
    void remove(String code, @Nullable Long expected, String actor) {
        database.write(transaction -> {
            Row before = rows(transaction, "where code = ?", code).stream()
                    .findFirst()
                    .orElseThrow(() -> unknown(code).asException());
            refuseOld(code, expected, before);
            note(transaction, code, nextVersion(transaction, code), actor, "null");
            return transaction
                    .sql("delete from " + sort.table + " where code = ?")
                    .param(code)
                    .update();
        });
    }

    /** A code that comes again after it was taken away goes on counting. */
    private long nextVersion(JdbcClient transaction, String code) {
        return transaction
                        .sql("select coalesce(max(version), 0) from master_change where kind = ? and code = ?")
                        .params(sort.changes, code)
                        .query(Long.class)
                        .single()
                + 1;
    }

    private void note(JdbcClient transaction, String code, long version, String actor, String text) {
        long atUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        MasterChanges.add(transaction, sort.changes, code, new MasterChanges.Change(version, atUs, actor, text));
    }

    private static void refuseOld(String code, @Nullable Long expected, @Nullable Row before) {
        long version = before == null ? 0 : before.version();
        MasterChanges.refuseStale(code, version, expected);
    }

    Refusal unknown(String code) {
        return Refusal.of("unknown-" + sort.word, "No such " + sort.word, "There is no " + sort.word + " " + code + ".")
                .status(404);
    }
}
