/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened to one unit: the run that it came out of, to whom it went, what was in it at a moment. It reads the
 * movements of that unit and of what it was in, a bounded number of them. Voided entries do not count. Safe for use by
 * many threads.
 */
public final class UnitPast {

    private static final int MOVEMENTS_MAX = 5_000;
    private static final int DEPTH_MAX = 20;

    private static final String MOVED = """
            select m.seq, m.unit_id, m.qty, m.from_id, m.to_id, e.occurred_from_us, e.occurred_at, e.type
            from movement m join entry e on e.seq = m.seq
            where %s and e.type <> 'void' and not exists (select 1 from entry v where v.corrects = e.seq)
            order by e.occurred_from_us, m.seq, m.n limit ?
            """;

    private static final String MADE = """
            select m.unit_id, m.seq, m.from_id, e.occurred_at
            from %s k cross join movement m join entry e on e.seq = m.seq
            where m.unit_id = k.value and e.type <> 'void'
                and not exists (select 1 from entry v where v.corrects = e.seq)
                and (m.from_id >= """ + Runs.FIRST_ID + """
             or e.type = 'commission')
            order by e.occurred_from_us, m.seq, m.n
            """;

    private final Database database;
    private final Places places;
    private final JsonMapper json;

    public UnitPast(Database database, Places places, JsonMapper json) {
        this.database = database;
        this.places = places;
        this.json = json;
    }

    private record Moved(long seq, long unit, long qty, long from, long to, long us, String at, String type) {}

    private List<Moved> moved(String which, Object... params) {
        List<Object> all = new ArrayList<>(List.of(params));
        all.add(MOVEMENTS_MAX);
        JdbcClient read = database.read();
        return read.sql(MOVED.formatted(which))
                .params(all)
                .query((rows, n) -> moved(rows))
                .list();
    }

