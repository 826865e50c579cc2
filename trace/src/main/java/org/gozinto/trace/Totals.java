/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The summary of an answer (trace semantics §5). */
final class Totals {

    private final Trace trace;
    private final Graph graph;
    private final Whereabouts whereabouts;

    private final SortedMap<Key, long[]> onHand;
    private final SortedMap<Key, long[]> consignees;
    private final SortedMap<Key, long[]> sources;
    private final SortedMap<Key, long[]> scrapped;
    private final SortedMap<Key, long[]> consumed;
    private final SortedMap<Key, long[]> loss;
    private final SortedMap<Key, long[]> unknown;
    private final SortedMap<Key, long[]> adjustedUp;

    /** A total is kept by item and scale, and by place where it matters (-1 where it does not). */
    private record Key(String item, int decimals, int place) {}

    Totals(Trace trace, Whereabouts whereabouts) {
        this.trace = trace;
        this.graph = trace.graph;
        this.whereabouts = whereabouts;
        Comparator<Key> order = Comparator.comparing(Key::item)
                .thenComparing(key ->
                        key.place() < 0 ? "" : graph.book.place(key.place()).code())
                .thenComparing(Key::decimals)
                .thenComparing(Key::place);
        onHand = new TreeMap<>(order);
        consignees = new TreeMap<>(order);
        sources = new TreeMap<>(order);
        scrapped = new TreeMap<>(order);
        consumed = new TreeMap<>(order);
        loss = new TreeMap<>(order);
        unknown = new TreeMap<>(order);
        adjustedUp = new TreeMap<>(order);
    }

    Summary summary(Integer[] units) {
        addHoldings();
        addRuns();
        addOrigins();
        addShipments();
        for (Graph.Cleaned cleaned : graph.cleaned) {
            if (trace.walk.isReached(cleaned.node())) {
                add(loss, cleaned.unit(), -1, cleaned.qty());
            }
        }
        int lots = 0;
        int serials = 0;
        SortedMap<String, int[]> byItem = new TreeMap<>();
        for (int id : units) {
            Unit unit = graph.book.unit(id);
            int[] counts = byItem.computeIfAbsent(unit.item(), absent -> new int[2]);
            switch (unit.kind()) {
                case LOT -> {
                    lots++;
                    counts[0]++;
                }
                case SERIAL -> {
                    serials++;
                    counts[1]++;
                }
                case CONTAINER, UNTRACKED -> {
                    // Neither a lot nor a serial.
                }
            }
        }
        List<Summary.ItemCount> items = new ArrayList<>();
        byItem.forEach((item, counts) -> items.add(new Summary.ItemCount(item, counts[0], counts[1])));
        return new Summary(
                lots,
                serials,
                items,
                atPlaces(onHand),
                consignees(),
                atPlaces(sources),
                items(scrapped),
                items(consumed),
                items(loss),
                items(unknown),
                items(adjustedUp));
    }

    private void add(Map<Key, long[]> totals, int unit, int place, long gross) {
        add(totals, unit, place, gross, gross);
    }

    private void add(Map<Key, long[]> totals, int unit, int place, long gross, long net) {
        Unit what = graph.book.unit(unit);
        // A carton is not goods.
        if (what.kind() != Unit.Kind.CONTAINER) {
            long[] sums = totals.computeIfAbsent(new Key(what.item(), what.decimals(), place), absent -> new long[2]);
            sums[0] += gross;
            sums[1] += net;
        }
    }

    private void addHoldings() {
        whereabouts.forEachHolding((holding, unit) -> {
            switch (graph.book.place(holding.at()).kind()) {
                case SITE, AREA, BIN, VESSEL, CONTAINER, HOST -> add(onHand, unit, holding.at(), holding.qty());
                case SCRAP -> add(scrapped, unit, -1, holding.qty());
                case UNKNOWN -> add(unknown, unit, -1, holding.qty());
                case PARTNER, RUN, OUTSIDE, ADJUSTMENT -> {
                    // Partners are counted by shipment, runs by input; the others hold nothing that is there.
                }
            }
        });
    }

    private void addRuns() {
        for (Graph.InRun input : graph.inRuns) {
            int node = input.node();
            if (trace.walk.isReached(node)) {
                int unit = graph.unit.get(node);
                if (input.isUsed()) {
                    add(consumed, unit, -1, graph.qty.get(node));
                } else {
                    add(onHand, unit, graph.place.get(node), graph.qty.get(node));
                }
            }
        }
    }

