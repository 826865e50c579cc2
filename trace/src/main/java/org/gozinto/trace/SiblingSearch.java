/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Looks for what shares something with one unit, kind by kind; see {@link Siblings.Kind} for what each means. */
final class SiblingSearch {

    private final Scan.Scanned scanned;
    private final Graph graph;
    private final Insides insides;
    private final int unit;
    private final long windowUs;
    private final BitSet subjects = new BitSet();
    private final Map<Integer, Map<Shared, Long>> reasons = new HashMap<>();

    private record Shared(Siblings.Kind kind, int unit, int place) {}

    /** A unit came out of a run, or into the books. */
    private record Birth(int unit, int entry) {}

    SiblingSearch(Book book, Selection selection, int unit, long windowUs) {
        this.scanned = Scan.of(book, selection);
        this.graph = scanned.graph();
        this.insides = new Insides(graph, scanned.nest());
        this.unit = unit;
        this.windowUs = Math.min(windowUs, Presences.EVER);
        subjects.set(unit);
        for (int member = 0; member < book.unitCount(); member++) {
            subjects.set(member, subjects.get(member) || book.unit(member).lotUnit() == unit);
        }
    }

    private void add(int sibling, Siblings.Kind kind, int sharedUnit, int sharedPlace, long sinceUs) {
        Unit.Kind what = graph.facts.kind(sibling);
        boolean isGoods = what == Unit.Kind.LOT || what == Unit.Kind.SERIAL;
        if (isGoods && !subjects.get(sibling)) {
            reasons.computeIfAbsent(sibling, absent -> new HashMap<>())
                    .merge(new Shared(kind, sharedUnit, sharedPlace), sinceUs, Math::min);
        }
    }

    private long us(int entry) {
        return graph.entries.fromUs(entry);
    }

    void byRun() {
        Set<Integer> runs = new HashSet<>();
        forEachOutput((node, run) -> {
            if (subjects.get(graph.unit.get(node))) {
                runs.add(run);
            }
        });
        forEachOutput((node, run) -> {
            if (runs.contains(run)) {
                add(graph.unit.get(node), Siblings.Kind.RUN, -1, run, us(graph.entry.get(node)));
            }
        });
    }

    private interface Output {
        void visit(int node, int run);
    }

    private void forEachOutput(Output visitor) {
        for (int node = 0; node < graph.nodes(); node++) {
            int from = graph.origin.get(node);
            if (from >= 0 && graph.facts.kindOfPlace(from) == Place.Kind.RUN) {
                visitor.visit(node, from);
            }
        }
    }

    void byVessel() {
        BitSet batches = new BitSet();
        for (Graph.BatchUse use : graph.batchUses) {
            batches.set(use.batch(), batches.get(use.batch()) || subjects.get(use.unit()));
        }
        for (Graph.BatchUse use : graph.batchUses) {
            if (batches.get(use.batch())) {
                add(use.unit(), Siblings.Kind.VESSEL, -1, use.place(), us(use.entry()));
            }
        }
    }

    void byTime() {
        List<Birth> births = births();
        for (Birth own : births) {
            if (!subjects.get(own.unit())) {
                continue;
            }
            Moment then = graph.entries.occurred(own.entry());
            for (Birth other : births) {
                if (areNear(then, graph.entries.occurred(other.entry()))) {
                    add(other.unit(), Siblings.Kind.TIME, -1, -1, us(other.entry()));
                }
            }
        }
    }

    private List<Birth> births() {
        List<Birth> births = new ArrayList<>();
        forEachOutput((node, run) -> births.add(new Birth(graph.unit.get(node), graph.entry.get(node))));
        for (Graph.Origin origin : graph.origins) {
            if (origin.kind() == Graph.Origin.Kind.NEW_GOODS) {
                births.add(new Birth(origin.unit(), graph.entry.get(origin.node())));
            }
        }
        return births;
    }

    private boolean areNear(Moment one, Moment other) {
        return areNear(
                Presences.clamp(one.fromUs()),
                Presences.clamp(one.toUs()),
                Presences.clamp(other.fromUs()),
                Presences.clamp(other.toUs()));
    }

