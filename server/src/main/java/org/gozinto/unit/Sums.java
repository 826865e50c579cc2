/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.place.Runs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Adds up the holdings of one unit, of the serials of a lot, or of all units of an item.
 *
 * <p>What took long to add up is kept, and brought forward by reading only the movements since: what moved is taken out
 * as it was and put in as it is, both seen at one moment.
 */
final class Sums {

    /** The places that are many are one: all hosts, and all runs. Neither number is a place. */
    static final long HOSTS = 0;

    static final long RUNS = Runs.FIRST_ID - 1;

    /** What takes longer than this is kept. */
    private static final long KEPT_FROM_NS = 30_000_000;

    private static final int FEW = 2_000;
    private static final int KEPT_MAX = 200;
    private static final int PLACES_KEPT_MAX = 100_000;

    /** With more movements than this since, it is quicker to add up anew. */
    private static final int MOVEMENTS_MAX = 100_000;

    private final Database database;
    private final long keptFromNs;
    private final Map<Of, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    Sums(Database database) {
        this(database, KEPT_FROM_NS);
    }

    Sums(Database database, long keptFromNs) {
        this.database = database;
        this.keptFromNs = keptFromNs;
    }

    /** Whose holdings are added up. */
    enum Scope {
        UNIT("u.id = ?"),
        LOT("u.lot_id = ? and u.lot_id <> 0"),
        ITEM("u.item_id = ?");

        private final String condition;

        Scope(String condition) {
            this.condition = condition;
        }
    }

    /** What is asked: a unit, a lot or an item, by its id. */
    record Of(Scope scope, long id) {}

    /**
     * What units hold at a place.
     *
     * @param above the sum of what is there
     * @param below the sum of what has come from there, as a number below zero
     * @param serials serials that are there
     * @param others lots, and untracked goods, of which some is there
     */
    record Sum(long above, long below, long serials, long others) {

        static final Sum NONE = new Sum(0, 0, 0, 0);

        static Sum of(long qty, boolean serial) {
            return qty == 0
                    ? NONE
                    : new Sum(
                            Math.max(qty, 0), Math.min(qty, 0), qty > 0 && serial ? 1 : 0, qty > 0 && !serial ? 1 : 0);
        }

        Sum plus(Sum more) {
            return new Sum(above + more.above, below + more.below, serials + more.serials, others + more.others);
        }

        Sum minus(Sum less) {
            return new Sum(above - less.above, below - less.below, serials - less.serials, others - less.others);
        }
    }

    /**
     * The sums by place; containers are places by themselves.
     *
     * @param serials serials there are in all; only of a lot
     */
    record Result(Map<Long, Sum> byPlace, long serials) {}

    private record Kept(long seq, Result result) {}

    private record Change(long unit, long place, boolean serial, boolean fresh) {}

    /** The sums as they are now. */
    Result of(Of of) {
        Kept before;
        synchronized (kept) {
            before = kept.get(of);
        }
        long start = System.nanoTime();
        Kept now = atOneMoment(read -> {
            long head = read.sql("select coalesce(max(seq), 0) from entry")
                    .query(Long.class)
                    .single();
            if (before != null && before.seq == head) {
                return before;
            }
            boolean near = before != null && isNear(read, of, before.seq);
            return new Kept(head, near ? forward(read, of, Objects.requireNonNull(before)) : anew(read, of));
        });
        boolean large = before != null || System.nanoTime() - start > keptFromNs;
        if (large && now.result.byPlace.size() <= PLACES_KEPT_MAX) {
            keep(of, now);
        }
        return now.result;
    }

