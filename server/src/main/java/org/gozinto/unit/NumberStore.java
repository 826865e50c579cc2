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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;

/** The SQL of reserved numbers. */
final class NumberStore {

    private static final List<String> POOL_COLUMNS =
            List.of("block", "n", "item_id", "kind", "issuer_id", "number", "printed", "void_n", "unit_id");

    private static final String BLOCK = """
            select b.n, b.id, b.item_id, b.kind, b.issuer_id, b.lot, b.template, b.first_number, b.last_number,
                   b.number_count, b.printed, b.commissioned, b.voided, b.request_hash, b.at_us, b.actor
            from number_block b
            """;

    private final Database database;
    private final Items items;
    private final Places places;

    NumberStore(Database database, Items items, Places places) {
        this.database = database;
        this.items = items;
        this.places = places;
    }

    /** Whose numbers of which item. */
    record Series(long itemId, NumberKind kind, long issuerId) {}

    /** A block with what is not shown. */
    record Kept(long n, byte[] requestHash, NumberBlock shown) {}

    /** A block that is to be. */
    record NewBlock(
            String id,
            Series series,
            @Nullable String lot,
            @Nullable String template,
            byte[] requestHash,
            long atUs,
            String actor) {}

    /** A number with its state. */
    record Numbered(long block, long n, long issuerId, String number, boolean printed, long voidN, long unitId) {
        NumberState state() {
            return NumberState.of(printed, voidN != 0, unitId != 0);
        }
    }

    /** Runs work in one writing transaction in which nobody else reserves numbers or makes units of them. */
    <T> T write(Database.Work<T> work) {
        return database.transaction(connection -> {
            NumberDesk.takeTurn(connection);
            return work.in(connection);
        });
    }

    /** Runs work that only reads, in one moment. */
    <T> T look(Database.Work<T> work) {
        return database.moment(work);
    }

    @Nullable
    Kept find(String id) {
        return database.read()
                .sql(BLOCK + "where b.id = ?")
                .param(id)
                .query((rows, n) -> kept(rows))
                .optional()
                .orElse(null);
    }

