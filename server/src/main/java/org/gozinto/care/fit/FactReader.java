/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gozinto.care.fit.FitBook.Wanted;
import org.gozinto.care.fit.FitEngine.Beside;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.item.Items;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the ledger knows of units, as of the end of a day in UTC. What was never put into a unit nobody knows of;
 * once something was, what is in it is what was put in and not taken out. Safe for use by many threads.
 */
final class FactReader {

    /** Looked at of what is in one product, at every depth. */
    static final int PARTS_MAX = 2_000;

    private static final int DEPTH_MAX = 20;

    private final Units units;
    private final Items items;
    private final UnitPast past;
    private final Versions versions;
    private final JsonMapper json;
    private final Clock clock;

    FactReader(Units units, Items items, UnitPast past, Versions versions, JsonMapper json, Clock clock) {
        this.units = units;
        this.items = items;
        this.past = past;
        this.versions = versions;
        this.json = json;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * What is known of a unit.
     *
     * @param asOf null for now
     */
    Facts of(Unit unit, @Nullable LocalDate asOf, Wanted wanted) {
        Unit lot = unit.lotId() == 0 ? null : units.find(unit.lotId());
        return facts(
                unit,
                lot,
                wanted.made() ? made(unit, lot) : null,
                wanted.versions() ? versionsOf(unit, asOf == null ? today() : asOf) : Map.of(),
                wanted.inside() ? inside(unit, untilUs(asOf)) : null);
    }

    /** The facts that stand with the unit and its lot, and others that were read elsewhere. */
    Facts facts(
            Unit unit,
            @Nullable Unit lot,
            @Nullable Days made,
            Map<String, String> noted,
            Facts.@Nullable Inside inside) {
        boolean isLot = unit.kind() == Unit.Kind.LOT;
        return new Facts(
                items.get(unit.itemId()).code(),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                isLot ? unit.number() : lot == null ? null : lot.number(),
                revision(unit, lot),
                made,
                noted,
                inside);
    }

    /** The attribute {@code revision}, of the unit or else of its lot; null when neither has one. */
    @Nullable
    String revision(Unit unit, @Nullable Unit lot) {
        String own = revision(unit.attributes());
        return own != null || lot == null ? own : revision(lot.attributes());
    }

    private @Nullable String revision(@Nullable String attributes) {
        if (attributes == null || !attributes.contains("\"revision\"")) {
            return null;
        }
        String revision = json.readTree(attributes).path("revision").asString("");
        return revision.isEmpty() ? null : revision;
    }

    private @Nullable Days made(Unit unit, @Nullable Unit lot) {
        return made(List.of(unit), lot == null ? Map.of() : Map.of(lot.id(), lot))
                .get(unit.id());
    }

    /**
     * When units were made: as their labels say, or as the runs or the first acts that they came from do; else the same
     * of their lots. Those of which it is not known are left out.
     *
     * @param lots by their ids
     */
    Map<Long, Days> made(Collection<Unit> asked, Map<Long, Unit> lots) {
        Map<Long, Unit> open = new HashMap<>();
        for (Unit unit : asked) {
            Unit lot = lots.get(unit.lotId());
            if (unit.manufactured() == null) {
                open.put(unit.id(), unit);
                if (lot != null && lot.manufactured() == null) {
                    open.put(lot.id(), lot);
                }
            }
        }
        Map<Long, String> told = open.isEmpty() ? Map.of() : past.madeAt(open.values());
        Map<Long, Days> made = new HashMap<>();
        for (Unit unit : asked) {
            Unit lot = lots.get(unit.lotId());
            Days own = made(unit, told);
            Days days = own != null || lot == null ? own : made(lot, told);
            if (days != null) {
                made.put(unit.id(), days);
            }
        }
        return made;
    }

    private static @Nullable Days made(Unit unit, Map<Long, String> told) {
        return unit.manufactured() != null ? Days.of(unit.manufactured()) : Days.of(told.get(unit.id()));
    }

    private Map<String, String> versionsOf(Unit unit, LocalDate day) {
        return versions(List.of(unit), day).getOrDefault(unit.id(), Map.of());
    }

    /** The versions that were last noted on or before a day, by the ids of the units. */
    Map<Long, Map<String, String>> versions(Collection<Unit> asked, LocalDate day) {
        return asked.isEmpty() ? Map.of() : versions.of(asked, day);
    }

    /** Those of the units into which anything was ever put, as far as it is recorded; by their ids. */
    Set<Long> hosts(Collection<Long> asked) {
        return past.hosts(asked);
    }

    private Facts.@Nullable Inside inside(Unit unit, long untilUs) {
        if (unit.kind() != Unit.Kind.SERIAL) {
            return null;
        }
        UnitPast.Parts found = past.parts(unit, untilUs, PARTS_MAX);
        if (found.parts().isEmpty() && past.hosts(List.of(unit.id())).isEmpty()) {
            return null;
        }
        Map<Long, Unit> known = units(found.parts());
        List<Facts.Part> parts = new ArrayList<>();
        for (UnitPast.Part part : found.parts()) {
            Unit one = known.get(part.unit());
            if (one != null && one.itemId() != 0) {
                Unit lot = known.get(one.lotId());
                parts.add(new Facts.Part(items.get(one.itemId()).code(), revision(one, lot), part.position()));
            }
        }
        return new Facts.Inside(parts, !found.more());
    }

    /** The units of parts and their lots, by their ids. */
    private Map<Long, Unit> units(List<UnitPast.Part> parts) {
        Map<Long, Unit> known =
                new HashMap<>(byId(parts.stream().map(UnitPast.Part::unit).toList()));
        known.putAll(byId(
                known.values().stream().map(Unit::lotId).filter(l -> l != 0).toList()));
        return known;
    }

    private Map<Long, Unit> byId(List<Long> ids) {
        return units.byIds(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity(), (a, b) -> a));
    }

