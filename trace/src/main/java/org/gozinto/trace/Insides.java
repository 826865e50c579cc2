/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stays in containers and hosts, found by the unit that stays and by the place that it stays at. */
final class Insides {

    private final Graph graph;
    private final Nest nest;
    private final int[] firstOfUnit;
    private final int[] nextOfUnit;
    private final int[] firstAtPlace;
    private final int[] nextAtPlace;

    /** A span of entries, {@code to} exclusive. */
    record Span(int from, int to) {

        static final Span ALWAYS = new Span(0, Integer.MAX_VALUE);

        Span within(Stays stays, int stay) {
            return new Span(Math.max(from, stays.fromEntry.get(stay)), Math.min(to, stays.toEntry.get(stay)));
        }

        boolean isEmpty() {
            return from >= to;
        }

        boolean covers(int entry) {
            return from <= entry && entry < to;
        }
    }

    Insides(Graph graph, Nest nest) {
        this.graph = graph;
        this.nest = nest;
        Stays stays = graph.stays;
        this.firstOfUnit = none(graph.book.unitCount());
        this.firstAtPlace = none(graph.book.placeCount());
        this.nextOfUnit = none(stays.size());
        this.nextAtPlace = none(stays.size());
        for (int stay = stays.size() - 1; stay >= 0; stay--) {
            nextOfUnit[stay] = firstOfUnit[stays.unit.get(stay)];
            firstOfUnit[stays.unit.get(stay)] = stay;
            nextAtPlace[stay] = firstAtPlace[stays.place.get(stay)];
            firstAtPlace[stays.place.get(stay)] = stay;
        }
    }

    private static int[] none(int size) {
        int[] empty = new int[size];
        Arrays.fill(empty, -1);
        return empty;
    }

    /** The oldest stay of a unit, -1 for none. */
    int firstOfUnit(int unit) {
        return firstOfUnit[unit];
    }

    int nextOfUnit(int stay) {
        return nextOfUnit[stay];
    }

    int firstAtPlace(int place) {
        return firstAtPlace[place];
    }

    int nextAtPlace(int stay) {
        return nextAtPlace[stay];
    }

    /** The stays of all that ever was in a container or host while it was in this one, to any depth. */
    BitSet everIn(int outer) {
        BitSet found = new BitSet();
        visit(outer, Span.ALWAYS, (stay, span) -> found.set(stay));
        return found;
    }

    /** What {@link #visit} finds: a stay, and the part of it that was inside the outermost unit. */
    interface Visitor {
        void visit(int stay, Span span);
    }

    /** Visits each stay inside a unit during a span, to any depth. */
    void visit(int outer, Span during, Visitor visitor) {
        IntList units = new IntList();
        ArrayDeque<Span> spans = new ArrayDeque<>();
        Set<List<Integer>> seen = new HashSet<>();
        units.add(outer);
        spans.add(during);
        while (!units.isEmpty()) {
            int unit = units.removeLast();
            Span span = spans.removeLast();
            for (int place = nest.firstPlace(unit); place >= 0; place = nest.nextPlace(place)) {
                for (int stay = firstAtPlace(place); stay >= 0; stay = nextAtPlace(stay)) {
                    Span inside = span.within(graph.stays, stay);
                    if (inside.isEmpty() || !seen.add(List.of(stay, inside.from(), inside.to()))) {
                        continue;
                    }
                    visitor.visit(stay, inside);
                    if (nest.firstPlace(graph.stays.unit.get(stay)) >= 0) {
                        units.add(graph.stays.unit.get(stay));
                        spans.add(inside);
                    }
                }
            }
        }
    }
}
