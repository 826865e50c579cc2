/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.genealogy.Histories.Event;
import org.gozinto.genealogy.Histories.Input;
import org.gozinto.genealogy.Histories.Kind;
import org.gozinto.genealogy.Histories.RunHistory;
import org.gozinto.genealogy.Histories.VesselHistory;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;
import org.gozinto.trace.index.MovementReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks back through what units were made from, at every tier and with respect to time, and puts together what each has
 * in its history. What many units have in common (a lot as it was at one moment, the inputs of a run until then, the
 * content of a tank) is worked out once.
 *
 * <p>A unit as it was is a unit and the number of things that had happened to it; each of them leads to units as they
 * were before it, so that the walk ends. Not for several threads.
 */
final class FactorWalk {

    /** Factors that kept profiles may have together: some 160 MB. */
    private static final long KEPT_MAX = 20_000_000;

    private final LedgerBook.View book;
    private final MovementReader reader;
    private final Histories histories;
    private final FactorFacts facts;
    private final Factors.Parts parts;
    private final ProfileMixer mixer = new ProfileMixer();
    private final Map<Node, Profile> known = new HashMap<>();
    private long kept;

    FactorWalk(LedgerBook.View book, Set<Factor.Family> families, Factors.Parts parts) {
        this.book = book;
        this.reader = book.index().reader(Question.forward(Seed.of(0)));
        this.histories = new Histories(book, reader);
        this.facts = new FactorFacts(book, reader, families);
        this.parts = parts;
    }

    FactorFacts facts() {
        return facts;
    }

    /** What a profile can be of. */
    private enum Sort {
        UNIT,
        RUN,
        POOL,
        FILL
    }

    /**
     * @param version how many events of a unit, or inputs of a run, count; the entry that draws from a pool; which of
     *     the flows of a vessel a fill is
     */
    private record Node(Sort sort, int id, int version) {}

    /**
     * What a profile is put together from.
     *
     * @param node whose profile; null for one factor
     */
    private record Piece(int group, double weight, @Nullable Node node, int factor) {}

    /** Pieces of a node, group by group. */
    private static final class Pieces {
        private final List<Piece> list = new ArrayList<>();
        private int group;

        void factors(int[] factors) {
            for (int factor : factors) {
                list.add(new Piece(group, 1, null, factor));
            }
            group++;
        }

        void node(@Nullable Node node, double weight) {
            if (node != null && weight > 0) {
                list.add(new Piece(group, weight, node, -1));
            }
        }

        void next() {
            group++;
        }
    }

    /** A node whose pieces are being worked out. */
    private static final class Frame {
        private final Node node;
        private final List<Piece> pieces;
        private int next;

        Frame(Node node, List<Piece> pieces) {
            this.node = node;
            this.pieces = pieces;
        }
    }

    /** Forgets what was worked out when it is much. */
    void tidy() {
        histories.tidy();
        if (kept > KEPT_MAX) {
            known.clear();
            kept = 0;
        }
    }

    /**
     * What a unit has in its history.
     *
     * @param asOfUs what happened later does not count
     */
    Profile of(int unit, long asOfUs) {
        return solved(root(unit, asOfUs));
    }

    private Node root(int unit, long asOfUs) {
        int version = Histories.versionBefore(histories.of(unit), asOfUs, Integer.MAX_VALUE);
        return new Node(Sort.UNIT, unit, version);
    }

    private Profile solved(Node root) {
        Profile found = known.get(root);
        if (found != null) {
            return found;
        }
        Deque<Frame> stack = new ArrayDeque<>();
        Set<Node> open = new HashSet<>();
        push(root, stack, open);
        Profile last = Profile.NONE;
        while (!stack.isEmpty()) {
            Frame frame = stack.peek();
            Node missing = missing(frame, open);
            if (missing == null) {
                stack.pop();
                open.remove(frame.node);
                last = mixed(frame.pieces);
                kept += last.size() + 4L;
                known.put(frame.node, last);
            } else {
                push(missing, stack, open);
            }
        }
        return last;
    }

    private void push(Node node, Deque<Frame> stack, Set<Node> open) {
        open.add(node);
        stack.push(new Frame(node, pieces(node)));
    }

