/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gozinto.ledger.Dialect;
import org.gozinto.ledger.JsonText;

/**
 * The writer's view of reserved numbers: which new numbers are void, and which numbers become units. Items of which no
 * numbers are reserved cost one question for the whole group of acts. Not safe for several threads.
 */
final class NumberDesk {

    private static final long DAY_US = 86_400_000_000L;

    /** An item and a kind, with the issuer of the numbers; null-free key of a group of numbers. */
    private record Series(long itemId, int kind, long issuerId) {}

    private record Row(long block, long n, boolean printed, boolean isVoid, Unit unit) {}

    private final Connection connection;
    private final Dialect dialect;
    private final Set<Long> asked = new HashSet<>();
    /** Items and kinds that have reserved numbers, with how many of them are void. */
    private final Map<Series, Long> voidsOf = new HashMap<>();

    private final Set<Unit.Key> voids = new HashSet<>();

    NumberDesk(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Loads what is void of numbers that no unit has yet. */
    void load(Collection<Unit.Key> fresh) throws SQLException {
        loadSeries(fresh.stream().map(Unit.Key::itemId).collect(Collectors.toSet()));
        if (voidsOf.isEmpty()) {
            return;
        }
        Map<Series, List<String>> numbers = fresh.stream()
                .filter(k ->
                        voidsOf.getOrDefault(new Series(k.itemId(), k.kind().number(), 0), 0L) > 0)
                .collect(Collectors.groupingBy(
                        k -> new Series(k.itemId(), k.kind().number(), k.issuerId()),
                        Collectors.mapping(Unit.Key::number, Collectors.toList())));
        for (var group : numbers.entrySet()) {
            Series series = group.getKey();
            try (var query = query("p.number, p.void_n", series, group.getValue());
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(2) == 0) {
                        continue;
                    }
                    voids.add(new Unit.Key(
                            Unit.Kind.of(series.kind()), series.itemId(), series.issuerId(), rows.getString(1)));
                }
            }
        }
    }

    private PreparedStatement query(String columns, Series series, Collection<String> numbers) throws SQLException {
        var array = new JsonText().array();
        numbers.forEach(array::element);
        var query = connection.prepareStatement(byNumber(dialect, columns));
        query.setString(1, array.endArray().toString());
        query.setLong(2, series.itemId());
        query.setLong(3, series.kind());
        query.setLong(4, series.issuerId());
        return query;
    }

    /**
     * Reserved numbers; of a number that is not, a row of nulls. The outer join makes PostgreSQL begin with the
     * numbers: see {@link UnitDesk#byKey}.
     */
    static String byNumber(Dialect dialect, String columns) {
        return "select " + columns + " from " + dialect.texts() + """
                 k left join pool_number p on p.item_id = ? and p.kind = ? and p.number = k.value and p.issuer_id = ?
                """;
    }

    private void loadSeries(Set<Long> items) throws SQLException {
        var array = new JsonText().array();
        boolean any = false;
        for (long item : items) {
            if (item != 0 && asked.add(item)) {
                array.element(item);
                any = true;
            }
        }
        if (!any) {
            return;
        }
        try (var query = connection.prepareStatement("select s.item_id, s.kind, s.voided from " + dialect.numbers()
                + " k cross join number_series s where s.item_id = k.value")) {
            query.setString(1, array.endArray().toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    voidsOf.put(new Series(rows.getLong(1), rows.getInt(2), 0), rows.getLong(3));
                }
            }
        }
    }

    /** Whether the number was voided before any unit had it. It must be loaded. */
    boolean isVoid(Unit.Key key) {
        return !voids.isEmpty() && voids.contains(key);
    }

    /** Notes that these new units have their numbers from now on. */
    void commission(Collection<Unit> created) throws SQLException {
        Map<Series, Map<String, Unit>> numbers = new HashMap<>();
        for (Unit unit : created) {
            if (voidsOf.containsKey(new Series(unit.itemId(), unit.kind().number(), 0))) {
                numbers.computeIfAbsent(
                                new Series(unit.itemId(), unit.kind().number(), unit.issuerId()), s -> new HashMap<>())
                        .putIfAbsent(unit.number(), unit);
            }
        }
        if (numbers.isEmpty()) {
            return;
        }
        takeTurn(connection);
        for (var group : numbers.entrySet()) {
            commission(group.getKey(), group.getValue());
        }
    }

    /** Waits until nobody else reserves numbers or makes units of them, until the transaction ends. */
    static void takeTurn(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("update number_turn set turn = turn + 1")) {
            update.executeUpdate();
        }
    }

    private void commission(Series series, Map<String, Unit> units) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (var query = query("p.block, p.n, p.printed, p.void_n, p.number, p.unit_id", series, units.keySet());
                var rows = query.executeQuery()) {
            while (rows.next()) {
                String number = rows.getString(5);
                Unit unit = number == null ? null : units.get(number);
                if (unit != null && rows.getLong(6) == 0) {
                    found.add(new Row(
                            rows.getLong(1), rows.getLong(2), rows.getLong(3) != 0, rows.getLong(4) != 0, unit));
                }
            }
        }
        if (found.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement("update pool_number set unit_id = ? where block = ? and n = ?")) {
            for (Row row : found) {
                update.setLong(1, row.unit().id());
                update.setLong(2, row.block());
                update.setLong(3, row.n());
                update.addBatch();
            }
            update.executeBatch();
        }
        countBlocks(found);
        countUse(series, found);
    }

    private void countBlocks(List<Row> found) throws SQLException {
        Map<Long, long[]> byBlock = new TreeMap<>();
        for (Row row : found) {
            long[] counts = byBlock.computeIfAbsent(row.block(), b -> new long[3]);
            counts[0]++;
            counts[1] += row.isVoid() ? 1 : 0;
            counts[2] += row.printed() && !row.isVoid() ? 1 : 0;
        }
        try (var update = connection.prepareStatement("""
                update number_block set commissioned = commissioned + ?, voided = voided - ?, printed = printed - ?
                where n = ?
                """)) {
            for (var entry : byBlock.entrySet()) {
                for (int i = 0; i < 3; i++) {
                    update.setLong(i + 1, entry.getValue()[i]);
                }
                update.setLong(4, entry.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void countUse(Series series, List<Row> found) throws SQLException {
        Map<Long, Long> byDay = new TreeMap<>();
        found.forEach(r -> byDay.merge(Math.floorDiv(r.unit().firstUs(), DAY_US), 1L, Long::sum));
        for (var day : byDay.entrySet()) {
            countUse(connection, series.itemId(), series.kind(), new Use("", day.getKey(), 0, day.getValue()));
        }
    }

    /** Numbers of a day; see the table {@code number_use}. */
    record Use(String scope, long day, long taken, long commissioned) {}

    static void countUse(Connection connection, long item, int kind, Use use) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into number_use (item_id, kind, scope, day, taken, commissioned) values (?, ?, ?, ?, ?, ?)
                on conflict (item_id, kind, scope, day) do update
                set taken = number_use.taken + excluded.taken,
                    commissioned = number_use.commissioned + excluded.commissioned
                """)) {
            insert.setLong(1, item);
            insert.setLong(2, kind);
            insert.setString(3, use.scope());
            insert.setLong(4, use.day());
            insert.setLong(5, use.taken());
            insert.setLong(6, use.commissioned());
            insert.executeUpdate();
        }
    }
}
