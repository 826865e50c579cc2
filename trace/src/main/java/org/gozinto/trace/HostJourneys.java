/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ways that hosts went, by themselves or in what carried them, as far as they are in scope: a host is in scope
 * where it went while it contained a reached unit, and where it was when that got in. Which hosts are listed the
 * policy says; of those, every such way counts.
 */
final class HostJourneys {

    private final Trace trace;
    private final Map<Integer, List<Hosting.Contained>> spans = new TreeMap<>();
    private final Map<Integer, List<Journey>> journeys = new TreeMap<>();

    private record Journey(int entry, int from, int to, int node) {}

    /**
     * What a journey means for the scope.
     *
     * @param left it took the host from where it was in scope, and in scope
     * @param arrived the host is in scope where it brought it
     */
    record Scope(boolean left, boolean arrived) {}

    /** Takes the journeys of each host, oldest first. */
    @FunctionalInterface
    interface Visitor {
        void journey(int host, int from, int to, Scope scope);
    }

    HostJourneys(Trace trace) {
        this.trace = trace;
        trace.hosts.forEach(contained -> spans.put(contained.host(), new ArrayList<>()));
        for (Hosting.Contained contained : trace.hosting.everContained()) {
            List<Hosting.Contained> listed = spans.get(contained.host());
            if (listed != null) {
                listed.add(contained);
            }
        }
        Graph graph = trace.graph;
        for (int host : spans.keySet()) {
            List<Journey> own = new ArrayList<>();
            for (int node : trace.arrivals(host)) {
                own.add(new Journey(graph.entry.get(node), graph.origin.get(node), graph.place.get(node), node));
            }
            journeys.put(host, own);
        }
        for (Graph.Ride ride : graph.rides) {
            List<Journey> own = journeys.get(graph.unit.get(ride.node()));
            if (own != null) {
                own.add(new Journey(ride.entry(), ride.from(), ride.to(), ride.node()));
            }
        }
        journeys.values().forEach(own -> own.sort(Comparator.comparingInt(Journey::entry)));
    }

    void forEach(Visitor visitor) {
        journeys.forEach((host, own) -> {
            boolean counted = false;
            for (int i = 0; i < own.size(); i++) {
                Journey journey = own.get(i);
                int next = i + 1 < own.size() ? own.get(i + 1).entry() : Integer.MAX_VALUE;
                boolean rode = contained(host, journey.entry(), journey.entry());
                // What the host went through as a reached unit itself is counted with the other reached units.
                boolean arrived =
                        !trace.walk.isReached(journey.node()) && (rode || contained(host, journey.entry(), next));
                visitor.journey(host, journey.from(), journey.to(), new Scope(counted && rode, arrived));
                counted = arrived;
            }
        });
    }

    /** Whether the host contained a reached unit at the first entry, or got one between the two. */
    private boolean contained(int host, int first, int before) {
        return spans.getOrDefault(host, List.of()).stream()
                .map(Hosting.Contained::span)
                .anyMatch(span -> span.covers(first) || span.from() > first && span.from() < before);
    }
}
