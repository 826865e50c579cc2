/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.place.Places;
import org.gozinto.unit.Standing.Spot;
import org.gozinto.unit.Standing.Where;
import org.jspecify.annotations.Nullable;

/** Shows units as lines of a list. */
final class ShortUnits {

    /** A unit at more places than this is added up instead of looked at place by place. */
    private static final int PLACES_MAX = 1_000;

    private final Database database;
    private final Units units;
    private final Items items;
    private final Places places;
    private final PlaceNames names;
    private final UnitViews views;
    private final Sums sums;

    ShortUnits(Database database, Masters masters, Units units, UnitViews views, Sums sums) {
        this.database = database;
        this.units = units;
        this.items = masters.items;
        this.places = masters.places;
        this.names = masters.names;
        this.views = views;
        this.sums = sums;
    }

    /** The masters that lines name. */
    record Masters(Items items, Places places, PlaceNames names) {}

    /** What the lines of several units are made from. */
    private record Facts(
            Map<Long, Unit> lots,
            Map<Long, List<Units.At>> holdings,
            Map<Long, List<Hold>> holds,
            Map<Long, List<Spot>> spots,
            Map<Long, Uninspected> waiting) {}

    /** The units in their order. */
    List<ShortUnit> of(List<Unit> list) {
        var ids = list.stream().map(Unit::id).toList();
        var lotIds =
                list.stream().map(Unit::lotId).filter(l -> l != 0).distinct().toList();
        Map<Long, Unit> lots = new HashMap<>();
        units.byIds(lotIds).forEach(l -> lots.put(l.id(), l));
        Set<Long> blockable = new HashSet<>(ids);
        blockable.addAll(lotIds);
        Set<Long> wide = units.widespread(ids, PLACES_MAX);
        var standing = new Standing(database, places);
        var narrow = ids.stream().filter(i -> !wide.contains(i)).toList();
        var facts = new Facts(
                lots, units.holdings(narrow), units.holds(blockable), standing.of(narrow), views.waiting(list));
        List<ShortUnit> lines = new ArrayList<>();
        for (Unit unit : list) {
            Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
            if (UnitTotals.isOfSerials(unit, item) || wide.contains(unit.id())) {
                lines.add(line(unit, item, facts, added(unit, item, standing)));
            } else {
                lines.add(line(unit, item, facts, seen(unit, facts)));
            }
        }
        return lines;
    }

    /** Where a unit is. */
    private record Whereabouts(List<Units.At> at, List<Spot> spots, String status) {}

    private Whereabouts seen(Unit unit, Facts facts) {
        var at = facts.holdings.getOrDefault(unit.id(), List.of());
        return new Whereabouts(at, facts.spots.getOrDefault(unit.id(), List.of()), views.status(unit, at));
    }

    private Whereabouts added(Unit unit, @Nullable Item item, Standing standing) {
        var totals = UnitTotals.of(unit, item, sums, places);
        List<Units.At> at = totals.at(unit.id());
        return new Whereabouts(at, standing.spots(at), views.status(unit, totals.words(), totals.made() > 0));
    }

    private ShortUnit line(Unit unit, @Nullable Item item, Facts facts, Whereabouts where) {
        Unit lot = facts.lots.get(unit.lotId());
        List<Hold> holds = new ArrayList<>(facts.holds.getOrDefault(unit.id(), List.of()));
        if (lot != null) {
            holds.addAll(facts.holds.getOrDefault(lot.id(), List.of()));
        }
        var stock = where.spots.stream().filter(s -> s.where() == Where.STOCK).toList();
        long onHand = stock.stream().mapToLong(Spot::qty).sum();
        var shown = (stock.isEmpty() ? where.spots : stock)
                .stream()
                        .mapToLong(Spot::placeId)
                        .filter(p -> p != Sums.HOSTS && p != Sums.RUNS)
                        .toArray();
        List<Stop> recalls = views.recalls(unit);
        var usable = UnitViews.usable(
                unit, new UnitViews.Against(holds, recalls, facts.waiting.get(unit.id())), views.day(where.at));
        return new ShortUnit(
                String.valueOf(unit.id()),
                unit.kind().name().toLowerCase(Locale.ROOT),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                unit.kind() == Unit.Kind.LOT ? unit.number() : lot == null ? null : lot.number(),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                unit.kind() == Unit.Kind.CONTAINER ? unit.number() : null,
                unit.issuerId() == 0 ? null : names.name(unit.issuerId()),
                unit.twin() > 0,
                UnitViews.text(unit.expiry()),
                where.status,
                item == null ? null : item.unit(),
                item == null ? String.valueOf(onHand) : item.quantity(onHand),
                shown.length == 0 ? null : names.name(shown[0]),
                shown.length,
                new ShortUnit.Usable(usable.ship(), usable.consume(), usable.sell()),
                !holds.isEmpty(),
                RecallTag.of(recalls));
    }
}
