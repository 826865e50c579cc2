/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.item.Items;
import org.gozinto.ledger.Occurred;
import org.gozinto.unit.FitDesk;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** The writer's desk on the rules as they were when a group of acts began. Not safe for several threads. */
final class ScanDesk implements FitDesk {

    private static final int DEPTH_MAX = 50;

    private final FitBook book;
    private final FactReader reader;
    private final Items items;
    private final Map<Long, Days> madeInGroup = new HashMap<>();

    ScanDesk(FitBook book, FactReader reader, Items items) {
        this.book = book;
        this.reader = reader;
        this.items = items;
    }

    @Override
    public boolean isIdle() {
        return book.isIdle();
    }

    @Override
    public boolean names(Occasion occasion, long itemId) {
        return itemId != 0 && book.names(occasion, items.get(itemId).code());
    }

    @Override
    public void made(Unit unit, Occurred when) {
        Days days = Days.of(when.text());
        if (days != null) {
            madeInGroup.putIfAbsent(unit.id(), days);
        }
    }

    @Override
    public List<Misfit> judge(Occasion occasion, LocalDate day, List<Thing> things) {
        Map<Long, Thing> byUnit = new HashMap<>();
        things.forEach(thing -> byUnit.put(thing.unit().id(), thing));
        Map<Long, List<Thing>> inside = contents(occasion, things, byUnit);
        var known = new Known(occasion, day, things, inside);
        List<ScanJudge.Placed> placed = new ArrayList<>();
        for (Thing thing : things) {
            if (thing.unit().itemId() != 0) {
                placed.add(new ScanJudge.Placed(
                        known.facts(thing), thing.unit().id(), thing.within(), top(thing, byUnit), thing.fresh()));
            }
        }
        return ScanJudge.judge(book, occasion, day, placed);
    }

    private static long top(Thing thing, Map<Long, Thing> byUnit) {
        Thing at = thing;
        for (int depth = 0; depth < DEPTH_MAX; depth++) {
            Thing outer = byUnit.get(at.within());
            if (outer == null) {
                break;
            }
            at = outer;
        }
        return at.unit().id();
    }

    /** What is in the things of which a rule asks that, at any depth. */
    private Map<Long, List<Thing>> contents(Occasion occasion, List<Thing> things, Map<Long, Thing> byUnit) {
        Map<Long, List<Thing>> inside = new HashMap<>();
        for (Thing thing : things) {
            Thing outer = byUnit.get(thing.within());
            for (int depth = 0; outer != null && depth < DEPTH_MAX; depth++) {
                if (names(occasion, outer.unit().itemId())
                        && wanted(outer.unit()).inside()) {
                    inside.computeIfAbsent(outer.unit().id(), u -> new ArrayList<>())
                            .add(thing);
                }
                outer = byUnit.get(outer.within());
            }
        }
        return inside;
    }

    private FitBook.Wanted wanted(Unit unit) {
        return book.wanted(items.get(unit.itemId()).code());
    }

    /** The facts of the things that rules name, read at once. */
    private final class Known {

        private final Occasion occasion;
        private final Map<Long, Days> made;
        private final Map<Long, Map<String, String>> versions;
        private final Map<Long, List<Thing>> inside;
        private final Set<Long> hosts;

        Known(Occasion occasion, LocalDate day, List<Thing> things, Map<Long, List<Thing>> inside) {
            this.occasion = occasion;
            this.inside = inside;
            List<Long> empty = new ArrayList<>();
            List<Unit> toDate = new ArrayList<>();
            List<Unit> toRead = new ArrayList<>();
            Map<Long, Unit> lots = new HashMap<>();
            for (Thing thing : things) {
                Unit unit = thing.unit();
                if (names(occasion, unit.itemId())) {
                    if (wanted(unit).made()) {
                        toDate.add(unit);
                    }
                    if (wanted(unit).inside() && !inside.containsKey(unit.id())) {
                        empty.add(unit.id());
                    }
                    if (wanted(unit).versions()) {
                        toRead.add(unit);
                    }
                    if (thing.lot() != null) {
                        lots.put(thing.lot().id(), thing.lot());
                    }
                }
            }
            this.made = reader.made(toDate, lots);
            this.hosts = reader.hosts(empty);
            this.versions = reader.versions(toRead, day);
            for (Unit unit : toDate) {
                Days days = madeInGroup.getOrDefault(unit.id(), madeInGroup.get(unit.lotId()));
                if (days != null) {
                    made.putIfAbsent(unit.id(), days);
                }
            }
        }

        Facts facts(Thing thing) {
            Unit unit = thing.unit();
            if (!names(occasion, unit.itemId())) {
                return Facts.ofItem(items.get(unit.itemId()).code());
            }
            return reader.facts(
                    unit,
                    thing.lot(),
                    made.get(unit.id()),
                    versions.getOrDefault(unit.id(), Map.of()),
                    wanted(unit).inside() ? inside(unit) : null);
        }

        /** What was never put into it nobody knows of. */
        private Facts.@Nullable Inside inside(Unit unit) {
            boolean isKnown = inside.containsKey(unit.id()) || hosts.contains(unit.id());
            if (unit.kind() != Unit.Kind.SERIAL || !isKnown) {
                return null;
            }
            List<Facts.Part> known = new ArrayList<>();
            for (Thing part : inside.getOrDefault(unit.id(), List.of())) {
                if (part.unit().itemId() != 0) {
                    known.add(new Facts.Part(
                            items.get(part.unit().itemId()).code(),
                            reader.revision(part.unit(), part.lot()),
                            part.position()));
                }
            }
            return new Facts.Inside(known, true);
        }
    }
}
