/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Link;
import org.gozinto.ledger.Movement;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Kind;
import org.gozinto.place.Place;
import org.gozinto.unit.Stop;
import org.gozinto.unit.StopDesk;
import org.gozinto.unit.Unit;

/**
 * Carries recalls on after an act was decided: what arrives and fits a rule is stopped, and so is whatever something
 * stopped became a part of. A unit is stopped as a whole, so this may stop more than a trace names, and never less.
 *
 * <p>All that stands in one vessel with something stopped is stopped too, after every act and when a recall is put, so
 * that a draw needs no look at what else is there.
 */
final class Spread {

    private final Stage stage;
    private final StopDesk stops;
    private final long head;
    private boolean grown;

    /** @param head the last entry before the group of acts */
    Spread(Stage stage, long head) {
        this.stage = stage;
        this.stops = stage.units().stops();
        this.head = head;
    }

    /** Carries on what the act did, and says in its alerts what recalls it moved things of. */
    void carry(Deed deed) throws SQLException {
        if (stops.isIdle()) {
            return;
        }
        if (deed instanceof Deed.Correction) {
            // What was voided did not happen. What was stopped by it stays so until the recall is put anew.
            stops.forgetRuns();
        } else {
            judge(deed);
            do {
                grown = false;
                followLinks();
                followRuns();
                followInstalled(deed);
                followVessels();
                followHosts();
            } while (grown);
            noteInputs();
        }
        shout();
    }

    /** Judges by the rules what was received, produced or commissioned. What is new was judged when it was made. */
    private void judge(Deed deed) throws SQLException {
        boolean receives = deed instanceof Deed.Transfer t && t.kind() == Kind.RECEIVE;
        boolean commissions = deed instanceof Deed.Transfer t && t.kind() == Kind.COMMISSION;
        String run = deed instanceof Deed.Production p ? p.run() : null;
        if (!receives && !commissions && run == null) {
            return;
        }
        for (Movement movement : stage.movements()) {
            for (Unit unit : withLot(movement.unit())) {
                if (receives && stage.isPartner(movement.from())) {
                    stops.received(unit, movement.from(), stage.occurred(), stage.seq());
                } else if (commissions || stage.placeOfRun(movement.from())) {
                    stops.made(unit, run, stage.occurred(), stage.seq());
                }
            }
        }
    }

    /** A unit that moved, and the lot that it belongs to when this act made both. */
    private List<Unit> withLot(long id) throws SQLException {
        Unit unit = stage.units().get(id);
        if (unit.lotId() == 0) {
            return List.of(unit);
        }
        Unit lot = stage.units().get(unit.lotId());
        return lot.firstSeq() == stage.seq() ? List.of(unit, lot) : List.of(unit);
    }

    private void add(Unit unit, Collection<Stop> found) {
        if (unit.kind() != Unit.Kind.CONTAINER && stops.add(unit, found, stage.seq())) {
            grown = true;
        }
    }

    private void followLinks() throws SQLException {
        for (Link link : stage.links()) {
            List<Stop> found = stops.of(stage.units().get(link.input()));
            if (!found.isEmpty()) {
                add(stage.units().get(link.output()), found);
            }
        }
    }

    /** What comes out of a run has what went in, in this act or before; what is linked went into its outputs alone. */
    private void followRuns() throws SQLException {
        Map<Long, Set<Stop>> inside = new HashMap<>();
        for (Movement movement : stage.movements()) {
            long run = movement.from();
            if (!stage.placeOfRun(run)) {
                continue;
            }
            Set<Stop> found = inside.get(run);
            if (found == null) {
                found = new LinkedHashSet<>(stops.inRun(run, head));
                found.addAll(inputs(run));
                inside.put(run, found);
            }
            add(stage.units().get(movement.unit()), found);
        }
    }

    private Set<Stop> inputs(long run) throws SQLException {
        Set<Stop> found = new LinkedHashSet<>();
        for (Unit unit : unlinked(run)) {
            found.addAll(stops.of(unit));
        }
        return found;
    }

    /** What this act put into a run without a link that says what it became. */
    private List<Unit> unlinked(long run) throws SQLException {
        Set<Long> linked = new HashSet<>();
        stage.links().forEach(link -> linked.add(link.input()));
        List<Unit> units = new ArrayList<>();
        for (Movement movement : stage.movements()) {
            if (movement.to() == run && !linked.contains(movement.unit())) {
                units.add(stage.units().get(movement.unit()));
            }
        }
        return units;
    }