    private boolean areNear(long from, long to, long otherFrom, long otherTo) {
        return otherFrom <= to + windowUs && from <= otherTo + windowUs;
    }

    void byPlace() {
        var presences = new Presences(scanned);
        Map<Integer, List<Presences.Presence>> own = new TreeMap<>();
        for (int subject = subjects.nextSetBit(0); subject >= 0; subject = subjects.nextSetBit(subject + 1)) {
            IntList direct = presences.ofUnit(subject);
            for (int i = 0; i < direct.size(); i++) {
                Presences.Presence at = presences.get(direct.get(i));
                presences
                        .around(at.direct(), at.from(), at.to())
                        .forEach(where -> own.computeIfAbsent(where.place(), absent -> new ArrayList<>())
                                .add(where));
            }
        }
        own.forEach((place, spans) -> {
            if (graph.facts.kindOfPlace(place) != Place.Kind.HOST) {
                presences.at(place).forEach(other -> spans.forEach(span -> compare(presences, place, span, other)));
            }
        });
    }

    private void compare(Presences presences, int place, Presences.Presence own, Presences.Presence other) {
        long from = presences.fromUs(own);
        long otherFrom = presences.fromUs(other);
        if (areNear(from, presences.toUs(own), otherFrom, presences.toUs(other))) {
            add(other.unit(), Siblings.Kind.PLACE, -1, place, Math.max(from, otherFrom));
        }
    }

    void byInput() {
        var makings = new Makings(graph);
        Set<Integer> shared = new HashSet<>();
        for (int subject = subjects.nextSetBit(0); subject >= 0; subject = subjects.nextSetBit(subject + 1)) {
            makings.inputsOf(subject, input -> share(input, shared));
            if (!graph.facts.isContainer(subject)) {
                insides.visit(subject, Insides.Span.ALWAYS, (stay, span) -> share(graph.stays.unit.get(stay), shared));
            }
            int lot = graph.facts.lotOf(subject);
            if (lot >= 0 && lot != unit) {
                shared.add(lot);
            }
        }
        for (int other = 0; other < graph.book.unitCount(); other++) {
            int lot = graph.facts.lotOf(other);
            int whole = shared.contains(other) ? other : lot;
            if (!shared.contains(whole)) {
                continue;
            }
            makings.outputsOf(
                    other,
                    node -> add(graph.unit.get(node), Siblings.Kind.INPUT, whole, -1, us(graph.entry.get(node))));
            addHosts(other, whole);
            if (other != whole && makings.firstNode(other) >= 0) {
                add(other, Siblings.Kind.INPUT, whole, -1, us(graph.entry.get(makings.firstNode(other))));
            }
        }
    }

    // Bad goods come by the lot: what is shared is the lot, whichever serial of it was used.
    private void share(int input, Set<Integer> shared) {
        Unit what = graph.book.unit(input);
        boolean isGoods = what.kind() == Unit.Kind.LOT || what.kind() == Unit.Kind.SERIAL;
        if (isGoods) {
            shared.add(what.lotUnit() >= 0 ? what.lotUnit() : input);
        }
    }

