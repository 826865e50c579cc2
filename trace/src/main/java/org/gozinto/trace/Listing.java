/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the answer of a walked trace: units in order, what is where, and what was cut (trace semantics §5). */
final class Listing {

    private final Trace trace;
    private final Graph graph;
    private final @Nullable Amounts amounts;
    private final Whereabouts whereabouts;
    private final Chances chances;
    private final Map<Integer, List<Source>> sources = new HashMap<>();
    private final SortedMap<CutKey, Long> cuts = new TreeMap<>();

    private record CutKey(int place, int unit, Cut.Reason reason) implements Comparable<CutKey> {

        private static final Comparator<CutKey> ORDER = Comparator.comparingInt(CutKey::place)
                .thenComparingInt(CutKey::unit)
                .thenComparing(CutKey::reason);

        @Override
        public int compareTo(CutKey other) {
            return ORDER.compare(this, other);
        }
    }

    Listing(Trace trace) {
        this.trace = trace;
        this.graph = trace.graph;
        this.amounts = trace.question.amounts() ? new Amounts(trace) : null;
        this.whereabouts = new Whereabouts(trace, amounts);
        this.chances = new Chances(trace, amounts);
    }

    /** The answer in the words of whoever asked: the question as asked, and the numbers of the asker's book. */
    Answer answer(Book asked, Question question) {
        collectOrigins();
        cutUntracked();
        cutLost();
        Integer[] order = inOrder();
        int kept = Math.min(order.length, question.limits().units());
        List<Reached> units = new ArrayList<>(kept);
        for (int i = 0; i < kept; i++) {
            units.add(reached(order[i]));
        }
        Contacts contacts = new Contacts(trace);
        List<Cut> named = new ArrayList<>();
        cuts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(cutOrder()))
                .forEach(cut -> named.add(cut(cut.getKey(), cut.getValue())));
        if (kept < order.length) {
            named.add(new Cut(-1, -1, order.length - kept, Cut.Reason.LIMIT));
        }
        Answer draft = new Answer(
                question,
                graph.knownAtSeq,
                named.isEmpty(),
                named,
                units,
                new Totals(trace, whereabouts).summary(order),
                amounts == null ? null : amounts.balance(),
                notAnswered(contacts),
                contacts.listed(),
                new Paths(graph, trace.walk, trace.marks),
                new Passages(trace),
                "");
        return Canonical.hashed(asked, draft);
    }

    private List<String> notAnswered(Contacts contacts) {
        List<String> missing = new ArrayList<>();
        String noContact = contacts.missing();
        if (noContact != null) {
            missing.add(noContact);
        }
        String noChance = chances.missing();
        if (noChance != null) {
            missing.add(noChance);
        }
        String noAmounts = amounts == null ? null : amounts.missing();
        if (noAmounts != null) {
            missing.add(noAmounts);
        }
        return missing;
    }

    private Integer[] inOrder() {
        IntList units = trace.marks.units();
        Integer[] order = new Integer[units.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = units.get(i);
        }
        Arrays.sort(order, Comparator.comparing(graph.book::unit, NumberOrder.UNITS));
        return order;
    }

    private Comparator<CutKey> cutOrder() {
        return Comparator.comparing((CutKey cut) -> graph.book.unit(cut.unit()), NumberOrder.UNITS)
                .thenComparing(cut -> graph.book.place(cut.place()).code())
                .thenComparing(CutKey::reason);
    }

    private Cut cut(CutKey key, long qty) {
        return new Cut(graph.outerPlace(key.place()), graph.outerUnit(key.unit()), qty, key.reason());
    }

    private Reached reached(int unit) {
        Marks marks = trace.marks;
        Relation relation = marks.relation(unit);
        return new Reached(
                graph.outerUnit(unit),
                marks.precision(unit),
                marks.sinceUs(unit),
                relation,
                marks.untilUs(unit),
                amounts == null ? null : amounts.ofUnit(unit),
                whereabouts.holdings(unit).stream().map(this::outer).toList(),
                whereabouts.stays(unit).stream().map(this::outer).toList(),
                sources.getOrDefault(unit, List.of()),
                chances.of(unit));
    }

    private Holding outer(Holding holding) {
        List<Integer> within = holding.within().stream().map(graph::outerPlace).toList();
        return new Holding(graph.outerPlace(holding.place()), within, holding.qty(), holding.amount());
    }

    private Stay outer(Stay stay) {
        return new Stay(graph.outerUnit(stay.in()), stay.fromUs(), stay.toUs(), stay.position());
    }

    private void collectOrigins() {
        for (Graph.Origin origin : graph.origins) {
            int node = origin.node();
            boolean isOnPath = trace.walk.isReached(node);
            switch (origin.kind()) {
                case NEW_GOODS -> {
                    if (isOnPath) {
                        sources.computeIfAbsent(origin.unit(), absent -> new ArrayList<>())
                                .add(source(origin));
                    }
                }
                case SHORTFALL -> cutMissing(origin, graph.origin.get(node), Cut.Reason.SHORTFALL);
                case UNKNOWN -> cutMissing(origin, graph.place.get(node), Cut.Reason.UNKNOWN);
                case UNTRACKED -> {
                    if (isOnPath && !trace.walk.isForward()) {
                        cut(graph.place.get(node), origin.unit(), origin.qty(), Cut.Reason.UNTRACKED);
                    }
                }
                case FOUND -> {
                    // Reported in the summary: found stock is unlabelled, not unknown.
                }
            }
        }
    }

    private Source source(Graph.Origin origin) {
        int node = origin.node();
        Entry entry = graph.entries.get(graph.entry.get(node));
        return new Source(
                entry.seq(),
                entry.act(),
                entry.occurred().fromUs(),
                graph.outerPlace(graph.origin.get(node)),
                graph.outerPlace(graph.place.get(node)),
                origin.qty(),
                entry.document());
    }

    // Forward, what is missing of a reached unit anywhere may be suspect; backward, only what flowed into the seed.
    private void cutMissing(Graph.Origin origin, int place, Cut.Reason reason) {
        boolean counts = trace.walk.isForward()
                ? trace.walk.isReached(origin.node()) || isWalked(origin.unit())
                : trace.walk.isReached(origin.node());
        if (counts) {
            cut(place, origin.unit(), origin.qty(), reason);
        }
    }

    private boolean isWalked(int unit) {
        return trace.marks.has(unit) && trace.marks.relation(unit).ordinal() <= Relation.MADE_FROM.ordinal();
    }

    private void cutUntracked() {
        for (int i = 0; trace.walk.isForward() && i < trace.walk.reached().size(); i++) {
            int node = trace.walk.reached().get(i);
            int unit = graph.unit.get(node);
            if (unit >= 0 && graph.isUntracked(unit)) {
                cut(graph.place.get(node), unit, graph.qty.get(node), Cut.Reason.UNTRACKED);
            }
        }
    }

    // What went to the place that stands for the unknown is on a path that cannot be followed.
    private void cutLost() {
        for (int i = 0; i < trace.walk.reached().size(); i++) {
            int node = trace.walk.reached().get(i);
            boolean isArrival = graph.unit.get(node) >= 0 && graph.origin.get(node) >= 0;
            if (isArrival && trace.walk.isForward() && graph.placeOf(node).kind() == Place.Kind.UNKNOWN) {
                cut(graph.place.get(node), graph.unit.get(node), graph.qty.get(node), Cut.Reason.UNKNOWN);
            }
        }
    }

    private void cut(int place, int unit, long qty, Cut.Reason reason) {
        cuts.merge(new CutKey(place, unit, reason), qty, Long::sum);
    }
}
