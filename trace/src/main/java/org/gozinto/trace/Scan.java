/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/** Reads the entries in order and draws the state graph: the rules of trace semantics §2, act by act. */
final class Scan {

    private final Graph graph;
    private final Facts facts;
    private final Sheet entries;
    private final Overlaps overlaps;
    private final States states;
    private final Nest nest;
    private final Vessels vessels;
    private final Runs runs;
    private final int[] firstLeft;

    // Of the entry at hand: what was taken, the rows that wait for others, and the runs that it takes from.
    private final IntList taken = new IntList();
    private final IntList late = new IntList();
    private final IntList leaving = new IntList();
    private final IntList outputs = new IntList();

    /** The graph with what is left in each state at the end. */
    record Scanned(Graph graph, States states, Nest nest, int[] firstLeft) {}

    private Scan(Book book, Selection selection, boolean pools) {
        this.graph = new Graph(book, selection);
        this.facts = graph.facts;
        this.entries = graph.entries;
        this.overlaps = new Overlaps(graph);
        this.states = new States(graph, overlaps);
        this.nest = new Nest(graph, states);
        this.vessels = new Vessels(graph, overlaps);
        this.runs = new Runs(graph, overlaps, pools);
        this.firstLeft = new int[book.unitCount()];
        Arrays.fill(firstLeft, Integer.MAX_VALUE);
    }

    static Scanned of(Book book, Selection selection) {
        return of(book, selection, true);
    }

    /** @param pools what waits in runs that gave nothing is asked about too: forward, and where amounts are */
    static Scanned of(Book book, Selection selection, boolean pools) {
        Scan scan = new Scan(book, selection, pools);
        for (int entry = 0; entry < scan.entries.size(); entry++) {
            scan.read(entry);
        }
        scan.vessels.finish();
        scan.runs.finish();
        scan.graph.close();
        return new Scanned(scan.graph, scan.states, scan.nest, scan.firstLeft);
    }

    /** Inside one entry all inputs happen before all outputs: everything is taken first, then put down. */
    private void read(int entry) {
        taken.clear();
        late.clear();
        leaving.clear();
        int end = entries.endRow(entry);
        for (int row = entries.firstRow(entry); row < end; row++) {
            if (facts.isRun(entries.from(row))) {
                leaving.addOnce(entries.from(row));
            } else if (isFedWithin(entry, row)) {
                late.add(row);
            } else {
                taken.add(take(entry, row));
            }
        }
        putAll(taken, entry);
        for (int i = 0; i < late.size(); i++) {
            put(take(entry, late.get(i)), entry);
        }
        if (!leaving.isEmpty()) {
            leaveRuns(entry);
        }
        if (entries.act(entry) == Act.CLEAN && entries.place(entry) >= 0) {
            clean(entries.place(entry), entry);
        }
    }

    // Several runs in one entry are rare: each looks for its own rows.
    private void leaveRuns(int entry) {
        int end = entries.endRow(entry);
        for (int row = entries.firstRow(entry); row < end; row++) {
            if (facts.isRun(entries.from(row))) {
                graph.addArrival(row, entry);
            }
        }
        for (int i = 0; i < leaving.size(); i++) {
            outputs.clear();
            forEachOutput(entry, leaving.get(i), outputs::add);
            runs.leave(leaving.get(i), outputs, entry);
        }
        for (int i = 0; i < leaving.size(); i++) {
            forEachOutput(entry, leaving.get(i), node -> put(node, entry));
        }
    }

    private void forEachOutput(int entry, int run, IntConsumer action) {
        int end = entries.endRow(entry);
        for (int row = entries.firstRow(entry); row < end; row++) {
            if (entries.from(row) == run) {
                action.accept(graph.nodeOfRow[row]);
            }
        }
    }

    // A chain A to B to C in one entry: the second step finds nothing at B until the first has put it there.
    private boolean isFedWithin(int entry, int row) {
        int first = entries.firstRow(entry);
        int end = entries.endRow(entry);
        int unit = entries.unit(row);
        int from = entries.from(row);
        if (end - first == 1 || states.qtyAt(unit, from) >= entries.qty(row)) {
            return false;
        }
        for (int other = first; other < end; other++) {
            if (entries.unit(other) == unit && entries.to(other) == from && !isSame(other, row)) {
                return facts.kindOfPlace(from) != Place.Kind.PARTNER || entries.act(entry) != Act.RECEIVE;
            }
        }
        return false;
    }

    private boolean isSame(int one, int other) {
        return entries.unit(one) == entries.unit(other)
                && entries.qty(one) == entries.qty(other)
                && entries.from(one) == entries.from(other)
                && entries.to(one) == entries.to(other);
    }

    private Place.Kind kind(int place) {
        return facts.kindOfPlace(place);
    }

    /** Takes the quantity of a row from where it was; returns the node that it is from now on. */
    private int take(int index, int row) {
        int node = graph.addArrival(row, index);
        int from = entries.from(row);
        long missing = entries.qty(row);
        if (facts.mixes(from)) {
            missing = vessels.draw(from, missing, node, index);
        } else if (kind(from) != Place.Kind.ADJUSTMENT && kind(from) != Place.Kind.UNKNOWN) {
            missing -= takeState(index, row, node);
            if (missing > 0 && kind(from) == Place.Kind.PARTNER) {
                missing -= takeFromContainersAt(index, row, missing, node);
            }
        }
        if (missing > 0) {
            graph.origins.add(node, entries.unit(row), missing, originOf(index, from));
        }
        return node;
    }

    private long takeState(int index, int row, int node) {
        int unit = entries.unit(row);
        int from = entries.from(row);
        long want = entries.qty(row);
        // Where times are spans, what comes there later in the reading may have been there in time: remember the draw.
        int state = graph.hasSpans ? states.at(unit, from) : states.find(unit, from);
        long got = state < 0 ? 0 : states.draw(state, want, node, index, Precision.UNIT);
        int lot = facts.lotOf(unit);
        if (got < want && lot >= 0) {
            // A serial taken from a lot is reached from the lot's reached state.
            int lotState = states.find(lot, from);
            long ofLot = lotState < 0 ? 0 : states.draw(lotState, want - got, node, index, Precision.LOT);
            if (ofLot > 0) {
                graph.fromLots.add(new Graph.FromLot(node, lot, ofLot));
            }
            got += ofLot;
        }
        return got;
    }

    // What a partner still holds of our own shipments may lie there in the carton that it went in.
    private long takeFromContainersAt(int index, int row, long want, int node) {
        long got = 0;
        int state = states.newestOfUnit(entries.unit(row));
        for (; state >= 0 && got < want; state = states.olderOfUnit(state)) {
            if (states.qty.get(state) > 0 && nest.isWithin(state, entries.from(row))) {
                got += states.draw(state, want - got, node, index, Precision.UNIT);
            }
        }
        return got;
    }

    private Graph.Origin.Kind originOf(int index, int place) {
        Act act = entries.act(index);
        Place.Kind from = kind(place);
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
        } else if (facts.mixes(to)) {
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
        boolean enters = kind(to) == Place.Kind.RUN || facts.mixes(to);
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
        if (facts.mixes(place)) {
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
