/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.care.term.UnitFacts.Contract;
import org.gozinto.care.term.UnitFacts.Reading;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of contracts and readings. Safe for use by many threads. */
final class FactStore {

    private final Database database;

    FactStore(Database database) {
        this.database = database;
    }

    /** A kept contract. */
    record ContractRow(
            long n,
            String id,
            long unitId,
            String term,
            LocalDate soldOn,
            @Nullable String reference,
            byte[] requestHash,
            String actor,
            long atUs) {}

    /** @param struck why it does not count; null while it does */
    record ReadingRow(
            long n,
            String id,
            long unitId,
            String name,
            String kind,
            String value,
            LocalDate on,
            byte[] requestHash,
            String actor,
            long atUs,
            @Nullable String struck) {}

    record StrikeRow(long reading, byte[] requestHash) {}

    // --- what coverages read

    private static final String CONTRACTS =
            "select c.unit_id, c.n, c.term, c.sold_day from %s c.unit_id %s and c.at_us <= ? order by c.unit_id, c.n";

    private static final String READINGS = """
            select r.unit_id, r.name, r.kind, r.value, r.day from %s r.unit_id %s and r.at_us <= ?
                and not exists (select 1 from term_strike s where s.reading = r.n and s.at_us <= ?)
            order by r.unit_id, r.day, r.n
            """;

    Map<Long, List<Contract>> contracts(Collection<Long> ids, long knownAtUs) {
        return contracts(CONTRACTS.formatted(listed("term_contract c"), "= k.value"), List.of(array(ids), knownAtUs));
    }

    /** Of the units from one id to another, the last not included. */
    Map<Long, List<Contract>> contracts(long from, long to, long knownAtUs) {
        return contracts(
                CONTRACTS.formatted("term_contract c where", ">= ? and c.unit_id < ?"), List.of(from, to, knownAtUs));
    }

    private Map<Long, List<Contract>> contracts(String sql, List<Object> params) {
        Map<Long, List<Contract>> found = new HashMap<>();
        database.read()
                .sql(sql)
                .params(params)
                .query((rows, i) -> found.computeIfAbsent(rows.getLong(1), u -> new ArrayList<>(1))
                        .add(new Contract(rows.getLong(2), rows.getString(3), LocalDate.ofEpochDay(rows.getLong(4)))))
                .list();
        return found;
    }

    Map<Long, List<Reading>> readings(Collection<Long> ids, long knownAtUs) {
        return readings(
                READINGS.formatted(listed("term_reading r"), "= k.value"), List.of(array(ids), knownAtUs, knownAtUs));
    }

    /** Of the units from one id to another, the last not included. */
    Map<Long, List<Reading>> readings(long from, long to, long knownAtUs) {
        return readings(
                READINGS.formatted("term_reading r where", ">= ? and r.unit_id < ?"),
                List.of(from, to, knownAtUs, knownAtUs));
    }

    private Map<Long, List<Reading>> readings(String sql, List<Object> params) {
        Map<Long, List<Reading>> found = new HashMap<>();
        database.read()
                .sql(sql)
                .params(params)
                .query((rows, i) -> found.computeIfAbsent(rows.getLong(1), u -> new ArrayList<>(2))
                        .add(reading(rows)))
                .list();
        return found;
    }

    private static Reading reading(ResultSet rows) throws SQLException {
        boolean meter = rows.getString(3).equals("meter");
        String value = rows.getString(4);
        return new Reading(
                rows.getString(2),
                meter,
                meter ? Meters.amount(value) : null,
                value,
                LocalDate.ofEpochDay(rows.getLong(5)));
    }

    /** The last versions that were read on or before a day and are not struck, by their names, by the ids of units. */
    Map<Long, Map<String, String>> versions(Collection<Long> ids, LocalDate day) {
        Map<Long, Map<String, String>> found = new HashMap<>();
        readings(ids, Long.MAX_VALUE)
                .forEach((unit, all) -> all.stream()
                        .filter(reading -> !reading.meter() && !reading.on().isAfter(day))
                        .forEach(reading -> found.computeIfAbsent(unit, u -> new HashMap<>())
                                .put(reading.name(), reading.value())));
        return found;
    }

    private String listed(String table) {
        return database.dialect().numbers() + " k cross join " + table + " where";
    }

