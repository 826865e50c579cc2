/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** What inspections and non-conformances are about: lots, parts of them, serials, what comes out of a run. */
final class Subjects {

    static final int SHOWN_MAX = 200;
    private static final int UNITS_MAX = StepCheck.SERIALS_MAX;
    private static final int DEPTH_MAX = 50;
    private static final int UNITS_A_READ = 1_000;

    private final Database database;
    private final Units units;
    private final Items items;
    private final Places places;

    Subjects(Database database, Units units, Items items, Places places) {
        this.database = database;
        this.units = units;
        this.items = items;
        this.places = places;
    }

    /** What was asked for: a lot, serials, or a run alone. */
    record Named(
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable List<String> serials,
            @Nullable String run,
            @Nullable String qty) {}

    /**
     * What was found.
     *
     * @param lot null for serials and runs
     * @param units the lot, the serials, or what has come out of the run
     * @param qty at the item's scale
     * @param there how much is in our hands, at the item's scale
     */
    record Subject(
            Item item,
            @Nullable Unit lot,
            List<Unit> units,
            @Nullable String run,
            long qty,
            long there) {

        List<String> ids() {
            return units.stream().map(u -> String.valueOf(u.id())).toList();
        }

        /** In words for a title. */
        String words() {
            if (lot != null) {
                return item.code() + " lot " + lot.number();
            }
            if (units.size() == 1) {
                return item.code() + " " + units.getFirst().number();
            }
            return item.code() + (run != null ? " of run " + run : ", " + units.size() + " serials");
        }
    }

    /** Finds it, or refuses with what is wrong. */
    Subject find(Named asked) {
        Item item = item(asked.item());
        List<String> serials = serials(asked);
        boolean byLot = asked.lot() != null && serials.isEmpty();
        if (asked.lot() == null && serials.isEmpty() && asked.run() == null) {
            throw invalid("/lot", "is missing", "a lot, serials, or a run");
        }
        Unit lot = asked.lot() == null ? null : one(item, Unit.Kind.LOT, asked.lot(), "/lot");
        List<Unit> found;
        if (byLot && lot != null) {
            found = List.of(lot);
        } else if (!serials.isEmpty()) {
            found = serials(item, lot, serials);
        } else {
            found = ofRun(item, String.valueOf(asked.run()));
        }
        long there = there(item, found);
        long qty = serials.isEmpty() ? quantity(item, asked.qty(), there) : found.size();
        if (!serials.isEmpty() && asked.qty() != null) {
            throw invalid("/qty", "stands beside serials", "no qty: serials are counted");
        }
        return new Subject(item, byLot ? lot : null, found, asked.run(), qty, there);
    }

    private Item item(@Nullable String code) {
        Item item = code == null ? null : items.find(code);
        if (item == null) {
            throw Refusal.of(
                            "unknown-item",
                            "No such item",
                            code == null ? "No item is named." : "No item " + code + ".")
                    .at("/item", "the code of an item", "Correct the code.")
                    .asException();
        }
        return item;
    }

    private static List<String> serials(Named asked) {
        List<String> all = new ArrayList<>(asked.serials() == null ? List.of() : asked.serials());
        if (asked.serial() != null) {
            all.add(asked.serial());
        }
        if (all.size() > UNITS_MAX || all.stream().distinct().count() < all.size()) {
            throw invalid("/serials", "are too many, or one stands twice", "at most " + UNITS_MAX + ", each once");
        }
        return all;
    }

    private Unit one(Item item, Unit.Kind kind, String number, String pointer) {
        List<Unit> found = Faults.isKeepable(number) ? units.withNumbers(kind, item.id(), List.of(number)) : List.of();
        String word = kind == Unit.Kind.LOT ? "lot" : "serial";
        if (found.isEmpty()) {
            throw Refusal.of("unknown-" + word, "No such " + word, "There is no " + word + " " + number + ".")
                    .at(pointer, "the number of a " + word + " of " + item.code(), "Correct the number.")
                    .asException();
        }
        if (found.size() > 1) {
            throw Refusal.of(
                            "ambiguous", "Several have that number", number + " is the number of " + found.size() + ".")
                    .status(409)
                    .at(pointer, "a number that only one has", "Clear up which of the twins is which first.")
                    .asException();
        }
        return found.getFirst();
    }

