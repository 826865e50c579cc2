/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.simulator.Heaps.Heap;

/** The small things of every day: counts, adjustments, damage, quality holds, and transfers between the plants. */
final class Upkeep {

    private final Works works;
    private final Desk desk;
    private final TruthBook book;

    private interface Chore {
        void at(Floor floor);
    }

    /** How often a chore comes up for a hundred scooters built. */
    private record Habit(double perHundred, Chore chore) {}

    private final List<Habit> habits;

    Upkeep(Works works, Dispatch dispatch) {
        this.works = works;
        this.desk = works.desk();
        this.book = works.book();
        this.habits = List.of(
                new Habit(0.8, floor -> count(floor, floor.lineCells, 3)),
                new Habit(0.6, floor -> count(floor, floor.lineGlue, 40)),
                new Habit(0.3, this::adjustCells),
                new Habit(0.2, this::mistakenMove),
                new Habit(0.1, this::loseFrame),
                new Habit(0.5, this::scrapPart),
                new Habit(0.6, this::holdScooters),
                new Habit(0.2, this::transferCells),
                new Habit(0.2, this::transferPacks),
                new Habit(0.3, this::transferScooters),
                new Habit(0.4, dispatch::spares));
    }

    /** Adds what comes up on a day in which so many scooters are built. */
    void plan(int builds, List<Runnable> tasks) {
        for (Habit habit : habits) {
            double expected = habit.perHundred() * builds / 100 + 0.02;
            int times = (int) expected + (desk.chance(expected - (int) expected) ? 1 : 0);
            for (int i = 0; i < times; i++) {
                Floor floor =
                        works.floors().get(desk.random.nextInt(works.floors().size()));
                tasks.add(() -> habit.chore().at(floor));
            }
        }
    }

    private void count(Floor floor, Heaps heaps, int most) {
        if (heaps.isEmpty()) {
            return;
        }
        Heap heap = heaps.first();
        // Mostly a little is missing, sometimes a little more is there, and often the count is right.
        long difference = Math.max(1 - heap.qty(), desk.between(-most, most / 3));
        Line line = desk.lotLine(heap.lot, heap.qty() + difference);
        desk.post(new Act.Count(desk.header(floor), desk.place(heap.place), List.of(line)));
        change(heaps, heap, difference);
    }

    private void adjustCells(Floor floor) {
        if (floor.cells.isEmpty()) {
            return;
        }
        Heap heap = floor.cells.first();
        long lost = Math.min(heap.qty(), desk.between(1, 5));
        Header header = desk.header(floor).because("dropped in the aisle, not found");
        desk.post(new Act.Adjust(header, desk.place(heap.place), List.of(desk.lotLine(heap.lot, -lost))));
        change(floor.cells, heap, -lost);
    }

    /** The wrong place was scanned and the entry is voided: as if it had never been. */
    private void mistakenMove(Floor floor) {
        if (floor.cells.isEmpty()) {
            return;
        }
        Heap heap = floor.cells.first();
        Header header = desk.header(floor);
        Goods goods = Goods.loose(List.of(desk.lotLine(heap.lot, heap.qty())));
        String wrong = desk.place(floor.places.outbound().dock());
        desk.post(new Act.Move(header, desk.place(heap.place), wrong, goods));
        desk.post(new Act.VoidEntry(desk.header(floor).because("wrong place scanned"), header.id()));
    }

    private void change(Heaps heaps, Heap heap, long by) {
        book.changeHolding(heap.lot, heap.place, by);
        heaps.change(heap, by);
    }

    private void loseFrame(Floor floor) {
        if (floor.groups(Ware.FRAME).isEmpty()) {
            return;
        }
        int frame = floor.takeStored(Ware.FRAME);
        int bin = desk.placeOf(frame);
        Header header = desk.header(floor).because("not found at count");
        desk.post(new Act.Adjust(header, desk.place(bin), List.of(Desk.signedSerial(frame, -1))));
        book.put(frame, Spot.ADJUSTMENT);
        if (desk.chance(0.6)) {
            works.agenda().in(desk.between(1, 20), () -> {
                Header again = desk.header(floor).because("found again");
                desk.post(new Act.Adjust(again, desk.place(bin), List.of(Desk.signedSerial(frame, 1))));
                book.put(frame, Spot.location(bin));
                Receiving.store(floor, Ware.FRAME, bin, new int[] {frame});
            });
        }
    }

