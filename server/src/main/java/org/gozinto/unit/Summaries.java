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
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.place.Place;
import org.gozinto.unit.UnitSummary.ContentRow;
import org.gozinto.unit.UnitSummary.HoldRow;
import org.gozinto.unit.UnitSummary.HoldingRow;
import org.jspecify.annotations.Nullable;

/** Shows one unit in parts that stay small however much there is of it. */
final class Summaries {

    private static final int HOLDINGS_MAX = 50;

    private final Units units;
    private final ShortUnits.Masters masters;
    private final UnitViews views;
    private final Sums sums;
    private final Entries entries;

    Summaries(Units units, ShortUnits.Masters masters, UnitViews views, Sums sums, Entries entries) {
        this.units = units;
        this.masters = masters;
        this.views = views;
        this.sums = sums;
        this.entries = entries;
    }

    /** The head of a unit's page. */
    UnitSummary of(Unit unit) {
        Item item = item(unit);
        Unit lot = unit.lotId() == 0 ? null : units.find(unit.lotId());
        boolean ofSerials = UnitTotals.isOfSerials(unit, item);
        var totals = UnitTotals.of(unit, item, sums, masters.places());
        List<Units.At> at = ofSerials ? totals.at(unit.id()) : units.largest(unit.id(), HOLDINGS_MAX + 1);
        boolean more = at.size() > HOLDINGS_MAX;
        var words = ofSerials || more ? totals.words() : views.words(at);
        List<Hold> holds = holds(unit);
        List<Stop> recalls = views.recalls(unit);
        Uninspected waits = views.waiting(List.of(unit)).get(unit.id());
        return new UnitSummary(
                String.valueOf(unit.id()),
                unit.kind().name().toLowerCase(Locale.ROOT),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                unit.kind() == Unit.Kind.LOT ? unit.number() : lot == null ? null : lot.number(),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                unit.kind() == Unit.Kind.CONTAINER ? unit.number() : null,
                unit.issuerId() == 0 ? null : masters.names().name(unit.issuerId()),
                unit.twin(),
                unit.twin() > 0,
                UnitViews.text(unit.expiry()),
                UnitViews.text(unit.bestBefore()),
                UnitViews.text(unit.manufactured()),
                views.supplierLots(unit),
                unit.attributes(),
                views.status(unit, words, totals.made() > 0),
                item == null ? null : item.unit(),
                holds.stream().map(h -> hold(h, unit)).toList(),
                RecallTag.of(recalls),
                UnitViews.usable(unit, new UnitViews.Against(holds, recalls, waits), views.day(at)),
                totals(totals, item),
                at.stream().limit(HOLDINGS_MAX).map(a -> holding(a, item)).toList(),
                more,
                ofSerials ? totals.serials() : null,
                units.contentCount(unit));
    }

    private @Nullable Item item(Unit unit) {
        return unit.itemId() == 0 ? null : masters.items().get(unit.itemId());
    }

    private List<Hold> holds(Unit unit) {
        var holds = units.holds(unit.lotId() == 0 ? List.of(unit.id()) : List.of(unit.id(), unit.lotId()));
        List<Hold> all = new ArrayList<>(holds.getOrDefault(unit.id(), List.of()));
        if (unit.lotId() != 0) {
            all.addAll(holds.getOrDefault(unit.lotId(), List.of()));
        }
        return all;
    }

    private HoldRow hold(Hold hold, Unit unit) {
        EntryRow entry = entries.bySeq(hold.seq());
        return new HoldRow(
                hold.seq(),
                hold.purposes().stream().map(Purpose::word).toList(),
                hold.reason(),
                hold.unitId() != unit.id(),
                entry == null ? null : entry.occurred().text(),
                entry == null ? null : entry.actor());
    }

    private static String qty(@Nullable Item item, long qty) {
        return item == null ? String.valueOf(qty) : item.quantity(qty);
    }