    private void noteInputs() throws SQLException {
        Set<Long> runs = new HashSet<>();
        stage.movements().stream().map(Movement::to).filter(stage::placeOfRun).forEach(runs::add);
        for (long run : runs) {
            for (Unit unit : unlinked(run)) {
                stops.fed(run, unit);
            }
        }
    }

    private void followInstalled(Deed deed) throws SQLException {
        if (!(deed instanceof Deed.Assembly assembly) || !assembly.install()) {
            return;
        }
        for (Movement movement : stage.movements()) {
            if (movement.to() < 0) {
                List<Stop> found = stops.of(stage.units().get(movement.unit()));
                if (!found.isEmpty()) {
                    add(stage.units().get(-movement.to()), found);
                }
            }
        }
    }

    private void followVessels() throws SQLException {
        Map<Long, Set<Long>> moved = new LinkedHashMap<>();
        for (Movement movement : stage.movements()) {
            for (long place : List.of(movement.from(), movement.to())) {
                if (isVessel(place)) {
                    moved.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(movement.unit());
                }
            }
        }
        // What came under a stop without moving may stand in a vessel that nothing else moved into or out of.
        for (long unit : stops.addedBy(stage.seq())) {
            stage.balances().load(List.of(unit));
            for (long place : stage.balances().places(unit).keySet()) {
                if (isVessel(place)) {
                    moved.computeIfAbsent(place, p -> new LinkedHashSet<>());
                }
            }
        }
        for (var vessel : moved.entrySet()) {
            mix(vessel.getKey(), vessel.getValue());
        }
    }

    private boolean isVessel(long place) {
        return place > 0 && !stage.placeOfRun(place) && stage.placeOf(place).kind() == Place.Kind.VESSEL;
    }

    private void mix(long vessel, Set<Long> moved) throws SQLException {
        Set<Long> ids = new LinkedHashSet<>(moved);
        ids.addAll(stage.balances().unitsAt(vessel));
        stage.units().loadIds(ids);
        List<Unit> together = new ArrayList<>();
        Set<Stop> found = new LinkedHashSet<>();
        for (long id : ids) {
            Unit unit = stage.units().get(id);
            if (unit.kind() != Unit.Kind.CONTAINER) {
                together.add(unit);
                found.addAll(stops.of(unit));
            }
        }
        if (!found.isEmpty()) {
            together.forEach(unit -> add(unit, found));
        }
    }

    /** What came under a stop while it is installed stops what it is installed in. */
    private void followHosts() throws SQLException {
        for (long id : stops.addedBy(stage.seq())) {
            Unit unit = stage.units().get(id);
            stage.balances().load(List.of(id));
            for (var at : stage.balances().places(id).entrySet()) {
                if (at.getKey() < 0 && at.getValue() > 0) {
                    Unit outer = stage.units().get(-at.getKey());
                    if (outer.kind() == Unit.Kind.SERIAL && !stops.isPacked(unit, outer)) {
                        add(outer, stops.of(unit));
                    }
                }
            }
        }
    }

    /** What recalls are about things that the act moved, be they inside of what it moved. */
    private void shout() throws SQLException {
        Map<Stop, List<Unit>> moved = new LinkedHashMap<>();
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        stage.movements().stream().map(Movement::unit).filter(seen::add).forEach(open::add);
        loadContents(open);
        while (!open.isEmpty()) {
            Unit unit = stage.units().get(open.removeFirst());
            for (Stop stop : stops.of(unit)) {
                moved.computeIfAbsent(stop, s -> new ArrayList<>()).add(unit);
            }
            // What is in something new was moved by this act itself.
            if (unit.firstSeq() != stage.seq()) {
                stage.balances().unitsAt(unit.asPlace()).stream()
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        moved.keySet().stream()
                .sorted(Comparator.comparing(Stop::recall))
                .forEach(stop -> say(stop, moved.getOrDefault(stop, List.of())));
    }

    private void loadContents(Collection<Long> units) throws SQLException {
        List<Long> places = new ArrayList<>();
        for (long id : units) {
            Unit unit = stage.units().get(id);
            if (unit.firstSeq() != stage.seq()) {
                places.add(unit.asPlace());
            }
        }
        stage.balances().loadContents(places);
    }

    private void say(Stop stop, List<Unit> units) {
        stops.moved(stop, stage.seq());
        String others = units.size() == 1 ? " is" : " and " + (units.size() - 1) + " more are";
        stage.alert(
                "recalled",
                stage.name(units.getFirst()) + others + " recalled by " + stop.recall() + " (" + stop.title() + ").",
                "recall",
                stop.recall());
    }
}
