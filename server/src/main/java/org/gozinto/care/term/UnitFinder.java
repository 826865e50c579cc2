/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Finds the lot or serial that somebody asks about by its numbers. Safe for use by many threads. */
final class UnitFinder {

    private final Units units;
    private final Items items;

    UnitFinder(Units units, Items items) {
        this.units = units;
        this.items = items;
    }

    /**
     * What is asked about.
     *
     * @param unit its id, for one of several that claim a number
     */
    record Named(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String unit) {}

    Item item(String code) {
        Item item = items.find(code);
        if (item == null) {
            throw missing("item", code);
        }
        return item;
    }

    /** The unit; the first that was known where several claim its number. A refusal with status 404 where none does. */
    Unit found(Named named) {
        List<Unit> all = all(named);
        return all.stream()
                .min(Comparator.comparingInt(Unit::twin).thenComparingLong(Unit::id))
                .orElseThrow(
                        () -> missing("unit", String.valueOf(named.serial() != null ? named.serial() : named.lot())));
    }

    /** The unit that something is to be kept of; refused where several claim its number and none is chosen. */
    Unit chosen(Named named) {
        List<Unit> all = all(named);
        if (all.size() > 1) {
            throw Refusal.of(
                            "ambiguous-unit",
                            "Several units claim this number",
                            all.size() + " units have the number; it is not clear which one is meant.")
                    .at("/unit", "the id of one of the units", "Look at both, and say which one it is.")
                    .asException();
        }
        return found(named);
    }

    private List<Unit> all(Named named) {
        if (named.unit() != null) {
            Unit unit = units.find(number(named.unit()));
            return unit == null || unit.kind() != Unit.Kind.SERIAL && unit.kind() != Unit.Kind.LOT
                    ? List.of()
                    : List.of(unit);
        }
        if (named.item() == null || (named.serial() == null) == (named.lot() == null)) {
            throw Paging.badParameter("serial", "is missing", "unit, or item with serial or lot");
        }
        Item item = item(named.item());
        return named.serial() != null
                ? units.withNumbers(Unit.Kind.SERIAL, item.id(), Set.of(named.serial()))
                : units.withNumbers(Unit.Kind.LOT, item.id(), Set.of(String.valueOf(named.lot())));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Paging.badParameter("unit", "is no id", "the id of a unit");
        }
    }

    private static RefusedException missing(String what, String number) {
        return Refusal.of("unknown-" + what, "No such " + what, "There is no " + what + " " + number + ".")
                .status(404)
                .at("/" + (what.equals("item") ? what : "serial"), "one that there is", "Check the number.")
                .asException();
    }
}
