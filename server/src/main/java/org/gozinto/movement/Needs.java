/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.item.Tracking;
import org.gozinto.movement.Act.ContainerName;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Line;
import org.gozinto.movement.Act.UnitName;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Which units and runs a group of acts names, so that a few queries load them all. What it misses is loaded when it
 * is asked for.
 */
final class Needs {

    private final Items items;
    private final Places places;
    private final Set<Unit.Key> units = new HashSet<>();
    private final Set<String> runs = new HashSet<>();

    Needs(Items items, Places places) {
        this.items = items;
        this.places = places;
    }

    Set<Unit.Key> units() {
        return units;
    }

    Set<String> runs() {
        return runs;
    }

    void add(Act act) {
        switch (act.deed()) {
            case Deed.Transfer t -> {
                lines(t.lines());
                t.containers().forEach(this::container);
            }
            case Deed.Recount r -> lines(r.lines());
            case Deed.Production p -> {
                runs.add(p.run());
                lines(p.consume());
                lines(p.produce());
            }
            case Deed.Assembly a -> {
                name(a.host());
                lines(a.lines());
            }
            case Deed.Packing p -> {
                container(p.container());
                lines(p.lines());
                p.containers().forEach(this::container);
            }
            case Deed.Holding h -> h.units().forEach(this::name);
            case Deed.Releasing r -> r.units().forEach(this::name);
            case Deed.Cleaning c -> {
                // The vessel's contents are asked for when it is decided.
            }
            case Deed.Correction c -> {
                // The entry's units are asked for when it is decided.
            }
        }
    }

    private void lines(Collection<Line> lines) {
        for (Line line : lines) {
            Item item = items.find(line.item());
            if (item == null) {
                continue;
            }
            long issuer = issuer(item, line.issuer());
            if (item.tracking() == Tracking.NONE) {
                units.add(new Unit.Key(Unit.Kind.UNTRACKED, item.id(), 0, ""));
            }
            if (line.lot() != null) {
                units.add(new Unit.Key(Unit.Kind.LOT, item.id(), issuer, line.lot()));
            }
            List<String> numbers =
                    line.serials() == null ? List.of() : line.serials().numbers();
            for (String number : numbers) {
                units.add(new Unit.Key(Unit.Kind.SERIAL, item.id(), issuer, number));
            }
        }
    }

    private void name(UnitName name) {
        Item item = items.find(name.item());
        if (item == null) {
            return;
        }
        long issuer = issuer(item, name.issuer());
        if (name.serial() != null) {
            units.add(new Unit.Key(Unit.Kind.SERIAL, item.id(), issuer, name.serial()));
        } else if (name.lot() != null) {
            units.add(new Unit.Key(Unit.Kind.LOT, item.id(), issuer, name.lot()));
        }
    }

    private void container(ContainerName name) {
        switch (name) {
            case ContainerName.OfCode c -> units.add(Containers.key(c.code()));
            case ContainerName.OfSerial s -> name(s.name());
        }
    }

    private long issuer(Item item, @Nullable String stated) {
        String code = stated != null ? stated : item.issuer();
        Place partner = code == null ? null : places.find(code);
        return partner == null ? 0 : partner.id();
    }
}
