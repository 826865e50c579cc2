/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The contact hypotheses of a walked trace (trace semantics §2, Contact): who shared something with what was reached,
 * and what that leads to. It reads the trace and changes nothing of it. A reached unit is touched too where it is not
 * reached, but only what follows from that is new.
 *
 * <p>Backward is the mirror: all times count the other way, so that the same search finds the latest contact. Of one
 * instant the order of the entries decides, and what leaves by an entry has not met what comes by it.
 */
final class Contacts {

    private static final NavigableSet<Integer> NO_DRAWS = Collections.emptyNavigableSet();

    private final Trace trace;
    private final Graph graph;
    private final boolean forward;
    private final long windowUs;
    private final SortedMap<Lane, Meeting> lanes = new TreeMap<>(Lane.ORDER);
    private final Map<Integer, Touch> starts = new HashMap<>();
    private final Map<Shared, Touch> touched = new HashMap<>();
    private final Overlaps overlaps;
    private final Comparator<Span> byBegin =
            Comparator.comparingLong(this::from).thenComparingInt(this::fromEntry);
    private final List<Hypothesis> listed;
    private @Nullable String missing;

    /** What is shared; {@code name} is the code of a place. */
    private record Lane(Contact.Kind kind, int place, String name) {

        private static final Comparator<Lane> ORDER =
                Comparator.comparing(Lane::kind).thenComparing(Lane::name).thenComparing(Lane::place);
    }

    /**
     * A unit shares a lane from one entry to before another.
     *
     * @param node where its label is; -1 when that is to be found in {@code presence}
     */
    private record Span(int unit, long fromUs, long toUs, int from, int to, int presence, int node) {}

    private record Touch(Lane lane, Span span, int with, long us) {}

    private record Shared(Lane lane, int unit) {}

    /** Those who share one lane: reached ones, and others. */
    private static final class Meeting {
        private final List<Span> reached = new ArrayList<>();
        private final List<Span> others = new ArrayList<>();
    }

    Contacts(Trace trace) {
        this.trace = trace;
        this.graph = trace.graph;
        this.overlaps = new Overlaps(graph);
        this.forward = trace.walk.isForward();
        Contact contact = trace.question.contact();
        this.windowUs = contact == null ? 0 : Math.min(contact.windowUs(), Presences.EVER);
        Precision floor = trace.question.floor();
        if (contact == null) {
            this.listed = List.of();
        } else if (floor != null && floor != Precision.WINDOW) {
            this.listed = List.of();
            this.missing = "contact: what may have been touched has precision window, which the question leaves out";
        } else {
            this.listed = find(contact);
        }
    }

    /** The hypotheses, by unit in the order of an answer, in the numbers of the asker's book. */
    List<Hypothesis> listed() {
        return listed;
    }

    /** What of the hypotheses is not in the answer, null when all are. */
    @Nullable
    String missing() {
        return missing;
    }

    private List<Hypothesis> find(Contact contact) {
        boolean asksPlaces = contact.kinds().contains(Contact.Kind.PLACE);
        boolean asksVessels = contact.kinds().contains(Contact.Kind.VESSEL);
        var presences = new Presences(trace.scanned);
        if (asksPlaces || asksVessels) {
            collectPlaces(presences, asksPlaces, asksVessels);
        }
        if (contact.kinds().contains(Contact.Kind.EQUIPMENT)) {
            collectActs(Contact.Kind.EQUIPMENT, graph.entries::equipment);
        }
        if (contact.kinds().contains(Contact.Kind.OPERATOR)) {
            collectActs(Contact.Kind.OPERATOR, graph.entries::operator);
        }
        Walk follow = new Walk(graph, trace.question.floor(null));
        lanes.forEach((lane, meeting) -> touches(lane, meeting).forEach(touch -> plant(touch, presences, follow)));
        follow.run();
        return inOrder(hypotheses(follow));
    }

    private boolean isGoods(int unit) {
        Unit.Kind kind = graph.facts.kind(unit);
        return kind == Unit.Kind.LOT || kind == Unit.Kind.SERIAL;
    }

    private void add(Lane lane, Span span, boolean isReached) {
        Meeting meeting = lanes.computeIfAbsent(lane, absent -> new Meeting());
        (isReached ? meeting.reached : meeting.others).add(span);
    }

    // --- places and vessels