    /** The hosts that a part was ever installed in, to any depth. */
    private void addHosts(int part, int shared) {
        record Inside(int unit, Insides.Span span) {}
        ArrayDeque<Inside> open = new ArrayDeque<>(List.of(new Inside(part, Insides.Span.ALWAYS)));
        Set<Inside> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Inside inside = open.poll();
            int stay = seen.add(inside) ? insides.firstOfUnit(inside.unit()) : -1;
            for (; stay >= 0; stay = insides.nextOfUnit(stay)) {
                Insides.Span span = inside.span().within(graph.stays, stay);
                int wrapper = graph.facts.unitOfPlace(graph.stays.place.get(stay));
                if (wrapper >= 0 && !span.isEmpty()) {
                    open.add(new Inside(wrapper, span));
                    add(wrapper, Siblings.Kind.INPUT, shared, -1, us(span.from()));
                }
            }
        }
    }

    Siblings found(Set<Siblings.Kind> kinds, int limit) {
        SortedMap<Siblings.Kind, Integer> counts = new TreeMap<>();
        kinds.forEach(kind -> counts.put(kind, 0));
        reasons.values()
                .forEach(shared -> shared.keySet().stream()
                        .map(Shared::kind)
                        .distinct()
                        .forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        List<Siblings.Sibling> units = reasons.keySet().stream()
                .sorted(Comparator.comparing(graph.book::unit, NumberOrder.UNITS))
                .limit(limit)
                .map(sibling -> new Siblings.Sibling(graph.outerUnit(sibling), reasons(sibling)))
                .toList();
        return new Siblings(graph.outerUnit(unit), graph.knownAtSeq, units, counts, reasons.size() - units.size());
    }

    private List<Siblings.Reason> reasons(int sibling) {
        Comparator<Map.Entry<Shared, Long>> order = Comparator.comparing(
                        (Map.Entry<Shared, Long> reason) -> reason.getKey().kind())
                .thenComparing(Map.Entry::getValue)
                .thenComparing(reason -> name(reason.getKey()));
        return reasons.getOrDefault(sibling, Map.of()).entrySet().stream()
                .sorted(order)
                .map(reason -> new Siblings.Reason(
                        reason.getKey().kind(),
                        reason.getKey().unit() < 0
                                ? -1
                                : graph.outerUnit(reason.getKey().unit()),
                        reason.getKey().place() < 0
                                ? -1
                                : graph.outerPlace(reason.getKey().place()),
                        reason.getValue()))
                .toList();
    }

    private String name(Shared shared) {
        if (shared.place() >= 0) {
            return graph.book.place(shared.place()).code();
        }
        Unit of = shared.unit() < 0 ? null : graph.book.unit(shared.unit());
        return of == null ? "" : of.item() + " " + of.issuer() + " " + of.lot() + " " + of.serial() + " " + of.twin();
    }

    /** What went directly into what: from an input of a run, through the run's pools, to its outputs. */
    private static final class Makings {
        private final Graph graph;
        private final Graph.Adjacency outgoing;
        private final Graph.Adjacency incoming;
        private final Map<Integer, IntList> nodesOfUnit = new HashMap<>();

        private Makings(Graph graph) {
            this.graph = graph;
            this.outgoing = graph.outgoing();
            this.incoming = graph.incoming();
            for (int node = 0; node < graph.nodes(); node++) {
                if (graph.unit.get(node) >= 0) {
                    nodesOfUnit
                            .computeIfAbsent(graph.unit.get(node), absent -> new IntList())
                            .add(node);
                }
            }
        }

        private int firstNode(int unit) {
            IntList nodes = nodesOfUnit.get(unit);
            return nodes == null ? -1 : nodes.get(0);
        }

        private boolean isRun(int place) {
            return place >= 0 && graph.facts.kindOfPlace(place) == Place.Kind.RUN;
        }

        private void inputsOf(int unit, IntConsumer found) {
            IntList nodes = nodesOfUnit.getOrDefault(unit, new IntList());
            for (int i = 0; i < nodes.size(); i++) {
                if (isRun(graph.origin.get(nodes.get(i)))) {
                    through(nodes.get(i), incoming, graph.arcFrom, node -> found.accept(graph.unit.get(node)));
                }
            }
        }

        private void outputsOf(int unit, IntConsumer found) {
            IntList nodes = nodesOfUnit.getOrDefault(unit, new IntList());
            for (int i = 0; i < nodes.size(); i++) {
                through(nodes.get(i), outgoing, graph.arcTo, node -> {
                    if (isRun(graph.origin.get(node))) {
                        found.accept(node);
                    }
                });
            }
        }

        /** Along or against the arcs through the pools of runs, to the next nodes that are units. */
        private void through(int start, Graph.Adjacency arcs, IntList end, IntConsumer found) {
            IntList open = new IntList();
            BitSet seen = new BitSet();
            open.add(start);
            while (!open.isEmpty()) {
                int node = open.removeLast();
                for (int i = arcs.start()[node]; i < arcs.start()[node + 1]; i++) {
                    int next = end.get(arcs.arcs()[i]);
                    if (graph.unit.get(next) >= 0) {
                        found.accept(next);
                    } else if (isRun(graph.place.get(next)) && !seen.get(next)) {
                        seen.set(next);
                        open.add(next);
                    }
                }
            }
        }
    }
}
