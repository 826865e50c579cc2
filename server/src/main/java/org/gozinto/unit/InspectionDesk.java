/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gozinto.item.InspectionRule;
import org.gozinto.item.Item;
import org.gozinto.ledger.Dialect;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * The writer's view of what waits for an inspection. It is asked only about units of items that have a rule, so that
 * acts of others cost nothing. Not safe for several threads.
 */
public final class InspectionDesk {

    static final String COLUMNS = "w.unit_id, w.way, w.seq, w.since_us, w.rejected";

    private final Connection connection;
    private final Dialect dialect;
    private final Consumer<Runnable> undo;
    /** What is known of units; null for those that do not wait. */
    private final Map<Long, @Nullable Uninspected> known = new HashMap<>();

    private final Map<Long, Uninspected> arrived = new LinkedHashMap<>();

    InspectionDesk(Connection connection, Dialect dialect, Consumer<Runnable> undo) {
        this.connection = connection;
        this.dialect = dialect;
        this.undo = undo;
    }

    /** Reads which of the units wait, those that are not known yet, at once. */
    public void load(Collection<Long> units) throws SQLException {
        List<Long> missing =
                units.stream().filter(u -> !known.containsKey(u)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(u -> known.put(u, null));
        var array = new JsonText().array();
        missing.forEach(array::element);
        try (var query = connection.prepareStatement("select " + COLUMNS + " from " + dialect.numbers()
                + " k cross join uninspected w where w.unit_id = k.value")) {
            query.setString(1, array.endArray().toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getLong(1), row(rows));
                }
            }
        }
    }

    static Uninspected row(ResultSet rows) throws SQLException {
        return new Uninspected(
                rows.getLong(1),
                rows.getString(2).equals(InspectionRule.RECEIVED.word())
                        ? InspectionRule.RECEIVED
                        : InspectionRule.PRODUCED,
                rows.getLong(3),
                Instant.EPOCH.plus(rows.getLong(4), ChronoUnit.MICROS),
                rows.getString(5));
    }

    /** What the unit waits for; null when it may be used, or its item does not ask. */
    public @Nullable Uninspected of(Unit unit, Item item) throws SQLException {
        if (item.inspection() == null) {
            return null;
        }
        load(List.of(unit.id()));
        Uninspected waits = known.get(unit.id());
        return waits != null && waits.isAskedBy(item) ? waits : null;
    }

    /**
     * A unit came in, and waits if its item asks for an inspection of that.
     */
    public void arrived(Unit unit, Item item, Uninspected waits) {
        if (item.inspection() == null || !waits.isAskedBy(item)) {
            return;
        }
        long id = unit.id();
        boolean wasKnown = known.containsKey(id);
        Uninspected before = known.put(id, waits);
        Uninspected earlier = arrived.put(id, waits);
        undo.accept(() -> {
            if (wasKnown) {
                known.put(id, before);
            } else {
                known.remove(id);
            }
            if (earlier == null) {
                arrived.remove(id);
            } else {
                arrived.put(id, earlier);
            }
        });
    }

    void write() throws SQLException {
        if (arrived.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                insert into uninspected (unit_id, way, seq, since_us, rejected) values (?, ?, ?, ?, null)
                on conflict (unit_id) do update set way = excluded.way, seq = excluded.seq,
                    since_us = excluded.since_us, rejected = null
                """)) {
            for (Uninspected waits : arrived.values()) {
                insert.setLong(1, waits.unitId());
                insert.setString(2, waits.way().word());
                insert.setLong(3, waits.seq());
                insert.setLong(4, ChronoUnit.MICROS.between(Instant.EPOCH, waits.since()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
