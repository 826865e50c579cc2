/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Writes the answer of a walked trace: units in order, what is where, and what was cut (trace semantics §5). */
final class Listing {

    private final Trace trace;
    private final Graph graph;
    private final @Nullable Amounts amounts;
    private final Whereabouts whereabouts;
    private final Chances chances;
    private final Roll roll;
    /** Of each unit, which origins brought it into the books. */
    private final Chains sources;

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

    /** @param ahead see {@link Roll#ahead} */
    Listing(Trace trace, @Nullable CompletableFuture<Roll> ahead) {
        this.trace = trace;
        this.graph = trace.graph;
        this.amounts = trace.question.amounts() ? new Amounts(trace) : null;
        this.whereabouts = new Whereabouts(trace, amounts);
        this.sources = new Chains(graph.book.unitCount());
        this.chances = new Chances(trace, amounts);
        this.roll = Roll.of(trace, ahead);
    }

    /** The answer in the words of whoever asked: the question as asked, and the numbers of the asker's book. */
    Answer answer(Book asked, Question question) {
        collectOrigins();
        cutUntracked();
        cutLost();
        int kept = Math.min(roll.size(), question.limits().units());
        List<Reached> units = new ReachedUnits(
                kept,
                position -> graph.outerUnit(roll.unit(position)),
                position -> trace.marks.relation(roll.unit(position)),
                position -> reached(roll.unit(position)));
        Contacts contacts = new Contacts(trace);
        List<Cut> named = new ArrayList<>();
        cuts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(cutOrder()))
                .forEach(cut -> named.add(cut(cut.getKey(), cut.getValue())));
        if (kept < roll.size()) {
            named.add(new Cut(-1, -1, roll.size() - kept, Cut.Reason.LIMIT));
        }
        Answer draft = new Answer(
                question,
                graph.knownAtSeq,
                named.isEmpty(),
                named,
                units,
                new Totals(trace, whereabouts).summary(),
                amounts == null ? null : amounts.balance(),
                notAnswered(contacts),
                contacts.listed(),
                new Paths(graph, trace.walk, trace.marks),
                new Passages(trace),
                "");
        return Canonical.hashed(asked, roll, draft);
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
                outerHoldings(whereabouts.holdings(unit)),
                outerStays(whereabouts.stays(unit)),
                sources(unit),
                chances.of(unit));
    }

    private List<Holding> outerHoldings(List<Holding> holdings) {
        return holdings.size() == 1
                ? List.of(outer(holdings.getFirst()))
                : holdings.stream().map(this::outer).toList();
    }

    private List<Stay> outerStays(List<Stay> stays) {
        return stays.isEmpty() ? stays : stays.stream().map(this::outer).toList();
    }

    private List<Source> sources(int unit) {
        if (sources.first(unit) < 0) {
            return List.of();
        }
        List<Source> found = new ArrayList<>(1);
        for (int link = sources.first(unit); link >= 0; link = sources.next(link)) {
            found.add(source(sources.value(link)));
        }
        return found;
    }

    private Holding outer(Holding holding) {
        List<Integer> within = holding.within().isEmpty()
                ? List.of()
                : holding.within().stream().map(graph::outerPlace).toList();
        return new Holding(graph.outerPlace(holding.place()), within, holding.qty(), holding.amount());
    }

    private Stay outer(Stay stay) {
        return new Stay(graph.outerUnit(stay.in()), stay.fromUs(), stay.toUs(), stay.position());
    }

    private void collectOrigins() {
        Origins origins = graph.origins;
        for (int i = 0; i < origins.size(); i++) {
            int node = origins.node(i);
            boolean isOnPath = trace.walk.isReached(node);
            switch (origins.kind(i)) {
                case NEW_GOODS -> {
                    if (isOnPath) {
                        sources.add(origins.unit(i), i);
                    }
                }
                case SHORTFALL -> cutMissing(i, graph.origin.get(node), Cut.Reason.SHORTFALL);
                case UNKNOWN -> cutMissing(i, graph.place.get(node), Cut.Reason.UNKNOWN);
                case UNTRACKED -> {
                    if (isOnPath && !trace.walk.isForward()) {
                        cut(graph.place.get(node), origins.unit(i), origins.qty(i), Cut.Reason.UNTRACKED);
                    }
                }
                case FOUND -> {
                    // Reported in the summary: found stock is unlabelled, not unknown.
                }
            }
        }
    }

    private Source source(int origin) {
        int node = graph.origins.node(origin);
        int entry = graph.entry.get(node);
        return new Source(
                graph.entries.seq(entry),
                graph.entries.act(entry),
                graph.entries.fromUs(entry),
                graph.outerPlace(graph.origin.get(node)),
                graph.outerPlace(graph.place.get(node)),
                graph.origins.qty(origin),
                graph.entries.document(entry));
    }

    // Forward, what is missing of a reached unit anywhere may be suspect; backward, only what flowed into the seed.
    private void cutMissing(int origin, int place, Cut.Reason reason) {
        int unit = graph.origins.unit(origin);
        boolean isReached = trace.walk.isReached(graph.origins.node(origin));
        if (trace.walk.isForward() ? isReached || isWalked(unit) : isReached) {
            cut(place, unit, graph.origins.qty(origin), reason);
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
            if (isArrival && trace.walk.isForward() && graph.kindAt(node) == Place.Kind.UNKNOWN) {
                cut(graph.place.get(node), graph.unit.get(node), graph.qty.get(node), Cut.Reason.UNKNOWN);
            }
        }
    }

    private void cut(int place, int unit, long qty, Cut.Reason reason) {
        cuts.merge(new CutKey(place, unit, reason), qty, Long::sum);
    }
}
