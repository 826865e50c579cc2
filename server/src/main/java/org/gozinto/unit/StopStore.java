/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Dialect;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The SQL of what recalls stop. */
final class StopStore {

    private static final int ROWS_A_READ = 10_000;

    private final Dialect dialect;

    StopStore(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The revision of what is stopped. */
    static long revision(Connection connection) throws SQLException {
        return number(connection, "select revision from stop_clock where id = 1");
    }

    /** What a group of acts begins with: the revision of what is stopped, and the first id that no unit has. */
    record Beginning(long revision, long nextUnit) {}

    /**
     * Reads both in one question, since every group asks it.
     *
     * @param lock whether the revision must stay as it is until the transaction ends
     */
    Beginning beginning(Connection connection, boolean lock) throws SQLException {
        var sql = "select c.revision, (select coalesce(max(u.id), 0) + 1 from unit u) from stop_clock c where c.id = 1";
        try (var query = connection.prepareStatement(lock ? sql + dialect.lockedShared() : sql);
                var rows = query.executeQuery()) {
            rows.next();
            return new Beginning(rows.getLong(1), rows.getLong(2));
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Goes on to the next revision; whoever decides by the one before ends first. */
    long nextRevision(Connection connection) throws SQLException {
        // A book that was moved has its stops, and their revisions, but a new clock.
        try (var update = connection.prepareStatement("""
                update stop_clock set revision = 1 + case
                    when revision < (select coalesce(max(s.revision), 0) from stop s)
                    then (select coalesce(max(s.revision), 0) from stop s) else revision end
                where id = 1
                """)) {
            update.executeUpdate();
        }
        return revision(connection);
    }

    /** Reads what is stopped; of what is known, only what changed since. */
    StopBook read(Connection connection, StopBook known, long revision) throws SQLException {
        List<StopBook.Kept> stops = new ArrayList<>();
        Map<String, Long> inForce = new LinkedHashMap<>();
        try (var query = connection.prepareStatement(
                        "select recall, revision from stop where lifted = 0 order by recall");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                inForce.put(rows.getString(1), rows.getLong(2));
            }
        }
        for (var stop : inForce.entrySet()) {
            StopBook.Kept before = known.of(stop.getKey());
            StopBook.Kept now =
                    before == null || before.revision() != stop.getValue() ? read(connection, stop.getKey()) : before;
            stops.add(withAdded(connection, now));
        }
        return new StopBook(revision, stops);
    }

    private static StopBook.Kept read(Connection connection, String recall) throws SQLException {
        try (var query = connection.prepareStatement(
                "select title, since_us, rules, units, revision from stop where recall = ?")) {
            query.setString(1, recall);
            try (var rows = query.executeQuery()) {
                rows.next();
                return new StopBook.Kept(
                        new Stop(recall, rows.getString(1), Instant.EPOCH.plus(rows.getLong(2), ChronoUnit.MICROS)),
                        rows.getLong(5),
                        new StopRules(StopRules.read(rows.getString(3))),
                        bitmap(rows.getBytes(4)),
                        new RoaringBitmap(),
                        -1);
            }
        }
    }

    private static StopBook.Kept withAdded(Connection connection, StopBook.Kept kept) throws SQLException {
        List<Added> added = new ArrayList<>();
        String recall = kept.stop().recall();
        try (var query =
                connection.prepareStatement("select unit_id, seq from stop_unit where recall = ? and seq > ?")) {
            query.setString(1, recall);
            query.setLong(2, kept.addedSeq());
            query.setFetchSize(ROWS_A_READ);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    added.add(new Added(recall, rows.getLong(1), rows.getLong(2)));
                }
            }
        }
        return kept.with(added);
    }

