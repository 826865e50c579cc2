/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;

/**
 * The quantity of each unit at each place while the entries are read, and the node that stands for it now
 * (trace semantics §1). A state drained to nothing has no node: what comes later starts clean.
 */
final class States {

    private static final int FEW_PLACES = 8;

    private final Graph graph;
    private final Overlaps overlaps;
    /** The states of units that were in many places; those of others are found one after the other. */
    private final PairMap ids = new PairMap();

    // One element per state.
    final IntList unit;
    final IntList place;
    final IntList node;
    final LongList qty;
    private final IntList olderOfUnit;
    private final IntList nextInPlace;

    private final int[] newestOfUnit;
    private final int[] placesOfUnit;
    private final int[] lastJoined;
    private final int[] firstInPlace;

    States(Graph graph, Overlaps overlaps) {
        this.graph = graph;
        this.overlaps = overlaps;
        int room = graph.book.unitCount() + graph.book.unitCount() / 4;
        this.unit = new IntList(room);
        this.place = new IntList(room);
        this.node = new IntList(room);
        this.qty = new LongList(room);
        this.olderOfUnit = new IntList(room);
        this.nextInPlace = new IntList(room);
        this.placesOfUnit = new int[graph.book.unitCount()];
        this.newestOfUnit = none(graph.book.unitCount());
        this.lastJoined = none(graph.book.unitCount());
        this.firstInPlace = none(graph.book.placeCount());
    }

    private static int[] none(int size) {
        int[] empty = new int[size];
        Arrays.fill(empty, -1);
        return empty;
    }

    /** The state, or -1 when the unit was never there. */
    int find(int ofUnit, int atPlace) {
        if (placesOfUnit[ofUnit] > FEW_PLACES) {
            return ids.find(ofUnit, atPlace);
        }
        int state = newestOfUnit[ofUnit];
        while (state >= 0 && place.get(state) != atPlace) {
            state = olderOfUnit.get(state);
        }
        return state;
    }

    long qtyAt(int ofUnit, int atPlace) {
        int state = find(ofUnit, atPlace);
        return state < 0 ? 0 : qty.get(state);
    }

    int size() {
        return unit.size();
    }

    int newestOfUnit(int ofUnit) {
        return newestOfUnit[ofUnit];
    }

    int olderOfUnit(int state) {
        return olderOfUnit.get(state);
    }

    /** First of the states that ever were directly at a container, host or vessel; -1 for none. */
    int firstInPlace(int atPlace) {
        return firstInPlace[atPlace];
    }

    int nextInPlace(int state) {
        return nextInPlace.get(state);
    }

    /** Where a container or host is now, or -1. */
    int whereIs(int ofUnit) {
        int state = lastJoined[ofUnit];
        return state >= 0 && qty.get(state) > 0 ? place.get(state) : -1;
    }

    /** Takes up to {@code want} out of a state into a node; returns what there was. */
    long draw(int state, long want, int target, int byEntry, Precision precision) {
        long got = Math.min(want, qty.get(state));
        if (got > 0) {
            int from = node.get(state);
            if (isUntracked(unit.get(state))) {
                graph.origins.add(target, unit.get(state), got, Graph.Origin.Kind.UNTRACKED);
            } else {
                Precision now = overlaps.precisionNow(state, byEntry, precision);
                graph.addDraw(from, target, byEntry, now, got);
            }
            qty.set(state, qty.get(state) - got);
        }
        if (!isUntracked(unit.get(state))) {
            overlaps.drawn(state, byEntry, target, precision);
        }
        if (got > 0 && qty.get(state) == 0) {
            empty(state, byEntry);
        }
        return got;
    }

    /** Ends a state: nothing of it is left here. */
    void empty(int state, int byEntry) {
        int last = node.get(state);
        qty.set(state, 0);
        node.set(state, -1);
        overlaps.drained(state, byEntry);
        if (last >= 0 && graph.stay.get(last) >= 0) {
            graph.stays.toEntry.set(graph.stay.get(last), byEntry);
        }
    }

    /** A node arrives at its place and becomes one with what is there. */
    void join(int arriving, int byEntry) {
        int state = at(graph.unit.get(arriving), graph.place.get(arriving));
        int present = node.get(state);
        lastJoined[graph.unit.get(arriving)] = state;
        if (present < 0) {
            node.set(state, arriving);
            qty.set(state, graph.qty.get(arriving));
            if (remembersStays(graph.kindAt(arriving))) {
                graph.stay.set(arriving, graph.stays.open(unit.get(state), place.get(state), byEntry, arriving));
            }
        } else {
            node.set(state, merge(state, present, arriving, byEntry));
        }
        overlaps.joined(state, arriving, byEntry);
    }

    private int merge(int state, int present, int arriving, int byEntry) {
        long was = qty.get(state);
        long sum = Math.addExact(was, graph.qty.get(arriving));
        int merged = graph.addNode(unit.get(state), place.get(state), -1, byEntry, sum);
        graph.before.set(merged, present);
        qty.set(state, sum);
        if (!isUntracked(unit.get(state))) {
            graph.addCarry(present, merged, byEntry, Fraction.of(was, graph.qty.get(present)));
            graph.addCarry(arriving, merged, byEntry, Fraction.ONE);
        }
        int stay = graph.stay.get(present);
        if (stay >= 0) {
            graph.stay.set(arriving, stay);
            graph.stay.set(merged, stay);
            graph.stays.lastNode.set(stay, merged);
        }
        return merged;
    }

    /** The state, new and empty when the unit was never there. */
    int at(int ofUnit, int atPlace) {
        int state = find(ofUnit, atPlace);
        if (state >= 0) {
            return state;
        }
        state = unit.add(ofUnit);
        place.add(atPlace);
        node.add(-1);
        qty.add(0);
        olderOfUnit.add(newestOfUnit[ofUnit]);
        newestOfUnit[ofUnit] = state;
        count(ofUnit, state);
        if (remembersStays(graph.facts.kindOfPlace(atPlace))) {
            nextInPlace.add(firstInPlace[atPlace]);
            firstInPlace[atPlace] = state;
        } else {
            nextInPlace.add(-1);
        }
        return state;
    }

    private void count(int ofUnit, int newest) {
        placesOfUnit[ofUnit]++;
        if (placesOfUnit[ofUnit] == FEW_PLACES + 1) {
            for (int state = newest; state >= 0; state = olderOfUnit.get(state)) {
                ids.put(ofUnit, place.get(state), state);
            }
        } else if (placesOfUnit[ofUnit] > FEW_PLACES) {
            ids.put(ofUnit, place.get(newest), newest);
        }
    }

    private boolean isUntracked(int ofUnit) {
        return graph.isUntracked(ofUnit);
    }

    private static boolean remembersStays(Place.Kind kind) {
        return kind == Place.Kind.CONTAINER || kind == Place.Kind.HOST || kind == Place.Kind.VESSEL;
    }
}
