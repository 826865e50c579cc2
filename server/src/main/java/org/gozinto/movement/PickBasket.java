/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gozinto.identify.NaturalOrder;
import org.gozinto.item.Item;
import org.gozinto.place.Places;
import org.gozinto.unit.Hold;
import org.gozinto.unit.Inspected;
import org.gozinto.unit.Purpose;
import org.gozinto.unit.RecallTag;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Uninspected;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.gozinto.unit.Usability;

/** Takes what may be used from what is offered, until there is enough. Not safe for several threads. */
final class PickBasket {

    /** Candidates that are judged together. */
    private static final int BATCH = 200;

    private static final int PASSED_MAX = 50;

    /** The day comes first; what has none comes last. */
    private static final Comparator<LocalDate> EARLIER = Comparator.nullsLast(Comparator.naturalOrder());

    private static final Comparator<Candidate> FIRST_OUT = Comparator.comparing(
                    (Candidate c) -> c.unit().expiry(), EARLIER)
            .thenComparing(c -> c.unit().manufactured(), EARLIER)
            .thenComparingLong(c -> c.unit().firstSeq())
            .thenComparing(c -> c.unit().number(), NaturalOrder.INSTANCE)
            .thenComparingLong(c -> c.unit().id())
            .thenComparingInt(c -> c.spot().within().size())
            .thenComparingLong(c -> c.at().placeId());

    /** Where stock is asked for, and how it is named. */
    record House(PickStore store, Known known, Places places, Clock clock) {

        Units units() {
            return known.units();
        }
    }

    /** What is known of units: their holds, the recalls that stop them, and what waits for an inspection. */
    record Known(Units units, Stops stops, Inspected inspected) {}

    /** @param locations the places that are picked from */
    record Wish(Item item, long qty, Purpose purpose, Set<Long> locations, int picksMax) {}

    private record Candidate(Unit unit, Units.At at, Surroundings.Spot spot) {}

    private final House house;
    private final Wish wish;
    private final Surroundings surroundings;
    private final Map<Long, Unit> lots = new HashMap<>();
    private final List<PickView.Pick> picks = new ArrayList<>();
    private final List<PickView.Passed> passed = new ArrayList<>();
    private boolean passedMore;
    private long found;

    PickBasket(House house, Wish wish) {
        this.house = house;
        this.wish = wish;
        this.surroundings = new Surroundings(house.units());
    }

    boolean isFull() {
        return found >= wish.qty() || picks.size() >= wish.picksMax();
    }

    long found() {
        return found;
    }

    List<PickView.Pick> picks() {
        return picks;
    }

    List<PickView.Passed> passed() {
        return passed;
    }

    boolean passedMore() {
        return passedMore;
    }

    /** Takes from these what may be used, in order. */
    void offer(List<Units.At> offered) {
        List<Candidate> candidates = candidates(offered);
        for (int from = 0; from < candidates.size() && !isFull(); from += BATCH) {
            var some = candidates.subList(from, Math.min(from + BATCH, candidates.size()));
            var judge = new Judge(some);
            for (Candidate candidate : some) {
                if (!isFull()) {
                    take(candidate, judge.against(candidate));
                }
            }
        }
    }

    private List<Candidate> candidates(List<Units.At> offered) {
        Map<Long, Unit> byId = byId(offered.stream().map(Units.At::unitId));
        byId.values().removeIf(u -> u.itemId() != wish.item().id());
        surroundings.load(offered.stream()
                .filter(at -> byId.containsKey(at.unitId()))
                .map(Units.At::placeId)
                .toList());
        List<Candidate> candidates = new ArrayList<>();
        for (Units.At at : offered) {
            Unit unit = byId.get(at.unitId());
            var spot = unit == null ? null : surroundings.spot(unit.id(), at.placeId());
            if (unit != null && spot != null && wish.locations().contains(spot.place())) {
                candidates.add(new Candidate(unit, at, spot));
            }
        }
        candidates.sort(FIRST_OUT);
        return candidates;
    }

    private Map<Long, Unit> byId(Stream<Long> ids) {
        Map<Long, Unit> byId = new HashMap<>();
        house.units().byIds(ids.distinct().toList()).forEach(u -> byId.put(u.id(), u));
        return byId;
    }

