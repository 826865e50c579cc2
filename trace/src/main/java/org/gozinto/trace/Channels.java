/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The part of the graph that a walk reached, numbered densely, with the arcs that carry amounts, oldest first. */
final class Channels {

    final Graph graph;
    private final int[] localOfNode;
    private final IntList nodes = new IntList();
    private final IntList arcs = new IntList();
    private final BitSet passing = new BitSet();
    private final BitSet ends = new BitSet();
    private final States states;

    Channels(Graph graph, States states, Walk walk, Question question) {
        this.graph = graph;
        this.states = states;
        this.localOfNode = new int[graph.nodes()];
        Arrays.fill(localOfNode, -1);
        for (int i = 0; i < walk.reached().size(); i++) {
            int node = walk.reached().get(i);
            localOfNode[node] = nodes.add(node);
            ends.set(localOfNode[node], walk.isEnd(node));
        }
        Precision floor = question.floor();
        int weakest = floor == null ? 0 : floor.ordinal();
        for (int arc = 0; arc < graph.arcs(); arc++) {
            int kind = graph.arcKind.get(arc);
            if (localOfNode[graph.arcFrom.get(arc)] >= 0 && (kind & Graph.POSSIBLE) == 0) {
                int index = arcs.add(arc);
                passing.set(index, Graph.precision(kind) >= weakest && walk.passes(arc));
            }
        }
    }

    int nodes() {
        return nodes.size();
    }

    int arcs() {
        return arcs.size();
    }

    int node(int local) {
        return nodes.get(local);
    }

    /** The label goes no further: what left this node before is not asked about. */
    boolean isEnd(int local) {
        return ends.get(local);
    }

    /** What of a node that is a seed is seed material: all that it ever held, or what is left where the label ends. */
    long seedQty(int local) {
        int node = nodes.get(local);
        return isEnd(local) ? states.qtyAt(graph.unit.get(node), graph.place.get(node)) : graph.qty.get(node);
    }

    int local(int node) {
        return localOfNode[node];
    }

    int from(int arc) {
        return localOfNode[graph.arcFrom.get(arcs.get(arc))];
    }

    /** -1 when the walk did not reach the target. */
    int to(int arc) {
        return localOfNode[graph.arcTo.get(arcs.get(arc))];
    }

    boolean passes(int arc) {
        return passing.get(arc);
    }

    Fraction share(int arc) {
        return graph.share(arcs.get(arc));
    }

    Graph.@Nullable Bounds bounds(int arc) {
        return graph.bounds(arcs.get(arc));
    }

    /**
     * What could be in each node, in base units of the seed, as far as it did not come through nodes that the walk
     * reached; {@code unknown} where something does not convert to the seed's unit. Yield is in it: what comes out of a
     * run can hold no more than its share of what went in, whatever it weighs.
     */
    record Sizes(Fraction[] of, BitSet unknown) {}

    Sizes sizes(Unit seed) {
        Fraction[] size = new Fraction[graph.nodes()];
        Arrays.fill(size, Fraction.ZERO);
        BitSet unknown = new BitSet();
        for (Graph.Origin origin : graph.origins) {
            Fraction converted = convert(origin.unit(), origin.qty(), seed);
            if (converted.isPositive()) {
                size[origin.node()] = size[origin.node()].plus(converted);
            } else {
                unknown.set(origin.node());
            }
        }
        for (int arc = 0; arc < graph.arcs(); arc++) {
            int from = graph.arcFrom.get(arc);
            int to = graph.arcTo.get(arc);
            if (localOfNode[from] < 0 && (graph.arcKind.get(arc) & Graph.POSSIBLE) == 0) {
                Graph.Bounds bounds = graph.bounds(arc);
                Fraction share = bounds == null ? graph.share(arc) : bounds.most();
                size[to] = size[to].plus(size[from].times(share));
                unknown.set(to, unknown.get(to) || unknown.get(from));
            }
        }
        Fraction[] ofLocal = new Fraction[nodes()];
        BitSet unknownLocal = new BitSet();
        for (int local = 0; local < ofLocal.length; local++) {
            ofLocal[local] = size[node(local)];
            unknownLocal.set(local, unknown.get(node(local)));
        }
        return new Sizes(ofLocal, unknownLocal);
    }

    private Fraction convert(int unit, long qty, Unit seed) {
        Unit what = graph.facts.like(unit);
        if (what.measure().equals(seed.measure())) {
            return Fraction.ofQty(qty, what.decimals());
        }
        String dimension = seed.measure().base();
        return what.measure().convertsTo(dimension)
                ? what.measure()
                        .in(dimension, qty, what.decimals())
                        .over(seed.measure().in(dimension, 1, 0))
                : Fraction.ZERO;
    }
}
