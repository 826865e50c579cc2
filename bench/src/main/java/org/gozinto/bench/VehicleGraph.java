/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.gozinto.trace.Act;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Link;
import org.gozinto.trace.Measure;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Movement;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.gozinto.trace.index.Names;

/**
 * A maker of vehicles in four tiers: raw lots go into component lots, component lots into sub-assemblies with serials,
 * those into vehicles with serials; each is made by an order of its own. Units and places are told from their numbers,
 * so that they take no memory. Always the same for the same size.
 *
 * @param raw raw lots
 * @param components component lots, each of one raw lot
 * @param assemblies sub-assemblies, each of pieces of {@code PARTS} component lots
 * @param vehicles vehicles, each of {@code assemblies / vehicles} sub-assemblies
 */
record VehicleGraph(int raw, int components, int assemblies, int vehicles) implements Names {

    static final int PARTS = 3;

    private static final long START_US = 1_735_689_600_000_000L;
    private static final long STEP_US = 1_000_000;
    private static final long PLENTY = 1_000_000;
    private static final Measure GRAMS = Measure.of("GRM", Map.of());
    private static final int SUPPLIER = 0;
    private static final int STORE = 1;
    private static final int FIRST_RUN = 2;

    /** A graph of 9.6 million edges when {@code times} is 1. */
    static VehicleGraph of(double times) {
        return new VehicleGraph(
                (int) (200 * times), (int) (20_000 * times), (int) (2_400_000 * times), (int) (300_000 * times));
    }

    int units() {
        return raw + components + assemblies + vehicles;
    }

    int places() {
        return FIRST_RUN + components + assemblies + vehicles;
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

    @Override
    public Unit unit(int id) {
        if (id < raw) {
            return lot(id, "RAW", GRAMS);
        }
        if (id < assembly(0)) {
            return lot(id, "PART", Measure.PIECE);
        }
        String item = id < vehicle(0) ? "SUB" : "CAR";
        String number = item + id;
        return new Unit(id, Unit.Kind.SERIAL, item, "", null, number, -1, 0, Measure.PIECE, 0);
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
    void tell(int atATime, Consumer<List<Entry>> listener) {
        new Telling(atATime, listener).all();
    }

    private final class Telling {
        private final int atATime;
        private final Consumer<List<Entry>> listener;
        private final Random random = new Random(11);
        private List<Entry> entries = new ArrayList<>();
        private long seq;
        private int run = FIRST_RUN;

        private Telling(int atATime, Consumer<List<Entry>> listener) {
            this.atATime = atATime;
            this.listener = listener;
        }

        private void all() {
            for (int i = 0; i < raw; i++) {
                tell(Act.RECEIVE, -1, List.of(new Movement(rawLot(i), PLENTY, SUPPLIER, STORE)), List.of());
            }
            for (int i = 0; i < components; i++) {
                make(List.of(rawLot(i % raw)), component(i), PLENTY);
            }
            for (int i = 0; i < assemblies; i++) {
                List<Integer> parts = new ArrayList<>(PARTS);
                for (int part = 0; part < PARTS; part++) {
                    // Each place of the sub-assembly is filled from the lots of its own part, one after the other.
                    int kinds = components / PARTS;
                    parts.add(component(part * kinds + (int) ((long) i * kinds / assemblies)));
                }
                make(parts, assembly(i), 1);
            }
            int perVehicle = assemblies / vehicles;
            int[] order = shuffled(assemblies);
            for (int i = 0; i < vehicles; i++) {
                List<Integer> parts = new ArrayList<>(perVehicle);
                for (int part = 0; part < perVehicle; part++) {
                    parts.add(assembly(order[i * perVehicle + part]));
                }
                make(parts, vehicle(i), 1);
            }
            listener.accept(entries);
        }

        // Stock mixes on its way: what was made together is not built in together, but not far from each other either.
        private int[] shuffled(int count) {
            int[] order = new int[count];
            for (int i = 0; i < count; i++) {
                order[i] = i;
            }
            int near = Math.max(2, count / 100);
            for (int i = 0; i + near < count; i++) {
                int other = i + random.nextInt(near);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            return order;
        }

        private void make(List<Integer> inputs, int output, long qty) {
            List<Movement> movements = new ArrayList<>(inputs.size() + 1);
            inputs.forEach(input -> movements.add(new Movement(input, 1, STORE, run)));
            movements.add(new Movement(output, qty, run, STORE));
            tell(Act.PRODUCE, run, movements, List.of());
            run++;
        }

        private void tell(Act act, int place, List<Movement> movements, List<Link> links) {
            seq++;
            Moment when = Moment.at(START_US + seq * STEP_US);
            entries.add(new Entry(
                    seq, act, when, when.fromUs(), movements, links, place, act == Act.PRODUCE, null, 0, null, null));
            if (entries.size() == atATime) {
                listener.accept(entries);
                entries = new ArrayList<>(atATime);
            }
        }
    }
}