    private void addOrigins() {
        for (Graph.Origin origin : graph.origins) {
            int node = origin.node();
            boolean isOnPath = trace.walk.isReached(node);
            boolean isMarked = isOnPath || trace.walk.isForward() && trace.marks.has(origin.unit());
            switch (origin.kind()) {
                case NEW_GOODS -> {
                    if (isOnPath) {
                        int from = graph.origin.get(node);
                        boolean isBought = graph.book.place(from).kind() == Place.Kind.PARTNER;
                        add(sources, origin.unit(), isBought ? from : graph.place.get(node), origin.qty());
                    }
                }
                case FOUND -> {
                    if (isMarked) {
                        add(adjustedUp, origin.unit(), -1, origin.qty());
                    }
                }
                case SHORTFALL, UNKNOWN -> {
                    if (isMarked) {
                        add(unknown, origin.unit(), -1, origin.qty());
                    }
                }
                case UNTRACKED -> {
                    if (isOnPath && !trace.walk.isForward()) {
                        add(unknown, origin.unit(), -1, origin.qty());
                    }
                }
            }
        }
    }

    private void addShipments() {
        Map<Integer, Long> notSent = new HashMap<>();
        graph.origins.forEach(origin -> notSent.merge(origin.node(), origin.qty(), Long::sum));
        for (int i = 0; i < trace.walk.reached().size(); i++) {
            int node = trace.walk.reached().get(i);
            int unit = graph.unit.get(node);
            if (unit >= 0 && graph.origin.get(node) >= 0 && trace.walk.isReached(node)) {
                cameBack(unit, graph.origin.get(node), graph.qty.get(node) - notSent.getOrDefault(node, 0L));
                if (isSent(graph, graph.origin.get(node))) {
                    ship(unit, graph.place.get(node), graph.qty.get(node));
                }
                if (trace.walk.isForward() && graph.isUntracked(unit)) {
                    add(unknown, unit, -1, graph.qty.get(node));
                }
            }
        }
        for (Graph.Ride ride : graph.rides) {
            if (trace.walk.isReached(ride.node())) {
                cameBack(graph.unit.get(ride.node()), ride.from(), ride.qty());
                ship(graph.unit.get(ride.node()), ride.to(), ride.qty());
            }
        }
        addHostJourneys();
    }

    private void addHostJourneys() {
        var hosts = new HostJourneys(trace);
        hosts.forEach((unit, from, to, scope) -> {
            cameBack(unit, from, scope.left() ? 1 : 0);
            ship(unit, to, scope.arrived() && isSent(graph, from) ? 1 : 0);
        });
    }

    /** What begins or is made at a partner's was not sent there. */
    static boolean isSent(Graph graph, int origin) {
        return switch (graph.book.place(origin).kind()) {
            case OUTSIDE, RUN, UNKNOWN, ADJUSTMENT -> false;
            case SITE, AREA, BIN, VESSEL, CONTAINER, PARTNER, HOST, SCRAP -> true;
        };
    }

    private void ship(int unit, int to, long qty) {
        if (graph.book.place(to).kind() == Place.Kind.PARTNER && qty > 0) {
            add(consignees, unit, to, qty);
        }
    }

    // Only what that partner held of our own shipments counts as given back; new goods were never sent there.
    private void cameBack(int unit, int from, long qty) {
        if (graph.book.place(from).kind() == Place.Kind.PARTNER && qty > 0) {
            add(consignees, unit, from, 0, -qty);
        }
    }

    private List<Summary.Consignee> consignees() {
        List<Summary.Consignee> list = new ArrayList<>();
        consignees.values().removeIf(sums -> sums[0] == 0);
        consignees.forEach((key, sums) -> list.add(new Summary.Consignee(
                graph.outerPlace(key.place()), key.item(), sums[0], Math.max(0, sums[1]), key.decimals())));
        return list;
    }

    private List<Summary.AtPlace> atPlaces(Map<Key, long[]> totals) {
        List<Summary.AtPlace> list = new ArrayList<>();
        totals.forEach((key, sums) ->
                list.add(new Summary.AtPlace(graph.outerPlace(key.place()), key.item(), sums[0], key.decimals())));
        return list;
    }

    private static List<Summary.ItemQty> items(Map<Key, long[]> totals) {
        List<Summary.ItemQty> list = new ArrayList<>();
        totals.forEach((key, sums) -> list.add(new Summary.ItemQty(key.item(), sums[0], key.decimals())));
        return list;
    }
}
