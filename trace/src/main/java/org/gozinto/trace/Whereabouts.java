/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the reached quantities are at as-of, and in which containers and hosts they were. */
final class Whereabouts {

    private final Trace trace;
    private final @Nullable Amounts amounts;
    private final Graph graph;
    private final States states;
    private final BitSet reachedStays = new BitSet();
    private final BitSet hostsNow = new BitSet();

    // One element per holding: what is held where, and the node or the content of a vessel that says how much of the
    // seed is in it.
    private final IntList place = new IntList();
    private final LongList qty = new LongList();
    private final IntList measuredBy = new IntList();
    private final Chains ofUnit;

    /** Nothing says how much of the seed is in a holding; contents of vessels are below. */
    private static final int UNMEASURED = -1;

    Whereabouts(Trace trace, @Nullable Amounts amounts) {
        this.trace = trace;
        this.amounts = amounts;
        this.graph = trace.graph;
        this.states = trace.scanned.states();
        this.ofUnit = new Chains(graph.book.unitCount());
        for (int i = 0; graph.stays.size() > 0 && i < trace.walk.reached().size(); i++) {
            int stay = graph.stay.get(trace.walk.reached().get(i));
            if (stay >= 0) {
                reachedStays.set(stay);
            }
        }
        for (Hosting.Contained contained : trace.hosts) {
            if (contained.span().to() == Integer.MAX_VALUE) {
                hostsNow.set(contained.host());
            }
        }
        collect();
    }

    private void collect() {
        for (int state = 0; state < states.size(); state++) {
            int unit = states.unit.get(state);
            int node = states.node.get(state);
            boolean isHere = states.qty.get(state) > 0 && trace.marks.has(unit);
            if (isHere && !graph.isUntracked(unit) && (trace.walk.isReached(node) || hostsNow.get(unit))) {
                hold(unit, states.place.get(state), states.qty.get(state), node);
            }
        }
        for (int input = 0; input < graph.inRuns.size(); input++) {
            int node = graph.inRuns.node(input);
            if (trace.walk.isReached(node)) {
                hold(graph.unit.get(node), graph.place.get(node), graph.qty.get(node), UNMEASURED);
            }
        }
        for (int i = 0; i < graph.inVessels.size(); i++) {
            Graph.InVessel content = graph.inVessels.get(i);
            boolean isReached =
                    content.pool() < 0 ? reachedStays.get(content.stay()) : trace.walk.isReached(content.pool());
            if (isReached && trace.marks.has(content.unit())) {
                hold(content.unit(), content.place(), content.qty(), UNMEASURED - 1 - i);
            }
        }
    }

    private void hold(int unit, int at, long held, int by) {
        int last = ofUnit.newest(unit);
        if (last >= 0 && place.get(last) == at && graph.facts.isRun(at)) {
            // Several inputs of one unit into one run, which follow each other here, are one state.
            qty.set(last, qty.get(last) + held);
            return;
        }
        ofUnit.add(unit, place.add(at));
        qty.add(held);
        measuredBy.add(by);
    }

    private @Nullable Amount amount(int by) {
        if (amounts == null || by == UNMEASURED) {
            return null;
        }
        return by >= 0 ? amounts.atNode(by) : amounts.inVessel(graph.inVessels.get(UNMEASURED - 1 - by));
    }

    /** Where a container or host is, and what that is in, up to a location or partner. */
    private List<Integer> around(int at) {
        return graph.facts.unitOfPlace(at) < 0
                ? List.of()
                : trace.scanned.nest().around(at);
    }

    /** Where the reached part of a unit is, by code of place. */
    List<Holding> holdings(int unit) {
        int link = ofUnit.first(unit);
        if (link < 0) {
            return List.of();
        }
        if (ofUnit.next(link) < 0) {
            return List.of(holding(ofUnit.value(link)));
        }
        List<Coded> held = new ArrayList<>();
        for (; link >= 0; link = ofUnit.next(link)) {
            int number = ofUnit.value(link);
            held.add(new Coded(graph.book.place(place.get(number)).code(), number));
        }
        held.sort(Comparator.comparing(Coded::code));
        return held.stream().map(one -> holding(one.number())).toList();
    }

    private record Coded(String code, int number) {}

    private Holding holding(int number) {
        int at = place.get(number);
        return new Holding(at, around(at), qty.get(number), amount(measuredBy.get(number)));
    }

    /** Takes a unit, the outermost place where it is, and how much of it. */
    @FunctionalInterface
    interface Visitor {
        void visit(int unit, int place, long qty);
    }

    void forEachHolding(IntList units, Visitor visitor) {
        for (int i = 0; i < units.size(); i++) {
            int unit = units.get(i);
            for (int link = ofUnit.first(unit); link >= 0; link = ofUnit.next(link)) {
                int number = ofUnit.value(link);
                visitor.visit(unit, trace.scanned.nest().outermost(place.get(number)), qty.get(number));
            }
        }
    }

    /** The containers and hosts that the reached part of a unit was in, directly or inside another, oldest first. */
    List<Stay> stays(int unit) {
        if (trace.insides.firstOfUnit(unit) < 0) {
            return List.of();
        }
        record Inside(int stay, Insides.Span span) {}
        List<Stay> found = new ArrayList<>();
        ArrayDeque<Inside> open = new ArrayDeque<>();
        Set<Inside> seen = new HashSet<>();
        Relation relation = trace.marks.relation(unit);
        boolean isWhole = relation == Relation.CONTAINS || relation == Relation.CONTAINED_UNTIL;
        for (int stay = trace.insides.firstOfUnit(unit); stay >= 0; stay = trace.insides.nextOfUnit(stay)) {
            if (isWhole || reachedStays.get(stay)) {
                open.add(new Inside(stay, Insides.Span.ALWAYS.within(graph.stays, stay)));
            }
        }
        while (!open.isEmpty()) {
            Inside inside = open.poll();
            int wrapper = graph.facts.unitOfPlace(graph.stays.place.get(inside.stay()));
            if (wrapper < 0 || !seen.add(inside)) {
                continue;
            }
            found.add(stay(wrapper, inside.stay(), inside.span()));
            int outer = trace.insides.firstOfUnit(wrapper);
            for (; outer >= 0; outer = trace.insides.nextOfUnit(outer)) {
                Insides.Span span = inside.span().within(graph.stays, outer);
                if (!span.isEmpty()) {
                    open.add(new Inside(outer, span));
                }
            }
        }
        found.sort(Comparator.comparingLong(Stay::fromUs)
                .thenComparing(stay -> graph.book.unit(stay.in()), NumberOrder.UNITS));
        return found;
    }

    private Stay stay(int wrapper, int stay, Insides.Span span) {
        Long toUs = span.to() == Integer.MAX_VALUE ? null : (Long) graph.entries.fromUs(span.to());
        String position = graph.entries.position(graph.stays.fromEntry.get(stay));
        return new Stay(wrapper, graph.entries.fromUs(span.from()), toUs, position);
    }
}
