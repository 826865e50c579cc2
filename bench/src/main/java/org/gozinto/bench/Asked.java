/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;

/** A question that is put to the index and to its peers: what was made from some units, or what they were made from. */
record Asked(String title, boolean forward, List<Integer> seeds) {

    private static final int FEW_LOTS = 50;
    private static final int SPREAD_LOTS = 10;

    /** One of the component lots. */
    static Asked small(VehicleGraph graph) {
        return forward("forward from a component lot", IntStream.of(graph.component(graph.kinds() / 2)));
    }

    /** Half of what was made from one raw lot; about 35,000 units in a graph of full size. */
    static Asked middle(VehicleGraph graph) {
        int lot = Math.min(7, graph.raw() - 1);
        return forward(
                "forward from " + FEW_LOTS + " component lots of one raw lot",
                IntStream.range(0, FEW_LOTS).map(i -> graph.component(lot + i * graph.raw())));
    }

    /** A tenth of the raw lots; about 1,000,000 units in a graph of full size. */
    static Asked large(VehicleGraph graph) {
        int count = Math.max(1, graph.raw() / 10);
        return forward(
                "forward from " + Table.number((long) count) + " raw lots",
                IntStream.range(0, count).map(graph::rawLot));
    }

    /** What one vehicle with about 500 parts was made from. */
    static Asked parts(VehicleGraph graph) {
        return new Asked("backward from a large vehicle", false, List.of(graph.largeVehicle()));
    }

    /** Lots so far from each other that the answer is of one length, however large the graph is. */
    static Asked spread(VehicleGraph graph) {
        return forward(
                "forward from " + SPREAD_LOTS + " component lots",
                IntStream.range(0, SPREAD_LOTS)
                        .map(i -> graph.component((int) ((long) graph.kinds() * i / SPREAD_LOTS))));
    }

    /** What one usual vehicle was made from. */
    static Asked usual(VehicleGraph graph) {
        return new Asked("backward from a vehicle", false, List.of(graph.vehicle(graph.vehicles() - 1)));
    }

    private static Asked forward(String title, IntStream seeds) {
        return new Asked(title, true, seeds.boxed().toList());
    }

    Question question() {
        Seed[] from = seeds.stream().map(Seed::of).toArray(Seed[]::new);
        return forward ? Question.forward(from) : Question.backward(from);
    }

    int[] numbers() {
        return seeds.stream().mapToInt(Integer::intValue).toArray();
    }
}
