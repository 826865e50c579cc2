/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;

/** How much of an item is where, and how much of what is at a place. */
final class Stock {

    private static final int ROWS_MAX = 1_000;

    private static final int KEPT_MAX = 50;
    private static final int DEPTH_MAX = 50;

    private final Database database;
    private final Items items;
    private final Places places;
    private final PlaceNames names;
    private final Sums sums;
    private final Map<At, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    Stock(Database database, ShortUnits.Masters masters, Sums sums) {
        this.database = database;
        this.items = masters.items();
        this.places = masters.places();
        this.names = masters.names();
        this.sums = sums;
    }

    /**
     * How much of an item is at a place.
     *
     * @param place its code; {@code hosts} for all serials that something is installed in
     * @param lots lots, or untracked goods, of which some is there; left out for hosts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String item,
            String name,
            String unit,
            String place,
            @Nullable String placeName,
            String kind,
            String qty,
            @Nullable Long lots,
            long serials) {}

    /** The largest quantities first, at most 1,000; {@code more} when there are others. */
    record Answer(List<Row> rows, boolean more) {}

    /** Where an item is: own places, containers, hosts and partners. */
    Answer ofItem(Item item) {
        var byPlace = sums.of(new Sums.Of(Sums.Scope.ITEM, item.id())).byPlace();
        var rows = byPlace.entrySet().stream()
                .filter(e -> e.getValue().above() > 0 && isShown(e.getKey()))
                .sorted(Comparator.comparing(
                                (Map.Entry<Long, Sums.Sum> e) -> -e.getValue().above())
                        .thenComparing(Map.Entry::getKey))
                .limit(ROWS_MAX + 1L)
                .map(e -> row(item, e.getKey(), e.getValue()))
                .toList();
        return new Answer(rows.stream().limit(ROWS_MAX).toList(), rows.size() > ROWS_MAX);
    }

    private boolean isShown(long place) {
        if (place <= 0) {
            return true;
        }
        if (place == Sums.RUNS) {
            return false;
        }
        Place.Kind kind = places.get(place).kind();
        return kind.isLocation() || kind == Place.Kind.PARTNER;
    }

    private Row row(Item item, long place, Sums.Sum sum) {
        boolean hosts = place == Sums.HOSTS;
        Place known = place > 0 ? places.find(place) : null;
        return new Row(
                item.code(),
                item.name(),
                item.unit(),
                hosts ? "hosts" : names.name(place),
                known == null || known.name().isEmpty() ? null : known.name(),
                hosts ? "host" : names.kind(place),
                item.quantity(sum.above()),
                hosts ? null : sum.others(),
                sum.serials());
    }

    /** What was added up: places as they were in the tree then. */
    private record At(long place, boolean below, Set<Long> tree) {}

    private record Kept(long seq, Map<Long, Sums.Sum> byItem) {}

    /** What is at a place, by item; with what is below it in the tree and in containers there. */
    Answer at(long place, boolean below) {
        var at = new At(place, below, below ? tree(place) : Set.of(place));
        // Read before the sums, so that what is kept is never taken for newer than it is.
        long head = database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
        synchronized (kept) {
            Kept before = kept.get(at);
            if (before != null && before.seq == head) {
                return answer(place, before.byItem);
            }
        }
        Map<Long, Sums.Sum> byItem = add(below ? everything(at.tree) : at.tree);
        synchronized (kept) {
            kept.put(at, new Kept(head, byItem));
            if (kept.size() > KEPT_MAX) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return answer(place, byItem);
    }

    private Set<Long> tree(long place) {
        return place < 0
                ? Set.of(place)
                : places.below(places.get(place)).stream().map(Place::id).collect(Collectors.toSet());
    }

    /** The places, and the containers in them. */
    private Set<Long> everything(Set<Long> tree) {
        Set<Long> all = new LinkedHashSet<>(tree);
        List<Long> next = List.copyOf(all);
        for (int depth = 0; !next.isEmpty() && depth < DEPTH_MAX; depth++) {
            next = containers(next).stream().filter(all::add).toList();
        }
        return all;
    }

    private List<Long> containers(Collection<Long> in) {
        return database.read()
                .sql("select - h.unit_id from " + database.dialect().numbers() + """
                         k cross join holding h join unit u on u.id = h.unit_id
                        where h.place_id = k.value and h.qty > 0 and u.kind = 3
                        """)
                .param(Standing.array(in))
                .query((r, n) -> r.getLong(1))
                .list();
    }

    /** One statement for all places: a lot that is at several of them is one lot. */
    private Map<Long, Sums.Sum> add(Set<Long> all) {
        Map<Long, Sums.Sum> byItem = new HashMap<>();
        database.read()
                .sql("""
                        select u.item_id, sum(h.qty), sum(case when u.kind = 2 then 1 else 0 end),
                        count(distinct case when u.kind <> 2 then u.id end) from
                        """ + database.dialect().numbers() + """
                         k cross join holding h join unit u on u.id = h.unit_id
                        where h.place_id = k.value and h.qty > 0 and u.item_id <> 0 group by u.item_id
                        """)
                .param(Standing.array(all))
                .query((r, n) -> byItem.put(r.getLong(1), new Sums.Sum(r.getLong(2), 0, r.getLong(3), r.getLong(4))))
                .list();
        return byItem;
    }

    private Answer answer(long place, Map<Long, Sums.Sum> byItem) {
        var rows = byItem.entrySet().stream()
                .map(e -> row(items.get(e.getKey()), place, e.getValue()))
                .sorted(Comparator.comparing(Row::item))
                .toList();
        return new Answer(rows.stream().limit(ROWS_MAX).toList(), rows.size() > ROWS_MAX);
    }
}
