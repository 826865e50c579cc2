/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the ledger. */
public final class Entries {

    private final Database database;

    public Entries(Database database) {
        this.database = database;
    }

    /** An entry with its movements and links, for those who follow the ledger. */
    public record Recorded(EntryRow entry, List<Movement> movements, List<Link> links) {}

    /** Entries with a seq above {@code after}, oldest first. */
    public List<EntryRow> after(long after, int limit) {
        return database.read()
                .sql(EntryStore.SELECT + "where e.seq > ? order by e.seq limit ?")
                .param(after)
                .param(limit)
                .query((rows, n) -> EntryStore.row(rows))
                .list();
    }

    /** Entries behind the document of this number, oldest first. */
    public List<EntryRow> ofDocument(String number, int limit) {
        return database.read()
                .sql(EntryStore.SELECT + "where e.document = ? order by e.seq limit ?")
                .param(number)
                .param(limit)
                .query((rows, n) -> EntryStore.row(rows))
                .list();
    }

    static final String HAS_DOCUMENT = "select e.seq from entry e where e.document = ? limit 1";

    /** Whether any entry is behind the document of this number. */
    public boolean hasDocument(String number) {
        return !database.read()
                .sql(HAS_DOCUMENT)
                .param(number)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** The entry with this id, or null. */
    public @Nullable EntryRow byId(String id) {
        return database.read()
                .sql(EntryStore.SELECT + "where e.id = ?")
                .param(id)
                .query((rows, n) -> EntryStore.row(rows))
                .optional()
                .orElse(null);
    }

    /** The entry with this number, or null. */
    public @Nullable EntryRow bySeq(long seq) {
        return database.read()
                .sql(EntryStore.SELECT + "where e.seq = ?")
                .param(seq)
                .query((rows, n) -> EntryStore.row(rows))
                .optional()
                .orElse(null);
    }

    /** The movements of entries, by seq; of each entry at most {@code limit}. */
    public Map<Long, List<Movement>> movements(Collection<Long> seqs, int limit) {
        Map<Long, List<Movement>> bySeq = new HashMap<>();
        if (!seqs.isEmpty()) {
            database.read()
                    .sql("select m.seq, m.unit_id, m.qty, m.from_id, m.to_id from "
                            + database.dialect().numbers()
                            + " k cross join movement m where m.seq = k.value and m.n < ? order by m.seq, m.n")
                    .param(Balances.jsonArray(seqs))
                    .param(limit)
                    .query((rows, n) -> bySeq.computeIfAbsent(rows.getLong(1), s -> new ArrayList<>())
                            .add(new Movement(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5))))
                    .list();
        }
        return bySeq;
    }

    /** Gives every entry after a seq, with movements and links, in order and as of one moment. */
    public void follow(long after, Consumer<Recorded> follower) {
        try (var connection = database.readConnection()) {
            connection.setAutoCommit(false);
            try (var entries = connection.prepareStatement(EntryStore.SELECT + "where e.seq > ? order by e.seq");
                    var movements = connection.prepareStatement(
                            "select seq, unit_id, qty, from_id, to_id from movement where seq > ? order by seq, n");
                    var links = connection.prepareStatement(
                            "select seq, in_id, out_id, qty from link where seq > ? order by seq, n")) {
                for (var statement : List.of(entries, movements, links)) {
                    statement.setLong(1, after);
                    statement.setFetchSize(5_000);
                }
                try (var e = entries.executeQuery();
                        var m = movements.executeQuery();
                        var l = links.executeQuery()) {
                    merge(e, new Cursor(m), new Cursor(l), follower);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void merge(ResultSet entries, Cursor movements, Cursor links, Consumer<Recorded> follower)
            throws SQLException {
        while (entries.next()) {
            EntryRow entry = EntryStore.row(entries);
            List<Movement> moved = new ArrayList<>();
            while (movements.isAt(entry.seq())) {
                moved.add(movements.movement());
            }
            List<Link> linked = new ArrayList<>();
            while (links.isAt(entry.seq())) {
                linked.add(links.link());
            }
            follower.accept(new Recorded(entry, moved, linked));
        }
    }

    /** Walks rows that are sorted by seq. */
    private static final class Cursor {
        private final ResultSet rows;
        private boolean there;

        Cursor(ResultSet rows) throws SQLException {
            this.rows = rows;
            this.there = rows.next();
        }

        boolean isAt(long seq) throws SQLException {
            return there && rows.getLong(1) == seq;
        }

        Movement movement() throws SQLException {
            var movement = new Movement(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5));
            there = rows.next();
            return movement;
        }

        Link link() throws SQLException {
            var link = new Link(rows.getLong(2), rows.getLong(3), rows.getLong(4));
            there = rows.next();
            return link;
        }
    }
}
