/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.gozinto.unit.StopRules.Occasion;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * What recalls forbid: units in scope as bitmaps, and rules for what is yet to come. Kept in memory as one picture that
 * nobody changes and that is swapped as a whole; another server's changes are seen within a second, and by the writer
 * at once. Safe for use by many threads.
 *
 * <p>A scope is worked out before it is put. Whoever wants to be sure of what happened in between puts a stop, works
 * the scope out again, and puts that in its place with {@code keepAdded}.
 */
public class Stops {

    private static final long CHECK_NS = 1_000_000_000L;

    private final Database database;
    private final Clock clock;
    private final StopStore store;
    private final RunInputs runs = new RunInputs();
    private volatile StopBook known = StopBook.UNREAD;
    private volatile long checkedNs;

    public Stops(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.store = new StopStore(database.dialect());
    }

    /**
     * Puts a recall's stop in force, or another in place of the one before. When this returns, no act gets around it.
     * What stands in one vessel with a unit in scope has mixed with it and is added.
     */
    public void put(StopOrder order) {
        long nowUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        database.transaction(connection -> {
            long revision = store.nextRevision(connection);
            store.put(connection, order, revision, nowUs);
            store.addMixed(connection, order.recall());
            return revision;
        });
        refresh();
    }

    /** Ends a recall's stop; what it stopped is free unless another recall or a hold is on it. */
    public void lift(String recall) {
        database.transaction(connection -> store.lift(connection, recall, store.nextRevision(connection)));
        refresh();
    }

    /** The recalls that stop a unit or the lot that it belongs to, in the order of their numbers. */
    public List<Stop> of(Unit unit) {
        StopBook book = book();
        return book.isEmpty()
                ? List.of()
                : book.stops().stream()
                        .filter(kept -> kept.stops(unit))
                        .map(StopBook.Kept::stop)
                        .toList();
    }

    /** The recalls that name these very units; for serials ask for their lots too. Units under none are left out. */
    public Map<Long, List<Stop>> of(Collection<Long> ids) {
        StopBook book = book();
        Map<Long, List<Stop>> found = new HashMap<>();
        if (!book.isEmpty()) {
            for (long id : ids) {
                List<Stop> stops = book.of(id);
                if (!stops.isEmpty()) {
                    found.put(id, stops);
                }
            }
        }
        return found;
    }

    /**
     * The recalls whose rules name a lot or serial of this number; it need not be known. A lot's number may be its
     * supplier's.
     */
    public List<Stop> naming(Unit.Key key) {
        StopBook book = book();
        if (book.isEmpty()) {
            return List.of();
        }
        var unit =
                new Unit(0, key.kind(), key.itemId(), key.issuerId(), key.number(), 0, 0, null, null, null, 0, 0, null);
        Occasion occasion =
                key.kind() == Unit.Kind.LOT ? new Occasion.Supplied(key.number(), null) : new Occasion.Born();
        return book.stops().stream()
                .filter(kept -> kept.rules().fit(unit, occasion))
                .map(StopBook.Kept::stop)
                .toList();
    }

    /** Ids of all units that a recall stops. A copy; empty when it stops nothing. */
    public RoaringBitmap units(String recall) {
        StopBook.Kept kept = book().of(recall);
        return kept == null ? new RoaringBitmap() : RoaringBitmap.or(kept.units(), kept.added());
    }

    /** Ids of the units that came under a recall's stop since it was put. A copy; empty when it stops nothing. */
    public RoaringBitmap added(String recall) {
        StopBook.Kept kept = book().of(recall);
        return kept == null ? new RoaringBitmap() : kept.added().clone();
    }

    /** Entries after one that moved what a recall stops, oldest first; they stay when the stop was lifted. */
    public List<Long> entries(String recall, long afterSeq, int limit) {
        return database.read()
                .sql("select seq from stop_entry where recall = ? and seq > ? order by seq limit ?")
                .params(recall, afterSeq, limit)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    /** The recalls that stop something, in the order of their numbers. */
    public List<Stop> inForce() {
        return book().stops().stream().map(StopBook.Kept::stop).toList();
    }

    /** Whether the recall stops something or did so once. */
    boolean isKnown(String recall) {
        return !database.read()
                .sql("select recall from stop where recall = ?")
                .param(recall)
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** Whether this recall, or any when it is null, names this very unit. */
    boolean names(@Nullable String recall, long unit) {
        return book().stops().stream()
                .anyMatch(kept -> (recall == null || kept.stop().recall().equals(recall)) && kept.has(unit));
    }

    /** Ids after one that this recall, or any when it is null, stops, in their order. */
    List<Long> after(@Nullable String recall, long unit, int limit) {
        StopBook book = book();
        if (recall == null) {
            return book.after(unit, limit);
        }
        StopBook.Kept kept = book.of(recall);
        return kept == null ? List.of() : kept.after(unit, limit);
    }

    /** The writer's copy of units for one group of acts, with what is stopped as of its transaction. */
    public UnitDesk desk(Connection connection) throws SQLException {
        // A dry run sees one moment and may lock nothing.
        StopStore.Beginning beginning = store.beginning(connection, !connection.isReadOnly());
        StopBook now = at(connection, beginning.revision());
        StopDesk desk =
                now.isEmpty() ? StopDesk.idle() : new StopDesk(new StopDesk.Kept(this, store, runs), connection, now);
        return new UnitDesk(connection, database.dialect(), desk, beginning.nextUnit());
    }

    private StopBook at(Connection connection, long revision) throws SQLException {
        StopBook book = known;
        if (book.revision() == revision) {
            return book;
        }
        StopBook next = store.read(connection, book, revision);
        return adopt(next);
    }

    private synchronized StopBook adopt(StopBook next) {
        if (next.revision() > known.revision()) {
            runs.forget();
            known = next;
        }
        return next;
    }

    /** Takes over what the writer has added; nothing else has changed, since the writer locks the revision. */
    synchronized void committed(StopBook next) {
        if (next.revision() > known.revision()) {
            known = next;
        }
    }

    private StopBook book() {
        if (known.revision() < 0 || System.nanoTime() - checkedNs > CHECK_NS) {
            refresh();
        }
        return known;
    }

    private void refresh() {
        checkedNs = System.nanoTime();
        database.moment(connection -> at(connection, StopStore.revision(connection)));
    }
}
