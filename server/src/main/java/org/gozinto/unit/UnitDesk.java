/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gozinto.ledger.Dialect;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * The writer's working copy of units and holds: loaded in bulk for a group of acts, changed by them, written once.
 * Not safe for several threads.
 */
public final class UnitDesk {

    private static final List<String> UNIT_COLUMNS = List.of(
            "id",
            "kind",
            "item_id",
            "issuer_id",
            "number",
            "twin",
            "lot_id",
            "expiry_day",
            "best_before_day",
            "manufactured_day",
            "first_seq",
            "first_us",
            "attributes");

    private final Connection connection;
    private final Dialect dialect;
    private final Map<Unit.Key, List<Unit>> byKey = new HashMap<>();
    private final Map<Long, Unit> byId = new HashMap<>();
    private final Map<Long, List<Hold>> holds = new HashMap<>();
    private final Map<Long, Unit> created = new LinkedHashMap<>();
    private final Map<Long, Unit> dated = new LinkedHashMap<>();
    private final List<SupplierLot> supplierLots = new ArrayList<>();
    private final Set<Hold> held = new LinkedHashSet<>();
    private final Map<Hold, Long> released = new LinkedHashMap<>();
    private final Set<Hold> reopened = new LinkedHashSet<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final NumberDesk reserved;
    private final StopDesk stops;
    private final InspectionDesk inspections;
    private long nextId;

    /**
     * The supplier's own number of a lot or serial.
     *
     * @param notedSeq the first entry that says so, or 0 in rows of books from before it was kept
     */
    public record SupplierLot(String number, long partnerId, long unitId, long notedSeq) {}

    /** A desk that does not ask what recalls stop; {@link Stops#desk} makes those that do. */
    public UnitDesk(Connection connection, Dialect dialect) throws SQLException {
        this(connection, dialect, StopDesk.idle(), nextId(connection));
    }

    UnitDesk(Connection connection, Dialect dialect, StopDesk stops, long nextId) {
        this.connection = connection;
        this.dialect = dialect;
        this.reserved = new NumberDesk(connection, dialect);
        this.stops = stops;
        this.inspections = new InspectionDesk(connection, dialect, undo::add);
        this.nextId = nextId;
        stops.undoneBy(undo::add);
    }

