/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The summary of an answer (trace semantics §5). */
final class Totals {

    private final Trace trace;
    private final Graph graph;
    private final Whereabouts whereabouts;

    private final Tally onHand;
    private final Tally consignees;
    private final Tally sources;
    private final Tally scrapped;
    private final Tally consumed;
    private final Tally loss;
    private final Tally unknown;
    private final Tally adjustedUp;

    Totals(Trace trace, Whereabouts whereabouts) {
        this.trace = trace;
        this.graph = trace.graph;
        this.whereabouts = whereabouts;
        onHand = new Tally(graph);
        consignees = new Tally(graph);
        sources = new Tally(graph);
        scrapped = new Tally(graph);
        consumed = new Tally(graph);
        loss = new Tally(graph);
        unknown = new Tally(graph);
        adjustedUp = new Tally(graph);
    }

    Summary summary() {
        addHoldings();
        addRuns();
        addOrigins();
        addShipments();
        for (Graph.Cleaned cleaned : graph.cleaned) {
            if (trace.walk.isReached(cleaned.node())) {
                loss.add(cleaned.unit(), -1, cleaned.qty());
            }
        }
        List<Summary.ItemCount> items = itemCounts();
        return new Summary(
                items.stream().mapToInt(Summary.ItemCount::lots).sum(),
                items.stream().mapToInt(Summary.ItemCount::serials).sum(),
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

    private List<Summary.ItemCount> itemCounts() {
        IntList units = trace.marks.units();
        int[] ofSort = new int[graph.facts.sorts()];
        for (int i = 0; i < units.size(); i++) {
            ofSort[graph.facts.sort(units.get(i))]++;
        }
        SortedMap<String, Summary.ItemCount> byItem = new TreeMap<>();
        for (int sort = 0; sort < ofSort.length; sort++) {
            if (ofSort[sort] > 0) {
                Unit one = graph.facts.ofSort(sort);
                int lots = one.kind() == Unit.Kind.LOT ? ofSort[sort] : 0;
                int serials = one.kind() == Unit.Kind.SERIAL ? ofSort[sort] : 0;
                byItem.merge(
                        one.item(),
                        new Summary.ItemCount(one.item(), lots, serials),
                        (known, more) -> new Summary.ItemCount(
                                known.item(), known.lots() + more.lots(), known.serials() + more.serials()));
            }
        }
        return List.copyOf(byItem.values());
    }

    private void addHoldings() {
        whereabouts.forEachHolding(trace.marks.units(), (unit, place, qty) -> {
            switch (graph.facts.kindOfPlace(place)) {
                case SITE, AREA, BIN, VESSEL, CONTAINER, HOST -> onHand.add(unit, place, qty);
                case SCRAP -> scrapped.add(unit, -1, qty);
                case UNKNOWN -> unknown.add(unit, -1, qty);
                case PARTNER, RUN, OUTSIDE, ADJUSTMENT -> {
                    // Partners are counted by shipment, runs by input; the others hold nothing that is there.
                }
            }
        });
    }

    private void addRuns() {
        for (int input = 0; input < graph.inRuns.size(); input++) {
            int node = graph.inRuns.node(input);
            if (trace.walk.isReached(node)) {
                int unit = graph.unit.get(node);
                if (graph.inRuns.isUsed(input)) {
                    consumed.add(unit, -1, graph.qty.get(node));
                } else {
                    onHand.add(unit, graph.place.get(node), graph.qty.get(node));
                }
            }
        }
    }

    private void addOrigins() {
        Origins origins = graph.origins;
        for (int i = 0; i < origins.size(); i++) {
            int node = origins.node(i);
            boolean isOnPath = trace.walk.isReached(node);
            boolean isMarked = isOnPath || trace.walk.isForward() && trace.marks.has(origins.unit(i));
            switch (origins.kind(i)) {
                case NEW_GOODS -> {
                    if (isOnPath) {
                        int from = graph.origin.get(node);
                        boolean isBought = graph.facts.kindOfPlace(from) == Place.Kind.PARTNER;
                        sources.add(origins.unit(i), isBought ? from : graph.place.get(node), origins.qty(i));
                    }
                }
                case FOUND -> {
                    if (isMarked) {
                        adjustedUp.add(origins.unit(i), -1, origins.qty(i));
                    }
                }
                case SHORTFALL, UNKNOWN -> {
                    if (isMarked) {
                        unknown.add(origins.unit(i), -1, origins.qty(i));
                    }
                }
                case UNTRACKED -> {
                    if (isOnPath && !trace.walk.isForward()) {
                        unknown.add(origins.unit(i), -1, origins.qty(i));
                    }
                }
            }
        }
    }

    private void addShipments() {
        long[] notSent = notSent();
        for (int i = 0; i < trace.walk.reached().size(); i++) {
            int node = trace.walk.reached().get(i);
            int unit = graph.unit.get(node);
            if (unit >= 0 && graph.origin.get(node) >= 0 && trace.walk.isReached(node)) {
                long fresh = notSent.length == 0 ? 0 : notSent[node];
                cameBack(unit, graph.origin.get(node), graph.qty.get(node) - fresh);
                if (isSent(graph, graph.origin.get(node))) {
                    ship(unit, graph.place.get(node), graph.qty.get(node));
                }
                if (trace.walk.isForward() && graph.isUntracked(unit)) {
                    unknown.add(unit, -1, graph.qty.get(node));
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

    /** How much of each node is new from the partner that it came from; empty when nothing is. */
    private long[] notSent() {
        long[] notSent = {};
        Origins origins = graph.origins;
        for (int i = 0; i < origins.size(); i++) {
            int from = graph.origin.get(origins.node(i));
            if (from >= 0 && graph.facts.kindOfPlace(from) == Place.Kind.PARTNER) {
                notSent = notSent.length == 0 ? new long[graph.nodes()] : notSent;
                notSent[origins.node(i)] += origins.qty(i);
            }
        }
        return notSent;
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
        return switch (graph.facts.kindOfPlace(origin)) {
            case OUTSIDE, RUN, UNKNOWN, ADJUSTMENT -> false;
            case SITE, AREA, BIN, VESSEL, CONTAINER, PARTNER, HOST, SCRAP -> true;
        };
    }

    private void ship(int unit, int to, long qty) {
        if (graph.facts.kindOfPlace(to) == Place.Kind.PARTNER && qty > 0) {
            consignees.add(unit, to, qty);
        }
    }

    // Only what that partner held of our own shipments counts as given back; new goods were never sent there.
    private void cameBack(int unit, int from, long qty) {
        if (graph.facts.kindOfPlace(from) == Place.Kind.PARTNER && qty > 0) {
            consignees.add(unit, from, 0, -qty);
        }
    }

    private List<Summary.Consignee> consignees() {
        List<Summary.Consignee> list = new ArrayList<>();
        consignees.sums().forEach((key, sums) -> {
            if (sums.gross() != 0) {
                list.add(new Summary.Consignee(
                        graph.outerPlace(key.place()),
                        key.item(),
                        sums.gross(),
                        Math.max(0, sums.net()),
                        key.decimals()));
            }
        });
        return list;
    }

    private List<Summary.AtPlace> atPlaces(Tally totals) {
        List<Summary.AtPlace> list = new ArrayList<>();
        totals.sums()
                .forEach((key, sums) -> list.add(
                        new Summary.AtPlace(graph.outerPlace(key.place()), key.item(), sums.gross(), key.decimals())));
        return list;
    }

    private static List<Summary.ItemQty> items(Tally totals) {
        List<Summary.ItemQty> list = new ArrayList<>();
        totals.sums().forEach((key, sums) -> list.add(new Summary.ItemQty(key.item(), sums.gross(), key.decimals())));
        return list;
    }
}
