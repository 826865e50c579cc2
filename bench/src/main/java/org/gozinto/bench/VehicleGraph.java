/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gozinto.trace.Act;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Measure;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Movement;
import org.gozinto.trace.Named;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;

/**
 * A maker of vehicles in four tiers: raw lots go into component lots, component lots into sub-assemblies with serials,
 * those into vehicles with serials; each is made by an order of its own. Units and places are told from their numbers,
 * so that they take no memory, and are numbered in the order in which they come to be. Always the same for the same
 * size; an answer to the same question is of about the same length at every size.
 *
 * @param raw raw lots
 * @param components component lots, each of one raw lot
 * @param assemblies sub-assemblies, each of pieces of {@link #PARTS} component lots
 * @param vehicles vehicles: most take eight sub-assemblies, one in 10,000 takes {@link #MANY}
 */
record VehicleGraph(int raw, int components, int assemblies, int vehicles) implements Named {

    /** Component lots in a sub-assembly. */
    static final int PARTS = 3;

    /** Sub-assemblies in a large vehicle; with their components and raw lots it is made from about 500 units. */
    static final int MANY = 124;

    private static final int ROUND = 10_000;
    private static final int USUAL = 8;
    private static final int FEW = 4;
    /** After a large vehicle so many take few, until the mean is as usual again. */
    private static final int SPARING = (MANY - USUAL) / (USUAL - FEW);

    /** How many sub-assemblies are in stock at a time: what is made together is spread over so many. */
    private static final int STOCK = 24_000;

    private static final long START_US = 1_735_689_600_000_000L;
    private static final long STEP_US = 1_000_000;
    private static final long PLENTY = 1_000_000;
    private static final Measure GRAMS = Measure.of("GRM", Map.of());
    private static final int SUPPLIER = 0;
    private static final int STORE = 1;
    private static final int FIRST_RUN = 2;

    /** Hears the ledger. */
    @FunctionalInterface
    interface Listener {
        /** Entries that follow those before, and how many units and places there are with them. */
        void take(List<Entry> entries, int units, int places);
    }

    /**
     * Where a graph begins in a ledger that has others before it.
     *
     * @param seq of the last entry before
     */
    record Base(long seq, int units, int places) {
        static final Base NONE = new Base(0, 0, 0);
    }

    /** A graph of 9.6 million edges when {@code times} is 1; no smaller than 0.005. */
    static VehicleGraph of(double times) {
        int raw = (int) Math.round(200 * times);
        int vehicles = (int) Math.round(300_000 * times);
        return new VehicleGraph(raw, raw * 100, vehicles * USUAL, vehicles);
    }

    int units() {
        return raw + components + assemblies + vehicles;
    }

    int places() {
        return FIRST_RUN + components + assemblies + vehicles;
    }

    /** One for each unit: its receipt or the order that makes it. */
    int entries() {
        return units();
    }

    /** Edges from what goes in to what comes out. */
    long edges() {
        return (long) components + (long) assemblies * PARTS + assemblies;
    }

    int rawLot(int n) {
        return n;
    }

    int component(int n) {
        return raw + n;
    }

    int assembly(int n) {
        return raw + components + n;
    }

    int vehicle(int n) {
        return raw + components + assemblies + n;
    }

    /** One of the large ones, about in the middle. */
    int largeVehicle() {
        return vehicle(vehicles / 2 / ROUND * ROUND);
    }

    /** How many component lots there are of each of the parts of a sub-assembly. */
    int kinds() {
        return components / PARTS;
    }

    private static int assembliesIn(int vehicle) {
        int at = vehicle % ROUND;
        return at == 0 ? MANY : at <= SPARING ? FEW : USUAL;
    }

    @Override
    public Unit unit(int id) {
        if (id < raw) {
            return lot(id, "RAW", GRAMS);
        }
        if (id < assembly(0)) {
            return lot(id, "PART", Measure.PIECE);
        }
        String item = id < vehicle(0) ? "SUB" : "CAR";
        return new Unit(id, Unit.Kind.SERIAL, item, "", null, item + id, -1, 0, Measure.PIECE, 0);
    }