    private void collectPlaces(Presences presences, boolean places, boolean vessels) {
        int[] from = new int[presences.size()];
        int[] to = new int[presences.size()];
        Arrays.fill(from, Integer.MAX_VALUE);
        Arrays.fill(to, -1);
        spanReached(presences, from, to);
        BitSet shared = new BitSet();
        for (int number = 0; number < from.length; number++) {
            int start = from[number];
            int end = Math.min(to[number], presences.get(number).to());
            if (start < end && isGoods(presences.get(number).unit())) {
                for (Presences.Presence at : presences.around(number, start, end)) {
                    Lane lane = lane(at.place());
                    if (lane.kind() == Contact.Kind.VESSEL ? vessels : places) {
                        shared.set(at.place());
                        add(lane, span(presences, at), true);
                    }
                }
            }
        }
        for (int place = shared.nextSetBit(0); place >= 0; place = shared.nextSetBit(place + 1)) {
            for (Presences.Presence at : presences.at(place)) {
                if (isGoods(at.unit())) {
                    add(lane(place), span(presences, at), false);
                }
            }
        }
    }

    // Forward, what was reached stays so while it is there; backward, it matters until it left for the seed.
    private void spanReached(Presences presences, int[] from, int[] to) {
        IntList reached = trace.walk.reached();
        Map<Integer, NavigableSet<Integer>> draws = forward ? Map.of() : poolDraws();
        for (int i = 0; i < reached.size(); i++) {
            int node = reached.get(i);
            int number = presences.of(node);
            if (number >= 0 && trace.walk.isReached(node)) {
                Presences.Presence there = presences.get(number);
                // The fills of a mixed vessel are one presence: what met the first may have met what is in the last.
                boolean isWhole = !forward && isMixed(there.place());
                from[number] = Math.min(from[number], isWhole ? there.from() : graph.entry.get(node));
                boolean isSeed = trace.walk.parentArc(node) < 0;
                Integer drawn = draws.getOrDefault(there.place(), NO_DRAWS).floor(there.to());
                int until = forward || isSeed ? Integer.MAX_VALUE : drawn == null ? -1 : drawn;
                to[number] = Math.max(to[number], until);
            }
        }
        for (int arc = 0; !forward && arc < graph.arcs(); arc++) {
            int number = presences.of(graph.arcFrom.get(arc));
            if (number >= 0 && trace.walk.used(arc)) {
                to[number] = Math.max(to[number], graph.arcEntry.get(arc));
            }
        }
    }

    /** Backward: by which entries something left a vessel's pool for the seed, or the seed itself left the vessel. */
    private Map<Integer, NavigableSet<Integer>> poolDraws() {
        Map<Integer, NavigableSet<Integer>> draws = new HashMap<>();
        for (int arc = 0; arc < graph.arcs(); arc++) {
            int node = graph.arcFrom.get(arc);
            boolean isCarry = (graph.arcKind.get(arc) & Graph.CARRY) != 0;
            if (graph.unit.get(node) < 0 && !isCarry && trace.walk.used(arc)) {
                draws.computeIfAbsent(graph.place.get(node), absent -> new TreeSet<>())
                        .add(graph.arcEntry.get(arc));
            }
        }
        for (Hosting.Shared pool : trace.hosting.plantedPools()) {
            draws.computeIfAbsent(graph.place.get(pool.node()), absent -> new TreeSet<>())
                    .add(graph.stays.toEntry.get(pool.stay()));
        }
        return draws;
    }

    private Lane lane(int place) {
        Place where = graph.book.place(place);
        boolean isVessel = where.kind() == Place.Kind.VESSEL;
        return new Lane(isVessel ? Contact.Kind.VESSEL : Contact.Kind.PLACE, place, where.code());
    }

    private Span span(Presences presences, Presences.Presence at) {
        return new Span(at.unit(), presences.fromUs(at), presences.toUs(at), at.from(), at.to(), at.direct(), -1);
    }

    // --- equipment and operators

    private void collectActs(Contact.Kind kind, IntFunction<@Nullable String> of) {
        Map<Integer, List<Insides.Span>> holding = holding();
        for (int node = 0; node < graph.nodes(); node++) {
            int entry = graph.entry.get(node);
            String name = graph.origin.get(node) < 0 ? null : of.apply(entry);
            int unit = graph.unit.get(node);
            if (name == null || !isGoods(unit)) {
                continue;
            }
            long from = Presences.clamp(graph.entries.fromUs(entry));
            long to = Presences.clamp(graph.entries.toUs(entry));
            var lane = new Lane(kind, -1, name);
            var span = new Span(unit, from, to, entry, entry + 1, -1, node);
            boolean isReached = trace.walk.isReached(node);
            if (isReached || holding.getOrDefault(unit, List.of()).stream().anyMatch(held -> held.covers(entry))) {
                add(lane, span, true);
            }
            // Backward, what a reached host held may have touched it.
            if (!isReached || !forward && trace.scanned.nest().firstPlace(unit) >= 0) {
                add(lane, span, false);
            }
        }
    }

