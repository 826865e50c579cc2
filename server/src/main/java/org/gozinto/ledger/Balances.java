/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The writer's working copy of holdings: loaded for the units of a group, changed by movements, written once.
 *
 * <p>Sample: unit 5 with 40 at place 2 and 60 at place 9 is {@code 5 → {2: (40 now, 40 stored), 9: (60, 60)}}; a
 * movement of 40 from 2 to 9 makes it {@code {2: (0, 40), 9: (100, 60)}}, which is written as one deletion and one
 * update. Not safe for several threads.
 */
public final class Balances {

    private static final List<String> COLUMNS = List.of("unit_id", "place_id", "qty", "position");

    private final Connection connection;
    private final Dialect dialect;
    private final Map<Long, Map<Long, Balance>> byUnit = new HashMap<>();
    private final Map<Long, Set<Long>> unitsByPlace = new HashMap<>();
    private final Map<Long, Set<Long>> touchedInside = new HashMap<>();
    private final Set<Long> fresh = new HashSet<>();
    private final List<Movement> applied = new ArrayList<>();
    private final List<@Nullable String> positionsBefore = new ArrayList<>();

    private static final class Balance {
        long qty;
        long stored;

        @Nullable
        String position;

        @Nullable
        String storedPosition;

        Balance(long qty, @Nullable String position) {
            this.qty = qty;
            this.stored = qty;
            this.position = position;
            this.storedPosition = position;
        }

        boolean unchanged() {
            return qty == stored && (qty == 0 || Objects.equals(position, storedPosition));
        }
    }

