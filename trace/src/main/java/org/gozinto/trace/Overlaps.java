/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows from times known only to a span (trace semantics §1): where two spans overlap and the order decides, a
 * link is possible and its precision is window. Instants never overlap; a ledger of instants costs nothing here.
 */
final class Overlaps {

    private final Graph graph;
    private final Map<Integer, Basin> basins = new HashMap<>();

    Overlaps(Graph graph) {
        this.graph = graph;
    }

    /** One join: {@code drainedBy} is the entry that took the last of it, -1 while some is left. */
    private static final class Join {
        private final int node;
        private final int entry;
        private int drainedBy = -1;

        private Join(int node, int entry) {
            this.node = node;
            this.entry = entry;
        }
    }

    private record Draw(int entry, int target) {}

    private static final class Basin {
        private final List<Join> joins = new ArrayList<>();
        private final List<Draw> draws = new ArrayList<>();
    }

    /** The key of a pool's basin; states use their own id. */
    static int poolKey(int place) {
        return -1 - place;
    }

    /** Nobody knows which of two entries came first, the times being spans that overlap. */
    boolean openOrder(int one, int other) {
        Moment a = graph.entries.occurred(one);
        Moment b = graph.entries.occurred(other);
        return one != other && !(a.isInstant() && b.isInstant()) && a.fromUs() <= b.toUs() && b.fromUs() <= a.toUs();
    }

    /** The precision of drawing what is in a basin now, which may have got in later than the draw. */
    Precision precisionNow(int key, int entry, Precision precision) {
        if (!graph.hasSpans) {
            return precision;
        }
        for (Join join : basin(key).joins) {
            if (join.drainedBy < 0 && openOrder(join.entry, entry)) {
                return Precision.WINDOW;
            }
        }
        return precision;
    }

    void joined(int key, int node, int entry) {
        if (!graph.hasSpans) {
            return;
        }
        Basin basin = basin(key);
        basin.joins.add(new Join(node, entry));
        for (Draw draw : basin.draws) {
            if (openOrder(entry, draw.entry())) {
                possible(node, draw, Precision.WINDOW);
            }
        }
    }

    void drawn(int key, int entry, int target, Precision precision) {
        if (!graph.hasSpans) {
            return;
        }
        Basin basin = basin(key);
        Draw draw = new Draw(entry, target);
        boolean someOpen = precisionNow(key, entry, precision) != precision;
        for (Join join : basin.joins) {
            boolean stillThere = join.drainedBy < 0;
            if (stillThere && someOpen && !openOrder(join.entry, entry)) {
                possible(join.node, draw, precision);
            } else if (!stillThere && openOrder(join.drainedBy, entry)) {
                possible(join.node, draw, Precision.WINDOW);
            }
        }
        basin.draws.add(draw);
    }

    void drained(int key, int entry) {
        if (graph.hasSpans) {
            for (Join join : basin(key).joins) {
                if (join.drainedBy < 0) {
                    join.drainedBy = entry;
                }
            }
        }
    }

    private void possible(int node, Draw draw, Precision precision) {
        graph.addPossible(node, draw.target(), draw.entry(), precision.ordinal());
    }

    private Basin basin(int key) {
        return basins.computeIfAbsent(key, absent -> new Basin());
    }
}