    private List<Unit> serials(Item item, @Nullable Unit lot, List<String> numbers) {
        Map<String, List<Unit>> byNumber = new HashMap<>();
        for (Unit unit : units.withNumbers(
                Unit.Kind.SERIAL,
                item.id(),
                numbers.stream().filter(Faults::isKeepable).toList())) {
            byNumber.computeIfAbsent(unit.number(), n -> new ArrayList<>()).add(unit);
        }
        List<Unit> found = new ArrayList<>();
        for (String number : numbers) {
            List<Unit> same = byNumber.getOrDefault(number, List.of());
            Unit unit = same.size() == 1 ? same.getFirst() : one(item, Unit.Kind.SERIAL, number, "/serials");
            if (lot != null && unit.lotId() != lot.id()) {
                throw invalid("/serials", "are not all of the lot", "serials of lot " + lot.number());
            }
            found.add(unit);
        }
        return found;
    }

    /** What has come out of a run of an item by now, in entries that were not voided. */
    List<Unit> ofRun(Item item, String run) {
        if (!Faults.isKeepable(run)) {
            return List.of();
        }
        List<Long> ids = database.read()
                .sql("""
                        select distinct m.unit_id
                        from place p join entry e on e.place_id = p.id join movement m on m.seq = e.seq
                        join unit u on u.id = m.unit_id
                        where p.space = 1 and p.code = ? and m.from_id = p.id and u.item_id = ?
                        and not exists (select 1 from entry v where v.corrects = e.seq)
                        order by m.unit_id limit ?
                        """)
                .params(run, item.id(), UNITS_MAX + 1)
                .query((rows, n) -> rows.getLong(1))
                .list();
        if (ids.size() > UNITS_MAX) {
            throw invalid("/run", "has made too many", "at most " + UNITS_MAX + " units of the item");
        }
        return inOrder(ids);
    }

    /** Units of ids in their order. */
    List<Unit> inOrder(Collection<Long> ids) {
        Map<Long, Unit> byId = new HashMap<>();
        units.byIds(ids).forEach(unit -> byId.put(unit.id(), unit));
        List<Unit> found = new ArrayList<>();
        for (long id : ids) {
            Unit unit = byId.get(id);
            if (unit != null) {
                found.add(unit);
            }
        }
        return found;
    }

    private long quantity(Item item, @Nullable String asked, long there) {
        if (asked == null) {
            return there;
        }
        long qty = scaled(item, asked, "/qty");
        if (there > 0 && qty > there) {
            throw Refusal.of(
                            "not-there",
                            "Not that much there",
                            item.quantity(there) + " " + item.unit() + " are in our hands.")
                    .at("/qty", "at most " + item.quantity(there), "Correct the quantity.")
                    .asException();
        }
        return qty;
    }

    /** A decimal text at the item's scale, more than nothing. */
    static long scaled(Item item, String text, String pointer) {
        BigDecimal value = StepCheck.isNumber(text) ? new BigDecimal(text).stripTrailingZeros() : BigDecimal.ZERO;
        if (value.signum() <= 0 || value.scale() > item.decimals() || value.precision() > 18) {
            throw invalid(pointer, "is no quantity", "a decimal text above 0 with " + item.decimals() + " decimals");
        }
        return value.movePointRight(item.decimals()).longValueExact();
    }

