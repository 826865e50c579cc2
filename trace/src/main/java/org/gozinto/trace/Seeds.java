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
import org.jspecify.annotations.Nullable;

/** Which nodes a question starts from (trace semantics §2 Seeds, §3). */
final class Seeds {

    private static final int DEPTH_MAX = 1000;

    private final Scan.Scanned scanned;
    private final Graph graph;
    private final Question question;
    private final Walk walk;
    /** Units asked for as a whole: all of them is suspect wherever it is. */
    final BitSet wholeUnits = new BitSet();
    /** Units that are seeds, whole or in part, and the serials of a seed lot. */
    final BitSet namedUnits = new BitSet();

    final BitSet members = new BitSet();
    /** What is in a container now: only what is left at these nodes is asked about. */
    final BitSet nowNodes = new BitSet();

    private final IntList nodes = new IntList();
    /** Seeds of which only a part is meant, by their units. */
    private final Map<Integer, List<Seed.OfUnit>> narrowed = new HashMap<>();

    Seeds(Scan.Scanned scanned, Question question, Walk walk) {
        this.scanned = scanned;
        this.graph = scanned.graph();
        this.question = question;
        this.walk = walk;
    }

    void plant(Hosting hosting) {
        BitSet whole = new BitSet();
        for (Seed seed : question.seeds()) {
            switch (seed) {
                case Seed.OfUnit ofUnit -> {
                    if (isContainer(ofUnit.unit())) {
                        plantContents(ofUnit.unit());
                    } else if (ofUnit.isNarrowed()) {
                        narrowed.computeIfAbsent(ofUnit.unit(), unit -> new ArrayList<>(1))
                                .add(ofUnit);
                    } else {
                        whole.set(ofUnit.unit());
                    }
                }
                case Seed.OfContainer container -> plantContents(container.unit());
            }
        }
        if (!whole.isEmpty() || !narrowed.isEmpty()) {
            plantUnits(whole);
        }
        if (!walk.isForward()) {
            hosting.plantContents(this, walk);
        }
    }

    /** Whether the unit as it was in the vessel is meant: a seed that is narrowed to another place does not mean it. */
    boolean meansPool(int unit, int vessel) {
        return wholeUnits.get(unit)
                || meansPool(narrowed.get(unit), vessel)
                || meansPool(narrowed.get(graph.facts.lotOf(unit)), vessel);
    }

    private boolean meansPool(@Nullable List<Seed.OfUnit> seeds, int vessel) {
        if (seeds != null) {
            for (Seed.OfUnit seed : seeds) {
                Integer place = seed.place();
                if (place != null && isInside(vessel, place)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isContainer(int unit) {
        return graph.facts.isContainer(unit);
    }

    IntList nodes() {
        return nodes;
    }

    private void start(int node, boolean isEnd) {
        nodes.add(node);
        walk.start(node, isEnd);
    }

    /**
     * Plants the seeds that are units, and the serials of the lots among them: all of them, or what narrowed seeds
     * mean. All at once, so that their order says nothing and many of them take one look at the graph.
     */
    private void plantUnits(BitSet whole) {
        BitSet seeds = (BitSet) whole.clone();
        narrowed.keySet().forEach(seeds::set);
        BitSet wanted = (BitSet) seeds.clone();
        BitSet all = (BitSet) whole.clone();
        for (int unit = 0; unit < graph.book.unitCount(); unit++) {
            int lot = graph.facts.lotOf(unit);
            if (lot >= 0 && seeds.get(lot)) {
                wanted.set(unit);
                members.set(unit, !seeds.get(unit));
                if (whole.get(lot)) {
                    all.set(unit);
                }
            }
        }
        BitSet seen = (BitSet) seeds.clone();
        for (int node = 0; node < graph.nodes(); node++) {
            int unit = graph.unit.get(node);
            boolean isWanted = unit >= 0 && wanted.get(unit);
            if (isWanted) {
                seen.set(unit);
            }
            boolean isCounted = isWanted && (!graph.isUntracked(unit) || isFirstSeen(node));
            if (isCounted && (all.get(unit) || isMeant(node, unit))) {
                start(node, false);
            }
        }
        // A serial of the lot that the question knows nothing of is none to it.
        wanted.and(seen);
        members.and(seen);
        all.and(seen);
        namedUnits.or(wanted);
        wholeUnits.or(all);
    }

    /** Whether a narrowed seed, of the unit or of its lot, means the node. */
    private boolean isMeant(int node, int unit) {
        return isMeant(node, narrowed.get(unit)) || isMeant(node, narrowed.get(graph.facts.lotOf(unit)));
    }

    private boolean isMeant(int node, @Nullable List<Seed.OfUnit> seeds) {
        if (seeds != null) {
            for (Seed.OfUnit seed : seeds) {
                if (isMeant(node, seed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isMeant(int node, Seed.OfUnit seed) {
        if (graph.origin.get(node) < 0) {
            return false;
        }
        int entry = graph.entry.get(node);
        Integer place = seed.place();
        Window window = seed.window();
        return (place == null || isInside(graph.place.get(node), place))
                && (seed.document() == null || seed.document().equals(graph.entries.document(entry)))
                && (window == null || window.overlaps(graph.entries.occurred(entry)));
    }

    // Which untracked stock went where nobody knows: it counts where it came in or was made, not where it went.
    private boolean isFirstSeen(int node) {
        int origin = graph.origin.get(node);
        if (origin < 0) {
            return false;
        }
        Place.Kind from = graph.facts.kindOfPlace(origin);
        return from == Place.Kind.RUN
                || from == Place.Kind.PARTNER
                || from == Place.Kind.OUTSIDE
                || from == Place.Kind.UNKNOWN;
    }

    private boolean isInside(int place, int outer) {
        int wanted = graph.outerPlace(outer);
        int at = graph.outerPlace(place);
        // In an excerpt the places around are known to the whole book only; no place is in itself.
        for (int depth = 0; at >= 0 && depth <= DEPTH_MAX; depth++) {
            if (at == wanted) {
                return true;
            }
            at = graph.outerParent(at);
        }
        return false;
    }

    private void plantContents(int container) {
        IntList contents = question.contents() == Contents.NOW
                ? nodesNow(container)
                : scanned.graph().stays.size() == 0 ? new IntList() : nodesEver(container);
        for (int i = 0; i < contents.size(); i++) {
            int node = contents.get(i);
            if (isContainer(graph.unit.get(node))) {
                continue;
            }
            namedUnits.set(graph.unit.get(node));
            nowNodes.set(node, question.contents() == Contents.NOW);
            // As-of is the end: of what is in the container now, nothing has gone on yet.
            start(node, question.contents() == Contents.NOW && walk.isForward());
        }
    }

    private IntList nodesNow(int container) {
        IntList states = scanned.nest().contents(container);
        IntList found = new IntList();
        for (int i = 0; i < states.size(); i++) {
            found.add(scanned.states().node.get(states.get(i)));
        }
        return found;
    }

    private IntList nodesEver(int container) {
        IntList found = new IntList();
        BitSet stays = new Insides(graph, scanned.nest()).everIn(container);
        for (int node = 0; node < graph.nodes(); node++) {
            int stay = graph.stay.get(node);
            if (stay >= 0 && stays.get(stay)) {
                found.add(node);
            }
        }
        return found;
    }
}
