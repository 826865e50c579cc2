/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.trace.Act;
import org.gozinto.trace.Link;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.gozinto.trace.index.MovementReader;
import org.jspecify.annotations.Nullable;

/**
 * What happened to units, in runs and in vessels, in the order of time, read from the trace index once each. Units and
 * places are the engine's numbers. Not for several threads.
 */
final class Histories {

    /** Events that are kept before all is forgotten: some 100 MB. */
    private static final int KEPT_MAX = 2_000_000;

    private final LedgerBook.View book;
    private final MovementReader reader;
    private final Map<Integer, List<Event>> ofUnits = new HashMap<>();
    private final Map<Integer, RunHistory> ofRuns = new HashMap<>();
    private final Map<Integer, VesselHistory> ofVessels = new HashMap<>();
    private int kept;

    Histories(LedgerBook.View book, MovementReader reader) {
        this.book = book;
        this.reader = reader;
    }

    /** What can happen to a unit that says where it, or a part of it, comes from. */
    enum Kind {
        MADE,
        RECEIVED,
        DRAWN,
        TAKEN,
        INSTALLED,
        REMOVED
    }

    /**
     * Something that happened.
     *
     * @param other the run, partner or vessel; the part of an installation; the lot that a serial was taken from
     * @param place where the unit came to, or where the part came from
     */
    record Event(Kind kind, long fromUs, long toUs, int entry, int other, int place, long qty) {

        boolean isBefore(long us, int ofEntry) {
            return fromUs < us || fromUs == us && entry < ofEntry;
        }

        boolean isSource() {
            return kind == Kind.MADE || kind == Kind.RECEIVED || kind == Kind.DRAWN || kind == Kind.TAKEN;
        }
    }

    private static final Comparator<Event> BY_TIME =
            Comparator.comparingLong(Event::fromUs).thenComparingInt(Event::entry);

    /** Forgets what was read when it is much. */
    void tidy() {
        if (kept > KEPT_MAX) {
            ofUnits.clear();
            ofRuns.clear();
            ofVessels.clear();
            kept = 0;
        }
    }

    // --- units

    /** What happened to a unit, oldest first. */
    List<Event> of(int unit) {
        List<Event> known = ofUnits.get(unit);
        if (known == null) {
            known = read(unit);
            kept += known.size() + 1;
            ofUnits.put(unit, known);
        }
        return known;
    }

    private List<Event> read(int unit) {
        List<Event> events = new ArrayList<>(2);
        long[] first = {Long.MAX_VALUE, Long.MAX_VALUE};
        reader.forEachOf(unit, (entry, u, qty, from, to) -> {
            if (reader.fromUs(entry) < first[0]) {
                first[0] = reader.fromUs(entry);
                first[1] = entry;
            }
            Kind kind = source(entry, from, to);
            if (kind != null) {
                events.add(event(kind, entry, from, to, qty));
            }
        });
        int lot = book.index().lotOf(unit);
        if (events.isEmpty() && lot >= 0 && first[1] != Long.MAX_VALUE) {
            int entry = (int) first[1];
            events.add(event(Kind.TAKEN, entry, lot, -1, 1));
        }
        reader.forEachPlaceOf(unit, host -> addParts(host, events));
        events.sort(BY_TIME);
        return List.copyOf(events);
    }

    private @Nullable Kind source(int entry, int from, int to) {
        if (book.index().mixes(from) && !book.index().mixes(to)) {
            return Kind.DRAWN;
        }
        if (book.index().mixes(to)) {
            return null;
        }
        return origin(entry, from);
    }

    private @Nullable Kind origin(int entry, int from) {
        return switch (book.index().kindOf(from)) {
            case RUN -> Kind.MADE;
            case PARTNER -> reader.act(entry) == Act.RECEIVE ? Kind.RECEIVED : null;
            case SITE, AREA, BIN, VESSEL, CONTAINER, HOST, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> null;
        };
    }

    private void addParts(int host, List<Event> events) {
        if (book.index().kindOf(host) != Place.Kind.HOST) {
            return;
        }
        reader.forEachAt(host, (entry, part, qty, from, to) -> {
            if (to == host) {
                events.add(event(Kind.INSTALLED, entry, part, from, qty));
            } else {
                events.add(event(Kind.REMOVED, entry, part, to, qty));
            }
        });
    }

    private Event event(Kind kind, int entry, int other, int place, long qty) {
        return new Event(kind, reader.fromUs(entry), reader.toUs(entry), entry, other, place, qty);
    }

    /** How many of the events had happened before an entry. */
    static int versionBefore(List<Event> events, long us, int entry) {
        int version = 0;
        while (version < events.size() && events.get(version).isBefore(us, entry)) {
            version++;
        }
        return version;
    }

    // --- runs

    /**
     * What went into a run.
     *
     * @param open inputs that may have gone into any output at or after them, oldest first
     * @param known inputs that went into one output, by that
     * @param soleSerial whether all that came out of it is one serial
     */
    record RunHistory(List<Input> open, Map<Integer, List<Input>> known, boolean soleSerial) {

        /** How many of the open inputs were there when an output came. */
        int version(Event output) {
            int version = 0;
            while (version < open.size() && open.get(version).isNotAfter(output)) {
                version++;
            }
            return version;
        }
    }

