/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gozinto.item.Items;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.EntryView.MovementView;
import org.gozinto.unit.PlaceNames;
import org.gozinto.unit.RecallTag;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;

/** Shows entries with their movements in codes and decimal quantities. */
public class EntryViews {

    /** Movements shown with an entry; an act on more has them in its own lines anyway. */
    private static final int MOVEMENTS_MAX = 1_000;

    private final Entries entries;
    private final Units units;
    private final Items items;
    private final PlaceNames names;
    private final Stops stops;

    EntryViews(Entries entries, Units units, Items items, PlaceNames names, Stops stops) {
        this.entries = entries;
        this.units = units;
        this.items = items;
        this.names = names;
        this.stops = stops;
    }

    /** A unit; one that does not exist is refused (404). */
    Unit existing(long id) {
        Unit unit = units.find(id);
        if (unit == null) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no unit " + id + ".")
                    .status(404)
                    .asException();
        }
        return unit;
    }

    /** Whether a unit is a lot that has serials, which are what moves. */
    boolean hasSerials(Unit unit) {
        return unit.kind() == Unit.Kind.LOT
                && items.get(unit.itemId()).tracking().bySerial();
    }

    /** One entry. */
    public EntryView of(EntryRow entry) {
        return of(List.of(entry)).getFirst();
    }

    /** Entries, in their order. */
    public List<EntryView> of(List<EntryRow> rows) {
        Map<Long, List<Movement>> moved =
                entries.movements(rows.stream().map(EntryRow::seq).toList(), MOVEMENTS_MAX + 1);
        var shown = new Shown(moved.values().stream().flatMap(List::stream).toList());
        List<EntryView> views = new ArrayList<>();
        for (EntryRow row : rows) {
            List<Movement> all = moved.getOrDefault(row.seq(), List.of());
            views.add(new EntryView(
                    row.seq(),
                    row.id(),
                    row.type(),
                    row.occurred().text(),
                    Times.instant(row.recordedAtUs()).toString(),
                    row.actor(),
                    row.document(),
                    row.corrects(),
                    row.correctedBy(),
                    row.body(),
                    all.stream().limit(MOVEMENTS_MAX).map(shown::view).toList(),
                    all.size() > MOVEMENTS_MAX ? true : null,
                    java.util.HexFormat.of().formatHex(row.hash())));
        }
        return views;
    }

    /** Movements, in their order. */
    List<MovementView> movements(List<Movement> movements) {
        return movements.stream().map(new Shown(movements)::view).toList();
    }

    /** What several movements have in common: units, lots and places are asked for once. */
    private final class Shown {
        private final Map<Long, Unit> byId = new HashMap<>();
        private final Map<Long, String> placeNames = new HashMap<>();

        Shown(List<Movement> movements) {
            load(movements.stream().map(Movement::unit));
            load(List.copyOf(byId.values()).stream().map(Unit::lotId).filter(l -> l != 0));
        }

        private void load(Stream<Long> ids) {
            units.byIds(ids.distinct().toList()).forEach(u -> byId.put(u.id(), u));
        }

        MovementView view(Movement movement) {
            Unit unit = Objects.requireNonNull(byId.get(movement.unit()));
            Unit lot = byId.get(unit.lotId());
            return MovementView.of(
                    movement,
                    unit,
                    unit.itemId() == 0 ? null : items.get(unit.itemId()),
                    lot == null ? null : lot.number(),
                    placeNames.computeIfAbsent(movement.from(), names::name),
                    placeNames.computeIfAbsent(movement.to(), names::name),
                    true,
                    RecallTag.of(stops.of(unit)));
        }
    }
}