    private static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }

    /** How many suspect twins each number has, for the numbers that have any. */
    Map<Unit.Key, Integer> twins() {
        Map<Unit.Key, Integer> found = new HashMap<>();
        database.read()
                .sql("""
                        select kind, item_id, issuer_id, number, count(*) from unit where twin > 0 and kind in (1, 2)
                        group by kind, item_id, issuer_id, number
                        """)
                .query((rows, i) -> found.put(
                        new Unit.Key(
                                rows.getLong(1) == 1 ? Unit.Kind.LOT : Unit.Kind.SERIAL,
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getString(4)),
                        rows.getInt(5)))
                .list();
        return found;
    }

    // --- what people see and send

    private static final String CONTRACT =
            "select n, id, unit_id, term, sold_day, reference, request_hash, actor, at_us from term_contract where ";

    @Nullable
    ContractRow contract(JdbcClient client, String id) {
        return client.sql(CONTRACT + "id = ?")
                .param(id)
                .query((rows, i) -> contractRow(rows))
                .optional()
                .orElse(null);
    }

    List<ContractRow> contractsOf(long unitId, long after, int limit) {
        return database.read()
                .sql(CONTRACT + "unit_id = ? and n > ? order by n limit ?")
                .params(unitId, after, limit)
                .query((rows, i) -> contractRow(rows))
                .list();
    }

    private static ContractRow contractRow(ResultSet rows) throws SQLException {
        return new ContractRow(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getString(4),
                LocalDate.ofEpochDay(rows.getLong(5)),
                rows.getString(6),
                rows.getBytes(7),
                rows.getString(8),
                rows.getLong(9));
    }

    ContractRow add(JdbcClient transaction, ContractRow row) {
        long n = next(transaction, "term_contract");
        transaction
                .sql("""
                        insert into term_contract
                            (n, id, unit_id, term, sold_day, reference, request_hash, actor, at_us)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(n)
                .param(row.id())
                .param(row.unitId())
                .param(row.term())
                .param(row.soldOn().toEpochDay())
                .param(row.reference())
                .param(row.requestHash())
                .param(row.actor())
                .param(row.atUs())
                .update();
        return new ContractRow(
                n,
                row.id(),
                row.unitId(),
                row.term(),
                row.soldOn(),
                row.reference(),
                row.requestHash(),
                row.actor(),
                row.atUs());
    }

    private static final String READING = """
            select r.n, r.id, r.unit_id, r.name, r.kind, r.value, r.day, r.request_hash, r.actor, r.at_us, s.reason
            from term_reading r left join term_strike s on s.reading = r.n where
            """;

    @Nullable
    ReadingRow reading(JdbcClient client, String id) {
        return client.sql(READING + " r.id = ?")
                .param(id)
                .query((rows, i) -> readingRow(rows))
                .optional()
                .orElse(null);
    }

    List<ReadingRow> readingsOf(JdbcClient client, long unitId, long after, int limit) {
        return client.sql(READING + " r.unit_id = ? and r.n > ? order by r.n limit ?")
                .params(unitId, after, limit)
                .query((rows, i) -> readingRow(rows))
                .list();
    }

    private static ReadingRow readingRow(ResultSet rows) throws SQLException {
        return new ReadingRow(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                LocalDate.ofEpochDay(rows.getLong(7)),
                rows.getBytes(8),
                rows.getString(9),
                rows.getLong(10),
                rows.getString(11));
    }

    ReadingRow add(JdbcClient transaction, ReadingRow row) {
        long n = next(transaction, "term_reading");
        transaction
                .sql("""
                        insert into term_reading (n, id, unit_id, name, kind, value, day, request_hash, actor, at_us)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        n,
                        row.id(),
                        row.unitId(),
                        row.name(),
                        row.kind(),
                        row.value(),
                        row.on().toEpochDay(),
                        row.requestHash(),
                        row.actor(),
                        row.atUs())
                .update();
        return new ReadingRow(
                n,
                row.id(),
                row.unitId(),
                row.name(),
                row.kind(),
                row.value(),
                row.on(),
                row.requestHash(),
                row.actor(),
                row.atUs(),
                null);
    }

    @Nullable
    StrikeRow strike(JdbcClient client, String id) {
        return client.sql("select reading, request_hash from term_strike where id = ?")
                .param(id)
                .query((rows, i) -> new StrikeRow(rows.getLong(1), rows.getBytes(2)))
                .optional()
                .orElse(null);
    }

    void strike(JdbcClient transaction, String id, StrikeRow row, String reason, String actor, long atUs) {
        transaction
                .sql("""
                        insert into term_strike (n, id, reading, reason, request_hash, actor, at_us)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(next(transaction, "term_strike"), id, row.reading(), reason, row.requestHash(), actor, atUs)
                .update();
    }

    private static long next(JdbcClient transaction, String table) {
        return transaction
                        .sql("select coalesce(max(n), 0) from " + table)
                        .query(Long.class)
                        .single()
                + 1;
    }

    // --- what is new

    /** The last contract, reading and strike. */
    record Last(long contract, long reading, long strike) {}

    Last last() {
        return database.read()
                .sql("""
                        select (select coalesce(max(n), 0) from term_contract),
                            (select coalesce(max(n), 0) from term_reading),
                            (select coalesce(max(n), 0) from term_strike)
                        """)
                .query((rows, i) -> new Last(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                .single();
    }

    /** The units that contracts, readings and strikes after these are about. */
    List<Long> unitsAfter(Last last) {
        return database.read()
                .sql("""
                        select unit_id from term_contract where n > ?
                        union select unit_id from term_reading where n > ?
                        union select r.unit_id from term_strike s join term_reading r on r.n = s.reading where s.n > ?
                        """)
                .params(last.contract(), last.reading(), last.strike())
                .query((rows, i) -> rows.getLong(1))
                .list();
    }
}
