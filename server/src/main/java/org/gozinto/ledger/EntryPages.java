/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger in pages, forwards or backwards, narrowed. A page is bounded by seqs, so entries that are added
 * meanwhile never move others from one page to the next. Safe for use by many threads.
 */
public final class EntryPages {

    private static final Bounds USUAL = new Bounds(20_000, 50_000, 5, 50_000, 500_000);

    private final Database database;
    private final Bounds bounds;

    public EntryPages(Database database) {
        this(database, USUAL);
    }

    EntryPages(Database database, Bounds bounds) {
        this.database = database;
        this.bounds = bounds;
    }

    /**
     * How much is read for one page.
     *
     * @param stepEntries entries that one step of a search looks at
     * @param stepMovements movements that it looks at
     * @param steps of a search; the page then ends, and its cursor goes on from there
     * @param serials of a lot that are looked up one by one; the movements of more are searched for
     * @param movements of them that are looked up
     */
    record Bounds(int stepEntries, int stepMovements, int steps, int serials, int movements) {}

    /**
     * Which entries.
     *
     * @param place something moved into or out of it; the id of a place, below zero for a host or container
     * @param document the number of the document behind them
     */
    public record Filter(
            @Nullable String type,
            @Nullable Long place,
            @Nullable String document) {

        boolean mustSearch() {
            return document == null && (place == null ? type != null : place > 0);
        }
    }

    /**
     * Which part of them.
     *
     * @param after only entries with a seq above it
     * @param cursor where the page before ended; 0 for the first page
     * @param headings whether the beginning of an act's text is enough
     */
    public record Part(boolean newest, long after, long cursor, int limit, boolean headings) {

        private long low() {
            return newest ? after : Math.max(after, cursor);
        }

        private long high() {
            return newest && cursor > 0 ? cursor : Long.MAX_VALUE;
        }

        /** The same part without the entries before a seq. */
        private Part from(long seq) {
            return new Part(newest, Math.max(after, seq - 1), cursor, limit, headings);
        }

        private Comparator<Long> order() {
            return newest ? Comparator.reverseOrder() : Comparator.naturalOrder();
        }

        /** The direction, as SQL has it. */
        private String direction() {
            return newest ? " desc" : " asc";
        }
    }

    /** @param next the cursor of the next page, or null at the end */
    public record Slice(List<EntryRow> rows, @Nullable Long next) {}

    private record Found(List<Long> seqs, @Nullable Long next) {}

    /** Finds entries between two seqs, both left out. */
    private interface Finder {
        List<Long> between(long low, long high, int limit);
    }

    /** A part of the ledger. */
    public Slice page(Filter filter, Part part) {
        if (filter.mustSearch()) {
            Found found = search(
                    part,
                    head(),
                    filter.place() != null,
                    (low, high, limit) -> between(filter, part, low, high, limit));
            return new Slice(rows(found.seqs(), part.headings()), found.next());
        }
        boolean inside = filter.document() == null && filter.place() != null;
        return slice(
                inside ? ofInside(filter, part) : between(filter, part, part.low(), part.high(), part.limit()), part);
    }

    /** Entries that moved the unit, put something into it or took it out, or are about it. */
    public Slice ofUnit(long unit, Part part) {
        return slice(seqsOfUnit(unit, part, part.high()), part);
    }

    /**
     * Entries that moved serials of a lot, or are about the lot itself.
     *
     * @param first the entry that first named the lot; none before it moved a serial of it
     */
    public Slice ofLot(long lot, long first, Part part) {
        // Both are asked as of one moment: else a page could leave out what is added between the two questions.
        long head = head();
        Found moved = ofSerials(lot, part.from(first), head);
        Long end = moved.next();
        List<Long> seqs = Stream.concat(
                        moved.seqs().stream(),
                        seqsOfUnit(lot, part, Math.min(part.high(), head + 1)).stream()
                                .filter(seq -> end == null || part.order().compare(seq, end) <= 0))
                .distinct()
                .sorted(part.order())
                .limit(part.limit())
                .toList();
        return new Slice(rows(seqs, part.headings()), seqs.size() < part.limit() ? end : seqs.getLast());
    }

