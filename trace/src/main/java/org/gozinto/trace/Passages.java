/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which unit of an answer reached which other, made when asked for: the state graph with all states of a unit drawn
 * together. A pool (a run, a mixed vessel) stays an end of its own, so that n inputs and m outputs are n + m steps.
 *
 * <p>A step is listed exactly when the walk went along an arc of it, or a unit is in the answer for what it contains,
 * belongs to, or shares a vessel with. Both ends are in the answer, or are the place of a pool or a consignee.
 */
public final class Passages {

    private final Trace trace;
    private final Graph graph;

    Passages(Trace trace) {
        this.trace = trace;
        this.graph = trace.graph;
    }

    /** All steps, in the order in which the entries made them. */
    public List<Passage> list() {
        Map<Long, Passage> found = new LinkedHashMap<>();
        for (int arc = 0; arc < graph.arcs(); arc++) {
            if (trace.walk.used(arc)) {
                Precision precision = Precision.values()[Graph.precision(graph.arcKind.get(arc))];
                add(found, end(graph.arcFrom.get(arc)), end(graph.arcTo.get(arc)), Passage.Kind.MADE_FROM, precision);
            }
        }
        if (trace.walk.isForward()) {
            addHosts(found);
            trace.hosting
                    .sharing(trace.walk)
                    .forEach(shared -> addShared(found, shared, trace.walk.precision(shared.node())));
            addConsignees(found);
        } else {
            addHeld(found);
            trace.hosting.plantedPools().forEach(shared -> addShared(found, shared, Precision.LOT));
        }
        addMembers(found);
        return found.values().stream().map(this::outer).toList();
    }

    private Passage outer(Passage passage) {
        return new Passage(outer(passage.from()), outer(passage.to()), passage.kind(), passage.precision());
    }

    private int outer(int end) {
        return Passage.isPlace(end) ? Passage.ofPlace(graph.outerPlace(Passage.place(end))) : graph.outerUnit(end);
    }

    private int end(int node) {
        int unit = graph.unit.get(node);
        return unit >= 0 ? unit : Passage.ofPlace(graph.place.get(node));
    }

    private void add(Map<Long, Passage> found, int from, int to, Passage.Kind kind, Precision precision) {
        if (from == to || !isShown(from) || !isShown(to)) {
            return;
        }
        long key = key(from, to);
        Passage known = found.get(key);
        if (known == null
                || kind.ordinal() < known.kind().ordinal()
                || precision.ordinal() > known.precision().ordinal()) {
            Passage.Kind strongest =
                    known == null || kind.ordinal() < known.kind().ordinal() ? kind : known.kind();
            Precision surest =
                    known == null || precision.ordinal() > known.precision().ordinal() ? precision : known.precision();
            found.put(key, new Passage(from, to, strongest, surest));
        }
    }

    private boolean isShown(int end) {
        return Passage.isPlace(end) || trace.marks.has(end);
    }

    private void addHosts(Map<Long, Passage> found) {
        for (Hosting.Wrapped wrapped : trace.hosting.wrappings(trace.walk)) {
            add(found, wrapped.inner(), wrapped.wrapper(), Passage.Kind.CONTAINS, Precision.UNIT);
        }
    }

    // What is in a host in a seed is drawn into that host, unless only the seed is in the answer.
    private void addHeld(Map<Long, Passage> found) {
        for (Hosting.Held held : trace.hosting.planted()) {
            int part = graph.stays.unit.get(held.stay());
            int direct = graph.facts.unitOfPlace(graph.stays.place.get(held.stay()));
            int host = direct >= 0 && trace.marks.has(direct) ? direct : held.host();
            add(found, part, host, Passage.Kind.CONTAINS, Precision.UNIT);
        }
    }

    private void addShared(Map<Long, Passage> found, Hosting.Shared shared, Precision precision) {
        int vessel = Passage.ofPlace(graph.stays.place.get(shared.stay()));
        add(found, vessel, graph.stays.unit.get(shared.stay()), Passage.Kind.MADE_FROM, precision);
    }

    private void addMembers(Map<Long, Passage> found) {
        IntList units = trace.marks.units();
        for (int i = 0; i < units.size(); i++) {
            int unit = units.get(i);
            int lot = graph.facts.lotOf(unit);
            boolean isMember = lot >= 0
                    && trace.marks.has(lot)
                    && (trace.marks.relation(unit) == Relation.MEMBER || trace.marks.relation(lot) == Relation.MEMBER);
            if (isMember) {
                add(found, lot, unit, Passage.Kind.MEMBER, Precision.UNIT);
            }
        }
    }

    // The same deliveries as in the totals of the answer; a part in a delivered host is not drawn twice.
    private void addConsignees(Map<Long, Passage> found) {
        Map<Integer, Boolean> asked = new HashMap<>();
        for (int i = 0; i < trace.walk.reached().size(); i++) {
            int node = trace.walk.reached().get(i);
            int unit = graph.unit.get(node);
            if (unit >= 0 && graph.origin.get(node) >= 0 && Totals.isSent(graph, graph.origin.get(node))) {
                ship(found, asked, unit, graph.place.get(node));
            }
        }
        new HostJourneys(trace).forEach((unit, from, to, scope) -> {
            if (scope.arrived() && Totals.isSent(graph, from)) {
                ship(found, asked, unit, to);
            }
        });
        Map<Integer, List<Integer>> hosts = new HashMap<>();
        found.values().stream()
                .filter(passage -> passage.kind() == Passage.Kind.CONTAINS)
                .forEach(passage -> hosts.computeIfAbsent(passage.from(), absent -> new ArrayList<>())
                        .add(passage.to()));
        for (Graph.Ride ride : graph.rides) {
            int unit = graph.unit.get(ride.node());
            // What rode in a host of the answer came there as a part of it.
            boolean isPart = hosts.getOrDefault(unit, List.of()).stream()
                    .anyMatch(host -> found.containsKey(key(host, Passage.ofPlace(ride.to()))));
            if (!isPart && trace.walk.isReached(ride.node())) {
                ship(found, asked, unit, ride.to());
            }
        }
    }

    private static long key(int from, int to) {
        return (long) from << Integer.SIZE | Integer.toUnsignedLong(to);
    }

    private void ship(Map<Long, Passage> found, Map<Integer, Boolean> asked, int unit, int to) {
        if (asked.computeIfAbsent(to, place -> graph.facts.kindOfPlace(place) == Place.Kind.PARTNER)) {
            add(found, unit, Passage.ofPlace(to), Passage.Kind.SHIPPED, Precision.UNIT);
        }
    }
}
