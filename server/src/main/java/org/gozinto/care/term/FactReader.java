/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gozinto.care.term.RegistrationFacts.Registration;
import org.gozinto.care.term.UnitFacts.Contract;
import org.gozinto.care.term.UnitFacts.Reading;
import org.gozinto.genealogy.Chronicle;
import org.gozinto.genealogy.Chronicles;
import org.gozinto.item.Items;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what coverages depend on, of a few units or of very many. Safe for use by many threads. */
final class FactReader {

    private static final String REVISION = "revision";

    private final Chronicles chronicles;
    private final Rooms rooms;
    private final FactStore store;
    private final RegistrationFacts registrations;
    private final JsonMapper json;

    /** The rooms that it asks. */
    record Rooms(Units units, Items items, Places places) {}

    FactReader(Chronicles chronicles, Rooms rooms, FactStore store, RegistrationFacts registrations, JsonMapper json) {
        this.chronicles = chronicles;
        this.rooms = rooms;
        this.store = store;
        this.registrations = registrations;
        this.json = json;
    }

    /**
     * What is known as of a moment.
     *
     * @param knownAt nothing that was recorded later counts; null for all that is recorded
     * @param withChanges whether what went in and out of units is wanted too
     */
    Moment at(@Nullable Instant knownAt, boolean withChanges) {
        return new Moment(chronicles.at(knownAt, this::isDelivery), knownAt, withChanges, new ConcurrentHashMap<>());
    }

    /** Who only delivers to us or carries gets no product. */
    private boolean isDelivery(long placeId) {
        Place place = rooms.places.find(placeId);
        if (place == null) {
            return false;
        }
        List<String> roles = place.roles();
        return roles.isEmpty() || roles.contains("customer") || roles.contains(Place.CONSUMER);
    }

    /** What is known of a lot, for its serials. */
    private record OfLot(
            String number,
            @Nullable String revision,
            @Nullable When made,
            UnitFacts.@Nullable Receipt received) {}

    /** What people said of units. */
    private record Said(
            Map<Long, List<Contract>> contracts,
            Map<Long, List<Reading>> readings,
            Map<Long, List<Registration>> registrations,
            Map<Unit.Key, Integer> twins) {}

    /** Reads facts as of one moment. Not for several threads; {@link #fork} gives another one the same moment. */
    final class Moment {

        private final Chronicles.Reading reading;
        private final @Nullable Instant knownAt;
        private final boolean withChanges;
        private final Map<Long, OfLot> lots;

        private Moment(
                Chronicles.Reading reading, @Nullable Instant knownAt, boolean withChanges, Map<Long, OfLot> lots) {
            this.reading = reading;
            this.knownAt = knownAt;
            this.withChanges = withChanges;
            this.lots = lots;
        }

        Moment fork() {
            return new Moment(reading.fork(), knownAt, withChanges, lots);
        }

        Chronicles.Reading reading() {
            return reading;
        }

        /** The facts of each of some units that are known, in their order. */
        List<UnitFacts> of(Collection<Unit> units) {
            List<Long> ids = units.stream().map(Unit::id).toList();
            var said = new Said(
                    store.contracts(ids, us()),
                    store.readings(ids, us()),
                    registrations.of(ids, knownAt),
                    twinsOf(units));
            return all(units, said);
        }

        /**
         * The facts of very many units.
         *
         * @param units all those from one id to another, the last not included
         * @param twins of all units that have any, see {@link FactStore#twins}
         */
        List<UnitFacts> sweep(Collection<Unit> units, long from, long to, Map<Unit.Key, Integer> twins) {
            List<Long> ids = units.stream().map(Unit::id).toList();
            Map<Long, List<Registration>> registered =
                    registrations.changes() == 0 ? Map.of() : registrations.of(ids, knownAt);
            return all(
                    units,
                    new Said(store.contracts(from, to, us()), store.readings(from, to, us()), registered, twins));
        }

        private long us() {
            return knownAt == null ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, knownAt);
        }