    private static Moved moved(ResultSet rows) throws SQLException {
        return new Moved(
                rows.getLong(1),
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6),
                rows.getString(7),
                rows.getString(8));
    }

    /**
     * Where a unit comes from.
     *
     * @param run null when it came in otherwise
     * @param at as the act says it, such as 2026-03-01
     * @param us the earliest moment that this can mean, in microseconds since 1970; null when it is not known
     */
    public record Made(
            @Nullable String run,
            @Nullable String at,
            @Nullable Long us) {}

    /** The first run that a unit came out of, or the act that first numbered it; null members when neither is known. */
    public Made made(Unit unit) {
        List<Moved> out = database.read()
                .sql(MOVED.formatted("m.unit_id = ? and m.from_id >= " + Runs.FIRST_ID))
                .params(unit.id(), 1)
                .query((rows, n) -> moved(rows))
                .list();
        if (!out.isEmpty()) {
            Moved first = out.getFirst();
            Place run = places.find(first.from());
            return new Made(run == null ? null : run.code(), known(first.at()), us(first));
        }
        List<Moved> begun = moved("m.unit_id = ? and m.seq = ? and e.type = 'commission'", unit.id(), unit.firstSeq());
        return begun.isEmpty()
                ? new Made(null, null, null)
                : new Made(null, known(begun.getFirst().at()), us(begun.getFirst()));
    }

    /**
     * When units were made, as {@link #made} has it, of many at once: by their ids, as the acts say it. Those of which
     * it is not known are left out.
     */
    public Map<Long, String> madeAt(Collection<Unit> units) {
        Map<Long, Unit> byId = new HashMap<>();
        var array = new JsonText().array();
        units.forEach(unit -> {
            byId.put(unit.id(), unit);
            array.element(unit.id());
        });
        Map<Long, String> outOfRuns = new HashMap<>();
        Map<Long, String> begun = new HashMap<>();
        database.read()
                .sql(MADE.formatted(database.dialect().numbers()))
                .param(array.endArray().toString())
                .query(rows -> {
                    Unit unit = byId.get(rows.getLong(1));
                    String at = known(rows.getString(4));
                    if (rows.getLong(3) >= Runs.FIRST_ID) {
                        outOfRuns.putIfAbsent(rows.getLong(1), String.valueOf(at));
                    } else if (unit != null && rows.getLong(2) == unit.firstSeq() && at != null) {
                        begun.putIfAbsent(unit.id(), at);
                    }
                });
        begun.keySet().removeAll(outOfRuns.keySet());
        begun.putAll(outOfRuns);
        begun.values().removeIf("null"::equals);
        return begun;
    }

    private static @Nullable String known(String at) {
        return at.equals("unknown") ? null : at;
    }

    private static @Nullable Long us(Moved moved) {
        return known(moved.at()) == null ? null : moved.us();
    }

    /** A unit came to a partner, by itself or in something; {@code seq} is the entry that says so. */
    public record Delivery(Place partner, String at, long us, long seq) {}

    /** To whom a unit went, oldest first. What it was packed or installed in took it along. */
    public List<Delivery> deliveries(long unit) {
        List<Delivery> found = new ArrayList<>();
        Deque<Stay> open = new ArrayDeque<>(List.of(new Stay(unit, Long.MIN_VALUE, Long.MAX_VALUE, 0)));
        Set<Stay> seen = new HashSet<>();
        int budget = MOVEMENTS_MAX;
        while (!open.isEmpty() && budget > 0) {
            Stay stay = open.pop();
            if (!seen.add(stay)) {
                continue;
            }
            List<Moved> all = moved("m.unit_id = ?", stay.unit());
            budget -= all.size();
            for (int i = 0; i < all.size(); i++) {
                Moved move = all.get(i);
                long until = i + 1 < all.size() ? all.get(i + 1).us() : Long.MAX_VALUE;
                if (move.to() < 0 && stay.depth() < DEPTH_MAX && until >= stay.from() && move.us() <= stay.to()) {
                    open.push(new Stay(
                            -move.to(),
                            Math.max(move.us(), stay.from()),
                            Math.min(until, stay.to()),
                            stay.depth() + 1));
                } else if (move.us() >= stay.from() && move.us() <= stay.to()) {
                    delivered(move, found);
                }
            }
        }
        found.sort(Comparator.comparingLong(Delivery::us));
        return found;
    }

    /** A unit for a time, both ends in microseconds. */
    private record Stay(long unit, long from, long to, int depth) {}

    private void delivered(Moved move, List<Delivery> found) {
        Place to = move.to() > 0 && move.to() < Runs.FIRST_ID ? places.find(move.to()) : null;
        if (to != null && to.kind() == Place.Kind.PARTNER) {
            found.add(new Delivery(to, move.at(), move.us(), move.seq()));
        }
    }

    /**
     * Id of the unit that a unit was installed or packed in at a moment; 0 when it was in none.
     *
     * @param untilUs that moment, in microseconds since 1970
     */
    public long within(long unit, long untilUs) {
        List<Moved> all = moved("m.unit_id = ? and e.occurred_from_us < ?", unit, untilUs);
        return all.isEmpty() || all.getLast().to() >= 0 ? 0 : -all.getLast().to();
    }

    /** Those of the units into which anything was ever put, so that what is in them is known at all; by their ids. */
    public Set<Long> hosts(Collection<Long> units) {
        if (units.isEmpty()) {
            return Set.of();
        }
        var places = new JsonText().array();
        units.forEach(unit -> places.element(-unit));
        Set<Long> hosts = new HashSet<>();
        database.read()
                .sql("select distinct m.to_id from " + database.dialect().numbers() + """
                         k cross join movement m join entry e on e.seq = m.seq
                        where m.to_id = k.value and m.to_id < 0 and e.type <> 'void'
                            and not exists (select 1 from entry v where v.corrects = e.seq)
                        """)
                .param(places.endArray().toString())
                .query(rows -> {
                    hosts.add(-rows.getLong(1));
                });
        return hosts;
    }

    /**
     * Something in a unit.
     *
     * @param within id of the unit that it is in
     * @param how installed or packed
     * @param qty in the smallest steps of its item
     */
    public record Part(
            long unit,
            long within,
            String how,
            long qty,
            @Nullable String position,
            String since) {}

    /** @param more whether there are more than these */
    public record Parts(List<Part> parts, boolean more) {}

    /**
     * What was in a unit at a moment, at every depth.
     *
     * @param untilUs that moment, in microseconds since 1970
     */
    public Parts parts(Unit top, long untilUs, int limit) {
        List<Part> found = new ArrayList<>();
        Map<Long, Long> entered = new HashMap<>();
        Deque<Long> open = new ArrayDeque<>(List.of(top.id()));
        Set<Long> seen = new HashSet<>();
        while (!open.isEmpty() && found.size() <= limit) {
            long host = open.poll();
            if (seen.add(host)) {
                for (Part part : inside(host, untilUs, entered)) {
                    found.add(part);
                    open.add(part.unit());
                }
            }
        }
        boolean more = found.size() > limit;
        List<Part> shown = more ? found.subList(0, limit) : found;
        Map<Long, String> positions = positions(new HashSet<>(entered.values()));
        return new Parts(
                shown.stream()
                        .map(part -> new Part(
                                part.unit(),
                                part.within(),
                                part.how(),
                                part.qty(),
                                positions.get(entered.get(part.unit())),
                                part.since()))
                        .toList(),
                more);
    }

    private List<Part> inside(long host, long untilUs, Map<Long, Long> entered) {
        // The index of what went into units has such places only, and is used only where that is said.
        List<Moved> all =
                new ArrayList<>(moved("m.to_id = ? and m.to_id < 0 and e.occurred_from_us < ?", -host, untilUs));
        all.addAll(moved("m.from_id = ? and m.from_id < 0 and e.occurred_from_us < ?", -host, untilUs));
        Map<Long, Long> qty = new LinkedHashMap<>();
        Map<Long, Moved> in = new HashMap<>();
        for (Moved move : all) {
            qty.merge(move.unit(), move.to() == -host ? move.qty() : -move.qty(), Long::sum);
            if (move.to() == -host) {
                in.put(move.unit(), move);
            }
        }
        List<Part> parts = new ArrayList<>();
        qty.forEach((unit, left) -> {
            Moved last = in.get(unit);
            if (left > 0 && last != null) {
                boolean packed = last.type().equals("pack");
                parts.add(new Part(unit, host, packed ? "packed" : "installed", left, null, last.at()));
                entered.put(unit, last.seq());
            }
        });
        return parts;
    }

    /** The positions that entries say. */
    private Map<Long, String> positions(Collection<Long> seqs) {
        Map<Long, String> positions = new HashMap<>();
        if (seqs.isEmpty()) {
            return positions;
        }
        var array = new JsonText().array();
        seqs.forEach(array::element);
        database.read()
                .sql("select e.seq, e.body from " + database.dialect().numbers()
                        + " k cross join entry e where e.seq = k.value and e.type = 'install'")
                .param(array.endArray().toString())
                .query((rows, n) -> {
                    String position =
                            json.readTree(rows.getString(2)).path("position").asString("");
                    return position.isEmpty() ? null : positions.put(rows.getLong(1), position);
                })
                .list();
        return positions;
    }
}
