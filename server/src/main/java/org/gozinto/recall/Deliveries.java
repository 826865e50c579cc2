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
import java.util.stream.Collectors;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Unit by unit what a consignee has, and by which delivery it came. Safe for use by many threads. */
final class Deliveries {

    private static final int DEPTH_MAX = 50;

    private final CaseScopes scopes;
    private final Remedies remedies;
    private final Database database;
    private final Units units;
    private final Items items;
    private final Places places;

    Deliveries(CaseScopes scopes, Remedies remedies, CaseScopes.Rooms rooms) {
        this.scopes = scopes;
        this.remedies = remedies;
        this.database = rooms.database();
        this.units = rooms.units();
        this.items = rooms.items();
        this.places = rooms.places();
    }

    /** One movement to a partner. */
    private record Delivery(
            long seq, String occurred, @Nullable String document) {}

    /** Units of the scope at a consignee, in the order in which they were first named. */
    Page<ConsigneeView.Goods> page(CaseFile file, String consignee, @Nullable String cursor, int limit) {
        Whereabouts.Spot spot = scopes.whereabouts(file).spots().get(consignee);
        Place partner = places.find(consignee);
        if (spot == null || partner == null) {
            return new Page<>(List.of(), null);
        }
        List<Long> ids = after(spot.units(), Paging.afterNumber(cursor), limit + 1);
        boolean more = ids.size() > limit;
        List<Long> shown = more ? ids.subList(0, limit) : ids;
        Map<Long, Unit> containers = new HashMap<>();
        Map<Long, Long> outermost = outermost(shown, containers);
        Set<Long> moved = new HashSet<>(shown);
        moved.addAll(outermost.values());
        Map<Long, Delivery> deliveries = deliveries(moved, partner.id());
        Map<Long, LocalDate> remedied = remedies.days(file, shown);
        Map<Long, Unit> byId = new HashMap<>();
        units.byIds(shown).forEach(u -> byId.put(u.id(), u));
        Map<Long, String> lots = new HashMap<>();
        units.byIds(byId.values().stream().map(Unit::lotId).filter(l -> l != 0).collect(Collectors.toSet()))
                .forEach(lot -> lots.put(lot.id(), lot.number()));
        List<ConsigneeView.Goods> goods = new ArrayList<>();
        for (long id : shown) {
            Unit unit = byId.get(id);
            if (unit != null) {
                Long box = outermost.get(id);
                Delivery delivery = deliveries.getOrDefault(id, box == null ? null : deliveries.get(box));
                Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
                LocalDate day = remedied.get(id);
                goods.add(new ConsigneeView.Goods(
                        String.valueOf(id),
                        item == null ? null : item.code(),
                        unit.kind() == Unit.Kind.LOT ? unit.number() : lots.get(unit.lotId()),
                        unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                        spot.qty(id).toPlainString(),
                        box == null || containers.get(box) == null
                                ? null
                                : containers.get(box).number(),
                        delivery == null ? null : delivery.occurred(),
                        delivery == null ? null : delivery.seq(),
                        delivery == null ? null : delivery.document(),
                        day == null ? null : day.toString(),
                        null));
            }
        }
        return new Page<>(goods, more ? Paging.cursor(String.valueOf(shown.getLast())) : null);
    }

    private static List<Long> after(RoaringBitmap ids, long after, int limit) {
        List<Long> found = new ArrayList<>();
        var each = ids.getIntIterator();
        each.advanceIfNeeded(Math.toIntExact(after) + 1);
        while (each.hasNext() && found.size() < limit) {
            found.add((long) each.next());
        }
        return found;
    }

    /** The outermost host or container around each unit that is in one. */
    private Map<Long, Long> outermost(Collection<Long> ids, Map<Long, Unit> containers) {
        Map<Long, Long> outermost = new HashMap<>();
        Map<Long, Long> inside = holders(ids);
        inside.forEach(outermost::put);
        Set<Long> open = new HashSet<>(inside.values());
        for (int depth = 0; !open.isEmpty() && depth < DEPTH_MAX; depth++) {
            Map<Long, Long> further = holders(open);
            outermost.replaceAll((id, holder) -> further.getOrDefault(holder, holder));
            open = new HashSet<>(further.values());
        }
        units.byIds(new HashSet<>(outermost.values())).forEach(u -> containers.put(u.id(), u));
        return outermost;
    }

    private Map<Long, Long> holders(Collection<Long> ids) {
        Map<Long, Long> holders = new HashMap<>();
        units.holdings(ids)
                .forEach((id, at) -> at.stream()
                        .filter(a -> a.qty() > 0 && a.placeId() < 0)
                        .findFirst()
                        .ifPresent(a -> holders.put(id, -a.placeId())));
        return holders;
    }

    /** The last movement of each unit to the partner. */
    private Map<Long, Delivery> deliveries(Collection<Long> ids, long partner) {
        Map<Long, Delivery> last = new HashMap<>();
        if (ids.isEmpty()) {
            return last;
        }
        var array = new JsonText().array();
        ids.forEach(array::element);
        database.read()
                .sql("select m.unit_id, e.seq, e.occurred_at, e.document from "
                        + database.dialect().numbers() + """
                         k cross join movement m join entry e on e.seq = m.seq
                        where m.unit_id = k.value and m.to_id = ? order by m.seq
                        """)
                .params(array.endArray().toString(), partner)
                .query((rows, n) ->
                        last.put(rows.getLong(1), new Delivery(rows.getLong(2), rows.getString(3), rows.getString(4))))
                .list();
        return last;
    }
}