        private Map<Unit.Key, Integer> twinsOf(Collection<Unit> units) {
            Map<Long, Set<String>> serials = new HashMap<>();
            Map<Long, Set<String>> lotNumbers = new HashMap<>();
            units.forEach(unit -> (unit.kind() == Unit.Kind.SERIAL ? serials : lotNumbers)
                    .computeIfAbsent(unit.itemId(), i -> new HashSet<>())
                    .add(unit.number()));
            Map<Unit.Key, Integer> twins = new HashMap<>();
            serials.forEach((item, numbers) -> count(Unit.Kind.SERIAL, item, numbers, twins));
            lotNumbers.forEach((item, numbers) -> count(Unit.Kind.LOT, item, numbers, twins));
            return twins;
        }

        private void count(Unit.Kind kind, long item, Set<String> numbers, Map<Unit.Key, Integer> twins) {
            for (Unit unit : rooms.units.withNumbers(kind, item, numbers)) {
                if (unit.twin() > 0 && reading.of(unit.id(), false) != null) {
                    twins.merge(unit.key(), 1, Integer::sum);
                }
            }
        }

        private List<UnitFacts> all(Collection<Unit> units, Said said) {
            readLots(units);
            List<UnitFacts> all = new ArrayList<>(units.size());
            for (Unit unit : units) {
                Chronicle chronicle = reading.of(unit.id(), withChanges);
                if (chronicle != null) {
                    all.add(facts(unit, chronicle, said));
                }
            }
            return all;
        }

        private void readLots(Collection<Unit> units) {
            Set<Long> wanted = units.stream()
                    .map(Unit::lotId)
                    .filter(lot -> lot != 0 && !lots.containsKey(lot))
                    .collect(Collectors.toSet());
            if (!wanted.isEmpty()) {
                for (Unit lot : rooms.units.byIds(wanted)) {
                    Chronicle chronicle = reading.of(lot.id(), false);
                    if (chronicle != null) {
                        lots.put(
                                lot.id(),
                                new OfLot(lot.number(), revision(lot), made(lot, chronicle), received(chronicle)));
                    }
                }
            }
        }

        private UnitFacts facts(Unit unit, Chronicle chronicle, Said said) {
            boolean isLot = unit.kind() == Unit.Kind.LOT;
            OfLot lot = lots.get(unit.lotId());
            String revision = revision(unit);
            When made = made(unit, chronicle);
            UnitFacts.Receipt received = received(chronicle);
            var turns = Turns.of(chronicle.turns(), rooms.places);
            List<UnitFacts.Stay> stays = Turns.stays(chronicle.stays());
            return new UnitFacts(
                    unit.id(),
                    unit.itemId(),
                    unit.itemId() == 0 ? "" : rooms.items.get(unit.itemId()).code(),
                    unit.number(),
                    unit.kind() == Unit.Kind.SERIAL,
                    isLot ? unit.number() : lot == null ? null : lot.number(),
                    revision != null || lot == null ? revision : lot.revision(),
                    made != null || lot == null ? made : lot.made(),
                    received != null || lot == null ? received : lot.received(),
                    turns.deliveries(),
                    turns.repairs(),
                    stays,
                    Turns.changes(chronicle.changes()),
                    Turns.renewed(chronicle.outOfRuns(), stays),
                    said.registrations.getOrDefault(unit.id(), List.of()),
                    said.contracts.getOrDefault(unit.id(), List.of()),
                    said.readings.getOrDefault(unit.id(), List.of()),
                    said.twins.getOrDefault(unit.key(), 0));
        }

        /** The day on the label, else when it came out of a run or was numbered. */
        private static @Nullable When made(Unit unit, Chronicle chronicle) {
            if (unit.manufactured() != null) {
                return When.on(unit.manufactured());
            }
            When made = Turns.when(chronicle.made());
            return made != null ? made : Turns.when(chronicle.numbered());
        }

        private UnitFacts.@Nullable Receipt received(Chronicle chronicle) {
            Chronicle.Turn received = chronicle.received();
            When when = received == null ? null : Turns.when(received.when());
            Place from = received == null ? null : rooms.places.find(received.partnerId());
            return when == null || from == null ? null : new UnitFacts.Receipt(when, from.code());
        }

        private @Nullable String revision(Unit unit) {
            String attributes = unit.attributes();
            if (attributes == null || !attributes.contains(REVISION)) {
                return null;
            }
            String said = json.readTree(attributes).path(REVISION).asString("");
            return said.isEmpty() ? null : said;
        }
    }
}