    /** Entries up to the head that moved serials of a lot. */
    private Found ofSerials(long lot, Part part, long head) {
        List<Long> serials = database.read()
                .sql("select id from unit where lot_id = ? and lot_id <> 0 limit ?")
                .param(lot)
                .param(bounds.serials() + 1)
                .query((rows, n) -> rows.getLong(1))
                .list();
        Found found = serials.size() > bounds.serials() ? null : lookedUp(serials, part, head);
        return found != null
                ? found
                : search(part, head, true, (low, high, limit) -> ofSerialsBetween(lot, part, low, high, limit));
    }

    /** Entries that moved these units, or null when their movements are too many to look up. */
    private @Nullable Found lookedUp(List<Long> units, Part part, long head) {
        var sql = """
                select seq, sum(count(*)) over () from (
                    select m.seq from %s k cross join movement m
                    where m.unit_id = k.value and m.seq > ? and m.seq < ? limit ?) every
                group by seq order by seq %s limit ?
                """.formatted(database.dialect().numbers(), part.direction());
        List<Long> seqs = new ArrayList<>();
        var movements = new AtomicLong();
        database.read()
                .sql(sql)
                .param(Balances.jsonArray(units))
                .param(part.low())
                .param(Math.min(part.high(), head + 1))
                .param(bounds.movements() + 1)
                .param(part.limit())
                .query(rows -> {
                    seqs.add(rows.getLong(1));
                    movements.set(rows.getLong(2));
                });
        if (movements.get() > bounds.movements()) {
            return null;
        }
        return new Found(seqs, seqs.size() < part.limit() ? null : seqs.getLast());
    }

