/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which unit was at which place from when to when, without a break: directly, or in a container or host that was there.
 * Partners' places, runs and virtual places have no presences, and neither has untracked stock.
 */
final class Presences {

    /** Later than any time of a ledger, and far enough from the end of the numbers that a window can be added. */
    static final long EVER = Long.MAX_VALUE / 4;

    private final Graph graph;
    private final Nest nest;
    private final List<Presence> all = new ArrayList<>();
    private final Map<Integer, IntList> ofUnit = new HashMap<>();
    private final Map<Integer, IntList> atPlace = new HashMap<>();
    private final int[] presenceOf;
    private final int[] nextNode;
    private final IntList firstNode = new IntList();
    private int[] lastDraws = {};

    /**
     * A span of entries, {@code to} exclusive, {@link Integer#MAX_VALUE} while it lasts.
     *
     * @param direct number of the presence in the container or host, or at the place itself
     */
    record Presence(int unit, int place, int from, int to, int direct) {}

    Presences(Scan.Scanned scanned) {
        this.graph = scanned.graph();
        this.nest = scanned.nest();
        this.presenceOf = new int[graph.nodes()];
        this.nextNode = new int[graph.nodes()];
        Arrays.fill(presenceOf, -1);
        Arrays.fill(nextNode, -1);
        int[] last = group();
        for (int i = 0; i < all.size(); i++) {
            Presence found = all.get(i);
            all.set(i, new Presence(found.unit(), found.place(), found.from(), end(scanned.states(), last[i]), i));
        }
    }

    // Quantities of one state that became one, and the fills of one unit into a mixed vessel, are one presence.
    private int[] group() {
        int[] becomes = new int[graph.nodes()];
        Arrays.fill(becomes, -1);
        for (int arc = 0; arc < graph.arcs(); arc++) {
            if ((graph.arcKind.get(arc) & Graph.CARRY) != 0) {
                becomes[graph.arcFrom.get(arc)] = graph.arcTo.get(arc);
            }
        }
        Map<Integer, Integer> byStay = new HashMap<>();
        IntList last = new IntList();
        IntList newest = new IntList();
        for (int node = 0; node < graph.nodes(); node++) {
            if (!isPresent(node)) {
                continue;
            }
            int known = known(node, becomes[node], byStay);
            presenceOf[node] = known >= 0 ? known : open(node);
            if (known < 0) {
                last.add(node);
                newest.add(node);
                firstNode.add(node);
            } else {
                nextNode[newest.get(known)] = node;
                newest.set(known, node);
                if (isNewest(node, becomes[node])) {
                    last.set(known, node);
                }
            }
            if (graph.stay.get(node) >= 0) {
                byStay.put(graph.stay.get(node), presenceOf[node]);
            }
        }
        return last.toArray();
    }

    private boolean isNewest(int node, int becomes) {
        return becomes < 0 || graph.before.get(becomes) == node;
    }

    private int known(int node, int becomes, Map<Integer, Integer> byStay) {
        if (graph.before.get(node) >= 0) {
            return presenceOf[graph.before.get(node)];
        }
        if (!isNewest(node, becomes)) {
            return presenceOf[graph.before.get(becomes)];
        }
        return byStay.getOrDefault(graph.stay.get(node), -1);
    }

    private int open(int node) {
        int number = all.size();
        int unit = graph.unit.get(node);
        int place = graph.place.get(node);
        all.add(new Presence(unit, place, graph.entry.get(node), Integer.MAX_VALUE, number));
        ofUnit.computeIfAbsent(unit, absent -> new IntList()).add(number);
        atPlace.computeIfAbsent(place, absent -> new IntList()).add(number);
        return number;
    }

    private boolean isPresent(int node) {
        int unit = graph.unit.get(node);
        return unit >= 0
                && !graph.isUntracked(unit)
                && switch (graph.kindAt(node)) {
                    case SITE, AREA, BIN, VESSEL, CONTAINER, HOST -> true;
                    case PARTNER, RUN, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> false;
                };
    }