    /** Forward: when a host held something reached, by host. */
    private Map<Integer, List<Insides.Span>> holding() {
        Map<Integer, List<Insides.Span>> holding = new HashMap<>();
        for (Hosting.Contained held : forward ? trace.hosting.everContained() : List.<Hosting.Contained>of()) {
            holding.computeIfAbsent(held.host(), absent -> new ArrayList<>()).add(held.span());
        }
        return holding;
    }

    // --- who touched whom

    private long from(Span span) {
        return forward ? span.fromUs() : -span.toUs();
    }

    private long to(Span span) {
        return forward ? span.toUs() : -span.fromUs();
    }

    private int fromEntry(Span span) {
        return forward ? span.from() : -span.to();
    }

    /** The first contact of each of the others with something reached, if there was one. */
    private List<Touch> touches(Lane lane, Meeting meeting) {
        List<Span> reached = meeting.reached;
        reached.sort(byBegin.thenComparingLong(this::to)
                .thenComparing(span -> graph.book.unit(span.unit()), NumberOrder.UNITS)
                .thenComparingInt(Span::from));
        int[] longest = new int[reached.size()];
        for (int i = 1; i < longest.length; i++) {
            longest[i] = to(reached.get(i)) > to(reached.get(longest[i - 1])) ? i : longest[i - 1];
        }
        List<Touch> touches = new ArrayList<>();
        for (Span other : meeting.others) {
            Span with = firstMet(reached, longest, other);
            if (with != null) {
                touches.add(touch(lane, other, with, Math.max(from(other), from(with))));
            }
        }
        return touches;
    }

    private @Nullable Span firstMet(List<Span> reached, int[] longest, Span other) {
        int next = countUpTo(reached, other);
        Span there = next == 0 ? null : reached.get(longest[next - 1]);
        if (there != null && isInWindow(there, other)) {
            if (isInOrder(there, other)) {
                return there;
            }
            next = 0;
        }
        for (; next < reached.size() && from(reached.get(next)) <= to(other); next++) {
            Span with = reached.get(next);
            if (isInWindow(with, other) && isInOrder(with, other)) {
                return with;
            }
            if (!graph.hasSpans) {
                return null;
            }
        }
        return null;
    }

    private boolean isInWindow(Span reached, Span other) {
        return to(reached) + windowUs >= from(other);
    }

    // What may be touched was still there, or came later, when what touches it came: surely, or nobody knows.
    private boolean isInOrder(Span reached, Span other) {
        Span touching = forward ? reached : other;
        Span touched = forward ? other : reached;
        if (touching.from() < touched.to()) {
            return true;
        }
        int end = touched.node() >= 0 ? touched.to() - 1 : touched.to();
        return overlaps.openOrder(touching.from(), end);
    }

    private int countUpTo(List<Span> sorted, Span other) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byBegin.compare(sorted.get(middle), other) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Touch touch(Lane lane, Span other, Span with, long us) {
        // The entry from which on, or up to which, both shared the lane.
        int entry = forward ? Math.max(other.from(), with.from()) : Math.min(other.to(), with.to()) - 1;
        Span bound =
                new Span(other.unit(), other.fromUs(), other.toUs(), entry, other.to(), other.presence(), other.node());
        return new Touch(lane, bound, with.unit(), forward ? us : -us);
    }

    // --- what it leads to

    private void plant(Touch touch, Presences presences, Walk follow) {
        if (!trace.marks.has(touch.span().unit())) {
            touched.merge(new Shared(touch.lane(), touch.span().unit()), touch, this::earlier);
        }
        int entry = touch.span().from();
        int node = touch.span().node();
        if (node >= 0) {
            plant(node, -1, touch, follow);
            if (!forward) {
                plantParts(touch, follow);
            }
        } else if (isMixed(touch.lane().place())) {
            int next = presences.firstNode(touch.span().presence());
            for (; next >= 0; next = presences.nextNode(next)) {
                if (forward || graph.entry.get(next) <= entry) {
                    plant(next, graph.entry.get(next) < entry ? entry : -1, touch, follow);
                }
            }
        } else {
            node = newest(presences, touch.span().presence(), entry);
            plant(node, graph.entry.get(node) < entry ? entry : -1, touch, follow);
        }
    }

    private boolean isMixed(int place) {
        return place >= 0 && graph.book.place(place).mixing() != Mixing.NONE;
    }

    private int newest(Presences presences, int number, int entry) {
        int newest = presences.firstNode(number);
        for (int node = newest; node >= 0; node = presences.nextNode(node)) {
            newest = graph.entry.get(node) <= entry ? node : newest;
        }
        return newest;
    }

    private void plant(int node, int afterEntry, Touch touch, Walk follow) {
        follow.startAfter(node, forward ? afterEntry : -1, touch.us());
        starts.merge(node, touch, this::earlier);
    }

