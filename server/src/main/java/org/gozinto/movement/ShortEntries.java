/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.EntryRow;
import org.gozinto.movement.MovedStore.Held;
import org.gozinto.movement.MovedStore.Moved;
import org.gozinto.movement.MovedStore.Sum;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.PlaceNames;
import org.gozinto.unit.Purpose;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows entries in a few lines each, for timelines. */
class ShortEntries {

    /** Rows of what was moved, and units of a hold, shown with an entry. */
    static final int ROWS_MAX = 20;

    /** Movements that are summed up for one page; a page ends before it needs more, after one entry at the least. */
    private static final long MOVEMENTS_MAX = 200_000;

    private final MovedStore store;
    private final Units units;
    private final Items items;
    private final Places places;
    private final PlaceNames names;
    private final JsonMapper json;

    ShortEntries(MovedStore store, Units units, Items items, Places places, PlaceNames names, JsonMapper json) {
        this.store = store;
        this.units = units;
        this.items = items;
        this.places = places;
        this.names = names;
        this.json = json;
    }

    /** Entries in their order, as many of the first as can be summed up at once. */
    List<ShortEntry> of(List<EntryRow> rows) {
        List<EntryRow> some = first(rows);
        return new Shown(some, store.sums(seqs(some))).entries();
    }

    /** Entries in their order, each with what it moved of the unit. */
    List<ShortEntry> ofUnit(List<EntryRow> rows, long unit) {
        return new Shown(rows, store.sumsOfUnit(seqs(rows), unit)).entries();
    }

    /** Entries in their order, as many as can be summed up at once, each with what it moved of a lot's serials. */
    List<ShortEntry> ofLot(List<EntryRow> rows, long lot) {
        List<EntryRow> some = first(rows);
        return new Shown(some, store.sumsOfLot(seqs(some), lot)).entries();
    }

    private List<EntryRow> first(List<EntryRow> rows) {
        Map<Long, Long> counts = store.counts(seqs(rows));
        List<EntryRow> some = new ArrayList<>();
        long movements = 0;
        for (EntryRow row : rows) {
            movements += counts.getOrDefault(row.seq(), 0L);
            if (!some.isEmpty() && movements > MOVEMENTS_MAX) {
                break;
            }
            some.add(row);
        }
        return some;
    }

    private static List<Long> seqs(List<EntryRow> rows) {
        return rows.stream().map(EntryRow::seq).toList();
    }

    /** The entries of one page with what they have in common: units and places are asked for once. */
    private final class Shown {
        private final List<EntryRow> rows;
        private final Map<Long, Moved> sums;
        private final Map<Long, List<Held>> held = new HashMap<>();
        private final Map<Long, Unit> byId = new HashMap<>();
        private final Map<Long, String> placeNames = new HashMap<>();
        private final Map<Long, String> placeKinds = new HashMap<>();

        Shown(List<EntryRow> rows, Map<Long, Moved> sums) {
            this.rows = rows;
            this.sums = sums;
            held.putAll(store.held(ofType("hold")));
            held.putAll(store.released(ofType("release")));
            var named = Stream.concat(
                    sums.values().stream()
                            .flatMap(m -> m.rows().stream())
                            .filter(s -> s.units() == 1)
                            .map(Sum::unit),
                    held.values().stream().flatMap(List::stream).map(Held::unit));
            units.byIds(named.distinct().toList()).forEach(u -> byId.put(u.id(), u));
            var lots = byId.values().stream()
                    .map(Unit::lotId)
                    .filter(l -> l != 0)
                    .distinct()
                    .toList();
            units.byIds(lots).forEach(u -> byId.put(u.id(), u));
        }

        private List<Long> ofType(String type) {
            return rows.stream()
                    .filter(r -> r.type().equals(type))
                    .map(EntryRow::seq)
                    .toList();
        }

        List<ShortEntry> entries() {
            return rows.stream().map(this::entry).toList();
        }

        private ShortEntry entry(EntryRow row) {
            var heading = ActHeading.of(row.body(), json);
            Moved moved = sums.get(row.seq());
            List<Sum> all = moved == null ? List.of() : moved.rows();
            List<Held> holds = held.get(row.seq());
            Long about = row.place();
            String place = about == null ? null : name(about);
            return new ShortEntry(
                    row.seq(),
                    row.id(),
                    row.type(),
                    row.occurred().text(),
                    Times.instant(row.recordedAtUs()).toString(),
                    row.actor(),
                    row.document(),
                    heading.reference(),
                    heading.reason(),
                    row.type().equals("produce") ? place : null,
                    row.type().equals("clean") ? place : null,
                    heading.position(),
                    row.corrects(),
                    row.correctedBy(),
                    HexFormat.of().formatHex(row.hash()),
                    moved == null ? 0 : moved.movements(),
                    all.stream().limit(ROWS_MAX).map(this::moved).toList(),
                    all.size() > ROWS_MAX ? true : null,
                    holds == null || !row.type().equals("hold") ? null : blocks(holds),
                    holds == null ? null : holds.stream().map(this::about).toList());
        }

        private static List<String> blocks(List<Held> holds) {
            return holds.getFirst().blocks().stream().map(Purpose::word).toList();
        }

        private ShortEntry.Moved moved(Sum sum) {
            Item item = sum.item() == 0 ? null : items.get(sum.item());
            Unit unit = sum.units() == 1 ? byId.get(sum.unit()) : null;
            return new ShortEntry.Moved(
                    item == null ? null : item.code(),
                    item == null ? null : item.name(),
                    item == null ? null : item.unit(),
                    item == null ? String.valueOf(sum.qty()) : item.quantity(sum.qty()),
                    sum.units(),
                    unit == null ? null : String.valueOf(unit.id()),
                    unit == null ? null : lot(unit),
                    unit == null ? null : number(unit, Unit.Kind.SERIAL),
                    unit == null ? null : number(unit, Unit.Kind.CONTAINER),
                    name(sum.from()),
                    kind(sum.from()),
                    title(sum.from()),
                    name(sum.to()),
                    kind(sum.to()),
                    title(sum.to()));
        }

        private ShortEntry.About about(Held held) {
            Unit unit = Objects.requireNonNull(byId.get(held.unit()));
            return new ShortEntry.About(
                    String.valueOf(unit.id()),
                    unit.itemId() == 0 ? null : items.get(unit.itemId()).code(),
                    lot(unit),
                    number(unit, Unit.Kind.SERIAL),
                    number(unit, Unit.Kind.CONTAINER));
        }

        private @Nullable String lot(Unit unit) {
            Unit lot = byId.get(unit.lotId());
            return lot == null ? number(unit, Unit.Kind.LOT) : lot.number();
        }

        private static @Nullable String number(Unit unit, Unit.Kind kind) {
            return unit.kind() == kind ? unit.number() : null;
        }

        private String name(long place) {
            return once(placeNames, place, names::name);
        }

        private String kind(long place) {
            return once(placeKinds, place, names::kind);
        }

        /** What people call a place, where that is not its code. */
        private @Nullable String title(long id) {
            Place place = id < 0 || kind(id).equals("run") ? null : places.find(id);
            return place == null || place.name().equals(place.code()) ? null : place.name();
        }

        private static String once(Map<Long, String> known, long place, LongFunction<String> asked) {
            return known.computeIfAbsent(place, asked::apply);
        }
    }
}
