/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Refusal;
import org.gozinto.recall.RecallStore.More;
import org.gozinto.recall.RecallStore.Recall;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.roaringbitmap.RoaringBitmap;

/** Which units of a recall were put right. Safe for use by many threads. */
final class Remedies {

    private final Database database;
    private final Units units;
    private final Items items;

    Remedies(Database database, Units units, Items items) {
        this.database = database;
        this.units = units;
        this.items = items;
    }

    /** What a step writes beside itself: its serials, each of which must exist. */
    More of(Recall recall, Step.Remedy remedy) {
        Item item = items.existing(String.valueOf(remedy.item()));
        Set<String> wanted = new HashSet<>(remedy.serials() == null ? List.of() : remedy.serials());
        Map<String, List<Unit>> found = new HashMap<>();
        units.withNumbers(Unit.Kind.SERIAL, item.id(), wanted)
                .forEach(unit -> found.computeIfAbsent(unit.number(), n -> new ArrayList<>())
                        .add(unit));
        List<String> serials = remedy.serials() == null ? List.of() : remedy.serials();
        for (int i = 0; i < serials.size(); i++) {
            if (!found.containsKey(serials.get(i))) {
                throw Refusal.of(
                                "unknown-serial",
                                "No such serial",
                                "There is no serial " + serials.get(i) + " of item " + item.code() + ".")
                        .at("/step/serials/" + i, "a serial of the item", "Check the number.")
                        .asException();
            }
        }
        long day = LocalDate.parse(String.valueOf(remedy.day())).toEpochDay();
        List<Long> ids = found.values().stream()
                .flatMap(Collection::stream)
                .map(Unit::id)
                .toList();
        return (transaction, n) -> {
            for (long id : ids) {
                transaction.sql("""
                                insert into recall_remedy (recall, unit_id, n, day) values (?, ?, ?, ?)
                                on conflict (recall, unit_id) do update set n = excluded.n, day = excluded.day
                                """).params(recall.number(), id, n, day).update();
            }
        };
    }

    /** The days on which units were put right in a case; steps that were undone do not count. */
    Map<Long, LocalDate> days(CaseFile file, Collection<Long> ids) {
        Map<Long, LocalDate> days = new HashMap<>();
        if (ids.isEmpty() || file.remedies().isEmpty()) {
            return days;
        }
        var array = new JsonText().array();
        ids.forEach(array::element);
        database
                .read()
                .sql("select r.unit_id, r.n, r.day from " + database.dialect().numbers()
                        + " k cross join recall_remedy r where r.recall = ? and r.unit_id = k.value")
                .params(array.endArray().toString(), file.recall().number())
                .query((rows, i) -> new long[] {rows.getLong(1), rows.getLong(2), rows.getLong(3)})
                .list()
                .stream()
                .filter(row -> !file.isUndone(row[1]))
                .forEach(row -> days.put(row[0], LocalDate.ofEpochDay(row[2])));
        return days;
    }

    /** Ids of all units of a case that were put right. */
    RoaringBitmap all(CaseFile file) {
        var all = new RoaringBitmap();
        if (!file.remedies().isEmpty()) {
            database
                    .read()
                    .sql("select unit_id, n from recall_remedy where recall = ? order by unit_id")
                    .param(file.recall().number())
                    .query((rows, i) -> new long[] {rows.getLong(1), rows.getLong(2)})
                    .list()
                    .stream()
                    .filter(row -> !file.isUndone(row[1]))
                    .forEach(row -> all.add(Math.toIntExact(row[0])));
        }
        return all;
    }

    /** How many of some units of an item were put right. */
    long count(CaseFile file, String item, RoaringBitmap among) {
        RoaringBitmap both = RoaringBitmap.and(all(file), among);
        if (both.isEmpty()) {
            return 0;
        }
        Item of = items.find(item);
        List<Long> ids = new ArrayList<>(both.getCardinality());
        both.forEach((int id) -> ids.add((long) id));
        return of == null
                ? 0
                : units.byIds(ids).stream().filter(u -> u.itemId() == of.id()).count();
    }
}