    /**
     * What is in the same product as a unit, as far as it is of some items: the outermost host and all in it.
     *
     * @param but what does not count
     */
    Beside beside(Unit unit, @Nullable LocalDate asOf, FitBook book, Set<String> ofItems, Set<Long> but) {
        if (ofItems.isEmpty()) {
            return Beside.UNKNOWN;
        }
        long untilUs = untilUs(asOf);
        Unit top = top(unit, untilUs);
        UnitPast.Parts found = past.parts(top, untilUs, PARTS_MAX);
        Map<Long, Unit> together = new HashMap<>(units(found.parts()));
        Set<Long> counted =
                new HashSet<>(found.parts().stream().map(UnitPast.Part::unit).toList());
        counted.add(top.id());
        counted.removeAll(but);
        together.put(top.id(), top);
        List<Facts> things = new ArrayList<>();
        for (Unit one : together.values()) {
            if (counted.contains(one.id()) && one.itemId() != 0) {
                String item = items.get(one.itemId()).code();
                if (ofItems.contains(item)) {
                    things.add(of(one, asOf, book.wanted(item)));
                }
            }
        }
        boolean known =
                !found.parts().isEmpty() || !past.hosts(List.of(top.id())).isEmpty();
        return new Beside(things, known && !found.more());
    }

    private Unit top(Unit unit, long untilUs) {
        Unit at = unit;
        for (int depth = 0; depth < DEPTH_MAX; depth++) {
            long outer = past.within(at.id(), untilUs);
            Unit host = outer == 0 ? null : units.find(outer);
            if (host == null || host.kind() != Unit.Kind.SERIAL) {
                return at;
            }
            at = host;
        }
        return at;
    }

    private static long untilUs(@Nullable LocalDate asOf) {
        return asOf == null
                ? Long.MAX_VALUE
                : ChronoUnit.MICROS.between(
                        java.time.Instant.EPOCH,
                        asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