    /** The block of this id, which must exist, in a transaction that may have made it. */
    Kept find(Connection connection, String id) throws SQLException {
        try (var query = connection.prepareStatement(BLOCK + "where b.id = ?")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("there is no block " + id);
                }
                return kept(rows);
            }
        }
    }

    /** Blocks with a number below {@code before}, newest first. */
    List<Kept> blocks(@Nullable Long item, @Nullable NumberKind kind, long before, int limit) {
        List<Object> params = new ArrayList<>(List.of(before));
        var where = new StringBuilder("where b.n < ?");
        if (item != null) {
            where.append(" and b.item_id = ?");
            params.add(item);
        }
        if (kind != null) {
            where.append(" and b.kind = ?");
            params.add(kind.number());
        }
        params.add(limit);
        return database.read()
                .sql(BLOCK + where + " order by b.n desc limit ?")
                .params(params)
                .query((rows, n) -> kept(rows))
                .list();
    }

    private Kept kept(ResultSet rows) throws SQLException {
        long count = rows.getLong(10);
        long printed = rows.getLong(11);
        long commissioned = rows.getLong(12);
        long voided = rows.getLong(13);
        long issuer = rows.getLong(5);
        var shown = new NumberBlock(
                rows.getString(2),
                items.get(rows.getLong(3)).code(),
                NumberKind.ofNumber(rows.getInt(4)),
                rows.getString(6),
                issuer == 0 ? null : places.get(issuer).code(),
                rows.getString(7),
                rows.getString(8),
                rows.getString(9),
                count,
                count - printed - commissioned - voided,
                printed,
                commissioned,
                voided,
                Instant.EPOCH.plus(rows.getLong(15), ChronoUnit.MICROS).toString(),
                rows.getString(16));
        return new Kept(rows.getLong(1), rows.getBytes(14), shown);
    }

    /** The numbers of a block after the n-th, in their order. */
    List<Numbered> ofBlock(long block, long after, int limit) {
        return database.read()
                .sql("select p.block, p.n, p.issuer_id, p.number, p.printed, p.void_n, p.unit_id from pool_number p"
                        + " where p.block = ? and p.n > ? order by p.n limit ?")
                .params(block, after, limit)
                .query((rows, n) -> numbered(rows))
                .list();
    }

    /** All numbers of a block in their order. */
    List<String> texts(long block) {
        return database.read()
                .sql("select number from pool_number where block = ? order by n")
                .param(block)
                .query((rows, n) -> rows.getString(1))
                .list();
    }

    /**
     * What a list of numbers is narrowed to.
     *
     * @param after the number and issuer behind which it begins; null for the beginning
     */
    record Narrowing(
            long itemId,
            NumberKind kind,
            @Nullable NumberState state,
            @Nullable String prefix,
            @Nullable Numbered after) {}

    /** Numbers in the order of their characters. */
    List<Numbered> list(Narrowing by, int limit) {
        List<Object> params = new ArrayList<>(List.of(by.itemId(), by.kind().number()));
        var where = new StringBuilder("where p.item_id = ? and p.kind = ?");
        String prefix = by.prefix();
        if (prefix != null && !prefix.isEmpty()) {
            where.append(" and p.number >= ? and p.number < ?");
            params.add(prefix);
            params.add(prefix + Character.toString(Character.MAX_CODE_POINT));
        }
        Numbered after = by.after();
        if (after != null) {
            where.append(" and p.number >= ? and (p.number > ? or p.issuer_id > ?)");
            params.addAll(List.of(after.number(), after.number(), after.issuerId()));
        }
        where.append(condition(by.state()));
        params.add(limit);
        return database.read()
                .sql("select p.block, p.n, p.issuer_id, p.number, p.printed, p.void_n, p.unit_id from pool_number p "
                        + where + " order by p.number, p.issuer_id limit ?")
                .params(params)
                .query((rows, n) -> numbered(rows))
                .list();
    }

    private static String condition(@Nullable NumberState state) {
        return switch (state) {
            case null -> "";
            case RESERVED -> " and p.unit_id = 0 and p.void_n = 0 and p.printed = 0";
            case PRINTED -> " and p.unit_id = 0 and p.void_n = 0 and p.printed = 1";
            case VOID -> " and p.unit_id = 0 and p.void_n <> 0";
            case COMMISSIONED -> " and p.unit_id <> 0";
        };
    }

    private static Numbered numbered(ResultSet rows) throws SQLException {
        return new Numbered(
                rows.getLong(1),
                rows.getLong(2),
                rows.getLong(3),
                rows.getString(4),
                rows.getLong(5) != 0,
                rows.getLong(6),
                rows.getLong(7));
    }

    /** The ids of the blocks with these numbers. */
    Map<Long, String> ids(Collection<Long> blocks) {
        return texts(
                "select b.n, b.id from " + database.dialect().numbers()
                        + " k cross join number_block b where b.n = k.value",
                blocks);
    }

    /** The reasons of acts of voiding. */
    Map<Long, String> reasons(Collection<Long> voids) {
        return texts(
                "select v.n, v.reason from " + database.dialect().numbers()
                        + " k cross join number_void v where v.n = k.value",
                voids);
    }

    private Map<Long, String> texts(String sql, Collection<Long> keys) {
        Map<Long, String> found = new HashMap<>();
        var array = new JsonText().array();
        new HashSet<>(keys).forEach(array::element);
        database.read()
                .sql(sql)
                .param(array.endArray().toString())
                .query((rows, n) -> found.put(rows.getLong(1), rows.getString(2)))
                .list();
        return found;
    }

    private static String array(Collection<String> texts) {
        var array = new JsonText().array();
        texts.forEach(array::element);
        return array.endArray().toString();
    }

    /** Those of the numbers that the item has already, reserved or recorded, from whomever they are. */
    Set<String> known(Connection connection, Series series, Collection<String> numbers) throws SQLException {
        Set<String> known = new HashSet<>();
        String texts = database.dialect().texts();
        for (String sql : new String[] {
            "select p.number from " + texts
                    + " k left join pool_number p on p.item_id = ? and p.kind = ? and p.number = k.value",
            "select u.number from " + texts
                    + " k left join unit u on u.item_id = ? and u.kind = ? and u.number = k.value"
        }) {
            try (var query = connection.prepareStatement(sql)) {
                query.setString(1, array(numbers));
                query.setLong(2, series.itemId());
                query.setInt(3, series.kind().number());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        String number = rows.getString(1);
                        if (number != null) {
                            known.add(number);
                        }
                    }
                }
            }
        }
        return known;
    }

    /** The first units that have these numbers, with their ids. */
    Map<String, Long> units(Connection connection, Series series, Collection<String> numbers) throws SQLException {
        Map<String, Long> units = new HashMap<>();
        try (var query = connection.prepareStatement(
                "select u.number, u.id from " + database.dialect().texts() + """
                 k left join unit u
                on u.number = k.value and u.item_id = ? and u.issuer_id = ? and u.kind = ? and u.twin = 0
                """)) {
            query.setString(1, array(numbers));
            query.setLong(2, series.itemId());
            query.setLong(3, series.issuerId());
            query.setInt(4, series.kind().number());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    String number = rows.getString(1);
                    if (number != null) {
                        units.put(number, rows.getLong(2));
                    }
                }
            }
        }
        return units;
    }

    /** Reserved numbers of these texts, in no order. */
    List<Numbered> reserved(Connection connection, Series series, Collection<String> numbers) throws SQLException {
        List<Numbered> found = new ArrayList<>();
        String sql = NumberDesk.byNumber(
                database.dialect(), "p.block, p.n, p.issuer_id, p.number, p.printed, p.void_n, p.unit_id");
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, array(numbers));
            query.setLong(2, series.itemId());
            query.setInt(3, series.kind().number());
            query.setLong(4, series.issuerId());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(1) != 0) {
                        found.add(numbered(rows));
                    }
                }
            }
        }
        return found;
    }

    /** The value that a counter gives next, or null when it has given none. */
    @Nullable
    Long counter(Connection connection, Series series, String scope) throws SQLException {
        try (var query = connection.prepareStatement(
                "select next_value from number_counter where item_id = ? and kind = ? and scope = ?")) {
            query.setLong(1, series.itemId());
            query.setInt(2, series.kind().number());
            query.setString(3, scope);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : null;
            }
        }
    }

    void setCounter(Connection connection, Series series, String scope, long next) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into number_counter (item_id, kind, scope, next_value) values (?, ?, ?, ?)
                on conflict (item_id, kind, scope) do update set next_value = excluded.next_value
                """)) {
            insert.setLong(1, series.itemId());
            insert.setInt(2, series.kind().number());
            insert.setString(3, scope);
            insert.setLong(4, next);
            insert.executeUpdate();
        }
    }

    /** Writes a block down; numbers that units have already are commissioned at once. */
    void add(Connection connection, NewBlock block, List<String> numbers, Map<String, Long> units) throws SQLException {
        Series series = block.series();
        long n = next(connection, "number_block");
        database.dialect()
                .append(
                        connection,
                        "number_block",
                        List.of(
                                "n",
                                "id",
                                "item_id",
                                "kind",
                                "issuer_id",
                                "lot",
                                "template",
                                "first_number",
                                "last_number",
                                "number_count",
                                "printed",
                                "commissioned",
                                "voided",
                                "request_hash",
                                "at_us",
                                "actor"),
                        List.<@Nullable Object[]>of(new @Nullable Object[] {
                            n,
                            block.id(),
                            series.itemId(),
                            (long) series.kind().number(),
                            series.issuerId(),
                            block.lot(),
                            block.template(),
                            numbers.getFirst(),
                            numbers.getLast(),
                            (long) numbers.size(),
                            0L,
                            (long) units.size(),
                            0L,
                            block.requestHash(),
                            block.atUs(),
                            block.actor()
                        }));
        List<@Nullable Object[]> rows = new ArrayList<>(numbers.size());
        for (String number : numbers) {
            rows.add(new @Nullable Object[] {
                n,
                (long) rows.size(),
                series.itemId(),
                (long) series.kind().number(),
                series.issuerId(),
                number,
                0L,
                0L,
                units.getOrDefault(number, 0L)
            });
        }
        database.dialect().append(connection, "pool_number", POOL_COLUMNS, rows);
        try (var insert = connection.prepareStatement(
                "insert into number_series (item_id, kind, voided) values (?, ?, 0) on conflict do nothing")) {
            insert.setLong(1, series.itemId());
            insert.setInt(2, series.kind().number());
            insert.executeUpdate();
        }
    }

    private static long next(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement("select coalesce(max(n), 0) + 1 from " + table);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** An act of voiding that is to be. */
    record NewVoid(String id, Series series, String reason, byte[] requestHash, long atUs, String actor) {}

    /** An act of voiding, as it was. */
    record KeptVoid(byte[] requestHash, long count, String reason, long atUs) {}

    @Nullable
    KeptVoid findVoid(String id) {
        return database.read()
                .sql("select request_hash, number_count, reason, at_us from number_void where id = ?")
                .param(id)
                .query((rows, n) -> new KeptVoid(rows.getBytes(1), rows.getLong(2), rows.getString(3), rows.getLong(4)))
                .optional()
                .orElse(null);
    }

    /** Voids numbers that are neither void nor commissioned. */
    void voidAll(Connection connection, NewVoid act, List<Numbered> numbers) throws SQLException {
        Series series = act.series();
        long n = next(connection, "number_void");
        try (var insert = connection.prepareStatement("""
                insert into number_void
                    (n, id, item_id, kind, issuer_id, number_count, reason, request_hash, at_us, actor)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, n);
            insert.setString(2, act.id());
            insert.setLong(3, series.itemId());
            insert.setLong(4, series.kind().number());
            insert.setLong(5, series.issuerId());
            insert.setLong(6, numbers.size());
            insert.setString(7, act.reason());
            insert.setBytes(8, act.requestHash());
            insert.setLong(9, act.atUs());
            insert.setString(10, act.actor());
            insert.executeUpdate();
        }
        mark(connection, "void_n = " + n, numbers);
        Map<Long, long[]> byBlock = new TreeMap<>();
        for (Numbered number : numbers) {
            long[] counts = byBlock.computeIfAbsent(number.block(), b -> new long[2]);
            counts[0] -= number.printed() ? 1 : 0;
            counts[1]++;
        }
        countBlocks(connection, byBlock);
        try (var update = connection.prepareStatement(
                "update number_series set voided = voided + ? where item_id = ? and kind = ?")) {
            update.setLong(1, numbers.size());
            update.setLong(2, series.itemId());
            update.setInt(3, series.kind().number());
            update.executeUpdate();
        }
    }

    /** Notes that reserved numbers are on labels. */
    void print(Connection connection, List<Numbered> numbers) throws SQLException {
        mark(connection, "printed = 1", numbers);
        Map<Long, long[]> byBlock = new TreeMap<>();
        for (Numbered number : numbers) {
            byBlock.computeIfAbsent(number.block(), b -> new long[2])[0]++;
        }
        countBlocks(connection, byBlock);
    }

    private static void mark(Connection connection, String change, List<Numbered> numbers) throws SQLException {
        try (var update =
                connection.prepareStatement("update pool_number set " + change + " where block = ? and n = ?")) {
            for (Numbered number : numbers) {
                update.setLong(1, number.block());
                update.setLong(2, number.n());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void countBlocks(Connection connection, Map<Long, long[]> byBlock) throws SQLException {
        try (var update = connection.prepareStatement(
                "update number_block set printed = printed + ?, voided = voided + ? where n = ?")) {
            for (var entry : byBlock.entrySet()) {
                update.setLong(1, entry.getValue()[0]);
                update.setLong(2, entry.getValue()[1]);
                update.setLong(3, entry.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** The reserved numbers of a block that are not on labels yet. */
    List<Numbered> unprinted(Connection connection, String id) throws SQLException {
        List<Numbered> found = new ArrayList<>();
        try (var query = connection.prepareStatement("""
                select p.block, p.n, p.issuer_id, p.number, p.printed, p.void_n, p.unit_id
                from number_block b join pool_number p on p.block = b.n
                where b.id = ? and p.printed = 0 and p.void_n = 0 and p.unit_id = 0
                """)) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(numbered(rows));
                }
            }
        }
        return found;
    }
}
