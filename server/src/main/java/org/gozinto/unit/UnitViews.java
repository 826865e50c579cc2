/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.gozinto.unit.UnitView.ContentView;
import org.gozinto.unit.UnitView.HoldView;
import org.gozinto.unit.UnitView.HoldingView;
import org.gozinto.unit.UnitView.UsableView;
import org.gozinto.unit.UnitView.Why;
import org.jspecify.annotations.Nullable;

/** Shows units: where they are, what is in them, and whether they may be used. */
public class UnitViews {

    /** Contents shown with one unit; the list of units by place has all of them. */
    private static final int CONTENTS_MAX = 200;

    private static final int DEPTH_MAX = 50;

    private final Units units;
    private final Items items;
    private final Places places;
    private final PlaceNames names;
    private final Stops stops;
    private final Inspected inspected;
    private final Clock clock;

    UnitViews(Units units, ShortUnits.Masters masters, Stops stops, Inspected inspected, Clock clock) {
        this.units = units;
        this.items = masters.items();
        this.places = masters.places();
        this.names = masters.names();
        this.stops = stops;
        this.inspected = inspected;
        this.clock = clock;
    }

    /** One unit with everything that is in it. */
    public UnitView of(Unit unit) {
        return views(List.of(unit), true).getFirst();
    }

    /** Units in their order, without what is in them. */
    public List<UnitView> of(List<Unit> list) {
        return views(list, false);
    }

    /** What the views of several units are made from. */
    private record Facts(
            Map<Long, Unit> lots,
            Map<Long, List<Units.At>> holdings,
            Map<Long, List<Hold>> holds,
            Map<Long, Uninspected> waiting) {}

    private List<UnitView> views(List<Unit> list, boolean withContents) {
        var ids = list.stream().map(Unit::id).toList();
        var lotIds =
                list.stream().map(Unit::lotId).filter(l -> l != 0).distinct().toList();
        Map<Long, Unit> lots = new HashMap<>();
        units.byIds(lotIds).forEach(l -> lots.put(l.id(), l));
        Set<Long> blockable = new HashSet<>(ids);
        blockable.addAll(lotIds);
        var facts = new Facts(lots, units.holdings(ids), units.holds(blockable), inspected.of(list));
        return list.stream().map(u -> view(u, facts, withContents)).toList();
    }

    private UnitView view(Unit unit, Facts facts, boolean withContents) {
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        Unit lot = facts.lots.get(unit.lotId());
        List<Hold> holds = new ArrayList<>(facts.holds.getOrDefault(unit.id(), List.of()));
        if (lot != null) {
            holds.addAll(facts.holds.getOrDefault(lot.id(), List.of()));
        }
        boolean ofSerials =
                unit.kind() == Unit.Kind.LOT && item != null && item.tracking().bySerial();
        List<Units.At> at =
                ofSerials ? units.serialsOfLot(unit.id()) : facts.holdings.getOrDefault(unit.id(), List.of());
        boolean serial = unit.kind() == Unit.Kind.SERIAL;
        List<Stop> recalls = stops.of(unit);
        return new UnitView(
                String.valueOf(unit.id()),
                unit.kind().name().toLowerCase(Locale.ROOT),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                unit.kind() == Unit.Kind.LOT ? unit.number() : lot == null ? null : lot.number(),
                serial ? unit.number() : null,
                unit.kind() == Unit.Kind.CONTAINER ? unit.number() : null,
                unit.issuerId() == 0 ? null : names.name(unit.issuerId()),
                unit.twin(),
                unit.twin() > 0,
                text(unit.expiry()),
                text(unit.bestBefore()),
                text(unit.manufactured()),
                supplierLots(unit),
                unit.attributes(),
                status(unit, at),
                item == null ? null : item.unit(),
                at.stream()
                        .filter(a -> a.qty() > 0 || !isRunOrPartner(a.placeId()))
                        .map(a -> holding(a, item))
                        .toList(),
                holds.stream().map(h -> hold(h, unit)).toList(),
                RecallTag.of(recalls),
                usable(unit, new Against(holds, recalls, facts.waiting.get(unit.id())), day(at)),
                withContents ? contents(unit) : List.of());
    }

    static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    List<UnitView.SupplierLotView> supplierLots(Unit unit) {
        long owner = unit.kind() == Unit.Kind.SERIAL && unit.lotId() != 0 ? unit.lotId() : unit.id();
        return units.supplierLots(owner).stream()
                .map(s ->
                        new UnitView.SupplierLotView(s.number(), s.partnerId() == 0 ? null : names.name(s.partnerId())))
                .toList();
    }

    private boolean isRunOrPartner(long place) {
        return place >= Runs.FIRST_ID
                || place > 0
                        && places.get(place).kind() != Place.Kind.BIN
                        && !places.get(place).kind().isLocation();
    }

    HoldingView holding(Units.At at, @Nullable Item item) {
        String qty = item == null ? String.valueOf(at.qty()) : item.quantity(at.qty());
        return new HoldingView(
                names.name(at.placeId()), kind(at), qty, at.position(), at.placeId() < 0 ? around(at.placeId()) : null);
    }

