/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of registrations and of what was known of them when. Safe for use by many threads. */
final class RegistrationStore {

    private static final String UNIT = "unit";
    private static final String FACTS = "select g.unit_id, q.code, q.number, f.n, f.at_us, f.type, f.on_day,"
            + " f.bought_day, f.installed_day, f.proof, f.secret, f.country, f.channel from ";

    private final Database database;

    RegistrationStore(Database database) {
        this.database = database;
    }

    /** @param unitId 0 while the number is that of no unit */
    record Row(long number, long itemId, String serial, long unitId, boolean erased) {}

    static void put(JdbcClient transaction, Row row) {
        transaction
                .sql("""
                        insert into registration (number, item_id, serial, unit_id, erased) values (?, ?, ?, ?, ?)
                        on conflict (number) do update set item_id = excluded.item_id, serial = excluded.serial,
                            unit_id = excluded.unit_id, erased = excluded.erased
                        """)
                .params(row.number(), row.itemId(), row.serial(), row.unitId(), row.erased() ? 1 : 0)
                .update();
    }

    @Nullable
    Row find(long number) {
        return database.read()
                .sql("select number, item_id, serial, unit_id, erased from registration where number = ?")
                .param(number)
                .query((rows, n) -> row(rows))
                .optional()
                .orElse(null);
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getLong(4), rows.getInt(5) != 0);
    }

    // --- facts

    /** A step that changed what is known: how the registration stands after it. */
    record Fact(
            long unitId,
            String code,
            long number,
            long n,
            long atUs,
            String type,
            @Nullable LocalDate onDay,
            @Nullable LocalDate boughtOn,
            @Nullable LocalDate installedOn,
            String proof,
            boolean secret,
            @Nullable String country,
            @Nullable String channel) {}

    static void addFact(JdbcClient transaction, Fact fact) {
        transaction
                .sql("""
                        insert into registration_fact (number, n, at_us, type, on_day, bought_day, installed_day,
                            proof, secret, country, channel) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(fact.number())
                .param(fact.n())
                .param(fact.atUs())
                .param(fact.type())
                .param(number(fact.onDay()))
                .param(number(fact.boughtOn()))
                .param(number(fact.installedOn()))
                .param(fact.proof())
                .param(fact.secret() ? 1 : 0)
                .param(fact.country())
                .param(fact.channel())
                .update();
    }

    /** Notes that registrations say something else of a unit; 0 is none. */
    static void addChange(JdbcClient transaction, long unitId) {
        if (unitId != 0) {
            transaction
                    .sql("insert into registration_change (seq, unit_id)"
                            + " select coalesce(max(seq), 0) + 1, cast(? as bigint) from registration_change")
                    .param(unitId)
                    .update();
        }
    }

    /** How often that was noted. */
    long changes() {
        return database.read()
                .sql("select coalesce(max(seq), 0) from registration_change")
                .query(Long.class)
                .single();
    }

    /** The units of which it was noted later. */
    Set<Long> changedSince(long changes) {
        return new HashSet<>(database.read()
                .sql("select unit_id from registration_change where seq > ?")
                .param(changes)
                .query((rows, n) -> rows.getLong(1))
                .list());
    }

    private static @Nullable Long number(@Nullable LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }

    /** What was recorded of units until a time, in the order in which it was. */
    List<Fact> facts(Collection<Long> unitIds, long untilUs) {
        if (unitIds.isEmpty()) {
            return List.of();
        }
        return database.read()
                .sql(FACTS + database.dialect().numbers()
                        + " k cross join registration g cross join registration_fact f cross join quality_record q"
                        + " where g.unit_id = k.value and g.unit_id <> 0 and f.number = g.number"
                        + " and q.number = g.number and f.at_us <= ? order by f.at_us, f.number, f.n")
                .param(array(unitIds))
                .param(untilUs)
                .query((rows, n) -> fact(rows))
                .list();
    }

    private static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }

    private static Fact fact(ResultSet rows) throws SQLException {
        return new Fact(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getString(6),
                day(rows, 7),
                day(rows, 8),
                day(rows, 9),
                rows.getString(10),
                rows.getInt(11) != 0,
                rows.getString(12),
                rows.getString(13));
    }

    private static @Nullable LocalDate day(ResultSet rows, int column) throws SQLException {
        long day = rows.getLong(column);
        return rows.wasNull() ? null : LocalDate.ofEpochDay(day);
    }

    // --- lists

    /**
     * What a list is narrowed to; null members narrow nothing.
     *
     * @param numbers of the registrations of some owner
     */
    record Filter(
            @Nullable Long itemId,
            @Nullable String serial,
            @Nullable Boolean matched,
            @Nullable List<Long> numbers) {}

    /** Numbers of registrations below one, newest first. */
    List<Long> page(Filter filter, long before, int limit) {
        List<Object> params = new ArrayList<>(List.of(before));
        var where = new StringBuilder(" where g.number < ?");
        if (filter.itemId() != null) {
            where.append(" and g.item_id = ?");
            params.add(filter.itemId());
        }
        if (filter.serial() != null) {
            where.append(" and g.serial = ?");
            params.add(filter.serial());
        }
        if (filter.matched() != null) {
            where.append(filter.matched() ? " and g.unit_id <> 0" : " and g.unit_id = 0");
        }
        String from = "registration g";
        if (filter.numbers() != null) {
            from = database.dialect().numbers() + " k cross join registration g";
            where.append(" and g.number = k.value");
            params.addFirst(array(filter.numbers()));
        }
        params.add(limit);
        return database.read()
                .sql("select g.number from " + from + where + " order by g.number desc limit ?")
                .params(params)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    /** The numbers of registrations of a unit, oldest first. */
    List<Long> of(long unitId) {
        return database.read()
                .sql("select number from registration where unit_id = ? and unit_id <> 0 order by number")
                .param(unitId)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    // --- matching

    long seen() {
        return database.read()
                .sql("select value from registration_seen where name = ?")
                .param(UNIT)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    long lastUnit() {
        return database.read()
                .sql("select coalesce(max(id), 0) from unit")
                .query(Long.class)
                .single();
    }

    /**
     * Open registrations whose number a unit after one has.
     *
     * @param few whether there are few such units, so that it is quicker to begin with them
     */
    List<Row> awaiting(long afterUnit, boolean few) {
        String from = few
                ? "unit u cross join registration g where u.id > ? and g.serial = u.number"
                : "registration g cross join unit u where u.number = g.serial and u.id > ?";
        return database.read()
                .sql("select distinct g.number, g.item_id, g.serial, g.unit_id, g.erased from " + from
                        + " and g.unit_id = 0 and u.kind = 2 and (g.item_id = 0 or g.item_id = u.item_id)"
                        + " order by g.number")
                .param(afterUnit)
                .query((rows, n) -> row(rows))
                .list();
    }

    /** Says which units registrations are of, and how far was looked; one that was matched meanwhile stays so. */
    void matched(List<Row> rows, long lastUnit) {
        database.write(transaction -> {
            for (Row row : rows) {
                int changed = transaction
                        .sql("update registration set item_id = ?, unit_id = ? where number = ? and unit_id = 0"
                                + " and serial = ?")
                        .params(row.itemId(), row.unitId(), row.number(), row.serial())
                        .update();
                addChange(transaction, changed == 0 ? 0 : row.unitId());
            }
            return transaction
                    .sql("insert into registration_seen (name, value) values (?, ?)"
                            + " on conflict (name) do update set value = excluded.value")
                    .params(UNIT, lastUnit)
                    .update();
        });
    }
}
