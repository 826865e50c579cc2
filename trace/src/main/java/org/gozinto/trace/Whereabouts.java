/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Where the reached quantities are at as-of, and in which containers and hosts they were. */
final class Whereabouts {

    private final Trace trace;
    private final @Nullable Amounts amounts;
    private final Graph graph;
    private final States states;
    private final Map<Integer, List<Holding>> holdings = new HashMap<>();
    private final Map<Integer, List<Integer>> around = new HashMap<>();
    private final Set<Integer> reachedStays = new HashSet<>();
    private final Set<Integer> hostsNow = new HashSet<>();

    Whereabouts(Trace trace, @Nullable Amounts amounts) {
        this.trace = trace;
        this.amounts = amounts;
        this.graph = trace.graph;
        this.states = trace.scanned.states();
        for (int i = 0; i < trace.walk.reached().size(); i++) {
            int stay = graph.stay.get(trace.walk.reached().get(i));
            if (stay >= 0) {
                reachedStays.add(stay);
            }
        }
        for (Hosting.Contained contained : trace.hosts) {
            if (contained.span().to() == Integer.MAX_VALUE) {
                hostsNow.add(contained.host());
            }
        }
        collect();
    }

    private void collect() {
        for (int state = 0; state < states.size(); state++) {
            int unit = states.unit.get(state);
            int node = states.node.get(state);
            boolean isHere = states.qty.get(state) > 0 && trace.marks.has(unit);
            if (isHere && !graph.isUntracked(unit) && (trace.walk.isReached(node) || hostsNow.contains(unit))) {
                hold(unit, states.place.get(state), states.qty.get(state), amountAt(node));
            }
        }
        for (Graph.InRun input : graph.inRuns) {
            if (trace.walk.isReached(input.node())) {
                int node = input.node();
                hold(graph.unit.get(node), graph.place.get(node), graph.qty.get(node), null);
            }
        }
        for (Graph.InVessel content : graph.inVessels) {
            boolean isReached =
                    content.pool() < 0 ? reachedStays.contains(content.stay()) : trace.walk.isReached(content.pool());
            if (isReached && trace.marks.has(content.unit())) {
                Amount amount = amounts == null ? null : amounts.inVessel(content);
                hold(content.unit(), content.place(), content.qty(), amount);
            }
        }
        Comparator<Holding> byPlace = Comparator.comparing(
                holding -> graph.book.place(holding.place()).code());
        holdings.values().forEach(list -> list.sort(byPlace));
    }

    private @Nullable Amount amountAt(int node) {
        return amounts == null ? null : amounts.atNode(node);
    }

    private void hold(int unit, int place, long qty, @Nullable Amount amount) {
        List<Holding> held = holdings.computeIfAbsent(unit, absent -> new ArrayList<>(1));
        Holding last = held.isEmpty() ? null : held.getLast();
        if (last != null && last.place() == place && graph.book.place(place).kind() == Place.Kind.RUN) {
            // Several inputs of one unit into one run, which follow each other here, are one state.
            held.set(held.size() - 1, new Holding(place, last.within(), last.qty() + qty, null));
            return;
        }
        held.add(new Holding(place, around(place), qty, amount));
    }

    /** Where a container or host is, and what that is in, up to a location or partner. */
    private List<Integer> around(int place) {
        return graph.book.place(place).unit() < 0
                ? List.of()
                : around.computeIfAbsent(place, trace.scanned.nest()::around);
    }

    List<Holding> holdings(int unit) {
        return holdings.getOrDefault(unit, List.of());
    }

    void forEachHolding(ObjIntConsumer<Holding> consumer) {
        holdings.forEach((unit, held) -> held.forEach(holding -> consumer.accept(holding, unit)));
    }

    /** The containers and hosts that the reached part of a unit was in, directly or inside another, oldest first. */
    List<Stay> stays(int unit) {
        record Inside(int stay, Insides.Span span) {}
        List<Stay> found = new ArrayList<>();
        ArrayDeque<Inside> open = new ArrayDeque<>();
        Set<Inside> seen = new HashSet<>();
        Relation relation = trace.marks.relation(unit);
        boolean isWhole = relation == Relation.CONTAINS || relation == Relation.CONTAINED_UNTIL;
        for (int stay = trace.insides.firstOfUnit(unit); stay >= 0; stay = trace.insides.nextOfUnit(stay)) {
            if (isWhole || reachedStays.contains(stay)) {
                open.add(new Inside(stay, Insides.Span.ALWAYS.within(graph.stays, stay)));
            }
        }
        while (!open.isEmpty()) {
            Inside inside = open.poll();
            int wrapper = graph.book.place(graph.stays.place.get(inside.stay())).unit();
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
        Entry from = graph.entries.get(span.from());
        Long toUs = span.to() == Integer.MAX_VALUE
                ? null
                : (Long) graph.entries.get(span.to()).occurred().fromUs();
        String position = graph.entries.get(graph.stays.fromEntry.get(stay)).position();
        return new Stay(wrapper, from.occurred().fromUs(), toUs, position);
    }
}
