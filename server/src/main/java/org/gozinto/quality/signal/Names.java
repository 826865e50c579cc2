/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** What units, items and places are called. */
final class Names {

    final Units units;
    final Items items;
    final Places places;

    Names(Units units, Items items, Places places) {
        this.units = units;
        this.items = items;
        this.places = places;
    }

    /** Units by their ids; what is not known is left out. */
    Map<Long, UnitRef> refs(Collection<Long> ids) {
        List<Unit> found = units.byIds(new HashSet<>(ids));
        Map<Long, Unit> lots = new HashMap<>();
        Set<Long> lotIds = new HashSet<>();
        found.forEach(unit -> lotIds.add(unit.lotId()));
        lotIds.remove(0L);
        units.byIds(lotIds).forEach(lot -> lots.put(lot.id(), lot));
        Map<Long, UnitRef> refs = new HashMap<>();
        found.forEach(unit -> refs.put(unit.id(), ref(unit, lots.get(unit.lotId()))));
        return refs;
    }

    private UnitRef ref(Unit unit, @Nullable Unit lot) {
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        boolean isLot = unit.kind() == Unit.Kind.LOT;
        return new UnitRef(
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                isLot ? unit.number() : lot == null ? null : lot.number(),
                isLot ? null : unit.number());
    }

    /** The same, in the order of the ids. */
    List<UnitRef> list(List<Long> ids) {
        Map<Long, UnitRef> refs = refs(ids);
        List<UnitRef> list = new ArrayList<>();
        for (long id : ids) {
            UnitRef ref = refs.get(id);
            if (ref != null) {
                list.add(ref);
            }
        }
        return list;
    }

    @Nullable
    String item(@Nullable String code) {
        Item item = code == null ? null : items.find(code);
        return item == null ? null : item.name();
    }

    /** The country of a partner, empty where it is not known. */
    String country(long partnerId) {
        Place partner = partnerId == 0 ? null : places.find(partnerId);
        Place.Contact contact = partner == null ? null : partner.contact();
        String country = contact == null ? null : contact.country();
        return country == null ? "" : country;
    }
}
