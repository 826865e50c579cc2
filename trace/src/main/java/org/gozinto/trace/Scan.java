/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the entries in order and draws the state graph: the rules of trace semantics §2, act by act. */
final class Scan {

    private final Book book;
    private final Graph graph;
    private final Overlaps overlaps;
    private final States states;
    private final Nest nest;
    private final Vessels vessels;
    private final Runs runs;
    private final int[] firstLeft;

    /** The graph with what is left in each state at the end. */
    record Scanned(Graph graph, States states, Nest nest, int[] firstLeft) {}

    private Scan(Book book, Selection selection) {
        this.book = book;
        this.graph = new Graph(book, selection);
        this.overlaps = new Overlaps(graph);
        this.states = new States(graph, overlaps);
        this.nest = new Nest(graph, states);
        this.vessels = new Vessels(graph, overlaps);
        this.runs = new Runs(graph, overlaps);
        this.firstLeft = new int[book.unitCount()];
        Arrays.fill(firstLeft, Integer.MAX_VALUE);
    }

    static Scanned of(Book book, Selection selection) {
        Scan scan = new Scan(book, selection);
        for (int entry = 0; entry < selection.entries().size(); entry++) {
            scan.read(entry, selection.entries().get(entry));
        }
        scan.vessels.finish();
        scan.runs.finish();
        return new Scanned(scan.graph, scan.states, scan.nest, scan.firstLeft);
    }

    /** Inside one entry all inputs happen before all outputs: everything is taken first, then put down. */
    private void read(int index, Entry entry) {
        IntList taken = new IntList();
        IntList late = new IntList();
        List<Movement> movements = entry.movements();
        for (int i = 0; i < movements.size(); i++) {
            Movement movement = movements.get(i);
            if (kind(movement.from()) == Place.Kind.RUN) {
                continue;
            }
            if (isFedWithin(entry, movement)) {
                late.add(i);
            } else {
                taken.add(take(index, movement));
            }
        }
        putAll(taken, index);
        for (int i = 0; i < late.size(); i++) {
            put(take(index, movements.get(late.get(i))), index);
        }
        leaveRuns(index, movements);
        if (entry.act() == Act.CLEAN && entry.place() >= 0) {
            clean(entry.place(), index);
        }
    }

    private void leaveRuns(int index, List<Movement> movements) {
        Map<Integer, IntList> leaving = new LinkedHashMap<>();
        for (Movement movement : movements) {
            if (kind(movement.from()) == Place.Kind.RUN) {
                leaving.computeIfAbsent(movement.from(), absent -> new IntList())
                        .add(arrival(index, movement));
            }
        }
        leaving.forEach((run, nodes) -> runs.leave(run, nodes, index));
        leaving.values().forEach(nodes -> putAll(nodes, index));
    }

    // A chain A to B to C in one entry: the second step finds nothing at B until the first has put it there.
    private boolean isFedWithin(Entry entry, Movement movement) {
        if (entry.movements().size() == 1 || states.qtyAt(movement.unit(), movement.from()) >= movement.qty()) {
            return false;
        }
        for (Movement other : entry.movements()) {
            if (other.unit() == movement.unit() && other.to() == movement.from() && !other.equals(movement)) {
                return kind(movement.from()) != Place.Kind.PARTNER || entry.act() != Act.RECEIVE;
            }
        }
        return false;
    }

    private Place.Kind kind(int place) {
        return book.place(place).kind();
    }

    private int arrival(int index, Movement movement) {
        return graph.addNode(movement.unit(), movement.to(), movement.from(), index, movement.qty());
    }

    /** Takes the quantity of a movement from where it was; returns the node that it is from now on. */
    private int take(int index, Movement movement) {
        int node = arrival(index, movement);
        int from = movement.from();
        long missing = movement.qty();
        if (vessels.mixes(from)) {
            missing = vessels.draw(from, missing, node, index);
        } else if (kind(from) != Place.Kind.ADJUSTMENT && kind(from) != Place.Kind.UNKNOWN) {
            missing -= takeState(index, movement, node);
            if (missing > 0 && kind(from) == Place.Kind.PARTNER) {
                missing -= takeFromContainersAt(index, movement, missing, node);
            }
        }
        if (missing > 0) {
            graph.origins.add(new Graph.Origin(node, movement.unit(), missing, originOf(index, movement)));
        }
        return node;
    }

