/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Names units by their numbers. Safe for use by many threads. */
public final class UnitRefs {

    private final Units units;
    private final Items items;

    public UnitRefs(Units units, Items items) {
        this.units = units;
        this.items = items;
    }

    public List<UnitRef> of(Collection<Unit> some) {
        Set<Long> lotIds =
                some.stream().map(Unit::lotId).filter(lot -> lot != 0).collect(Collectors.toSet());
        Map<Long, String> lots = new HashMap<>();
        units.byIds(lotIds).forEach(lot -> lots.put(lot.id(), lot.number()));
        List<UnitRef> refs = new ArrayList<>();
        some.forEach(unit -> refs.add(of(unit, lots.get(unit.lotId()))));
        return refs;
    }

    /** Units by their ids, in the order of the ids; those that do not exist are left out. */
    public List<UnitRef> named(Collection<Long> ids) {
        Map<Long, Unit> known = byIds(ids);
        List<Unit> found = new ArrayList<>();
        for (long id : ids) {
            Unit unit = known.get(id);
            if (unit != null) {
                found.add(unit);
            }
        }
        return of(found);
    }

    public UnitRef of(Unit unit) {
        return of(unit, units.lotNumber(unit));
    }

    private UnitRef of(Unit unit, @Nullable String lot) {
        Item item = item(unit.itemId());
        return new UnitRef(
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                unit.kind() == Unit.Kind.LOT ? unit.number() : lot,
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null);
    }

    /** The units of these ids, by them. */
    public Map<Long, Unit> byIds(Collection<Long> ids) {
        Map<Long, Unit> byId = new HashMap<>();
        units.byIds(ids).forEach(unit -> byId.put(unit.id(), unit));
        return byId;
    }

    public @Nullable Item item(long id) {
        return id == 0 ? null : items.get(id);
    }
}
