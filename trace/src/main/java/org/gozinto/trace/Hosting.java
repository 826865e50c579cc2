/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is reached by containing: a host while a reached unit is installed in it, and the units that share a mixed vessel
 * with reached material (trace semantics §2, Host and Vessel). Both end there; what they go into is in the graph.
 */
final class Hosting {

    private final Graph graph;
    private final Scan.Scanned scanned;
    private final Insides insides;
    private final Hosts policy;
    private final Map<Integer, IntList> pools = new HashMap<>();
    private final List<Held> planted = new ArrayList<>();
    private final List<Contained> contained = new ArrayList<>();
    private final List<Shared> plantedPools = new ArrayList<>();
    private final BitSet plantedUnits = new BitSet();

    /** A host contained, from {@code span.from} on, the label of {@code node}. */
    record Contained(int host, Insides.Span span, int node, Precision precision) {}

    /** A host or container around {@code inner}: a reached unit, or the host between them that the policy counts. */
    record Wrapped(int wrapper, Insides.Span span, int inner) {}

    /** The seed {@code host} held, during {@code span}, what stayed in it as {@code node}. */
    record Held(int stay, Insides.Span span, int node, int host) {}

    /** A unit was in a mixed vessel together with the label of the pool {@code node}. */
    record Shared(int stay, int node) {}

    Hosting(Scan.Scanned scanned, Insides insides, Hosts policy) {
        this.scanned = scanned;
        this.graph = scanned.graph();
        this.insides = insides;
        this.policy = policy;
        for (int node = 0; node < graph.nodes(); node++) {
            if (graph.unit.get(node) < 0 && graph.kindAt(node) == Place.Kind.VESSEL) {
                pools.computeIfAbsent(graph.place.get(node), absent -> new IntList())
                        .add(node);
            }
        }
    }

    /** Does the policy count a host that contains a reached unit during this span. */
    boolean counts(int host, Insides.Span span) {
        boolean now = span.to() == Integer.MAX_VALUE;
        return switch (policy) {
            case NOW -> now;
            case AS_BUILT ->
                scanned.firstLeft()[host] == Integer.MAX_VALUE ? now : span.covers(scanned.firstLeft()[host]);
            case EVER -> true;
        };
    }

    /** Forward: the hosts of what the walk reached, in hosts to any depth. */
    List<Contained> hosts(Walk walk) {
        List<Contained> found = new ArrayList<>();
        ArrayDeque<Contained> open = new ArrayDeque<>();
        int[] firstReached = firstReachedOfStay(walk);
        for (int stay = 0; stay < firstReached.length; stay++) {
            int node = firstReached[stay];
            if (node >= 0) {
                Insides.Span span = new Insides.Span(graph.entry.get(node), graph.stays.toEntry.get(stay));
                wrap(stay, span, node, walk.precision(node), open);
            }
        }
        Map<Integer, Set<Insides.Span>> seenByUnit = new HashMap<>();
        while (!open.isEmpty()) {
            Contained inner = open.poll();
            if (!seenByUnit
                    .computeIfAbsent(inner.host(), absent -> new HashSet<>())
                    .add(inner.span())) {
                continue;
            }
            if (!graph.facts.isContainer(inner.host())) {
                contained.add(inner);
                if (counts(inner.host(), inner.span())) {
                    found.add(inner);
                }
            }
            for (int stay = insides.firstOfUnit(inner.host()); stay >= 0; stay = insides.nextOfUnit(stay)) {
                Insides.Span span = inner.span().within(graph.stays, stay);
                if (!span.isEmpty()) {
                    wrap(stay, span, inner.node(), inner.precision(), open);
                }
            }
        }
        return found;
    }

    /** Every time that a host contained something reached, whether or not the policy counts it. */
    List<Contained> everContained() {
        return contained;
    }

    private void wrap(int stay, Insides.Span span, int node, Precision precision, ArrayDeque<Contained> open) {
        int wrapper = graph.facts.unitOfPlace(graph.stays.place.get(stay));
        if (wrapper >= 0 && !span.isEmpty()) {
            open.add(new Contained(wrapper, span, node, precision));
        }
    }

