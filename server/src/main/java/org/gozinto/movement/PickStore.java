/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** The SQL that finds what stands in stock. */
final class PickStore {

    private final Database database;
    private final String numbers;

    PickStore(Database database) {
        this.database = database;
        this.numbers = database.dialect().numbers();
    }

    /** The places of ours at and below a place; all of them when it is null. */
    List<Long> locations(@Nullable Long top) {
        var read = database.read();
        var query = top == null
                ? read.sql("select id from place where kind in ('site', 'area', 'bin', 'vessel')")
                : read.sql("""
                        with recursive below (id) as (
                            select id from place where id = ?
                            union select p.id from below b join place p on p.parent_id = b.id)
                        select id from below
                        """).param(top);
        return query.query((rows, n) -> rows.getLong(1)).list();
    }

    /** How many holdings there are at each of the places where there are any, each counted up to a limit. */
    Map<Long, Integer> holdingsAt(Collection<Long> places, int limit) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        database.read()
                // The order makes PostgreSQL walk the index, also where it believes that every place holds much.
                .sql("select k.value, (select count(*) from (select h.unit_id from holding h where h.place_id = k.value"
                        + " order by h.unit_id limit ?) there) from " + numbers + " k")
                .param(limit)
                .param(array(places))
                .query(rows -> {
                    if (rows.getInt(2) > 0) {
                        counts.put(rows.getLong(1), rows.getInt(2));
                    }
                });
        return counts;
    }

    /** What is at a place of an item, and whatever else there has something in it. */
    List<Units.At> at(long place, long item, int limit) {
        return database.read()
                .sql("""
                        select h.unit_id, h.place_id, h.qty from holding h join unit u on u.id = h.unit_id
                        where h.place_id = ? and h.qty > 0 and (u.item_id = ? or exists (
                            select 1 from holding c where c.place_id = -h.unit_id and c.place_id < 0))
                        order by h.unit_id limit ?
                        """)
                .param(place)
                .param(item)
                .param(limit)
                .query((rows, n) -> new Units.At(rows.getLong(1), rows.getLong(2), rows.getLong(3), null))
                .list();
    }

    /** What is packed or installed in units: the places are their negative ids. */
    List<Units.At> inside(Collection<Long> places) {
        return database.read()
                .sql("select h.unit_id, h.place_id, h.qty from " + numbers
                        + " k cross join holding h where h.place_id = k.value and h.place_id < 0 and h.qty > 0")
                .param(array(places))
                .query((rows, n) -> new Units.At(rows.getLong(1), rows.getLong(2), rows.getLong(3), null))
                .list();
    }

    /** The first last usable day after a day of which there are units of the item, or null. */
    @Nullable
    Long dayAfter(long item, long day) {
        return database.read()
                .sql("""
                        select u.expiry_day from unit u where u.item_id = ? and u.expiry_day > ?
                        order by u.expiry_day limit 1
                        """)
                .param(item)
                .param(day)
                .query((rows, n) -> rows.getLong(1))
                .optional()
                .orElse(null);
    }

    /**
     * Units of an item that one step looks at.
     *
     * @param day the last usable day of all of them; null for those without
     * @param after only units with higher ids
     */
    record Step(long item, @Nullable Long day, long after, int units) {

        private String where() {
            return "where u.item_id = ? and u.expiry_day " + (day == null ? "is null" : "= ?") + " and u.id > ?";
        }

        private List<Object> params() {
            List<Object> params = new ArrayList<>(List.of(item));
            if (day != null) {
                params.add(day);
            }
            params.add(after);
            params.add(units);
            return params;
        }
    }

    /** The last id that the step reaches, and how many units it has. */
    record Reach(long last, int units) {}

    Reach reach(Step step) {
        return database.read()
                .sql("select coalesce(max(id), 0), count(*) from (select u.id from unit u " + step.where()
                        + " order by u.id limit ?) looked")
                .params(step.params())
                .query((rows, n) -> new Reach(rows.getLong(1), rows.getInt(2)))
                .single();
    }

    /** Where the units of the step are, as far as that is one of the places, a container or a host. */
    List<Units.At> holdings(Step step, String places, int limit) {
        List<Object> params = step.params();
        params.add(places);
        params.add(limit);
        return database.read()
                .sql("select h.unit_id, h.place_id, h.qty from (select u.id from unit u " + step.where()
                        + " order by u.id limit ?) looked cross join holding h"
                        + " where h.unit_id = looked.id and h.qty > 0"
                        + " and (h.place_id < 0 or h.place_id in (select k.value from " + numbers + " k)) limit ?")
                .params(params)
                .query((rows, n) -> new Units.At(rows.getLong(1), rows.getLong(2), rows.getLong(3), null))
                .list();
    }

    static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }
}
