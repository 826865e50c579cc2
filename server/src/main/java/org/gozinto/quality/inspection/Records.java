/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.quality.book.Head;
import org.gozinto.quality.book.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which units records are about, and lists of them. Safe for use by many threads. */
final class Records {

    private final Database database;

    Records(Database database) {
        this.database = database;
    }

    /** Notes what a record is about, in the transaction of its step; without units it is about the item alone. */
    void note(JdbcClient transaction, long record, long item, Collection<Long> units) {
        for (long unit : units.isEmpty() ? List.of(0L) : units) {
            transaction.sql("""
                            insert into inspection_unit (record, unit_id, item_id) values (?, ?, ?)
                            on conflict do nothing
                            """).params(record, unit, item).update();
        }
    }

    /** Whether a record of a kind has this number. */
    boolean exists(Kind kind, String code) {
        return database.read()
                .sql("select 1 from quality_record where code = ? and kind = ?")
                .params(code, kind.word())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What a list is narrowed to; null members narrow nothing. {@code units} any of which it is about. */
    record Filter(
            @Nullable String state,
            @Nullable Long item,
            @Nullable Collection<Long> units) {}

    /** A record with its first step as JSON. */
    record Listed(Head head, String opening) {}

    /** Records of a kind, newest first. */
    Page<Listed> page(Kind kind, Filter filter, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        List<Object> params = new ArrayList<>(List.of(kind.word(), before));
        var where = new StringBuilder();
        if (filter.state != null) {
            where.append(" and r.state = ?");
            params.add(filter.state);
        }
        if (filter.item != null) {
            where.append(" and r.number in (select i.record from inspection_unit i where i.item_id = ?)");
            params.add(filter.item);
        }
        if (filter.units != null) {
            where.append(" and r.number in (select i.record from ")
                    .append(database.dialect().numbers())
                    .append(" k cross join inspection_unit i where i.unit_id = k.value)");
            params.add(array(filter.units));
        }
        params.add(limit + 1);
        List<Listed> found = database.read()
                .sql("select r.number, r.id, r.code, r.title, r.state, r.request_hash, r.actor, r.opened_at_us, s.body"
                        + " from quality_record r join quality_step s on s.record = r.number and s.n = 1"
                        + " where r.kind = ? and r.number < ?" + where + " order by r.number desc limit ?")
                .params(params)
                .query((rows, n) -> new Listed(
                        new Head(
                                rows.getLong(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getBytes(6),
                                rows.getString(7),
                                rows.getLong(8)),
                        rows.getString(9)))
                .list();
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Paging.cursor(String.valueOf(found.get(limit - 1).head().number())))
                : new Page<>(found, null);
    }

    /** The last record of a kind in one of the states that is about a unit, by unit. */
    Map<Long, Head> last(Kind kind, Collection<String> states, Collection<Long> units) {
        Map<Long, Head> byUnit = new HashMap<>();
        if (units.isEmpty()) {
            return byUnit;
        }
        database
                .read()
                .sql("select i.unit_id, r.number, r.id, r.code, r.title, r.state, r.request_hash, r.actor,"
                        + " r.opened_at_us from " + database.dialect().numbers()
                        + " k cross join inspection_unit i join quality_record r on r.number = i.record"
                        + " where i.unit_id = k.value and r.kind = ? order by r.number")
                .params(array(units), kind.word())
                .query((rows, n) -> Map.entry(
                        rows.getLong(1),
                        new Head(
                                rows.getLong(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getBytes(7),
                                rows.getString(8),
                                rows.getLong(9))))
                .list()
                .stream()
                .filter(e -> states.contains(e.getValue().state()))
                .forEach(e -> byUnit.put(e.getKey(), e.getValue()));
        return byUnit;
    }

    private static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }
}