    private static RoaringBitmap bitmap(byte[] bytes) {
        var bitmap = new RoaringBitmap();
        try {
            bitmap.deserialize(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bitmap;
    }

    private static byte[] bytes(RoaringBitmap units) {
        var compact = units.clone();
        compact.runOptimize();
        var bytes = new ByteArrayOutputStream(compact.serializedSizeInBytes());
        try {
            compact.serialize(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Puts a recall's stop in force, or another in its place. */
    void put(Connection connection, StopOrder order, long revision, long nowUs) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into stop (recall, title, rules, units, revision, since_us, lifted) values (?, ?, ?, ?, ?, ?, 0)
                on conflict (recall) do update
                set title = excluded.title, rules = excluded.rules, units = excluded.units,
                    revision = excluded.revision, lifted = 0,
                    since_us = case when stop.lifted = 1 then excluded.since_us else stop.since_us end
                """)) {
            upsert.setString(1, order.recall());
            upsert.setString(2, order.title());
            upsert.setString(3, StopRules.text(order.rules()));
            upsert.setBytes(4, bytes(order.units()));
            upsert.setLong(5, revision);
            upsert.setLong(6, nowUs);
            upsert.executeUpdate();
        }
        if (!order.keepAdded()) {
            try (var delete = connection.prepareStatement("delete from stop_unit where recall = ?")) {
                delete.setString(1, order.recall());
                delete.executeUpdate();
            }
        }
    }

    /** Ends a recall's stop; false when it stopped nothing. */
    boolean lift(Connection connection, String recall, long revision) throws SQLException {
        try (var update = connection.prepareStatement(
                "update stop set lifted = 1, revision = ? where recall = ? and lifted = 0")) {
            update.setLong(1, revision);
            update.setString(2, recall);
            return update.executeUpdate() > 0;
        }
    }

    /**
     * Adds what stands in one vessel with something stopped, since it has mixed with it; the others that stand in a
     * vessel with that are added too.
     */
    void addMixed(Connection connection, String recall) throws SQLException {
        StopBook.Kept kept = withAdded(connection, read(connection, recall));
        Map<Long, List<Resident>> residents = residents(connection);
        Set<Long> mixed = new HashSet<>();
        for (boolean grown = true; grown; ) {
            grown = false;
            for (List<Resident> together : residents.values()) {
                if (together.stream().anyMatch(r -> mixed.contains(r.unit) || kept.has(r.unit) || kept.has(r.lot))) {
                    for (Resident resident : together) {
                        grown |= !kept.has(resident.unit) && mixed.add(resident.unit);
                    }
                }
            }
        }
        long seq = number(connection, "select coalesce(max(seq), 0) from entry");
        add(connection, mixed.stream().map(unit -> new Added(recall, unit, seq)).toList());
    }

    private record Resident(long unit, long lot) {}

    private static Map<Long, List<Resident>> residents(Connection connection) throws SQLException {
        Map<Long, List<Resident>> residents = new HashMap<>();
        // Cross joins keep SQLite from beginning with all that is held anywhere: there are few vessels.
        try (var query = connection.prepareStatement("""
                        select h.place_id, h.unit_id, u.lot_id
                        from place p cross join holding h cross join unit u
                        where p.kind = 'vessel' and h.place_id = p.id and h.qty > 0
                        and u.id = h.unit_id and u.kind <> 3
                        """);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                residents
                        .computeIfAbsent(rows.getLong(1), v -> new ArrayList<>())
                        .add(new Resident(rows.getLong(2), rows.getLong(3)));
            }
        }
        return residents;
    }

    /** A unit that an entry brought under a stop. */
    record Added(String recall, long unit, long seq) {}

    /** An entry that moved what a recall stops. */
    record Moved(String recall, long seq) {}

    void add(Connection connection, Collection<Added> added) throws SQLException {
        if (!added.isEmpty()) {
            dialect.append(
                    connection,
                    "stop_unit",
                    List.of("recall", "unit_id", "seq"),
                    added.stream()
                            .map(a -> new @Nullable Object[] {a.recall, a.unit, a.seq})
                            .toList());
        }
    }

    void note(Connection connection, Collection<Moved> moved) throws SQLException {
        if (!moved.isEmpty()) {
            dialect.append(
                    connection,
                    "stop_entry",
                    List.of("recall", "seq"),
                    moved.stream()
                            .map(m -> new @Nullable Object[] {m.recall, m.seq})
                            .toList());
        }
    }

    /** Told of everything that went into a run: the unit and its lot, 0 for none. */
    @FunctionalInterface
    interface Fed {
        void with(long unit, long lot);
    }

    /**
     * What entries after one put into a run without saying what it became. Entries that were voided did not happen; an
     * input that is linked to outputs went into those alone.
     */
    static void fed(Connection connection, long run, long after, Fed fed) throws SQLException {
        try (var query = connection.prepareStatement("""
                select m.unit_id, u.lot_id
                from entry e join movement m on m.seq = e.seq join unit u on u.id = m.unit_id
                where e.place_id = ? and e.seq > ? and m.to_id = ?
                and not exists (select 1 from entry v where v.corrects = e.seq)
                and not exists (select 1 from link l where l.seq = e.seq and l.in_id = m.unit_id)
                """)) {
            query.setLong(1, run);
            query.setLong(2, after);
            query.setLong(3, run);
            query.setFetchSize(ROWS_A_READ);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    fed.with(rows.getLong(1), rows.getLong(2));
                }
            }
        }
    }

    /** Whether the partner delivered any of the unit in an entry that was not voided. */
    static boolean isReceived(Connection connection, long unit, long partner) throws SQLException {
        try (var query = connection.prepareStatement("""
                select 1 from movement m join entry e on e.seq = m.seq
                where m.unit_id = ? and m.from_id = ? and e.type = 'receive'
                and not exists (select 1 from entry v where v.corrects = e.seq) limit 1
                """)) {
            query.setLong(1, unit);
            query.setLong(2, partner);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Whether what is in the outer unit came there by packing, by the last entry that is written. */
    static boolean isPacked(Connection connection, long unit, long outer) throws SQLException {
        try (var query = connection.prepareStatement("""
                select e.type from movement m join entry e on e.seq = m.seq
                where m.unit_id = ? and m.to_id = ? order by m.seq desc limit 1
                """)) {
            query.setLong(1, unit);
            query.setLong(2, -outer);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getString(1).equals("pack");
            }
        }
    }
}
