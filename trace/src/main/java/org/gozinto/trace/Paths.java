/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Explains why a unit is in the answer: the path by which it was first reached, made when asked for. */
public final class Paths {

    private final Graph graph;
    private final Walk walk;
    private final Marks marks;

    Paths(Graph graph, Walk walk, Marks marks) {
        this.graph = graph;
        this.walk = walk;
        this.marks = marks;
    }

    /** Oldest step first, from the seed (forward) or to the seed (backward); empty for a unit not in the answer. */
    public List<Step> of(int unit) {
        int inner = graph.innerUnit(unit);
        int reached = inner < 0 ? -1 : marks.node(inner);
        if (reached < 0) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        int node = reached;
        while (node >= 0) {
            // Pools and states that two quantities became one in are no step of their own.
            if (graph.unit.get(node) >= 0 && graph.origin.get(node) >= 0) {
                steps.add(step(node, graph.outerUnit(graph.unit.get(node))));
            }
            int arc = walk.parentArc(node);
            node = arc < 0 ? -1 : walk.isForward() ? graph.arcFrom.get(arc) : graph.arcTo.get(arc);
        }
        if (walk.isForward()) {
            Collections.reverse(steps);
        }
        if (graph.unit.get(reached) != inner) {
            // The unit is a host of what was reached, or shares a vessel with it.
            steps.add(walk.isForward() ? steps.size() : 0, step(reached, unit));
        }
        return List.copyOf(steps);
    }

    private Step step(int node, int unit) {
        int entry = graph.entry.get(node);
        return new Step(
                graph.entries.seq(entry),
                graph.entries.act(entry),
                unit,
                graph.outerPlace(graph.place.get(node)),
                walk.precision(node));
    }
}