    private List<Long> ofSerialsBetween(long lot, Part part, long low, long high, int limit) {
        // Neither a join nor exists: PostgreSQL would begin with all serials of the lot, or all movements.
        var sql = """
                select e.seq from entry e where e.seq > ? and e.seq < ? and (
                    select 1 from movement m
                    where m.seq = e.seq and (select u.lot_id from unit u where u.id = m.unit_id) = ? limit 1) = 1
                order by e.seq %s limit ?
                """.formatted(part.direction());
        return database.read()
                .sql(sql)
                .param(low)
                .param(high)
                .param(lot)
                .param(limit)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    private List<Long> seqsOfUnit(long unit, Part part, long high) {
        var moved = "select seq from (select distinct seq from movement where %s"
                + " and seq > :low and seq < :high order by seq" + part.direction() + " limit :limit) ";
        var sql = "select seq from ("
                + moved.formatted("unit_id = :unit") + "a union "
                + moved.formatted("to_id = :inside and to_id < 0") + "b union "
                + moved.formatted("from_id = :inside and from_id < 0") + "c union "
                + """
                select seq from hold where unit_id = :unit
                union select released_seq from hold where unit_id = :unit and released_seq is not null) every
                where seq > :low and seq < :high order by seq
                """
                + part.direction() + " limit :limit";
        return database.read()
                .sql(sql)
                .param("unit", unit)
                .param("inside", -unit)
                .param("low", part.low())
                .param("high", high)
                .param("limit", part.limit())
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    private Slice slice(List<Long> seqs, Part part) {
        return new Slice(rows(seqs, part.headings()), seqs.size() < part.limit() ? null : seqs.getLast());
    }

    /** Entries that put something into a host or container or took it out. */
    private List<Long> ofInside(Filter filter, Part part) {
        var ofType = filter.type() == null
                ? ""
                : " and exists (select 1 from entry e where e.seq = m.seq and e.type = :type)";
        var moved = "select seq from (select distinct m.seq from movement m where m.%1$s = :place and m.%1$s < 0"
                + " and m.seq > :low and m.seq < :high" + ofType
                + " order by m.seq" + part.direction() + " limit :limit) ";
        var sql = "select seq from (" + moved.formatted("to_id") + "a union " + moved.formatted("from_id")
                + "b) every order by seq" + part.direction() + " limit :limit";
        return database.read()
                .sql(sql)
                .param("place", filter.place())
                .param("type", filter.type())
                .param("low", part.low())
                .param("high", part.high())
                .param("limit", part.limit())
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    /** Entries between two seqs, both left out. */
    private List<Long> between(Filter filter, Part part, long low, long high, int limit) {
        var sql = new StringBuilder("select e.seq from entry e where e.seq > :low and e.seq < :high");
        if (filter.document() != null) {
            sql.append(" and e.document = :document");
        }
        if (filter.type() != null) {
            sql.append(" and e.type = :type");
        }
        if (filter.place() != null) {
            sql.append(" and exists (select 1 from movement m where m.seq = e.seq"
                    + " and (m.from_id = :place or m.to_id = :place))");
        }
        sql.append(" order by e.seq").append(part.direction()).append(" limit :limit");
        return database.read()
                .sql(sql.toString())
                .param("low", low)
                .param("high", high)
                .param("document", filter.document())
                .param("type", filter.type())
                .param("place", filter.place())
                .param("limit", limit)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    /**
     * Looks for entries up to the head that no index leads to, in steps that are bounded.
     *
     * @param moving whether the movements must be looked at too
     */
    private Found search(Part part, long head, boolean moving, Finder finder) {
        long low = part.low();
        long high = Math.min(part.high(), head + 1);
        List<Long> seqs = new ArrayList<>();
        for (int step = 0; step < bounds.steps() && high - low > 1; step++) {
            long edge = edge(moving, part, low, high);
            long from = part.newest() ? edge : low;
            long to = part.newest() ? high : edge;
            seqs.addAll(finder.between(from, to, part.limit() - seqs.size()));
            if (seqs.size() == part.limit()) {
                return new Found(seqs, seqs.getLast());
            }
            // The bounds are left out themselves, so the next step begins one beside the edge.
            if (part.newest()) {
                high = edge + 1;
            } else {
                low = edge - 1;
            }
        }
        return new Found(seqs, high - low > 1 ? Long.valueOf(part.newest() ? high : low) : null);
    }

    /** Where a step ends: at least one entry away, at most as far as the step's number of movements reaches. */
    private long edge(boolean moving, Part part, long low, long high) {
        if (part.newest()) {
            long least = Math.max(low, high - 1 - bounds.stepEntries());
            return moving ? Math.max(least, Math.min(movementsAway(part, high), high - 2)) : least;
        }
        long most = Math.min(high, low + 1 + bounds.stepEntries());
        return moving ? Math.min(most, Math.max(movementsAway(part, low), low + 2)) : most;
    }

    /** The entry that is so many movements away from a seq; beyond all seqs when there are fewer. */
    private long movementsAway(Part part, long seq) {
        var sql = part.newest()
                ? "select seq from movement where seq < ? order by seq desc, n desc limit 1 offset ?"
                : "select seq from movement where seq > ? order by seq, n limit 1 offset ?";
        return database.read()
                .sql(sql)
                .param(seq)
                .param(bounds.stepMovements())
                .query(Long.class)
                .optional()
                .orElse(part.newest() ? 0 : Long.MAX_VALUE);
    }

    private long head() {
        return database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
    }

    /** The entries of these seqs, in that order. */
    private List<EntryRow> rows(List<Long> seqs, boolean headings) {
        if (seqs.isEmpty()) {
            return List.of();
        }
        Map<Long, EntryRow> bySeq = new HashMap<>();
        database.read()
                .sql((headings ? EntryStore.WITH_HEADING : EntryStore.WITH_BODY)
                        + database.dialect().numbers()
                        + " k cross join entry e left join entry v on v.corrects = e.seq where e.seq = k.value")
                .param(Balances.jsonArray(seqs))
                .query((rows, n) -> EntryStore.row(rows))
                .list()
                .forEach(row -> bySeq.put(row.seq(), row));
        return seqs.stream().map(bySeq::get).filter(java.util.Objects::nonNull).toList();
    }

    /** The movements of one entry from the n-th on. */
    public List<Movement> movements(long seq, long from, int limit) {
        return database.read()
                .sql("select unit_id, qty, from_id, to_id from movement where seq = ? and n >= ? order by n limit ?")
                .param(seq)
                .param(from)
                .param(limit)
                .query((rows, n) -> new Movement(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)))
                .list();
    }
}
