/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;

/** Puts units into the words of the API. Safe for use by many threads. */
public final class UnitRefs {

    private final Units units;
    private final Items items;

    public UnitRefs(Units units, Items items) {
        this.units = units;
        this.items = items;
    }

    /** Units by their ids, in the order of the ids; those that do not exist are left out. */
    public List<UnitRef> byIds(Collection<Long> ids) {
        Map<Long, Unit> known = new HashMap<>();
        units.byIds(ids).forEach(unit -> known.put(unit.id(), unit));
        return of(ids.stream().filter(known::containsKey).map(known::get).toList());
    }

    /** The units in their order. */
    public List<UnitRef> of(Collection<Unit> all) {
        Map<Long, String> lots = new HashMap<>();
        units.byIds(all.stream()
                        .map(Unit::lotId)
                        .filter(id -> id != 0)
                        .distinct()
                        .toList())
                .forEach(lot -> lots.put(lot.id(), lot.number()));
        return all.stream().map(unit -> of(unit, lots)).toList();
    }

    private UnitRef of(Unit unit, Map<Long, String> lots) {
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        boolean isSerial = unit.kind() == Unit.Kind.SERIAL;
        return new UnitRef(
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                isSerial ? lots.get(unit.lotId()) : unit.number(),
                isSerial ? unit.number() : null);
    }
}