    private void scrapPart(Floor floor) {
        List<Ware> parts = List.of(Ware.FRAME, Ware.CONTROLLER, Ware.CHARGER);
        Ware ware = parts.get(desk.random.nextInt(parts.size()));
        if (!floor.groups(ware).isEmpty()) {
            desk.scrapPiece(floor, floor.takeStored(ware), "damaged in store");
        }
        if (!floor.lineCells.isEmpty() && desk.chance(0.5)) {
            Heap heap = floor.lineCells.first();
            long qty = Math.min(heap.qty(), desk.between(1, 6));
            Header header = desk.header(floor).because("dented cells");
            desk.post(new Act.Scrap(header, desk.place(heap.place), List.of(desk.lotLine(heap.lot, qty))));
            change(floor.lineCells, heap, -qty);
        }
    }

    /** Scooters under a hold are not sold; what is held in the last days stays so. */
    private void holdScooters(Floor floor) {
        int count = Math.min(floor.finished.size(), desk.between(1, 4));
        if (count == 0) {
            return;
        }
        int[] scooters = floor.finished.take(count);
        List<Unit> units = new ArrayList<>();
        for (int scooter : scooters) {
            units.add(Ware.unit(scooter));
        }
        Header header = desk.header(floor).because("brake noise, to be checked");
        desk.post(new Act.Hold(header, List.copyOf(units), List.of("ship", "sell")));
        works.agenda().in(desk.between(1, 10), () -> {
            Header later = desk.header(floor).because("checked, in order");
            desk.post(new Act.Release(later, List.copyOf(units), header.id()));
            floor.finished.addAll(scooters);
        });
    }

    private void transferCells(Floor floor) {
        if (floor.cells.size() < 2) {
            return;
        }
        Heap heap = floor.cells.get(floor.cells.size() - 1);
        long qty = heap.qty() / 3;
        if (qty == 0) {
            return;
        }
        Floor other = works.other(floor);
        int inbound = other.places.inbound();
        desk.moveLot(floor, heap.lot, qty, heap.place, inbound);
        int bin = desk.oneOf(other.places.stock());
        desk.moveLot(other, heap.lot, qty, inbound, bin);
        other.cells.add(new Heap(heap.lot, bin, heap.expiryDay, qty));
        floor.cells.change(heap, -qty);
    }

    private void transferPacks(Floor floor) {
        if (floor.linePacks.size() < 2) {
            return;
        }
        int[] packs = floor.linePacks.take(2);
        Floor other = works.other(floor);
        transfer(floor, packs, other.places.inbound(), other.places.assembly());
        other.linePacks.addAll(packs);
    }

    private void transferScooters(Floor floor) {
        if (floor.finished.size() < 4) {
            return;
        }
        int[] scooters = floor.finished.take(desk.between(2, 4));
        Floor other = works.other(floor);
        transfer(
                floor,
                scooters,
                other.places.outbound().dock(),
                desk.oneOf(other.places.outbound().finished()));
        other.finished.addAll(scooters);
    }

    /** Packed here, moved as one, unpacked there. */
    private void transfer(Floor floor, int[] pieces, int arrival, int to) {
        int from = desk.placeOf(pieces[0]);
        int container = book.newContainer(Spot.location(from));
        String sscc = Numbers.sscc(container);
        Goods inside = Goods.loose(desk.linesFrom(from, pieces));
        desk.post(new Act.Pack(desk.header(floor), sscc, desk.place(from), inside));
        Header header = desk.header(floor).forDocument("transfer", desk.newDocument("TR"));
        Goods packed = Goods.packed(List.of(sscc));
        desk.post(new Act.Move(header, desk.place(from), desk.place(arrival), packed));
        book.putContainer(container, Spot.location(arrival));
        Goods goods = Goods.loose(List.of(Desk.serialLine(pieces)));
        desk.post(new Act.Unpack(desk.header(works.other(floor)), sscc, desk.place(to), goods));
        desk.putAll(pieces, Spot.location(to));
    }
}