    public Balances(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Loads all holdings of the units that are not loaded yet. */
    public void load(Collection<Long> units) throws SQLException {
        var missing =
                units.stream().filter(u -> !byUnit.containsKey(u)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(u -> byUnit.put(u, new HashMap<>(4)));
        var sql = """
                select h.unit_id, h.place_id, h.qty, h.position
                from %s k cross join holding h where h.unit_id = k.value
                """.formatted(dialect.numbers());
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, jsonArray(missing));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    of(rows.getLong(1)).put(rows.getLong(2), new Balance(rows.getLong(3), rows.getString(4)));
                }
            }
        }
    }

    /** Ids of the units whose holdings are loaded. */
    public Set<Long> loadedUnits() {
        return Set.copyOf(byUnit.keySet());
    }

    /** Says that the unit is new, so that there is nothing to load. */
    public void fresh(long unit) {
        fresh.add(unit);
        byUnit.put(unit, new HashMap<>(4));
    }

    /** How much of the unit is at the place now; below zero only at partners, runs and virtual places. */
    public long at(long unit, long place) {
        Balance balance = of(unit).get(place);
        return balance == null ? 0 : balance.qty;
    }

    /** Where in a host the unit is now; null when nobody said so. */
    public @Nullable String position(long unit, long place) {
        Balance balance = of(unit).get(place);
        return balance == null || balance.qty == 0 ? null : balance.position;
    }

    /** Where the unit is, with quantities other than zero. */
    public Map<Long, Long> places(long unit) {
        Map<Long, Long> result = new HashMap<>(4);
        of(unit).forEach((place, balance) -> {
            if (balance.qty != 0) {
                result.put(place, balance.qty);
            }
        });
        return result;
    }

    /** The units that are at the place now: what is in a container or installed in a host. */
    public List<Long> unitsAt(long place) throws SQLException {
        loadContents(List.of(place));
        return unitsByPlace.getOrDefault(place, Set.of()).stream()
                .filter(u -> at(u, place) != 0)
                .toList();
    }

    /** Loads what is at the places, so that {@link #unitsAt} needs no query of its own. */
    public void loadContents(Collection<Long> places) throws SQLException {
        var missing = places.stream()
                .filter(p -> !unitsByPlace.containsKey(p))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Map<Long, Set<Long>> found = new HashMap<>();
        missing.forEach(p -> found.put(p, new TreeSet<>()));
        try (var query = connection.prepareStatement(contents(dialect))) {
            query.setString(1, jsonArray(missing));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    long unit = rows.getLong(2);
                    if (!rows.wasNull()) {
                        Objects.requireNonNull(found.get(rows.getLong(1))).add(unit);
                    }
                }
            }
        }
        load(found.values().stream().flatMap(Set::stream).toList());
        for (long place : missing) {
            Set<Long> units = Objects.requireNonNull(found.get(place));
            if (place < 0) {
                units.addAll(touchedInside.getOrDefault(place, Set.of()));
            } else {
                byUnit.forEach((unit, balances) -> {
                    if (balances.containsKey(place)) {
                        units.add(unit);
                    }
                });
            }
        }
        unitsByPlace.putAll(found);
    }

    /**
     * What is at places; of an empty one a row without a unit. The outer join makes PostgreSQL begin with the places
     * that are asked for: where all stock is at a few places it takes each for a large one, and would read everything.
     */
    static String contents(Dialect dialect) {
        return "select k.value, h.unit_id from " + dialect.numbers() + " k left join holding h on h.place_id = k.value";
    }

    /** Moves; the caller has checked that it may. */
    public void apply(Movement movement) {
        add(movement.unit(), movement.from(), -movement.qty());
        Balance to = add(movement.unit(), movement.to(), movement.qty());
        applied.add(movement);
        positionsBefore.add(to.position);
        to.position = movement.position();
    }

    /** How many movements were applied so far: a mark for {@link #undo}. */
    public int mark() {
        return applied.size();
    }

    /** Takes back what was applied since the mark. */
    public void undo(int mark) {
        for (int i = applied.size() - 1; i >= mark; i--) {
            Movement movement = applied.remove(i);
            add(movement.unit(), movement.from(), movement.qty());
            add(movement.unit(), movement.to(), -movement.qty()).position = positionsBefore.remove(i);
        }
    }

    private Balance add(long unit, long place, long qty) {
        Balance balance = of(unit).computeIfAbsent(place, p -> new Balance(0, null));
        balance.qty = Math.addExact(balance.qty, qty);
        if (place < 0) {
            touchedInside.computeIfAbsent(place, p -> new TreeSet<>()).add(unit);
        }
        Set<Long> units = unitsByPlace.get(place);
        if (units != null) {
            units.add(unit);
        }
        return balance;
    }

    private Map<Long, Balance> of(long unit) {
        var balances = byUnit.get(unit);
        if (balances == null) {
            throw new IllegalStateException("holdings of unit " + unit + " were not loaded");
        }
        return balances;
    }

    /** Writes what changed: new rows appended, others updated, zeros deleted. */
    public void write() throws SQLException {
        List<@Nullable Object[]> added = new ArrayList<>();
        try (var update = connection.prepareStatement(
                        "update holding set qty = ?, position = ? where unit_id = ? and place_id = ?");
                var delete = connection.prepareStatement("delete from holding where unit_id = ? and place_id = ?")) {
            int updates = 0;
            int deletes = 0;
            for (long unit : touchedUnits()) {
                for (var entry : of(unit).entrySet()) {
                    Balance balance = entry.getValue();
                    if (balance.unchanged()) {
                        continue;
                    }
                    if (balance.stored == 0) {
                        added.add(new @Nullable Object[] {unit, entry.getKey(), balance.qty, balance.position});
                    } else if (balance.qty == 0) {
                        delete.setLong(1, unit);
                        delete.setLong(2, entry.getKey());
                        delete.addBatch();
                        deletes++;
                    } else {
                        update.setLong(1, balance.qty);
                        update.setString(2, balance.position);
                        update.setLong(3, unit);
                        update.setLong(4, entry.getKey());
                        update.addBatch();
                        updates++;
                    }
                }
            }
            if (deletes > 0) {
                delete.executeBatch();
            }
            if (updates > 0) {
                update.executeBatch();
            }
        }
        if (!added.isEmpty()) {
            dialect.append(connection, "holding", COLUMNS, added);
        }
    }

    private List<Long> touchedUnits() {
        return applied.stream().map(Movement::unit).distinct().toList();
    }

    static String jsonArray(Collection<Long> numbers) {
        var text = new JsonText().array();
        numbers.forEach(text::element);
        return text.endArray().toString();
    }
}