    private long takeState(int index, Movement movement, int node) {
        // Where times are spans, what comes there later in the reading may have been there in time: remember the draw.
        int state = graph.hasSpans
                ? states.at(movement.unit(), movement.from())
                : states.find(movement.unit(), movement.from());
        long got = state < 0 ? 0 : states.draw(state, movement.qty(), node, index, Precision.UNIT);
        int lot = book.unit(movement.unit()).lotUnit();
        if (got < movement.qty() && lot >= 0) {
            // A serial taken from a lot is reached from the lot's reached state.
            int lotState = states.find(lot, movement.from());
            long ofLot = lotState < 0 ? 0 : states.draw(lotState, movement.qty() - got, node, index, Precision.LOT);
            if (ofLot > 0) {
                graph.fromLots.add(new Graph.FromLot(node, lot, ofLot));
            }
            got += ofLot;
        }
        return got;
    }

    // What a partner still holds of our own shipments may lie there in the carton that it went in.
    private long takeFromContainersAt(int index, Movement movement, long want, int node) {
        long got = 0;
        int state = states.newestOfUnit(movement.unit());
        for (; state >= 0 && got < want; state = states.olderOfUnit(state)) {
            if (states.qty.get(state) > 0 && nest.isWithin(state, movement.from())) {
                got += states.draw(state, want - got, node, index, Precision.UNIT);
            }
        }
        return got;
    }

    private Graph.Origin.Kind originOf(int index, Movement movement) {
        Act act = graph.entries.get(index).act();
        Place.Kind from = kind(movement.from());
        boolean isVirtual = from == Place.Kind.OUTSIDE || from == Place.Kind.UNKNOWN || from == Place.Kind.ADJUSTMENT;
        if (from == Place.Kind.OUTSIDE || act == Act.RECEIVE && from == Place.Kind.PARTNER) {
            return Graph.Origin.Kind.NEW_GOODS;
        }
        if (act == Act.COMMISSION && (isVirtual || from == Place.Kind.PARTNER)) {
            return Graph.Origin.Kind.NEW_GOODS;
        }
        if (from == Place.Kind.ADJUSTMENT) {
            return Graph.Origin.Kind.FOUND;
        }
        return from == Place.Kind.UNKNOWN ? Graph.Origin.Kind.UNKNOWN : Graph.Origin.Kind.SHORTFALL;
    }

    private void putAll(IntList nodes, int index) {
        for (int i = 0; i < nodes.size(); i++) {
            put(nodes.get(i), index);
        }
    }

    private void put(int node, int index) {
        int to = graph.place.get(node);
        int contents = takeContentsAlong(node, index);
        if (kind(to) == Place.Kind.RUN) {
            runs.enter(node, contents, index);
        } else if (vessels.mixes(to)) {
            vessels.fill(node, contents, index);
        } else {
            states.join(node, index);
        }
    }

    // What is in a container or host has no movement of its own: note where it rode to, and give its label to the run
    // or vessel that it enters as a node of its own (-1 for none), for it is no label of the host that brings it.
    private int takeContentsAlong(int node, int index) {
        int unit = graph.unit.get(node);
        int to = graph.place.get(node);
        int from = graph.origin.get(node);
        boolean leaves = kind(to) == Place.Kind.PARTNER && kind(from) != Place.Kind.PARTNER;
        if (leaves) {
            firstLeft[unit] = Math.min(firstLeft[unit], index);
        }
        boolean enters = kind(to) == Place.Kind.RUN || vessels.mixes(to);
        boolean rides = kind(to) == Place.Kind.PARTNER || kind(from) == Place.Kind.PARTNER;
        if (nest.firstPlace(unit) < 0 || !(enters || rides)) {
            return -1;
        }
        IntList contents = nest.contents(unit);
        int label = enters && !contents.isEmpty() ? graph.addPool(to, index) : -1;
        for (int i = 0; i < contents.size(); i++) {
            int state = contents.get(i);
            int inner = states.unit.get(state);
            int content = states.node.get(state);
            if (leaves) {
                firstLeft[inner] = Math.min(firstLeft[inner], index);
            }
            if (label >= 0 && !graph.isUntracked(inner)) {
                graph.addPossible(content, label, index, Precision.UNIT.ordinal());
            }
            if (rides) {
                graph.rides.add(new Graph.Ride(content, states.qty.get(state), from, to, index));
            }
        }
        return label;
    }

    private void clean(int place, int index) {
        if (vessels.mixes(place)) {
            vessels.clean(place, index);
            return;
        }
        Set<Integer> emptied = new HashSet<>();
        for (int state = states.firstInPlace(place); state >= 0; state = states.nextInPlace(state)) {
            if (states.qty.get(state) > 0 && emptied.add(state)) {
                int unit = states.unit.get(state);
                graph.cleaned.add(new Graph.Cleaned(unit, states.node.get(state), states.qty.get(state)));
                graph.rests.add(new Graph.Rest(states.node.get(state), true));
                states.empty(state, index);
            }
        }
    }
}
