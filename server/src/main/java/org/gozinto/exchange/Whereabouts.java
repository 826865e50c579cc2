/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.ledger.Balances;
import org.gozinto.ledger.Dialect;
import org.gozinto.ledger.JsonText;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.UnitDesk;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of where things are and were, for the decisions of one event.
 *
 * <p>Whether an observation tells anything new is asked as of the time of the event, so that the same document
 * gives the same
 * answer again after its things have moved on. Voided entries do not count.
 */
final class Whereabouts implements AutoCloseable {

    private static final int DEPTH_MAX = 50;

    private static final String TRACK = """
            from movement m join entry e on e.seq = m.seq
            where m.unit_id = ? and e.corrects is null and not exists (select 1 from entry v where v.corrects = e.seq)
            order by e.occurred_from_us, m.seq, m.n
            """;

    /** One movement of a unit. */
    private record Step(long us, long from, long to, long qty) {}

    /**
     * A piece or logistic unit.
     *
     * @param now the place, or the negative id of the unit, that it is in now; 0 when it is nowhere
     * @param inside everything that it was in at the time: places, and units by their negative ids
     * @param late whether it moved after the time of the event
     */
    record Seen(Unit unit, long now, Set<Long> inside, boolean late) {}

    /** An amount that is at a place. */
    record Held(Unit unit, long qty) {}

    private final Connection connection;
    private final Dialect dialect;
    private final Places places;
    private final UnitDesk units;
    private final Balances balances;
    private final Map<Long, List<Step>> tracks = new HashMap<>();

