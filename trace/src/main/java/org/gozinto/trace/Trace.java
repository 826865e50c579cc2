/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One question on one graph: plants the seeds, walks, and marks every unit that had a reached state. */
final class Trace {

    final Scan.Scanned scanned;
    final Graph graph;
    final Question question;
    final Walk walk;
    final Seeds seeds;
    final Insides insides;
    final Hosting hosting;
    final Marks marks;
    final List<Hosting.Contained> hosts;
    private final Map<Integer, List<Integer>> arrivals = new HashMap<>();

    Trace(Book book, Selection selection, Question question) {
        this.question = question;
        boolean pools = question.direction() == Direction.FORWARD || question.amounts() || question.contact() != null;
        this.scanned = Scan.of(book, selection, pools);
        this.graph = scanned.graph();
        this.insides = new Insides(graph, scanned.nest());
        this.hosting = new Hosting(scanned, insides, question.hosts());
        this.walk = new Walk(graph, question);
        this.seeds = new Seeds(scanned, question, walk);
        this.marks = new Marks(book.unitCount());
        seeds.plant(hosting);
        walk.run();
        markWalked();
        markSeedHosts();
        this.hosts = walk.isForward() ? hosting.hosts(walk) : List.of();
        if (walk.isForward()) {
            markHosts();
            markSharing();
            markSeedLots();
        } else {
            hosting.planted().forEach(this::markHeld);
            markLots();
        }
    }

    /** The nodes as which a host moved, in order; found for all hosts at once. */
    List<Integer> arrivals(int unit) {
        if (arrivals.isEmpty() && !hosts.isEmpty()) {
            hosts.forEach(contained -> arrivals.put(contained.host(), new ArrayList<>()));
            for (int node = 0; node < graph.nodes(); node++) {
                List<Integer> of = graph.origin.get(node) < 0 ? null : arrivals.get(graph.unit.get(node));
                if (of != null) {
                    of.add(node);
                }
            }
        }
        return arrivals.getOrDefault(unit, List.of());
    }

    private void markWalked() {
        for (int i = 0; i < walk.reached().size(); i++) {
            int node = walk.reached().get(i);
            int unit = graph.unit.get(node);
            if (unit >= 0 && walk.isReached(node) && !isContainer(unit)) {
                marks.add(unit, walk.precision(node), walk.sinceUs(node), relation(unit), node);
            }
        }
    }

    // Packing is not genealogy: a carton is where things are, not one of them.
    private boolean isContainer(int unit) {
        return graph.facts.isContainer(unit);
    }

    // A host may be known by what is in it alone.
    private void markSeedHosts() {
        BitSet named = seeds.namedUnits;
        for (int unit = named.nextSetBit(0); unit >= 0; unit = named.nextSetBit(unit + 1)) {
            int place = scanned.nest().firstPlace(unit);
            int stay = place < 0 || marks.has(unit) ? -1 : insides.firstAtPlace(place);
            if (stay >= 0) {
                long since = graph.entries.fromUs(graph.stays.fromEntry.get(stay));
                marks.add(unit, Precision.UNIT, since, Relation.SEED, -1);
            }
        }
    }

    private Relation relation(int unit) {
        if (seeds.namedUnits.get(unit)) {
            return seeds.members.get(unit) ? Relation.MEMBER : Relation.SEED;
        }
        return hosting.isPlanted(unit) ? Relation.CONTAINED_UNTIL : Relation.MADE_FROM;
    }

    private void markHosts() {
        for (Hosting.Contained contained : hosts) {
            long since = Math.max(
                    walk.sinceUs(contained.node()),
                    graph.entries.fromUs(contained.span().from()));
            mark(contained.host(), contained.precision(), since, contained.span(), contained.node());
        }
    }

    private void markHeld(Hosting.Held held) {
        int unit = graph.stays.unit.get(held.stay());
        long since = graph.entries.fromUs(held.span().from());
        mark(unit, Precision.UNIT, since, held.span(), held.node());
    }

    private void mark(int unit, Precision precision, long since, Insides.Span span, int node) {
        boolean isOpen = span.to() == Integer.MAX_VALUE;
        marks.add(unit, precision, since, isOpen ? Relation.CONTAINS : Relation.CONTAINED_UNTIL, node);
        if (!isOpen) {
            marks.until(unit, graph.entries.fromUs(span.to()));
        }
    }

    private void markSharing() {
        for (Hosting.Shared shared : hosting.sharing(walk)) {
            int node = shared.node();
            Precision precision =
                    walk.precision(node).ordinal() < Precision.LOT.ordinal() ? walk.precision(node) : Precision.LOT;
            int unit = graph.stays.unit.get(shared.stay());
            if (isContainer(unit)) {
                continue;
            }
            Relation relation = seeds.namedUnits.get(unit) ? relation(unit) : Relation.MADE_FROM;
            marks.add(unit, precision, walk.sinceUs(node), relation, node);
        }
    }

    // A lot may be known by its serials alone.
    private void markSeedLots() {
        for (int unit = seeds.members.nextSetBit(0); unit >= 0; unit = seeds.members.nextSetBit(unit + 1)) {
            if (marks.has(unit)) {
                int lot = graph.facts.lotOf(unit);
                marks.add(lot, Precision.UNIT, marks.sinceUs(unit), Relation.SEED, -1);
            }
        }
    }

    // A seed lot takes its serials along, hence a serial that was reached names its lot.
    private void markLots() {
        IntList units = marks.units();
        BitSet lots = new BitSet();
        for (int i = 0; i < units.size(); i++) {
            int unit = units.get(i);
            int lot = graph.facts.lotOf(unit);
            if (lot >= 0) {
                if (!marks.has(lot)) {
                    lots.set(lot);
                }
                if (lots.get(lot)) {
                    marks.add(lot, marks.precision(unit), marks.sinceUs(unit), Relation.MEMBER, -1);
                }
            }
        }
    }
}
