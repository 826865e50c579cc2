/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which units wait for an inspection. The writer marks what comes in of items that ask for it; a verdict takes the mark
 * away. Items without a rule are never looked up. Safe for use by many threads.
 */
public class Inspected {

    private final Database database;
    private final Items items;
    private final Units units;

    public Inspected(Database database, Items items) {
        this.database = database;
        this.items = items;
        this.units = new Units(database);
    }

    /** What the unit waits for; null when it may be used. */
    public @Nullable Uninspected of(Unit unit) {
        return of(List.of(unit)).get(unit.id());
    }

    /** The same of many, by their ids; those that may be used are left out. */
    public Map<Long, Uninspected> of(Collection<Unit> units) {
        Map<Long, Unit> asked = new HashMap<>();
        for (Unit unit : units) {
            if (unit.itemId() != 0 && items.get(unit.itemId()).inspection() != null) {
                asked.put(unit.id(), unit);
            }
        }
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<Long, Uninspected> waiting = new HashMap<>();
        database.read()
                .sql("select " + InspectionDesk.COLUMNS + " from "
                        + database.dialect().numbers() + " k cross join uninspected w where w.unit_id = k.value")
                .param(Standing.array(asked.keySet()))
                .query((rows, n) -> InspectionDesk.row(rows))
                .list()
                .forEach(waits -> {
                    Unit unit = asked.get(waits.unitId());
                    if (unit != null && waits.isAskedBy(items.get(unit.itemId()))) {
                        waiting.put(waits.unitId(), waits);
                    }
                });
        return waiting;
    }

    /**
     * Units that wait and were not rejected, of which something is in our hands, in the order in which they came in.
     *
     * @param afterSeq and {@code afterUnit} the last that was seen
     */
    public List<Uninspected> waiting(long afterSeq, long afterUnit, int limit) {
        List<Uninspected> found = new ArrayList<>();
        long seq = afterSeq;
        long unit = afterUnit;
        while (found.size() < limit) {
            List<Uninspected> some = read(seq, unit, limit);
            Map<Long, Uninspected> asked =
                    of(units.byIds(some.stream().map(Uninspected::unitId).toList()));
            for (Uninspected waits : some) {
                seq = waits.seq();
                unit = waits.unitId();
                if (found.size() < limit && asked.containsKey(unit)) {
                    found.add(waits);
                }
            }
            if (some.size() < limit) {
                break;
            }
        }
        return found;
    }

    private List<Uninspected> read(long afterSeq, long afterUnit, int limit) {
        return database.read()
                .sql("select " + InspectionDesk.COLUMNS + """
                         from uninspected w
                        where w.rejected is null and (w.seq > ? or w.seq = ? and w.unit_id > ?)
                        and exists (select 1 from holding h left join place p on p.id = h.place_id
                                    where h.unit_id = w.unit_id and h.qty > 0
                                    and (h.place_id < 0 or p.kind in ('site', 'area', 'bin', 'vessel')))
                        order by w.seq, w.unit_id limit ?
                        """)
                .params(afterSeq, afterSeq, afterUnit, limit)
                .query((rows, n) -> InspectionDesk.row(rows))
                .list();
    }

    /** The units, and the serials of those that are lots, wait no more; in the transaction of the verdict. */
    public void accept(JdbcClient transaction, Collection<Long> units) {
        if (!units.isEmpty()) {
            transaction
                    .sql("delete from uninspected where " + named())
                    .params(Standing.array(units), Standing.array(units))
                    .update();
        }
    }

    /** An inspection rejected the units, and the serials of those that are lots: they stay as they are and say so. */
    public void reject(JdbcClient transaction, Collection<Long> units, String inspection) {
        if (!units.isEmpty()) {
            transaction
                    .sql("update uninspected set rejected = ? where " + named())
                    .params(inspection, Standing.array(units), Standing.array(units))
                    .update();
        }
    }

    private String named() {
        String numbers = database.dialect().numbers();
        return "unit_id in (select k.value from " + numbers + " k) or unit_id in (select u.id from " + numbers
                + " k cross join unit u where u.lot_id = k.value and u.lot_id <> 0)";
    }
}