    /** A quantity of a unit that was taken from a place into a run or vessel. */
    record Input(int unit, int from, long qty, long fromUs, int entry) {

        // Within an entry all inputs come before all outputs; a span of time may have been before its end.
        boolean isNotAfter(Event output) {
            return fromUs < output.toUs() || fromUs == output.toUs() && entry <= output.entry();
        }
    }

    RunHistory run(int run) {
        RunHistory known = ofRuns.get(run);
        if (known == null) {
            known = readRun(run);
            kept += known.open.size() + known.known.size() + 1;
            ofRuns.put(run, known);
        }
        return known;
    }

    private RunHistory readRun(int run) {
        Map<Integer, Map<Integer, Set<Integer>>> links = new HashMap<>();
        reader.forEachEntryAt(run, entry -> {
            for (Link link : reader.links(entry)) {
                links.computeIfAbsent(entry, e -> new HashMap<>())
                        .computeIfAbsent(link.input(), u -> new HashSet<>())
                        .add(link.output());
            }
        });
        Map<Integer, Set<Integer>> anywhere = new HashMap<>();
        links.values()
                .forEach(own -> own.forEach((input, outputs) ->
                        anywhere.computeIfAbsent(input, u -> new HashSet<>()).addAll(outputs)));
        List<Input> inputs = new ArrayList<>();
        Map<Integer, Integer> lone = new HashMap<>();
        Set<Integer> outputs = new HashSet<>();
        reader.forEachAt(run, (entry, unit, qty, from, to) -> {
            if (to == run) {
                inputs.add(new Input(unit, from, qty, reader.fromUs(entry), entry));
            } else if (isSerial(unit)) {
                outputs.add(unit);
                if (reader.act(entry) == Act.PRODUCE && reader.outputs(entry, run) == 1) {
                    lone.put(entry, unit);
                }
            } else {
                outputs.add(unit);
            }
        });
        inputs.sort(Comparator.comparingLong(Input::fromUs).thenComparingInt(Input::entry));
        return sorted(inputs, new Linked(links, anywhere, lone), outputs);
    }

    /** Which input is known to have gone into which outputs: by its own entry, by any other, or as the only one. */
    private record Linked(
            Map<Integer, Map<Integer, Set<Integer>>> own,
            Map<Integer, Set<Integer>> anywhere,
            Map<Integer, Integer> lone) {

        @Nullable
        Set<Integer> of(Input input) {
            Set<Integer> here = own.getOrDefault(input.entry(), Map.of()).get(input.unit());
            if (here != null) {
                return here;
            }
            Integer sole = lone.get(input.entry());
            return sole != null ? Set.of(sole) : anywhere.get(input.unit());
        }
    }

    private RunHistory sorted(List<Input> inputs, Linked linked, Set<Integer> outputs) {
        List<Input> open = new ArrayList<>();
        Map<Integer, List<Input>> known = new HashMap<>();
        for (Input input : inputs) {
            Set<Integer> into = linked.of(input);
            if (into == null) {
                open.add(input);
            } else {
                into.forEach(output ->
                        known.computeIfAbsent(output, o -> new ArrayList<>()).add(input));
            }
        }
        boolean sole = outputs.size() == 1 && isSerial(outputs.iterator().next());
        return new RunHistory(open, known, sole);
    }

    private boolean isSerial(int unit) {
        return book.unit(unit).kind() == Unit.Kind.SERIAL;
    }

    // --- vessels

    /**
     * What was filled into a vessel and drawn from it, in the order of time.
     *
     * @param flows fills have a quantity above zero, draws one below; a cleaning has none
     */
    record VesselHistory(List<Flow> flows, Mixing mixing, long overlap) {

        /** The share of each fill in what was drawn by an entry, by the place of the fill in the list. */
        Map<Integer, Double> shares(long us, int entry) {
            return mixing == Mixing.FIFO ? VesselShares.plugFlow(this, us, entry) : VesselShares.pool(this, us, entry);
        }
    }

    /** @param input what was filled in, with a quantity; null for a draw or a cleaning */
    record Flow(@Nullable Input input, long drawn, boolean clean, long fromUs, int entry) {}

    VesselHistory vessel(int vessel) {
        VesselHistory known = ofVessels.get(vessel);
        if (known == null) {
            known = readVessel(vessel);
            kept += known.flows.size() + 1;
            ofVessels.put(vessel, known);
        }
        return known;
    }

    private VesselHistory readVessel(int vessel) {
        List<Flow> flows = new ArrayList<>();
        reader.forEachAt(vessel, (entry, unit, qty, from, to) -> {
            long us = reader.fromUs(entry);
            flows.add(
                    to == vessel
                            ? new Flow(new Input(unit, from, qty, us, entry), 0, false, us, entry)
                            : new Flow(null, qty, false, us, entry));
        });
        reader.forEachEntryAt(vessel, entry -> {
            if (reader.act(entry) == Act.CLEAN && reader.place(entry) == vessel) {
                flows.add(new Flow(null, 0, true, reader.fromUs(entry), entry));
            }
        });
        flows.sort(Comparator.comparingLong(Flow::fromUs).thenComparingInt(Flow::entry));
        Place place = book.place(vessel);
        return new VesselHistory(List.copyOf(flows), place.mixing(), place.overlap());
    }
}