    // Spans of time can make two units come before each other; the second time round adds nothing.
    private @Nullable Node missing(Frame frame, Set<Node> open) {
        while (frame.next < frame.pieces.size()) {
            Node node = frame.pieces.get(frame.next).node();
            if (node != null && !known.containsKey(node) && !open.contains(node)) {
                return node;
            }
            frame.next++;
        }
        return null;
    }

    private Profile mixed(List<Piece> pieces) {
        int group = 0;
        for (Piece piece : pieces) {
            if (piece.group() != group) {
                mixer.next();
                group = piece.group();
            }
            if (piece.node() == null) {
                mixer.add(piece.factor(), piece.weight());
            } else {
                mixer.add(known.getOrDefault(piece.node(), Profile.NONE), piece.weight());
            }
        }
        return mixer.take();
    }

    private List<Piece> pieces(Node node) {
        var pieces = new Pieces();
        switch (node.sort()) {
            case UNIT -> ofUnit(node, pieces);
            case RUN -> ofRun(node, pieces);
            case POOL -> ofPool(node, pieces);
            case FILL -> ofFill(node, pieces);
        }
        return pieces.list;
    }

    // --- units

    private void ofUnit(Node node, Pieces pieces) {
        int unit = node.id();
        List<Event> events = histories.of(unit).subList(0, node.version());
        pieces.factors(facts.ofUnit(unit));
        boolean isSerial = book.unit(unit).kind() == Unit.Kind.SERIAL;
        double total = 0;
        for (Event event : events) {
            total += event.isSource() ? event.qty() : 0;
        }
        boolean first = true;
        for (Event event : events) {
            if (event.isSource() && (!isSerial || first || event.kind() != Kind.RECEIVED)) {
                ofSource(unit, event, isSerial ? 1 : event.qty() / total, pieces);
                first = false;
            }
        }
        pieces.next();
        // A serial goes through its runs one after the other, a lot's piece through one of them.
        ofParts(events, pieces);
    }

    private void ofSource(int unit, Event event, double weight, Pieces pieces) {
        for (int factor : facts.ofSource(unit, event)) {
            pieces.list.add(new Piece(pieces.group, weight, null, factor));
        }
        switch (event.kind()) {
            case MADE -> ofMade(unit, event, weight, pieces);
            case DRAWN -> pieces.node(new Node(Sort.POOL, event.other(), event.entry()), weight);
            case TAKEN -> pieces.node(unitBefore(event.other(), event.fromUs(), event.entry()), weight);
            case RECEIVED, INSTALLED, REMOVED -> {
                // Nothing is known of what was before it came.
            }
        }
    }

    private void ofMade(int unit, Event event, double weight, Pieces pieces) {
        RunHistory run = histories.run(event.other());
        pieces.node(new Node(Sort.RUN, event.other(), run.version(event)), weight);
        List<Input> own = run.known().getOrDefault(unit, List.of());
        if (own.isEmpty()) {
            return;
        }
        boolean isSerial = book.unit(unit).kind() == Unit.Kind.SERIAL;
        Map<Integer, Double> ofItem = totals(own);
        for (Input input : own) {
            // All that is known to have gone into one piece is in it.
            double share = isSerial ? 1 : input.qty() / ofItem.getOrDefault(sort(input.unit()), 1.0);
            pieces.node(taken(input), weight * share);
        }
    }

    private void ofParts(List<Event> events, Pieces pieces) {
        Set<Integer> removed = new HashSet<>();
        if (parts == Factors.Parts.AS_INSTALLED) {
            // The latest installation or removal of a part decides; a lot's pieces are not told apart.
            for (Event event : events) {
                if (event.kind() == Kind.REMOVED) {
                    removed.add(event.other());
                } else if (event.kind() == Kind.INSTALLED) {
                    removed.remove(event.other());
                }
            }
        }
        for (Event event : events) {
            if (event.kind() == Kind.INSTALLED && !removed.contains(event.other())) {
                pieces.factors(facts.ofInstallation(event.entry()));
                pieces.node(
                        taken(new Input(event.other(), event.place(), event.qty(), event.fromUs(), event.entry())), 1);
                pieces.next();
            }
        }
    }