    private void take(Candidate candidate, List<Usability.Obstacle> against) {
        Unit unit = candidate.unit();
        Unit lot = lots.get(unit.lotId());
        String lotNumber = unit.kind() == Unit.Kind.LOT ? unit.number() : lot == null ? null : lot.number();
        String serial = unit.kind() == Unit.Kind.SERIAL ? unit.number() : null;
        String place = house.places().get(candidate.spot().place()).code();
        String expiry = unit.expiry() == null ? null : unit.expiry().toString();
        long there = candidate.at().qty();
        if (against.isEmpty()) {
            long taken = Math.min(there, wish.qty() - found);
            found += taken;
            picks.add(new PickView.Pick(
                    String.valueOf(unit.id()),
                    lotNumber,
                    serial,
                    place,
                    candidate.spot().within().stream().map(this::name).toList(),
                    wish.item().quantity(taken),
                    wish.item().quantity(there),
                    expiry));
        } else if (passed.size() < PASSED_MAX) {
            passed.add(new PickView.Passed(
                    String.valueOf(unit.id()),
                    lotNumber,
                    serial,
                    place,
                    wish.item().quantity(there),
                    expiry,
                    against.stream()
                            .map(o -> new PickView.Why(o.purpose().word(), o.code(), o.detail()))
                            .toList(),
                    RecallTag.of(house.known().stops().of(unit))));
        } else {
            passedMore = true;
        }
    }

    private String name(Unit container) {
        return container.number();
    }

    /** Asks the one definition of usable for some candidates, and for all that is packed or installed in them. */
    private final class Judge {
        private final Map<Long, Unit> units = new HashMap<>();
        private final Map<Long, List<Long>> inside = new HashMap<>();
        private final Map<Long, List<Hold>> holds;
        private final Map<Long, Uninspected> waiting;

        Judge(List<Candidate> candidates) {
            List<Unit> open =
                    candidates.stream().map(Candidate::unit).distinct().toList();
            for (int depth = 0; !open.isEmpty() && depth < Assemblies.DEPTH_MAX; depth++) {
                open.forEach(u -> units.put(u.id(), u));
                Set<Long> parts = new HashSet<>();
                for (Units.At at :
                        house.store().inside(open.stream().map(Unit::asPlace).toList())) {
                    inside.computeIfAbsent(-at.placeId(), u -> new ArrayList<>())
                            .add(at.unitId());
                    if (!units.containsKey(at.unitId())) {
                        parts.add(at.unitId());
                    }
                }
                open = List.copyOf(byId(parts.stream()).values());
            }
            Collection<Long> lotIds = units.values().stream()
                    .map(Unit::lotId)
                    .filter(l -> l != 0)
                    .collect(java.util.stream.Collectors.toSet());
            lots.putAll(byId(lotIds.stream().filter(l -> !lots.containsKey(l))));
            Set<Long> blockable = new HashSet<>(units.keySet());
            blockable.addAll(lotIds);
            this.holds = house.units().holds(blockable);
            this.waiting = house.known().inspected().of(units.values());
        }

        List<Usability.Obstacle> against(Candidate candidate) {
            var zone = house.places().zoneOf(house.places().get(candidate.spot().place()));
            var day = LocalDate.now(house.clock().withZone(zone));
            List<Usability.Obstacle> against = new ArrayList<>();
            Set<Long> seen = new HashSet<>();
            List<Long> open = new ArrayList<>(List.of(candidate.unit().id()));
            while (!open.isEmpty()) {
                Unit unit = Objects.requireNonNull(units.get(open.removeLast()));
                if (seen.add(unit.id())) {
                    against.addAll(obstacles(unit, day));
                    open.addAll(inside.getOrDefault(unit.id(), List.of()));
                }
            }
            return against;
        }

        private List<Usability.Obstacle> obstacles(Unit unit, LocalDate day) {
            if (unit.kind() == Unit.Kind.CONTAINER) {
                return List.of();
            }
            List<Hold> all = new ArrayList<>(holds.getOrDefault(unit.id(), List.of()));
            if (unit.lotId() != 0) {
                all.addAll(holds.getOrDefault(unit.lotId(), List.of()));
            }
            var stops = house.known().stops().of(unit);
            return Usability.obstacles(unit, all, stops, waiting.get(unit.id()), day).stream()
                    .filter(o -> o.purpose() == wish.purpose())
                    .toList();
        }
    }
}