    private static long nextId(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select coalesce(max(id), 0) + 1 from unit");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Loads the units of these keys, with all twins. */
    public void load(Set<Unit.Key> keys) throws SQLException {
        Map<Unit.Key, List<String>> numbers = keys.stream()
                .filter(k -> !byKey.containsKey(k))
                .collect(Collectors.groupingBy(
                        k -> new Unit.Key(k.kind(), k.itemId(), k.issuerId(), ""),
                        Collectors.mapping(Unit.Key::number, Collectors.toList())));
        try (var query = connection.prepareStatement(byKey(dialect))) {
            for (var group : numbers.entrySet()) {
                var array = new JsonText().array();
                group.getValue().forEach(array::element);
                query.setString(1, array.endArray().toString());
                query.setLong(2, group.getKey().itemId());
                query.setLong(3, group.getKey().issuerId());
                query.setInt(4, group.getKey().kind().number());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getLong(1) != 0) {
                            keep(UnitRows.unit(rows));
                        }
                    }
                }
            }
        }
        keys.forEach(k -> byKey.computeIfAbsent(k, x -> new ArrayList<>(1)));
        reserved.load(numbers.values().isEmpty() ? List.of() : fresh(keys));
    }

    private List<Unit.Key> fresh(Set<Unit.Key> keys) {
        return keys.stream()
                .filter(k -> k.kind() == Unit.Kind.LOT || k.kind() == Unit.Kind.SERIAL)
                .filter(k -> byKey.getOrDefault(k, List.of()).isEmpty())
                .toList();
    }

    /** Whether the number was reserved once and voided, and no unit has it. */
    public boolean isVoid(Unit.Key key) throws SQLException {
        return find(key).isEmpty() && reserved.isVoid(key);
    }

    /**
     * Units of numbers; of a new number a row without a unit. The outer join makes PostgreSQL begin with the numbers:
     * in a young book, where it takes an item for a small one, it would go through all units of the item.
     */
    static String byKey(Dialect dialect) {
        return "select " + UnitRows.COLUMNS + " from " + dialect.texts() + """
                 k left join unit u on u.number = k.value and u.item_id = ? and u.issuer_id = ? and u.kind = ?
                order by u.twin
                """;
    }

    /** Loads units by their ids. */
    public void loadIds(Collection<Long> ids) throws SQLException {
        var missing = ids.stream()
                .filter(i -> i != 0 && !byId.containsKey(i))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        var array = new JsonText().array();
        missing.forEach(array::element);
        var sql = "select " + UnitRows.COLUMNS + " from " + dialect.numbers()
                + " k cross join unit u where u.id = k.value";
        List<Unit> found = new ArrayList<>();
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, array.endArray().toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(UnitRows.unit(rows));
                }
            }
        }
        // A key is complete or absent, so the twins of what came by its id are loaded with it.
        load(found.stream().map(Unit::key).collect(Collectors.toSet()));
    }

    private void keep(Unit unit) {
        byKey.computeIfAbsent(unit.key(), k -> new ArrayList<>(1)).add(unit);
        byId.put(unit.id(), unit);
    }

    /** Ids of everything that is loaded. */
    public Set<Long> loadedIds() {
        return byId.keySet();
    }

    /** The unit of this key and its twins; empty when the number is new. */
    public List<Unit> find(Unit.Key key) throws SQLException {
        if (!byKey.containsKey(key)) {
            load(Set.of(key));
        }
        return byKey.getOrDefault(key, List.of());
    }

    /** Items that have a lot or serial of this number; for messages. */
    public List<Long> itemsOfNumber(String number) throws SQLException {
        try (var query = connection.prepareStatement(
                "select distinct item_id from unit where number = ? and item_id <> 0 order by item_id limit 10")) {
            query.setString(1, number);
            List<Long> items = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    items.add(rows.getLong(1));
                }
            }
            return items;
        }
    }

    /** The unit of this id. */
    public Unit get(long id) throws SQLException {
        loadIds(List.of(id));
        Unit unit = byId.get(id);
        if (unit == null) {
            throw new IllegalStateException("there is no unit " + id);
        }
        return unit;
    }

    /** Makes a unit; it becomes a twin when the key has units already. {@code prototype}'s id and twin are not used. */
    public Unit create(Unit prototype) throws SQLException {
        List<Unit> same = find(prototype.key());
        Unit unit = new Unit(
                nextId++,
                prototype.kind(),
                prototype.itemId(),
                prototype.issuerId(),
                prototype.number(),
                same.size(),
                prototype.lotId(),
                prototype.expiry(),
                prototype.bestBefore(),
                prototype.manufactured(),
                prototype.firstSeq(),
                prototype.firstUs(),
                prototype.attributes());
        keep(unit);
        created.put(unit.id(), unit);
        holds.put(unit.id(), new ArrayList<>(0));
        undo.add(() -> {
            created.remove(unit.id());
            byId.remove(unit.id());
            same(unit).removeLast();
            nextId--;
        });
        stops.born(unit, same.subList(0, unit.twin()));
        return unit;
    }

    /** What recalls stop. */
    public StopDesk stops() {
        return stops;
    }

    /** What waits for an inspection. */
    public InspectionDesk inspections() {
        return inspections;
    }

    private List<Unit> same(Unit unit) {
        return byKey.getOrDefault(unit.key(), new ArrayList<>());
    }

    /** Fills in dates that were unknown, and an earlier time at which the unit was there already. */
    public Unit date(Unit unit, Unit.Dates dates, long us) {
        Unit after = unit.dated(dates, us);
        if (after.equals(unit)) {
            return unit;
        }
        Unit before = dated.get(unit.id());
        replace(unit, after);
        dated.put(unit.id(), after);
        undo.add(() -> {
            replace(after, unit);
            if (before == null) {
                dated.remove(unit.id());
            } else {
                dated.put(unit.id(), before);
            }
        });
        return after;
    }

    private void replace(Unit from, Unit to) {
        same(from).replaceAll(u -> u.id() == to.id() ? to : u);
        created.replace(to.id(), to);
        byId.put(to.id(), to);
    }

    /** Notes the supplier's own number for a unit. */
    public void supplierLot(SupplierLot supplierLot) throws SQLException {
        supplierLots.add(supplierLot);
        undo.add(supplierLots::removeLast);
        if (!stops.isIdle()) {
            stops.supplied(get(supplierLot.unitId()), supplierLot);
        }
    }

    /** Loads the unreleased holds of the units. */
    public void loadHolds(Collection<Long> units) throws SQLException {
        var missing =
                units.stream().filter(u -> !holds.containsKey(u)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(u -> holds.put(u, new ArrayList<>(0)));
        var array = new JsonText().array();
        missing.forEach(array::element);
        try (var query = connection.prepareStatement(openHolds(dialect))) {
            query.setString(1, array.endArray().toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    long seq = rows.getLong(1);
                    if (!rows.wasNull()) {
                        holdsOf(rows.getLong(2))
                                .add(new Hold(seq, rows.getLong(2), Purpose.ofBits(rows.getInt(3)), rows.getString(4)));
                    }
                }
            }
        }
    }

    /** Holds of units; of a unit without any a row without a hold, for the same reason as {@link #byKey}. */
    static String openHolds(Dialect dialect) {
        return "select h.seq, h.unit_id, h.purposes, h.reason from " + dialect.numbers()
                + " k left join hold h on h.unit_id = k.value and h.released_seq is null order by h.seq";
    }

    private List<Hold> holdsOf(long unit) {
        return holds.computeIfAbsent(unit, u -> new ArrayList<>(0));
    }

    /** The unreleased holds of the unit and of its lot. */
    public List<Hold> holds(Unit unit) throws SQLException {
        loadHolds(unit.lotId() == 0 ? List.of(unit.id()) : List.of(unit.id(), unit.lotId()));
        List<Hold> own = holdsOf(unit.id());
        if (unit.lotId() == 0) {
            return own;
        }
        List<Hold> all = new ArrayList<>(own);
        all.addAll(holdsOf(unit.lotId()));
        return all;
    }

    /** Blocks a unit. */
    public void hold(Hold hold) throws SQLException {
        loadHolds(List.of(hold.unitId()));
        holdsOf(hold.unitId()).add(hold);
        held.add(hold);
        undo.add(() -> {
            holdsOf(hold.unitId()).remove(hold);
            held.remove(hold);
        });
    }

    /** Ends a hold. */
    public void release(Hold hold, long seq) {
        holdsOf(hold.unitId()).remove(hold);
        released.put(hold, seq);
        undo.add(() -> {
            holdsOf(hold.unitId()).add(hold);
            released.remove(hold);
        });
    }

    /** Takes the release of a hold back. */
    public void reopen(Hold hold) throws SQLException {
        loadHolds(List.of(hold.unitId()));
        Long before = released.remove(hold);
        holdsOf(hold.unitId()).add(hold);
        boolean stored = before == null && reopened.add(hold);
        undo.add(() -> {
            holdsOf(hold.unitId()).remove(hold);
            if (before != null) {
                released.put(hold, before);
            }
            if (stored) {
                reopened.remove(hold);
            }
        });
    }

    /** The holds of an entry that are not released. */
    public List<Hold> heldBy(long seq) throws SQLException {
        var holds = new LinkedHashSet<>(stored("seq", seq, "and released_seq is null"));
        held.stream().filter(h -> h.seq() == seq).forEach(holds::add);
        holds.removeAll(released.keySet());
        loadHolds(holds.stream().map(Hold::unitId).toList());
        return List.copyOf(holds);
    }

    /** The holds that an entry released. */
    public List<Hold> releasedBy(long seq) throws SQLException {
        var holds = new LinkedHashSet<>(stored("released_seq", seq, ""));
        released.forEach((hold, by) -> {
            if (by == seq) {
                holds.add(hold);
            }
        });
        return List.copyOf(holds);
    }

    private List<Hold> stored(String column, long seq, String more) throws SQLException {
        List<Hold> holds = new ArrayList<>();
        try (var query = connection.prepareStatement("select seq, unit_id, purposes, reason from hold where " + column
                + " = ? " + more + " order by unit_id, seq")) {
            query.setLong(1, seq);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    holds.add(new Hold(
                            rows.getLong(1), rows.getLong(2), Purpose.ofBits(rows.getInt(3)), rows.getString(4)));
                }
            }
        }
        return holds;
    }

    /** How much was changed so far: a mark for {@link #undo}. */
    public int mark() {
        return undo.size();
    }

    /** Takes back what was changed since the mark. */
    public void undo(int mark) {
        while (undo.size() > mark) {
            undo.removeLast().run();
        }
    }

    /** Writes what changed. */
    public void write() throws SQLException {
        if (!created.isEmpty()) {
            dialect.append(
                    connection,
                    "unit",
                    UNIT_COLUMNS,
                    created.values().stream().map(UnitDesk::row).toList());
            reserved.commission(created.values());
        }
        writeDates();
        writeSupplierLots();
        writeHolds();
        stops.write();
        inspections.write();
    }

    /** Called after the commit. */
    public void committed() {
        stops.committed();
    }

    private static @Nullable Object[] row(Unit unit) {
        return new @Nullable Object[] {
            unit.id(),
            (long) unit.kind().number(),
            unit.itemId(),
            unit.issuerId(),
            unit.number(),
            (long) unit.twin(),
            unit.lotId(),
            UnitRows.epochDay(unit.expiry()),
            UnitRows.epochDay(unit.bestBefore()),
            UnitRows.epochDay(unit.manufactured()),
            unit.firstSeq(),
            unit.firstUs(),
            unit.attributes()
        };
    }

    private void writeDates() throws SQLException {
        try (var update = connection.prepareStatement(
                "update unit set expiry_day = ?, best_before_day = ?, manufactured_day = ?, first_us = ? where id = ?")) {
            boolean any = false;
            for (Unit unit : dated.values()) {
                if (!created.containsKey(unit.id())) {
                    update.setObject(1, UnitRows.epochDay(unit.expiry()));
                    update.setObject(2, UnitRows.epochDay(unit.bestBefore()));
                    update.setObject(3, UnitRows.epochDay(unit.manufactured()));
                    update.setLong(4, unit.firstUs());
                    update.setLong(5, unit.id());
                    update.addBatch();
                    any = true;
                }
            }
            if (any) {
                update.executeBatch();
            }
        }
    }

    private void writeSupplierLots() throws SQLException {
        if (supplierLots.isEmpty()) {
            return;
        }
        // Rows are written in the order of their entries, so that the first that says so is kept.
        try (var insert = connection.prepareStatement("""
                insert into supplier_lot (number, partner_id, unit_id, noted_seq) values (?, ?, ?, ?)
                on conflict do nothing
                """)) {
            for (SupplierLot lot : supplierLots) {
                insert.setString(1, lot.number());
                insert.setLong(2, lot.partnerId());
                insert.setLong(3, lot.unitId());
                insert.setLong(4, lot.notedSeq());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void writeHolds() throws SQLException {
        if (!held.isEmpty()) {
            dialect.append(
                    connection,
                    "hold",
                    List.of("seq", "unit_id", "purposes", "reason", "released_seq"),
                    held.stream()
                            .map(h -> new @Nullable Object[] {
                                h.seq(), h.unitId(), (long) Purpose.bits(h.purposes()), h.reason(), released.get(h)
                            })
                            .toList());
        }
        writeReleases();
    }

    private void writeReleases() throws SQLException {
        Map<Hold, @Nullable Long> ends = new LinkedHashMap<>();
        reopened.forEach(hold -> ends.put(hold, null));
        ends.putAll(released);
        try (var update =
                connection.prepareStatement("update hold set released_seq = ? where seq = ? and unit_id = ?")) {
            boolean any = false;
            for (var entry : ends.entrySet()) {
                if (!held.contains(entry.getKey())) {
                    update.setObject(1, entry.getValue());
                    update.setLong(2, entry.getKey().seq());
                    update.setLong(3, entry.getKey().unitId());
                    update.addBatch();
                    any = true;
                }
            }
            if (any) {
                update.executeBatch();
            }
        }
    }
}