    /**
     * Forward: each host that the policy counts, with each unit directly in it that makes it count; the containers
     * between them are left out. Only a picture asks: unlike {@link #hosts} it tells the units in one host apart.
     */
    List<Wrapped> wrappings(Walk walk) {
        List<Wrapped> found = new ArrayList<>();
        ArrayDeque<Wrapped> open = new ArrayDeque<>();
        int[] firstReached = firstReachedOfStay(walk);
        for (int stay = 0; stay < firstReached.length; stay++) {
            if (firstReached[stay] >= 0) {
                int from = graph.entry.get(firstReached[stay]);
                Insides.Span span = new Insides.Span(from, graph.stays.toEntry.get(stay));
                wrap(stay, span, graph.stays.unit.get(stay), open);
            }
        }
        Set<Wrapped> seen = new HashSet<>();
        Set<Wrapped> above = new HashSet<>();
        while (!open.isEmpty()) {
            Wrapped next = open.poll();
            int wrapper = next.wrapper();
            if (!seen.add(next)) {
                continue;
            }
            boolean isHost = !graph.facts.isContainer(wrapper);
            boolean isCounted = isHost && counts(wrapper, next.span());
            if (isCounted) {
                found.add(next);
            }
            int inner = isCounted ? wrapper : next.inner();
            // What a host is in is the same for all that is in the host at that time.
            if (!above.add(new Wrapped(wrapper, next.span(), inner))) {
                continue;
            }
            for (int stay = insides.firstOfUnit(wrapper); stay >= 0; stay = insides.nextOfUnit(stay)) {
                wrap(stay, next.span().within(graph.stays, stay), inner, open);
            }
        }
        return found;
    }

    private void wrap(int stay, Insides.Span span, int inner, ArrayDeque<Wrapped> open) {
        int wrapper = graph.facts.unitOfPlace(graph.stays.place.get(stay));
        if (wrapper >= 0 && !span.isEmpty()) {
            open.add(new Wrapped(wrapper, span, inner));
        }
    }

    private int[] firstReachedOfStay(Walk walk) {
        int[] first = new int[graph.stays.size()];
        Arrays.fill(first, -1);
        for (int i = 0; i < walk.reached().size(); i++) {
            int node = walk.reached().get(i);
            int stay = graph.stay.get(node);
            if (stay >= 0 && (first[stay] < 0 || graph.entry.get(node) < graph.entry.get(first[stay]))) {
                first[stay] = node;
            }
        }
        return first;
    }

    /** Forward: the units that were in a mixed vessel together with what the walk reached. */
    List<Shared> sharing(Walk walk) {
        List<Shared> found = new ArrayList<>();
        pools.forEach((place, nodes) -> {
            if (nodes.size() == 0) {
                return;
            }
            for (int stay = insides.firstAtPlace(place); stay >= 0; stay = insides.nextAtPlace(stay)) {
                int node = firstReachedPool(nodes, stay, walk);
                if (node >= 0) {
                    found.add(new Shared(stay, node));
                }
            }
        });
        return found;
    }

    private int firstReachedPool(IntList nodes, int stay, Walk walk) {
        for (int i = firstAtOrAfter(nodes, graph.stays.fromEntry.get(stay)); i < nodes.size(); i++) {
            int node = nodes.get(i);
            if (graph.entry.get(node) >= graph.stays.toEntry.get(stay)) {
                return -1;
            }
            if (walk.isReached(node)) {
                return node;
            }
        }
        return -1;
    }

    private int firstAtOrAfter(IntList nodes, int entry) {
        int low = 0;
        int high = nodes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (graph.entry.get(nodes.get(middle)) < entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Backward: the label of a host is also that of what is installed in it, by the policy; of a tank, its pool. */
    void plantContents(Seeds seeds, Walk walk) {
        BitSet units = seeds.namedUnits;
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1)) {
            int host = unit;
            insides.visit(unit, Insides.Span.ALWAYS, (stay, span) -> {
                if (counts(host, span)) {
                    plantHeld(host, stay, span, walk);
                }
            });
            for (int stay = insides.firstOfUnit(unit); stay >= 0; stay = insides.nextOfUnit(stay)) {
                if (seeds.meansPool(unit, graph.stays.place.get(stay))) {
                    plantPool(stay, walk);
                }
            }
        }
    }

    // What a host holds at an entry is the newest node before it, which carries all earlier ones.
    private void plantHeld(int host, int stay, Insides.Span span, Walk walk) {
        int left = scanned.firstLeft()[host];
        int bound = policy == Hosts.AS_BUILT && left != Integer.MAX_VALUE ? left : span.to();
        int node = graph.stays.lastNode.get(stay);
        while (node >= 0 && graph.entry.get(node) >= bound) {
            node = graph.before.get(node);
        }
        if (node >= 0) {
            walk.start(node, false);
            planted.add(new Held(stay, span, node, host));
            plantedUnits.set(graph.stays.unit.get(stay));
        }
    }

    private void plantPool(int stay, Walk walk) {
        IntList nodes = pools.get(graph.stays.place.get(stay));
        int last = nodes == null ? -1 : firstAtOrAfter(nodes, graph.stays.toEntry.get(stay)) - 1;
        if (nodes != null && last >= 0 && graph.entry.get(nodes.get(last)) >= graph.stays.fromEntry.get(stay)) {
            walk.start(nodes.get(last), false);
            plantedPools.add(new Shared(stay, nodes.get(last)));
        }
    }

    /** Backward: the pools of the vessels that a seed is in. */
    List<Shared> plantedPools() {
        return plantedPools;
    }

    /** Backward: what was planted because it is in a seed. */
    List<Held> planted() {
        return planted;
    }

    boolean isPlanted(int unit) {
        return plantedUnits.get(unit);
    }
}
