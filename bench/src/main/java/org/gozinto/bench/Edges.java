/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.BitSet;
import java.util.List;
import org.gozinto.trace.Act;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Movement;

/** A graph as the peers hold it: from each unit that goes into an order an edge to the one that comes out. */
final class Edges {

    private static final int AT_A_TIME = 20_000;

    private Edges() {}

    /** Hears edges. */
    @FunctionalInterface
    interface Listener {
        void take(int from, int to, long us, long qty);
    }

    static void tell(VehicleGraph graph, Listener listener) {
        graph.tell(
                AT_A_TIME,
                VehicleGraph.Base.NONE,
                (entries, units, places) -> entries.forEach(entry -> tell(entry, listener)));
    }

    private static void tell(Entry entry, Listener listener) {
        if (entry.act() != Act.PRODUCE) {
            return;
        }
        List<Movement> movements = entry.movements();
        int made = movements.getLast().unit();
        for (Movement movement : movements.subList(0, movements.size() - 1)) {
            listener.take(movement.unit(), made, entry.occurred().fromUs(), movement.qty());
        }
    }

    /** How many edges a trace over the given units follows. */
    static long followed(VehicleGraph graph, BitSet units, boolean forward) {
        long[] count = new long[1];
        tell(graph, (from, to, us, qty) -> count[0] += units.get(forward ? from : to) ? 1 : 0);
        return count[0];
    }
}
