/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is in a container or host, to any depth, and where the outermost of them is. */
final class Nest {

    private static final int DEEP = 64;

    private final Graph graph;
    private final States states;
    private final int[] firstPlaceOfUnit;
    private final int[] nextPlaceOfUnit;

    Nest(Graph graph, States states) {
        this.graph = graph;
        this.states = states;
        this.firstPlaceOfUnit = new int[graph.book.unitCount()];
        this.nextPlaceOfUnit = new int[graph.book.placeCount()];
        Arrays.fill(firstPlaceOfUnit, -1);
        for (int place = 0; place < nextPlaceOfUnit.length; place++) {
            int unit = graph.facts.unitOfPlace(place);
            if (unit >= 0) {
                nextPlaceOfUnit[place] = firstPlaceOfUnit[unit];
                firstPlaceOfUnit[unit] = place;
            }
        }
    }

    /** A place that this unit is, -1 for none; others follow with {@link #nextPlace}. */
    int firstPlace(int unit) {
        return firstPlaceOfUnit[unit];
    }

    int nextPlace(int place) {
        return nextPlaceOfUnit[place];
    }

    /** The states with something in them in a container or host, to any depth. */
    IntList contents(int unit) {
        IntList found = new IntList();
        IntList open = new IntList();
        Set<Integer> seen = new HashSet<>();
        open.add(unit);
        while (!open.isEmpty()) {
            int outer = open.removeLast();
            if (!seen.add(outer)) {
                continue;
            }
            for (int place = firstPlace(outer); place >= 0; place = nextPlace(place)) {
                for (int state = states.firstInPlace(place); state >= 0; state = states.nextInPlace(state)) {
                    if (states.qty.get(state) > 0) {
                        found.add(state);
                        if (firstPlace(states.unit.get(state)) >= 0) {
                            open.add(states.unit.get(state));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Where a container or host is, and what that is in, inside out, up to a location or partner. */
    List<Integer> around(int place) {
        List<Integer> chain = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        int unit = graph.facts.unitOfPlace(place);
        while (unit >= 0 && seen.add(unit) && states.whereIs(unit) >= 0) {
            chain.add(states.whereIs(unit));
            unit = graph.facts.unitOfPlace(states.whereIs(unit));
        }
        return List.copyOf(chain);
    }

    /** The last of the places around this one, or the place itself when nothing is around it. */
    int outermost(int place) {
        int at = place;
        for (int depth = 0; depth <= DEEP; depth++) {
            int wrapper = graph.facts.unitOfPlace(at);
            int outer = wrapper < 0 ? -1 : states.whereIs(wrapper);
            if (outer < 0) {
                return at;
            }
            at = outer;
        }
        // So deep that it may be in itself.
        return around(place).getLast();
    }

    /** Is this state in a container or host that is at the given place, through any number of others. */
    boolean isWithin(int state, int outermost) {
        int place = states.place.get(state);
        for (int depth = 0; depth < graph.book.placeCount(); depth++) {
            int wrapper = graph.facts.unitOfPlace(place);
            place = wrapper < 0 ? -1 : states.whereIs(wrapper);
            if (place < 0 || place == outermost) {
                return place == outermost;
            }
        }
        return false;
    }
}
