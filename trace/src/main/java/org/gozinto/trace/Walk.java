/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;
import java.util.Set;

/**
 * Which nodes the seeds' label reaches, along the arcs (forward) or against them (backward). The strongest precision
 * comes first: all that is reached by certain links, then what is reached with weaker ones too.
 *
 * <p>Where times are spans, a path counts only when its entries can have happened in its order: forward the earliest
 * possible time is carried along, backward the latest.
 */
final class Walk {

    private static final byte NOT = -1;
    private static final Precision[] PRECISIONS = Precision.values();

    private final Graph graph;
    private final Question question;
    private final boolean forward;
    private final boolean[] killed;

    private final byte[] precision;
    /** When the label is at a node; where all times are instants nobody asks. */
    private final long[] time;

    private final int[] parentArc;
    private final boolean[] ends;

    private final IntList reached = new IntList();
    private int[] after = {};

    Walk(Graph graph, Question question) {
        this.graph = graph;
        this.question = question;
        this.forward = question.direction() == Direction.FORWARD;
        this.killed = killed(graph, question.killSteps());
        this.precision = new byte[graph.nodes()];
        this.time = new long[graph.hasSpans ? graph.nodes() : 0];
        this.parentArc = new int[graph.nodes()];
        this.ends = new boolean[graph.nodes()];
        Arrays.fill(precision, NOT);
        Arrays.fill(parentArc, -1);
    }

    private static boolean[] killed(Graph graph, Set<String> killSteps) {
        if (killSteps.isEmpty()) {
            return new boolean[0];
        }
        boolean[] killed = new boolean[graph.entries.size()];
        for (int i = 0; i < killed.length; i++) {
            String step = graph.entries.step(i);
            killed[i] = step != null && killSteps.contains(step);
        }
        return killed;
    }

    /** Starts at a node; {@code isEnd} when the label is to be found there but goes no further. */
    void start(int node, boolean isEnd) {
        if (precision[node] == NOT) {
            precision[node] = (byte) Precision.UNIT.ordinal();
            if (graph.hasSpans) {
                time[node] = forward ? graph.fromUs(node) : Long.MAX_VALUE;
            }
            ends[node] = isEnd;
            reached.add(node);
        } else {
            ends[node] &= isEnd;
        }
    }

    /**
     * Starts at a node of which only what leaves it after an entry counts, such as what was touched while it was there.
     *
     * @param us the label's time there, microseconds since 1970 UTC
     */
    void startAfter(int node, int afterEntry, long us) {
        boolean isNew = precision[node] == NOT;
        start(node, false);
        if (graph.hasSpans) {
            time[node] = isNew ? us : forward ? Math.min(time[node], us) : Math.max(time[node], us);
        }
        if (after.length == 0) {
            after = new int[graph.nodes()];
            Arrays.fill(after, -1);
        }
        after[node] = isNew ? afterEntry : Math.min(after[node], afterEntry);
    }

    private boolean isTooEarly(int node, int arc) {
        return after.length > 0 && graph.arcEntry.get(arc) <= after[node];
    }

    private boolean isHeldBack(int node) {
        return after.length > 0 && after[node] >= 0;
    }

    void run() {
        Precision floor = question.floor();
        int weakest = floor == null ? 0 : floor.ordinal();
        // Kept while walking only, as answers are kept for a while.
        Graph.Adjacency arcs = forward ? graph.outgoing() : graph.incoming();
        boolean[] hasWeaker = new boolean[graph.nodes()];
        for (int level = Precision.UNIT.ordinal(); level >= weakest; level--) {
            // Besides the new ones, nodes of a stronger level go on along arcs of this level, where they have such.
            IntList open = new IntList();
            for (int i = 0; i < reached.size(); i++) {
                if (level == Precision.UNIT.ordinal() || hasWeaker[reached.get(i)]) {
                    open.add(reached.get(i));
                }
            }
            for (int next = 0; next < open.size(); next++) {
                if (!ends[open.get(next)]) {
                    hasWeaker[open.get(next)] |= expand(open.get(next), level, open, arcs);
                }
            }
        }
    }