    // Backward, what a host is made of is also what is in it; at a place, that was there itself.
    private void plantParts(Touch touch, Walk follow) {
        int entry = touch.span().from();
        trace.insides.visit(touch.span().unit(), new Insides.Span(entry, entry + 1), (stay, span) -> {
            int node = graph.stays.lastNode.get(stay);
            while (node >= 0 && graph.entry.get(node) > entry) {
                node = graph.before.get(node);
            }
            if (node >= 0) {
                plant(node, -1, touch, follow);
            }
        });
    }

    private Touch earlier(Touch one, Touch other) {
        int byTime = forward ? Long.compare(one.us(), other.us()) : Long.compare(other.us(), one.us());
        int byLane = byTime != 0 ? byTime : Lane.ORDER.compare(one.lane(), other.lane());
        int byUnit = byLane != 0
                ? byLane
                : NumberOrder.UNITS.compare(
                        graph.book.unit(one.span().unit()),
                        graph.book.unit(other.span().unit()));
        return byUnit <= 0 ? one : other;
    }

    private Map<Integer, List<Hypothesis>> hypotheses(Walk follow) {
        Map<Integer, List<Hypothesis>> found = new HashMap<>();
        touched.forEach((shared, touch) -> found.computeIfAbsent(shared.unit(), absent -> new ArrayList<>())
                .add(hypothesis(shared.unit(), Hypothesis.Relation.TOUCHED, touch, touch.us())));
        Map<Integer, Hypothesis> followed = new HashMap<>();
        for (int i = 0; i < follow.reached().size(); i++) {
            int node = follow.reached().get(i);
            if (graph.unit.get(node) >= 0 && follow.isReached(node)) {
                follow(graph.unit.get(node), node, follow, followed);
            }
        }
        if (forward) {
            var hosting = new Hosting(trace.scanned, trace.insides, trace.question.hosts());
            hosting.hosts(follow).forEach(host -> follow(host.host(), host.node(), follow, followed));
            hosting.sharing(follow)
                    .forEach(shared -> follow(graph.stays.unit.get(shared.stay()), shared.node(), follow, followed));
        }
        followed.forEach((unit, hypothesis) -> found.putIfAbsent(unit, List.of(hypothesis)));
        return found;
    }

    private void follow(int unit, int node, Walk follow, Map<Integer, Hypothesis> followed) {
        if (!isGoods(unit) || trace.marks.has(unit)) {
            return;
        }
        int start = node;
        while (follow.parentArc(start) >= 0) {
            int arc = follow.parentArc(start);
            start = forward ? graph.arcFrom.get(arc) : graph.arcTo.get(arc);
        }
        Touch touch = starts.get(start);
        if (touch != null) {
            long us = forward ? Math.max(touch.us(), follow.sinceUs(node)) : Math.min(touch.us(), follow.sinceUs(node));
            followed.merge(
                    unit,
                    hypothesis(unit, Hypothesis.Relation.FOLLOWED, touch, us),
                    (one, other) -> (forward ? one.sinceUs() <= other.sinceUs() : one.sinceUs() >= other.sinceUs())
                            ? one
                            : other);
        }
    }

    private Hypothesis hypothesis(int unit, Hypothesis.Relation relation, Touch touch, long us) {
        Lane lane = touch.lane();
        return new Hypothesis(
                unit,
                relation,
                lane.kind(),
                lane.place(),
                lane.place() < 0 ? lane.name() : null,
                touch.with(),
                touch.span().unit(),
                us);
    }

    private List<Hypothesis> inOrder(Map<Integer, List<Hypothesis>> found) {
        Comparator<Hypothesis> order = Comparator.comparing(
                        (Hypothesis hypothesis) -> graph.book.unit(hypothesis.unit()), NumberOrder.UNITS)
                .thenComparing(
                        hypothesis -> new Lane(hypothesis.kind(), hypothesis.place(), name(hypothesis)), Lane.ORDER);
        int most = trace.question.limits().units();
        if (found.size() > most) {
            missing = "contact: " + (found.size() - most) + " more units than the limit keeps";
        }
        return found.values().stream()
                .sorted(Comparator.comparing(of -> graph.book.unit(of.getFirst().unit()), NumberOrder.UNITS))
                .limit(most)
                .flatMap(of -> of.stream().sorted(order))
                .map(this::outer)
                .toList();
    }

    private String name(Hypothesis hypothesis) {
        String name = hypothesis.name();
        return name != null ? name : graph.book.place(hypothesis.place()).code();
    }

    private Hypothesis outer(Hypothesis inner) {
        return new Hypothesis(
                graph.outerUnit(inner.unit()),
                inner.relation(),
                inner.kind(),
                inner.place() < 0 ? -1 : graph.outerPlace(inner.place()),
                inner.name(),
                graph.outerUnit(inner.with()),
                graph.outerUnit(inner.through()),
                inner.sinceUs());
    }
}