    private int end(States states, int last) {
        int stay = graph.stay.get(last);
        if (stay >= 0) {
            return graph.stays.toEntry.get(stay);
        }
        int state = states.find(graph.unit.get(last), graph.place.get(last));
        if (state >= 0 && states.node.get(state) == last) {
            return Integer.MAX_VALUE;
        }
        return lastDraw(last);
    }

    private int lastDraw(int node) {
        if (lastDraws.length == 0) {
            lastDraws = new int[graph.nodes()];
            for (int n = 0; n < lastDraws.length; n++) {
                lastDraws[n] = graph.entry.get(n);
            }
            for (int arc = 0; arc < graph.arcs(); arc++) {
                if ((graph.arcKind.get(arc) & Graph.POSSIBLE) == 0) {
                    int from = graph.arcFrom.get(arc);
                    lastDraws[from] = Math.max(lastDraws[from], graph.arcEntry.get(arc));
                }
            }
        }
        return lastDraws[node];
    }

    /** The number of the direct presence that a node belongs to, -1 for none. */
    int of(int node) {
        return presenceOf[node];
    }

    int size() {
        return all.size();
    }

    /** The oldest node of a direct presence; others follow with {@link #nextNode}, -1 at the end. */
    int firstNode(int number) {
        return firstNode.get(number);
    }

    int nextNode(int node) {
        return nextNode[node];
    }

    /** A direct presence. */
    Presence get(int number) {
        return all.get(number);
    }

    /** Where a unit was during a direct presence: there, and where the containers and hosts around it were then. */
    List<Presence> around(int number, int from, int to) {
        List<Presence> found = new ArrayList<>();
        Presence direct = all.get(number);
        found.add(new Presence(direct.unit(), direct.place(), from, to, number));
        for (int i = 0; i < found.size() && i < graph.book.placeCount(); i++) {
            Presence inner = found.get(i);
            int wrapper = graph.facts.unitOfPlace(inner.place());
            IntList outer = wrapper < 0 ? new IntList() : ofUnit.getOrDefault(wrapper, new IntList());
            for (int j = 0; j < outer.size(); j++) {
                Presence at = all.get(outer.get(j));
                int start = Math.max(inner.from(), at.from());
                int end = Math.min(inner.to(), at.to());
                if (start < end) {
                    found.add(new Presence(direct.unit(), at.place(), start, end, number));
                }
            }
        }
        return found;
    }

    /** The direct presences of a unit, oldest first. */
    IntList ofUnit(int unit) {
        return ofUnit.getOrDefault(unit, new IntList());
    }

    /** Who was at a place, directly or in something that was there. */
    List<Presence> at(int place) {
        List<Presence> found = new ArrayList<>();
        collect(place, 0, Integer.MAX_VALUE, new BitSet(), found);
        return found;
    }

    private void collect(int place, int from, int to, BitSet inside, List<Presence> found) {
        if (inside.get(place)) {
            return;
        }
        inside.set(place);
        IntList here = atPlace.getOrDefault(place, new IntList());
        for (int i = 0; i < here.size(); i++) {
            Presence at = all.get(here.get(i));
            int start = Math.max(from, at.from());
            int end = Math.min(to, at.to());
            if (start < end) {
                found.add(new Presence(at.unit(), place, start, end, at.direct()));
                int inner = nest.firstPlace(at.unit());
                for (; inner >= 0; inner = nest.nextPlace(inner)) {
                    collect(inner, start, end, inside, found);
                }
            }
        }
        inside.clear(place);
    }

    /** Microseconds since 1970 UTC at which a presence can have begun. */
    long fromUs(Presence presence) {
        return clamp(graph.entries.fromUs(presence.from()));
    }

    /** Microseconds since 1970 UTC until which it can have lasted. */
    long toUs(Presence presence) {
        return presence.to() == Integer.MAX_VALUE ? EVER : clamp(graph.entries.toUs(presence.to()));
    }

    static long clamp(long us) {
        return Math.clamp(us, -EVER, EVER);
    }
}