    private static UnitSummary.Totals totals(UnitTotals totals, @Nullable Item item) {
        return new UnitSummary.Totals(
                qty(item, totals.received()),
                qty(item, totals.made()),
                qty(item, totals.commissioned()),
                qty(item, totals.found()),
                qty(item, totals.onHand()),
                qty(item, totals.packed()),
                qty(item, totals.installed()),
                qty(item, totals.consumed()),
                qty(item, totals.shipped()),
                qty(item, totals.scrapped()),
                qty(item, totals.adjusted()),
                qty(item, totals.unknown()));
    }

    private HoldingRow holding(Units.At at, @Nullable Item item) {
        if (at.placeId() == Sums.HOSTS || at.placeId() == Sums.RUNS) {
            boolean hosts = at.placeId() == Sums.HOSTS;
            return new HoldingRow(
                    hosts ? "hosts" : "runs", null, hosts ? "host" : "run", qty(item, at.qty()), null, null);
        }
        var view = views.holding(at, item);
        Place place = at.placeId() < 0 ? null : masters.places().find(at.placeId());
        String name = place == null || place.name().isEmpty() ? null : place.name();
        return new HoldingRow(view.place(), name, view.kind(), view.qty(), view.position(), view.within());
    }

    /** Where a unit is, in the order of the places; of a lot of serials the largest quantities first. */
    Page<HoldingRow> holdings(Unit unit, @Nullable String cursor, int limit) {
        Item item = item(unit);
        boolean ofSerials = UnitTotals.isOfSerials(unit, item);
        long after = cursor == null && !ofSerials ? Long.MIN_VALUE : Paging.afterNumber(cursor);
        List<Units.At> at;
        if (ofSerials) {
            at = UnitTotals.of(unit, item, sums, masters.places()).at(unit.id()).stream()
                    .skip(Math.max(after, 0))
                    .limit(limit)
                    .toList();
        } else {
            at = units.holdingsAfter(unit.id(), after, limit);
        }
        String next = at.size() < limit
                ? null
                : String.valueOf(ofSerials ? after + limit : at.getLast().placeId());
        return new Page<>(at.stream().map(a -> holding(a, item)).toList(), Paging.cursor(next));
    }

    /** What is directly in a unit, in the order in which it was first named. */
    Page<ContentRow> contents(Unit unit, @Nullable String cursor, int limit) {
        List<Units.At> inside = units.contentsAfter(unit, Paging.afterNumber(cursor), limit);
        Map<Long, Unit> known = new HashMap<>();
        units.byIds(inside.stream().map(Units.At::unitId).toList()).forEach(u -> known.put(u.id(), u));
        Set<Long> blockable = new HashSet<>(known.keySet());
        known.values().stream().map(Unit::lotId).filter(l -> l != 0).forEach(blockable::add);
        Map<Long, Unit> lots = new HashMap<>();
        units.byIds(blockable).forEach(u -> lots.put(u.id(), u));
        Set<Long> held = units.holds(blockable).keySet();
        List<ContentRow> rows = new ArrayList<>();
        for (Units.At at : inside) {
            Unit part = known.get(at.unitId());
            if (part != null) {
                rows.add(content(at, part, lots.get(part.lotId()), held));
            }
        }
        String next =
                inside.size() < limit ? null : String.valueOf(inside.getLast().unitId());
        return new Page<>(rows, Paging.cursor(next));
    }

    private ContentRow content(Units.At at, Unit part, @Nullable Unit lot, Set<Long> held) {
        Item item = item(part);
        return new ContentRow(
                String.valueOf(part.id()),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                part.kind() == Unit.Kind.LOT ? part.number() : lot == null ? null : lot.number(),
                part.kind() == Unit.Kind.SERIAL ? part.number() : null,
                part.kind() == Unit.Kind.CONTAINER ? part.number() : null,
                qty(item, at.qty()),
                at.position(),
                held.contains(part.id()) || held.contains(part.lotId()),
                RecallTag.of(views.recalls(part)));
    }
}