    private void keep(Of of, Kept now) {
        synchronized (kept) {
            Kept other = kept.get(of);
            if (other == null || other.seq < now.seq) {
                kept.put(of, now);
            }
            if (kept.size() > KEPT_MAX) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    private interface Look<T> {
        T at(JdbcClient read);
    }

    private <T> T atOneMoment(Look<T> look) {
        try (var connection = database.readConnection()) {
            connection.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return look.at(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            } finally {
                connection.rollback();
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNear(JdbcClient read, Of of, long seq) {
        String which = of.scope == Scope.UNIT ? "unit_id = :id and seq > :seq" : "seq > :seq and :id <> 0";
        return read.sql("select count(*) from (select 1 as one from movement where " + which + " limit :limit) m")
                        .param("id", of.id)
                        .param("seq", seq)
                        .param("limit", MOVEMENTS_MAX + 1)
                        .query(Long.class)
                        .single()
                <= MOVEMENTS_MAX;
    }

    private static Result anew(JdbcClient read, Of of) {
        Map<Long, Sum> sums = new HashMap<>();
        read.sql("""
                        select case when h.place_id >= 1000000000 then 999999999
                                    when h.place_id > 0 then h.place_id
                                    when (select c.kind from unit c where c.id = - h.place_id) = 3 then h.place_id
                                    else 0 end as place,
                        sum(case when h.qty > 0 then h.qty else 0 end), sum(case when h.qty < 0 then h.qty else 0 end),
                        sum(case when h.qty > 0 and u.kind = 2 then 1 else 0 end),
                        sum(case when h.qty > 0 and u.kind <> 2 then 1 else 0 end)
                        from unit u cross join holding h where h.unit_id = u.id and
                        """ + of.scope.condition + " group by 1")
                .param(of.id)
                .query((r, n) ->
                        sums.put(r.getLong(1), new Sum(r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5))))
                .list();
        long serials = of.scope != Scope.LOT
                ? 0
                : read.sql("select count(*) from unit u where " + of.scope.condition)
                        .param(of.id)
                        .query(Long.class)
                        .single();
        return new Result(sums, serials);
    }

    /** The movements since, each as two changes of a holding. */
    private Result forward(JdbcClient read, Of of, Kept before) {
        Map<Change, Long> changes = new LinkedHashMap<>();
        // The limit is never met: it makes the engine begin with the few movements, not with the many units.
        String which = of.scope == Scope.UNIT ? "unit_id = :id and seq > :seq" : "seq > :seq";
        read.sql("select m.unit_id, m.qty, m.from_id, m.to_id, u.kind, u.first_seq from ("
                        + "select unit_id, qty, from_id, to_id from movement where " + which
                        + " limit 1000000) m cross join unit u where u.id = m.unit_id and "
                        + of.scope.condition.replace("?", ":id"))
                .param("seq", before.seq)
                .param("id", of.id)
                .query((r, n) -> {
                    boolean serial = r.getInt(5) == Unit.Kind.SERIAL.number();
                    boolean fresh = r.getLong(6) > before.seq;
                    changes.merge(new Change(r.getLong(1), r.getLong(3), serial, fresh), -r.getLong(2), Long::sum);
                    return changes.merge(
                            new Change(r.getLong(1), r.getLong(4), serial, fresh), r.getLong(2), Long::sum);
                })
                .list();
        Map<Spot, Long> holdings = holdings(read, changes.keySet());
        Set<Long> containers = containers(read, changes.keySet());
        Map<Long, Sum> sums = new HashMap<>(before.result.byPlace);
        changes.forEach((change, by) -> {
            long now = holdings.getOrDefault(new Spot(change.unit, change.place), 0L);
            Sum more = Sum.of(now, change.serial).minus(Sum.of(now - by, change.serial));
            sums.merge(key(change.place, containers), more, Sum::plus);
        });
        sums.values().removeIf(Sum.NONE::equals);
        long fresh = changes.keySet().stream()
                .filter(Change::fresh)
                .map(Change::unit)
                .distinct()
                .count();
        return new Result(sums, before.result.serials + (of.scope == Scope.LOT ? fresh : 0));
    }

    private record Spot(long unit, long place) {}

    /** How much is at the places that changed: place by place when they are few, since one unit can be at many. */
    private Map<Spot, Long> holdings(JdbcClient read, Set<Change> changes) {
        Map<Spot, Long> found = new HashMap<>();
        if (changes.size() <= FEW) {
            for (Change change : changes) {
                read.sql("select qty from holding where unit_id = ? and place_id = ?")
                        .params(change.unit, change.place)
                        .query(Long.class)
                        .optional()
                        .ifPresent(q -> found.put(new Spot(change.unit, change.place), q));
            }
            return found;
        }
        read.sql("select h.unit_id, h.place_id, h.qty from "
                        + database.dialect().numbers() + " k cross join holding h where h.unit_id = k.value")
                .param(Standing.array(
                        changes.stream().map(Change::unit).distinct().toList()))
                .query((r, n) -> found.put(new Spot(r.getLong(1), r.getLong(2)), r.getLong(3)))
                .list();
        return found;
    }

    private Set<Long> containers(JdbcClient read, Set<Change> changes) {
        var units = changes.stream()
                .map(Change::place)
                .filter(p -> p < 0)
                .map(p -> -p)
                .distinct()
                .toList();
        return Set.copyOf(read.sql("select u.id from " + database.dialect().numbers()
                        + " k cross join unit u where u.id = k.value and u.kind = 3")
                .param(Standing.array(units))
                .query(Long.class)
                .list());
    }

    private static long key(long place, Set<Long> containers) {
        if (place >= Runs.FIRST_ID) {
            return RUNS;
        }
        return place >= 0 || containers.contains(-place) ? place : HOSTS;
    }
}