    Whereabouts(Connection connection, Dialect dialect, Places places) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.places = places;
        this.units = new UnitDesk(connection, dialect);
        this.balances = new Balances(connection, dialect);
    }

    static long micros(OffsetDateTime time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
    }

    private static Unit.Key boxKey(String code) {
        return new Unit.Key(Unit.Kind.CONTAINER, 0, 0, code);
    }

    private Unit.Key key(Unit.Kind kind, Item item, String number) {
        Place issuer = item.issuer() == null ? null : places.find(item.issuer());
        boolean numbered = kind != Unit.Kind.UNTRACKED;
        return new Unit.Key(kind, item.id(), numbered && issuer != null ? issuer.id() : 0, number);
    }

    /** The logistic unit of this number as of a time; null when the ledger does not know it. */
    @Nullable
    Seen box(String sscc, long us) throws SQLException {
        var found = units.find(boxKey(sscc));
        return found.isEmpty() ? null : seen(found.getFirst(), us);
    }

    /** The piece of this serial as of a time; null when the ledger does not know it. Of twins, the first. */
    @Nullable
    Seen piece(@Nullable Item item, String serial, long us) throws SQLException {
        if (item == null || !item.tracking().bySerial()) {
            return null;
        }
        var found = units.find(key(Unit.Kind.SERIAL, item, serial));
        return found.isEmpty() ? null : seen(found.getFirst(), us);
    }

    /** Loads in bulk what the questions about these things need. */
    void load(List<Thing> things, Masters masters) throws SQLException {
        Set<Unit.Key> keys = new HashSet<>();
        for (Thing thing : things) {
            if (thing instanceof Thing.Box box) {
                keys.add(boxKey(box.sscc()));
            } else if (thing instanceof Thing.Piece piece) {
                Item item = masters.known(piece.product());
                if (item != null) {
                    keys.add(key(Unit.Kind.SERIAL, item, piece.serial()));
                }
            }
        }
        units.load(keys);
        List<Long> ids =
                units.loadedIds().stream().filter(i -> !tracks.containsKey(i)).toList();
        balances.load(ids);
        ids.forEach(id -> tracks.put(id, new ArrayList<>()));
        var array = new JsonText().array();
        ids.forEach(array::element);
        try (var query = connection.prepareStatement(
                "select m.unit_id, e.occurred_from_us, m.from_id, m.to_id, m.qty from " + dialect.numbers() + " k "
                        + TRACK.replace("where m.unit_id = ?", "where m.unit_id = k.value")
                                .replace("from movement m", "cross join movement m"))) {
            query.setString(1, array.endArray().toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    track(rows.getLong(1))
                            .add(new Step(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
                }
            }
        }
    }

    private Seen seen(Unit unit, long us) throws SQLException {
        balances.load(List.of(unit.id()));
        long now = balances.places(unit.id()).entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0L);
        Set<Long> inside = new HashSet<>();
        boolean late = track(unit.id()).stream().anyMatch(s -> s.us() > us);
        collect(unit.id(), us, inside, 0);
        for (long outer = now; outer < 0 && !late; outer = outer(-outer)) {
            late = track(-outer).stream().anyMatch(s -> s.us() > us);
        }
        return new Seen(unit, now, inside, late);
    }

    private long outer(long unit) throws SQLException {
        balances.load(List.of(unit));
        return balances.places(unit).entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0L);
    }

    /** Where the unit was just before the time and at it, and where that was. */
    private void collect(long unit, long us, Set<Long> inside, int depth) throws SQLException {
        Set<Long> direct = new HashSet<>();
        long before = 0;
        for (Step step : track(unit)) {
            if (step.us() < us) {
                before = step.to();
            } else if (step.us() == us) {
                direct.add(step.to());
            }
        }
        if (before != 0) {
            direct.add(before);
        }
        for (long place : direct) {
            if (inside.add(place) && place < 0 && depth < DEPTH_MAX) {
                collect(-place, us, inside, depth + 1);
            }
        }
    }

    private List<Step> track(long unit) throws SQLException {
        List<Step> known = tracks.get(unit);
        if (known != null) {
            return known;
        }
        List<Step> steps = new ArrayList<>();
        try (var query = connection.prepareStatement("select e.occurred_from_us, m.from_id, m.to_id, m.qty " + TRACK)) {
            query.setLong(1, unit);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    steps.add(new Step(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                }
            }
        }
        tracks.put(unit, steps);
        return steps;
    }

    /** The lot, or the untracked stock, that an amount is of; null when the ledger does not know it. */
    @Nullable
    Unit stock(@Nullable Item item, @Nullable String lot) throws SQLException {
        if (item == null || item.tracking().bySerial()) {
            return null;
        }
        boolean byLot = item.tracking().byLot();
        if (byLot && lot == null) {
            return null;
        }
        var found = byLot && lot != null
                ? units.find(key(Unit.Kind.LOT, item, lot))
                : units.find(key(Unit.Kind.UNTRACKED, item, ""));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Whether as much of a lot as was seen was at the place, or in something there, just before the time or at it. */
    boolean wasAt(Unit stock, long place, long us, long qty) throws SQLException {
        Map<Long, Long> held = new LinkedHashMap<>();
        boolean enough = false;
        for (Step step : track(stock.id())) {
            if (step.us() > us) {
                break;
            }
            if (step.us() == us) {
                enough |= atRoot(held, place, us) >= qty;
            }
            held.merge(step.from(), -step.qty(), Long::sum);
            held.merge(step.to(), step.qty(), Long::sum);
        }
        return enough || atRoot(held, place, us) >= qty;
    }

    private long atRoot(Map<Long, Long> held, long place, long us) throws SQLException {
        long sum = 0;
        for (var at : held.entrySet()) {
            if (at.getValue() <= 0) {
                continue;
            }
            Set<Long> inside = new HashSet<>(Set.of(at.getKey()));
            if (at.getKey() < 0) {
                collect(-at.getKey(), us, inside, 0);
            }
            sum += inside.contains(place) ? at.getValue() : 0;
        }
        return sum;
    }

    boolean movedAfter(Unit unit, long us) throws SQLException {
        return track(unit.id()).stream().anyMatch(s -> s.us() > us);
    }

    /** How much of a lot is at a place now. */
    long at(Unit stock, long place) throws SQLException {
        balances.load(List.of(stock.id()));
        return balances.at(stock.id(), place);
    }

    /** Whether exactly one place in our hands, or one partner, has some of the lot now, and has as much as that. */
    boolean isOnlyAtOnePlace(Unit stock, long qty) throws SQLException {
        balances.load(List.of(stock.id()));
        var some = balances.places(stock.id()).entrySet().stream()
                .filter(e -> e.getValue() > 0 && isReal(e.getKey()))
                .toList();
        return some.size() == 1 && some.getFirst().getValue() >= qty;
    }

    private boolean isReal(long place) {
        if (place < 0) {
            return true;
        }
        Place found = places.find(place);
        return found != null && (found.kind().isLocation() || found.kind() == Place.Kind.PARTNER);
    }

    /** What is in a container or host now. */
    List<Held> contents(Unit outer) throws SQLException {
        List<Held> held = new ArrayList<>();
        for (long id : balances.unitsAt(outer.asPlace())) {
            held.add(new Held(units.get(id), balances.at(id, outer.asPlace())));
        }
        return held;
    }

    /** An amount at the item's scale; 0 when it is too precise, which the act will be refused for. */
    static long scaled(BigDecimal qty, Item item) {
        try {
            return qty.movePointRight(item.decimals()).longValueExact();
        } catch (ArithmeticException e) {
            return 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