    /** Pieces of a quantity; a part of one counts as one. */
    static long pieces(Item item, long qty) {
        return BigDecimal.valueOf(qty, item.decimals())
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static RefusedException invalid(String pointer, String detail, String expected) {
        var faults = new Faults();
        faults.expect(false, pointer, detail, expected);
        try {
            faults.refuse("It cannot be done");
        } catch (RefusedException e) {
            return e;
        }
        throw new IllegalStateException();
    }

    // --- where it is

    /** How much of the units is in our hands. */
    long there(Item item, List<Unit> found) {
        boolean bySerial = item.tracking().bySerial();
        long sum = 0;
        for (Units.At at : standing(found, bySerial)) {
            sum += at.qty();
        }
        return sum;
    }

    private List<Units.At> standing(List<Unit> found, boolean bySerial) {
        List<Units.At> all = new ArrayList<>();
        List<Long> direct = new ArrayList<>();
        for (Unit unit : found) {
            if (unit.kind() == Unit.Kind.LOT && bySerial) {
                all.addAll(units.serialsOfLot(unit.id()));
            } else {
                direct.add(unit.id());
            }
        }
        units.holdings(direct).values().forEach(all::addAll);
        return all.stream().filter(at -> at.qty() > 0 && isOurs(at.placeId())).toList();
    }

    /** Whether the place is ours: a location, or a container or host that stands in one. */
    private boolean isOurs(long place) {
        long at = place;
        for (int depth = 0; at < 0 && depth < DEPTH_MAX; depth++) {
            at = units.holdings(List.of(-at)).getOrDefault(-at, List.of()).stream()
                    .filter(h -> h.qty() > 0)
                    .map(Units.At::placeId)
                    .findFirst()
                    .orElse(0L);
        }
        Place known = at > 0 ? places.find(at) : null;
        return known != null && known.kind().isLocation();
    }

    /** Where a unit stands at our own locations, the largest quantity first; what is in a container is not counted. */
    List<Units.At> atLocations(Unit unit) {
        return units.holdings(List.of(unit.id())).getOrDefault(unit.id(), List.of()).stream()
                .filter(at -> at.qty() > 0 && at.placeId() > 0 && isOurs(at.placeId()))
                .sorted(Comparator.comparingLong((Units.At at) -> -at.qty()).thenComparingLong(Units.At::placeId))
                .toList();
    }

    /** Of units, those of which something is in our hands; a lot of serials is when one of these is. */
    List<Unit> inOurHands(List<Unit> found) {
        Map<Long, Boolean> known = new HashMap<>();
        List<Unit> ours = new ArrayList<>();
        for (int from = 0; from < found.size(); from += UNITS_A_READ) {
            List<Unit> some = found.subList(from, Math.min(from + UNITS_A_READ, found.size()));
            var holdings = units.holdings(some.stream().map(Unit::id).toList());
            for (Unit unit : some) {
                boolean ofSerials = unit.kind() == Unit.Kind.LOT
                        && items.get(unit.itemId()).tracking().bySerial();
                List<Units.At> at =
                        ofSerials ? units.serialsOfLot(unit.id()) : holdings.getOrDefault(unit.id(), List.of());
                boolean named = unit.kind() == Unit.Kind.LOT || unit.kind() == Unit.Kind.SERIAL;
                if (named
                        && at.stream().anyMatch(h -> h.qty() > 0 && known.computeIfAbsent(h.placeId(), this::isOurs))) {
                    ours.add(unit);
                }
            }
        }
        return ours;
    }

    /** Serials of a lot that are in our hands. */
    List<Unit> serialsThere(Unit lot) {
        List<Unit> found = new ArrayList<>();
        long after = 0;
        List<Unit> some;
        do {
            some = units.page(new Units.Filter(lot.itemId(), lot.id(), null, Unit.Kind.SERIAL, null), after, 1_000);
            after = some.isEmpty() ? after : some.getLast().id();
            var at = units.holdings(some.stream().map(Unit::id).toList());
            for (Unit unit : some) {
                if (at.getOrDefault(unit.id(), List.of()).stream().anyMatch(h -> h.qty() > 0 && isOurs(h.placeId()))) {
                    found.add(unit);
                }
            }
        } while (!some.isEmpty() && found.size() <= UNITS_MAX);
        if (found.size() > UNITS_MAX) {
            throw invalid("/serials", "are too many at once", "a list of at most " + UNITS_MAX + " serials");
        }
        return found;
    }

    Places places() {
        return places;
    }

    Items items() {
        return items;
    }

    Units units() {
        return units;
    }

    // --- how it is shown

    List<UnitRef> refs(List<Unit> list) {
        List<Unit> shown = list.subList(0, Math.min(list.size(), SHOWN_MAX));
        Map<Long, String> lots = new HashMap<>();
        units.byIds(shown.stream()
                        .map(Unit::lotId)
                        .filter(l -> l != 0)
                        .distinct()
                        .toList())
                .forEach(lot -> lots.put(lot.id(), lot.number()));
        return shown.stream().map(unit -> ref(unit, lots.get(unit.lotId()))).toList();
    }

    private UnitRef ref(Unit unit, @Nullable String lotOfSerial) {
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        boolean lot = unit.kind() == Unit.Kind.LOT;
        return new UnitRef(
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                lot ? unit.number() : lotOfSerial,
                lot ? null : unit.number());
    }

    static List<Long> numbers(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().map(Long::valueOf).toList();
    }
}