    private static Unit lot(int id, String item, Measure measure) {
        return new Unit(id, Unit.Kind.LOT, item, "", item + id, null, -1, 0, measure, 0);
    }

    @Override
    public Place place(int id) {
        Place.Kind kind = id == SUPPLIER ? Place.Kind.PARTNER : id == STORE ? Place.Kind.BIN : Place.Kind.RUN;
        return new Place(id, "P" + id, kind, -1, -1, Mixing.NONE, 0);
    }

    /** Tells the ledger, so many entries at a time. */
    void tell(int atATime, Base base, Listener listener) {
        new Telling(atATime, base, listener).all();
    }

    private final class Telling {
        private final int atATime;
        private final Base base;
        private final Listener listener;
        private List<Entry> entries = new ArrayList<>();
        private int units;
        private int run = FIRST_RUN;

        private Telling(int atATime, Base base, Listener listener) {
            this.atATime = atATime;
            this.base = base;
            this.listener = listener;
        }

        private void all() {
            for (int i = 0; i < raw; i++) {
                tell(Act.RECEIVE, -1, List.of(movement(rawLot(i), PLENTY, SUPPLIER, STORE)));
            }
            for (int i = 0; i < components; i++) {
                make(List.of(rawLot(i % raw)), component(i), PLENTY);
            }
            for (int i = 0; i < assemblies; i++) {
                make(partsOf(i), assembly(i), 1);
            }
            int[] taken = mixed();
            int next = 0;
            for (int i = 0; i < vehicles; i++) {
                int count = Math.min(assembliesIn(i), assemblies - next);
                List<Integer> parts = new ArrayList<>(count);
                for (int part = 0; part < count; part++) {
                    parts.add(assembly(taken[next++]));
                }
                make(parts, vehicle(i), 1);
            }
            if (!entries.isEmpty()) {
                pass();
            }
        }

        /** Each part of the sub-assembly is taken from the lots of its own, one lot after the other. */
        private List<Integer> partsOf(int assembly) {
            List<Integer> parts = new ArrayList<>(PARTS);
            for (int part = 0; part < PARTS; part++) {
                parts.add(component(part * kinds() + (int) ((long) assembly * kinds() / assemblies)));
            }
            return parts;
        }

        // Stock mixes on its way: what was made together is not built in together, but not far from each other either.
        private int[] mixed() {
            var random = new Random(11);
            int[] order = new int[assemblies];
            for (int i = 0; i < assemblies; i++) {
                order[i] = i;
            }
            for (int i = 0; i < assemblies; i++) {
                int other = i + random.nextInt(Math.min(STOCK, assemblies - i));
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            return order;
        }

        private void make(List<Integer> inputs, int output, long qty) {
            List<Movement> movements = new ArrayList<>(inputs.size() + 1);
            inputs.forEach(input -> movements.add(movement(input, 1, STORE, run)));
            movements.add(movement(output, qty, run, STORE));
            tell(Act.PRODUCE, base.places() + run, movements);
        }

        private Movement movement(int unit, long qty, int from, int to) {
            return new Movement(base.units() + unit, qty, base.places() + from, base.places() + to);
        }

        private void tell(Act act, int place, List<Movement> movements) {
            units++;
            long seq = base.seq() + units;
            boolean isRun = act == Act.PRODUCE;
            run += isRun ? 1 : 0;
            Moment when = Moment.at(START_US + seq * STEP_US);
            entries.add(
                    new Entry(seq, act, when, when.fromUs(), movements, List.of(), place, isRun, null, 0, null, null));
            if (entries.size() == atATime) {
                pass();
            }
        }

        private void pass() {
            listener.take(entries, base.units() + units, base.places() + run);
            entries = new ArrayList<>(atATime);
        }
    }
}