    /** Goes on along the arcs of a level and stronger ones; says whether the node has weaker ones. */
    private boolean expand(int node, int level, IntList open, Graph.Adjacency arcs) {
        boolean hasWeaker = false;
        for (int i = arcs.start()[node]; i < arcs.start()[node + 1]; i++) {
            int arc = arcs.arcs()[i];
            boolean isWeaker = Graph.precision(graph.arcKind.get(arc)) < level;
            hasWeaker |= isWeaker;
            if (isWeaker || !passes(arc) || isTooEarly(node, arc)) {
                continue;
            }
            int target = forward ? graph.arcTo.get(arc) : graph.arcFrom.get(arc);
            long then = graph.hasSpans ? timeAfter(node, arc) : forward ? graph.fromUs(target) : 0;
            if (graph.hasSpans && !isPossible(arc, time[node])) {
                continue;
            }
            boolean isNew = precision[target] == NOT;
            boolean isBetter = graph.hasSpans && (forward ? then < time[target] : then > time[target]);
            if (isNew || isBetter || ends[target] || isHeldBack(target)) {
                ends[target] = false;
                if (isHeldBack(target)) {
                    after[target] = -1;
                }
                if (graph.hasSpans && (isNew || isBetter)) {
                    time[target] = then;
                }
                open.add(target);
            }
            if (isNew) {
                precision[target] = (byte) level;
                parentArc[target] = arc;
                reached.add(target);
            }
        }
        return hasWeaker;
    }

    /** An arc that the policy lets a label go along. */
    boolean passes(int arc) {
        if ((graph.arcKind.get(arc) & Graph.CARRY) != 0) {
            return true;
        }
        if (killed.length > 0 && killed[graph.arcEntry.get(arc)]) {
            return false;
        }
        return !endsAt(graph.arcFrom.get(arc));
    }

    /** Whether the policy lets nothing go on from where a node is. */
    private boolean endsAt(int node) {
        return switch (question.stop()) {
            case NOWHERE -> false;
            case SHIPMENT -> graph.kindAt(node) == Place.Kind.PARTNER;
            case CONSUMER -> graph.kindAt(node) == Place.Kind.PARTNER && graph.book.isConsumer(graph.place.get(node));
        };
    }

    /** Whether the label went along this arc. */
    boolean used(int arc) {
        int from = graph.arcFrom.get(arc);
        int to = graph.arcTo.get(arc);
        int source = forward ? from : to;
        Precision floor = question.floor();
        return isReached(from)
                && isReached(to)
                && !ends[source]
                && Graph.precision(graph.arcKind.get(arc)) >= (floor == null ? 0 : floor.ordinal())
                && passes(arc)
                && (!graph.hasSpans || isPossible(arc, time[source]));
    }

    private boolean isPossible(int arc, long label) {
        if ((graph.arcKind.get(arc) & Graph.CARRY) != 0) {
            return true;
        }
        int entry = graph.arcEntry.get(arc);
        return forward ? label <= graph.entries.toUs(entry) : label >= graph.entries.fromUs(entry);
    }

    private long timeAfter(int node, int arc) {
        if ((graph.arcKind.get(arc) & Graph.CARRY) != 0) {
            return time[node];
        }
        int entry = graph.arcEntry.get(arc);
        return forward
                ? Math.max(time[node], graph.entries.fromUs(entry))
                : Math.min(time[node], graph.entries.toUs(entry));
    }

    boolean isReached(int node) {
        // Backward the node itself must have begun before its label can have left it.
        return precision[node] != NOT && (forward || !graph.hasSpans || graph.fromUs(node) <= time[node]);
    }

    Precision precision(int node) {
        return PRECISIONS[precision[node]];
    }

    /** The label is at this node and goes no further. */
    boolean isEnd(int node) {
        return ends[node];
    }

    /** Since when a reached node carries the label. */
    long sinceUs(int node) {
        return forward && graph.hasSpans ? time[node] : graph.fromUs(node);
    }

    /** The arc by which a node was first reached, -1 for a seed. */
    int parentArc(int node) {
        return parentArc[node];
    }

    /** Reached nodes in the order in which they were found. */
    IntList reached() {
        return reached;
    }

    boolean isForward() {
        return forward;
    }
}
