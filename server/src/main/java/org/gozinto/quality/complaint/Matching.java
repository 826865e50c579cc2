/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.complaint.ComplaintView.WarningView;
import org.gozinto.unit.Lookup;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit that a complaint is about. What is not clear stays open: several units that can be meant are all
 * named, and none is chosen. Safe for use by many threads.
 */
final class Matching {

    static final int CANDIDATES_MAX = 50;

    private final Units units;
    private final Items items;
    private final Places places;
    private final Lookup lookup;

    Matching(Units units, Items items, Places places, Lookup lookup) {
        this.units = units;
        this.items = items;
        this.places = places;
        this.lookup = lookup;
    }

    /**
     * What was said of a unit.
     *
     * @param scanned a code as a scanner gave it; what is said beside it counts more
     * @param unit id of the unit, where somebody chose it
     */
    record Said(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String scanned,
            @Nullable String unit) {}

    /** How far the unit is known. */
    enum State {
        UNIT("unit"),
        LOT("lot"),
        ITEM("item"),
        UNKNOWN("unknown"),
        AMBIGUOUS("ambiguous");

        final String word;

        State(String word) {
            this.word = word;
        }
    }

    /**
     * What was found.
     *
     * @param itemId 0 when not even the item is known
     * @param unit a serial or a lot
     * @param candidates what it can be where that is not clear
     * @param wanted the numbers that were said: another unit that comes to have one may change the match
     * @param warnings what does not fit
     */
    record Match(
            State state,
            long itemId,
            @Nullable Unit unit,
            List<Unit> candidates,
            Set<String> wanted,
            List<WarningView> warnings) {

        /** The lot, or the lot of the serial; 0 for none. */
        long lotId() {
            return unit == null ? 0 : unit.kind() == Unit.Kind.LOT ? unit.id() : unit.lotId();
        }
    }

    /** What was said, after the code was read; {@code text} is a number of which nobody said what it is. */
    private record Told(
            @Nullable Item item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String text) {}

    Match of(Said said) {
        Told told = told(said);
        List<WarningView> warnings = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        add(wanted, told.serial());
        add(wanted, told.lot());
        add(wanted, told.text());
        Unit chosen = said.unit() == null ? null : units.find(Long.parseLong(said.unit()));
        if (chosen != null) {
            return found(chosen, told, wanted, warnings);
        }
        List<Unit> lots = told.lot() == null ? List.of() : lots(told.item(), told.lot());
        List<Unit> serials = told.serial() != null
                ? numbered(Unit.Kind.SERIAL, told.item(), told.serial())
                : told.text() == null ? List.of() : any(told.item(), told.text());
        List<Unit> possible = new ArrayList<>(first(narrowed(serials, lots), told.item()));
        if (possible.isEmpty() && told.serial() == null) {
            possible.addAll(first(lots, told.item()));
        }
        if (possible.size() == 1) {
            return found(possible.getFirst(), told, wanted, warnings);
        }
        if (possible.size() > 1) {
            return new Match(State.AMBIGUOUS, commonItem(possible, told.item()), null, possible, wanted, warnings);
        }
        return less(told, first(lots, told.item()), wanted, warnings);
    }

    /** No such number: what else is known of it. */
    private Match less(Told told, List<Unit> lots, Set<String> wanted, List<WarningView> warnings) {
        String number = told.serial() != null ? told.serial() : told.text() != null ? told.text() : told.lot();
        List<Unit> near = number == null ? List.of() : near(told.item(), number);
        if (!near.isEmpty()) {
            warnings.add(new WarningView(
                    "near-number",
                    "No unit has the number " + number + "; " + near.getFirst().number()
                            + " differs in uppercase and lowercase alone."));
        } else if (number != null) {
            warnings.add(new WarningView("unknown-number", "No unit has the number " + number + " so far."));
        }
        if (lots.size() == 1) {
            Unit lot = lots.getFirst();
            return new Match(State.LOT, lot.itemId(), lot, near, wanted, warnings);
        }
        if (lots.size() > 1) {
            return new Match(State.AMBIGUOUS, commonItem(lots, told.item()), null, lots, wanted, warnings);
        }
        return told.item() == null
                ? new Match(State.UNKNOWN, 0, null, near, wanted, warnings)
                : new Match(State.ITEM, told.item().id(), null, near, wanted, warnings);
    }

    private Match found(Unit unit, Told told, Set<String> wanted, List<WarningView> warnings) {
        List<Unit> same = units.withNumbers(unit.kind(), unit.itemId(), List.of(unit.number())).stream()
                .filter(other -> other.issuerId() == unit.issuerId())
                .toList();
        if (same.size() > 1) {
            warnings.add(new WarningView(
                    "suspect-twin", same.size() + " units claim the number " + unit.number() + "; it may be a copy."));
        }
        Item item = told.item();
        if (item != null && item.id() != unit.itemId()) {
            warnings.add(new WarningView(
                    "other-item",
                    "Item " + item.code() + " was said, the unit is of "
                            + items.get(unit.itemId()).code() + "."));
        }
        String lot = told.lot();
        if (unit.kind() == Unit.Kind.SERIAL && lot != null && !isOfLot(unit, lot)) {
            warnings.add(new WarningView(
                    "other-lot", "Lot " + lot + " was said, the ledger has another one for " + unit.number() + "."));
        }
        State state = unit.kind() == Unit.Kind.LOT ? State.LOT : State.UNIT;
        return new Match(state, unit.itemId(), unit, same.size() > 1 ? same : List.of(), wanted, warnings);
    }

