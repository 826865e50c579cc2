/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.List;

/** Puts scooters together: a run makes the scooter of its frame, then battery and controller are installed. */
final class Assembly {

    static final String BATTERY = "battery";
    static final String CONTROLLER = "controller";

    private static final int BENCHES = 4;

    private final Works works;
    private final Receiving receiving;
    private final PackLine packLine;
    private final Desk desk;
    private final TruthBook book;

    Assembly(Works works, Receiving receiving, PackLine packLine) {
        this.works = works;
        this.receiving = receiving;
        this.packLine = packLine;
        this.desk = works.desk();
        this.book = works.book();
    }

    void build(Floor floor) {
        receiving.bringSerials(floor, Ware.FRAME);
        int assembly = floor.places.assembly();
        String place = desk.place(assembly);
        int frame = floor.lineFrames.take();
        int run = desk.newRun();
        int scooter = book.newScooter(frame, Spot.location(assembly));
        String bench = floor.site.code() + "-ASM-" + (1 + run % BENCHES);
        Header header = desk.header(floor).doneBy("op-" + desk.between(10, 29), bench, "assemble");
        List<Line> consume = List.of(Desk.serialLine(frame).out(place));
        List<Line> produce = List.of(Desk.serialLine(scooter).into(place));
        desk.post(new Act.Produce(header, Desk.runCode(run), consume, produce, List.of(), true));
        book.put(frame, Spot.run(run));
        install(floor, scooter, linePack(floor), BATTERY);
        install(floor, scooter, lineController(floor), CONTROLLER);
        floor.built.add(scooter);
        if (floor.built.size() >= works.plan().finishedGroup) {
            int[] group = floor.built.take(floor.built.size());
            int bin = desk.oneOf(floor.places.outbound().finished());
            desk.movePieces(floor, group, assembly, bin);
            floor.finished.addAll(group);
        }
    }

    int linePack(Floor floor) {
        // A whole job may fail its test: then the next one is due.
        while (floor.linePacks.isEmpty()) {
            packLine.job(floor);
        }
        return floor.linePacks.take();
    }

    int lineController(Floor floor) {
        receiving.bringSerials(floor, Ware.CONTROLLER);
        return floor.lineControllers.take();
    }

    void install(Floor floor, int scooter, int component, String position) {
        Header header = desk.header(floor);
        String from = desk.place(desk.placeOf(component));
        desk.post(new Act.Install(header, Ware.unit(scooter), position, from, List.of(Desk.serialLine(component))));
        book.installed(component, scooter, header.occurredAt().epochMs());
    }

    void remove(Floor floor, int scooter, int component, int to) {
        Header header = desk.header(floor);
        desk.post(new Act.Remove(header, Ware.unit(scooter), desk.place(to), List.of(Desk.serialLine(component))));
        book.removed(component, to, header.occurredAt().epochMs());
    }

    /** The component of a ware that a scooter has now. */
    int installed(int scooter, Ware ware) {
        for (int row = book.stays(scooter); row != TruthBook.NONE; row = book.nextStayOfHost(row)) {
            if (book.stayTo(row) == TruthBook.STILL && Ware.of(book.stayComponent(row)) == ware) {
                return book.stayComponent(row);
            }
        }
        throw new IllegalStateException(Ware.serial(scooter) + " has no " + ware);
    }

    boolean isBad(int scooter) {
        return works.story().isBadPack(installed(scooter, Ware.PACK));
    }
}
