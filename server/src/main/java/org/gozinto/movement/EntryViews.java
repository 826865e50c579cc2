/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Refusal;
import org.gozinto.unit.PlaceNames;
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

    EntryViews(Entries entries, Units units, Items items, PlaceNames names) {
        this.entries = entries;
        this.units = units;
        this.items = items;
        this.names = names;
    }

    /** Refuses (404) a unit that does not exist. */
    void existing(long unit) {
        if (units.find(unit) == null) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no unit " + unit + ".")
                    .status(404)
                    .asException();
        }
    }

    /** One entry. */
    public EntryView of(EntryRow entry) {
        return of(List.of(entry)).getFirst();
    }

    /** Entries, in their order. */
    public List<EntryView> of(List<EntryRow> rows) {
        Map<Long, List<Movement>> moved =
                entries.movements(rows.stream().map(EntryRow::seq).toList(), MOVEMENTS_MAX);
        Map<Long, Unit> byId = new HashMap<>();
        var ids = moved.values().stream()
                .flatMap(List::stream)
                .map(Movement::unit)
                .distinct()
                .toList();
        units.byIds(ids).forEach(u -> byId.put(u.id(), u));
        List<EntryView> views = new ArrayList<>();
        for (EntryRow row : rows) {
            List<EntryView.MovementView> movements = new ArrayList<>();
            for (Movement movement : moved.getOrDefault(row.seq(), List.of())) {
                Unit unit = byId.get(movement.unit());
                if (unit != null) {
                    movements.add(movement(movement, unit));
                }
            }
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
                    movements,
                    java.util.HexFormat.of().formatHex(row.hash())));
        }
        return views;
    }

    private EntryView.MovementView movement(Movement movement, Unit unit) {
        boolean container = unit.kind() == Unit.Kind.CONTAINER;
        Item item = container ? null : items.get(unit.itemId());
        return new EntryView.MovementView(
                unit.id(),
                item == null ? null : item.code(),
                unit.kind() == Unit.Kind.LOT ? unit.number() : units.lotNumber(unit),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                container ? unit.number() : null,
                item == null ? String.valueOf(movement.qty()) : item.quantity(movement.qty()),
                names.name(movement.from()),
                names.name(movement.to()));
    }
}