    /** A unit as it was when it was taken from a place: of a vessel, what was in that. */
    private Node taken(Input input) {
        return book.index().mixes(input.from())
                ? new Node(Sort.POOL, input.from(), input.entry())
                : unitBefore(input.unit(), input.fromUs(), input.entry());
    }

    private Node unitBefore(int unit, long us, int entry) {
        return new Node(Sort.UNIT, unit, Histories.versionBefore(histories.of(unit), us, entry));
    }

    // --- runs and vessels

    private void ofRun(Node node, Pieces pieces) {
        RunHistory run = histories.run(node.id());
        List<Input> inputs = run.open().subList(0, node.version());
        Map<Integer, Double> totals = totals(inputs);
        Map<Integer, List<Input>> byItem = new HashMap<>();
        for (Input input : inputs) {
            byItem.computeIfAbsent(sort(input.unit()), s -> new ArrayList<>()).add(input);
        }
        byItem.forEach((item, alike) -> {
            double total = totals.getOrDefault(item, 1.0);
            for (Input input : alike) {
                pieces.node(taken(input), run.soleSerial() ? 1 : input.qty() / total);
            }
            pieces.next();
        });
    }

    private Map<Integer, Double> totals(List<Input> inputs) {
        Map<Integer, Double> totals = new HashMap<>();
        inputs.forEach(input -> totals.merge(sort(input.unit()), (double) input.qty(), Double::sum));
        return totals;
    }

    private int sort(int unit) {
        return facts.itemNumber(unit);
    }

    private void ofPool(Node node, Pieces pieces) {
        pieces.factors(facts.ofVessel(node.id()));
        VesselHistory vessel = histories.vessel(node.id());
        vessel.shares(reader.fromUs(node.version()), node.version()).forEach((at, share) -> {
            Input input = vessel.flows().get(at).input();
            if (input != null) {
                pieces.node(isSource(input) ? new Node(Sort.FILL, node.id(), at) : taken(input), share);
            }
        });
    }

    private boolean isSource(Input input) {
        return switch (book.index().kindOf(input.from())) {
            case RUN, PARTNER -> true;
            case SITE, AREA, BIN, VESSEL, CONTAINER, HOST, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> false;
        };
    }

    // What is made or received into a vessel is there and nowhere else.
    private void ofFill(Node node, Pieces pieces) {
        Input input = histories.vessel(node.id()).flows().get(node.version()).input();
        if (input == null) {
            return;
        }
        pieces.factors(facts.ofUnit(input.unit()));
        Kind kind = book.index().kindOf(input.from()) == Place.Kind.RUN ? Kind.MADE : Kind.RECEIVED;
        ofSource(
                input.unit(),
                new Event(
                        kind,
                        input.fromUs(),
                        reader.toUs(input.entry()),
                        input.entry(),
                        input.from(),
                        node.id(),
                        input.qty()),
                1,
                pieces);
    }

    /** Where in which hosts a unit was, until a time. */
    int[] ofHosts(int unit, long asOfUs) {
        var factors = new IntList();
        reader.forEachOf(unit, (entry, u, qty, from, to) -> {
            if (book.index().kindOf(to) == Place.Kind.HOST && reader.fromUs(entry) <= asOfUs) {
                for (int factor : facts.ofHost(entry, book.index().unitOfPlace(to))) {
                    factors.add(factor);
                }
            }
        });
        return factors.toArray();
    }

    // --- the way to a factor

    /** Units from the one that has a factor by itself to this one; empty when it has it not. */
    List<Integer> path(int unit, long asOfUs, int factor) {
        Node node = root(unit, asOfUs);
        List<Integer> path = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        while (node != null && solved(node).has(factor) && seen.add(node)) {
            if (node.sort() == Sort.UNIT) {
                path.addFirst(node.id());
            }
            node = next(pieces(node), factor);
        }
        return path;
    }

    private @Nullable Node next(List<Piece> pieces, int factor) {
        Node likeliest = null;
        double weight = 0;
        for (Piece piece : pieces) {
            if (piece.factor() == factor) {
                return null;
            }
            if (piece.node() != null
                    && piece.weight() > weight
                    && solved(piece.node()).has(factor)) {
                likeliest = piece.node();
                weight = piece.weight();
            }
        }
        return likeliest;
    }
}