    /** The places around a host or container, innermost first. */
    private List<String> around(long place) {
        List<String> around = new ArrayList<>();
        long at = place;
        while (at < 0 && around.size() < DEPTH_MAX) {
            at = whereIs(-at);
            if (at != 0) {
                around.add(names.name(at));
            }
        }
        return around;
    }

    private long whereIs(long unit) {
        return units.holdings(List.of(unit)).getOrDefault(unit, List.of()).stream()
                .filter(a -> a.qty() > 0 && a.placeId() < Runs.FIRST_ID)
                .map(Units.At::placeId)
                .findFirst()
                .orElse(0L);
    }

    String status(Unit unit, Collection<Units.At> at) {
        boolean cameFromRun = at.stream().anyMatch(a -> a.qty() < 0 && a.placeId() >= Runs.FIRST_ID);
        return status(unit, words(at), cameFromRun);
    }

    /** What the quantities at these places are called. */
    List<String> words(Collection<Units.At> at) {
        return at.stream().filter(a -> a.qty() > 0).map(this::word).distinct().toList();
    }

    /** The status in one word, from what its quantities are called. */
    String status(Unit unit, List<String> words, boolean cameFromRun) {
        // What was consumed and came out again is where it came to.
        List<String> left = words.contains("consumed") && words.size() > 1 && cameFromRun
                ? words.stream().filter(w -> !w.equals("consumed")).toList()
                : words;
        return switch (left.size()) {
            // A partner that gets its own goods back has given and taken as much: its balance is nothing.
            case 0 -> units.wentToPartner(unit.id()) ? "shipped" : "voided";
            case 1 -> left.getFirst();
            default -> "mixed";
        };
    }

    private String word(Units.At at) {
        return switch (kind(at)) {
            case "site", "area", "bin", "vessel" -> "inStock";
            case "container" -> "packed";
            case "host" -> "installed";
            case "partner" -> "shipped";
            case "run" -> "consumed";
            case "scrap" -> "scrapped";
            case "adjustment" -> "adjusted";
            default -> "unknown";
        };
    }

    String kind(Units.At at) {
        String kind = names.kind(at.placeId());
        return kind.equals("host") && units.isPacked(at.unitId(), at.placeId()) ? "container" : kind;
    }

    private static HoldView hold(Hold hold, Unit unit) {
        return new HoldView(
                hold.seq(),
                hold.purposes().stream().map(Purpose::word).toList(),
                hold.reason(),
                hold.unitId() != unit.id());
    }

    /** Today at the site where the unit stands; in UTC where it stands nowhere. */
    LocalDate day(Collection<Units.At> at) {
        ZoneId zone = at.stream()
                .filter(a -> a.qty() > 0)
                .map(a -> a.placeId() < 0 ? rootOf(a.placeId()) : a.placeId())
                .filter(p -> p > 0 && p < Sums.RUNS)
                .map(p -> places.zoneOf(places.get(p)))
                .findFirst()
                .orElse(ZoneOffset.UTC);
        return LocalDate.now(clock.withZone(zone));
    }

    private long rootOf(long place) {
        long at = place;
        for (int depth = 0; at < 0 && depth < DEPTH_MAX; depth++) {
            at = whereIs(-at);
        }
        return at;
    }

    /** The recalls that a unit is under. */
    List<Stop> recalls(Unit unit) {
        return stops.of(unit);
    }

    /** Which of the units wait for an inspection. */
    Map<Long, Uninspected> waiting(Collection<Unit> list) {
        return inspected.of(list);
    }

    /** What is known against the use of a unit, besides its dates. */
    record Against(
            List<Hold> holds, List<Stop> recalls, @Nullable Uninspected waits) {}

    static UsableView usable(Unit unit, Against against, LocalDate day) {
        var obstacles = Usability.obstacles(unit, against.holds, against.recalls, against.waits, day);
        return new UsableView(
                answer(obstacles, Purpose.SHIP),
                answer(obstacles, Purpose.CONSUME),
                answer(obstacles, Purpose.SELL),
                obstacles.stream()
                        .map(o -> new Why(o.purpose().word(), o.code(), o.detail()))
                        .toList());
    }

    private static String answer(List<Usability.Obstacle> obstacles, Purpose purpose) {
        return obstacles.stream().anyMatch(o -> o.purpose() == purpose) ? "no" : "yes";
    }

    private List<ContentView> contents(Unit unit) {
        List<Units.At> inside = units.contents(unit, CONTENTS_MAX);
        Map<Long, Unit> byId = new HashMap<>();
        units.byIds(inside.stream().map(Units.At::unitId).toList()).forEach(u -> byId.put(u.id(), u));
        List<ContentView> views = new ArrayList<>();
        for (Units.At at : inside) {
            Unit part = byId.get(at.unitId());
            if (part != null) {
                Item item = part.itemId() == 0 ? null : items.get(part.itemId());
                views.add(new ContentView(
                        String.valueOf(part.id()),
                        item == null ? null : item.code(),
                        part.kind() == Unit.Kind.LOT ? part.number() : units.lotNumber(part),
                        part.kind() == Unit.Kind.SERIAL ? part.number() : null,
                        part.kind() == Unit.Kind.CONTAINER ? part.number() : null,
                        item == null ? String.valueOf(at.qty()) : item.quantity(at.qty()),
                        at.position(),
                        RecallTag.of(stops.of(part))));
            }
        }
        return views;
    }
}