    private boolean isOfLot(Unit serial, String lot) {
        return serial.lotId() != 0
                && (lot.equals(units.lotNumber(serial))
                        || units.supplierLots(serial.lotId()).stream()
                                .anyMatch(l -> l.number().equals(lot)));
    }

    // --- reading what was said

    private Told told(Said said) {
        Item item = said.item() == null ? null : items.find(said.item());
        if (said.scanned() == null) {
            return new Told(item, said.serial(), said.lot(), null);
        }
        Lookup.Answer answer = lookup.of(List.of(said.scanned()));
        Item scanned = answer.found().stream()
                .filter(f -> f.item() != null && !Boolean.TRUE.equals(f.near()))
                .filter(f -> !isText(answer) || f.unit() == null)
                .map(f -> items.find(Objects.requireNonNull(f.item())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Map<String, String> values = answer.readings().isEmpty()
                ? Map.of()
                : answer.readings().getFirst().values();
        String serial = said.serial() != null ? said.serial() : values.get("serial");
        String lot = said.lot() != null ? said.lot() : values.get("lot");
        String text = serial == null && lot == null && scanned == null && isText(answer) ? said.scanned() : null;
        return new Told(item != null ? item : scanned, serial, lot, text);
    }

    private static boolean isText(Lookup.Answer answer) {
        return answer.readings().isEmpty()
                || answer.readings().getFirst().family().equals("text");
    }

    private static void add(Set<String> wanted, @Nullable String number) {
        if (number != null && !number.isEmpty() && Faults.isKeepable(number)) {
            wanted.add(number);
        }
    }

    // --- units

    private List<Unit> numbered(Unit.Kind kind, @Nullable Item item, String number) {
        return item == null
                ? units.withNumber(number, CANDIDATES_MAX).stream()
                        .filter(unit -> unit.kind() == kind)
                        .toList()
                : units.withNumbers(kind, item.id(), List.of(number));
    }

    private List<Unit> lots(@Nullable Item item, String number) {
        List<Unit> lots = numbered(Unit.Kind.LOT, item, number);
        return lots.isEmpty()
                ? units.withSupplierLot(number, CANDIDATES_MAX).stream()
                        .filter(unit -> unit.kind() == Unit.Kind.LOT && (item == null || unit.itemId() == item.id()))
                        .toList()
                : lots;
    }

    private List<Unit> any(@Nullable Item item, String number) {
        List<Unit> serials = numbered(Unit.Kind.SERIAL, item, number);
        List<Unit> lots = lots(item, number);
        List<Unit> both = new ArrayList<>(serials);
        both.addAll(lots);
        return both;
    }

    private static List<Unit> narrowed(List<Unit> serials, List<Unit> lots) {
        List<Unit> narrowed = serials.stream()
                .filter(serial -> lots.stream().anyMatch(lot -> lot.id() == serial.lotId()))
                .toList();
        return narrowed.isEmpty() ? serials : narrowed;
    }

    /** The first of suspect twins stands for all; of several issuers the one that numbers the item as a rule. */
    private List<Unit> first(Collection<Unit> of, @Nullable Item item) {
        Map<Unit.Key, Unit> byKey = new LinkedHashMap<>();
        of.forEach(unit -> byKey.merge(unit.key(), unit, (a, b) -> a.twin() <= b.twin() ? a : b));
        List<Unit> all = List.copyOf(byKey.values());
        if (item == null || all.size() < 2) {
            return all;
        }
        Place issuer = item.issuer() == null ? null : places.find(item.issuer());
        long usual = issuer == null ? 0 : issuer.id();
        List<Unit> ours = all.stream().filter(unit -> unit.issuerId() == usual).toList();
        return ours.isEmpty() ? all : ours;
    }

    private static long commonItem(List<Unit> possible, @Nullable Item said) {
        long item = possible.getFirst().itemId();
        boolean one = possible.stream().allMatch(unit -> unit.itemId() == item);
        return said != null ? said.id() : one ? item : 0;
    }

    private List<Unit> near(@Nullable Item item, String number) {
        List<Long> ids = lookup.of(List.of(number)).found().stream()
                .filter(found -> Boolean.TRUE.equals(found.near()) && found.unit() != null)
                .map(found -> Long.parseLong(Objects.requireNonNull(found.unit())))
                .toList();
        return units.byIds(ids).stream()
                .filter(unit -> unit.itemId() != 0 && (item == null || unit.itemId() == item.id()))
                .limit(CANDIDATES_MAX)
                .toList();
    }
}
