/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.simulator.Storyline.Fate;

/** What comes back, from dealers and direct customers: refused pallets, swaps, refurbishing, the end of some. */
final class Service {

    private static final int BENCH = 3;

    private final Works works;
    private final PackLine packLine;
    private final Assembly assembly;
    private final Desk desk;
    private final TruthBook book;

    /** A scooter that is to come back, and to whom it goes afterwards. */
    private record Case(int partner, int scooter, int charger, Fate fate, boolean backToSender) {}

    Service(Works works, PackLine packLine, Assembly assembly) {
        this.works = works;
        this.packLine = packLine;
        this.assembly = assembly;
        this.desk = works.desk();
        this.book = works.book();
    }

    /** Decides when a scooter is sold whether it will come back: bad packs do so more often. */
    void perhapsReturn(Floor floor, int partner, int scooter, int charger, boolean direct) {
        boolean bad = assembly.isBad(scooter);
        Storyline story = works.story();
        if (bad && story.wantsReturn()) {
            schedule(floor, new Case(partner, scooter, charger, story.takeFate(), false), desk.between(4, 9));
        } else if (!bad && story.takeCleanReturn(floor)) {
            schedule(floor, new Case(partner, scooter, charger, Fate.SWAP_SCRAP, false), desk.between(2, 5));
        } else if (desk.chance(bad ? 0.12 : direct ? 0.2 : 0.03)) {
            Fate fate = fate(desk.random.nextDouble());
            boolean repair = direct && fate != Fate.RESALE && fate != Fate.SCRAP && fate != Fate.SCRAP_WHOLE;
            schedule(floor, new Case(partner, scooter, charger, fate, repair), desk.between(8, 60));
        }
    }

    /** Now and then a dealer refuses a whole pallet. */
    void perhapsRefused(Floor floor, int dealer, Pallet pallet) {
        if (desk.chance(0.01)) {
            works.agenda().in(desk.between(2, 8), () -> refused(floor, dealer, pallet));
        }
    }

    private void schedule(Floor floor, Case one, int days) {
        works.agenda().in(days, () -> comesBack(floor, one));
    }

    private static Fate fate(double dice) {
        if (dice < 0.50) {
            return Fate.RESALE;
        } else if (dice < 0.60) {
            return Fate.SWAP_REUSE;
        } else if (dice < 0.72) {
            return Fate.SWAP_SCRAP;
        } else if (dice < 0.82) {
            return Fate.SWAP_REFURBISH;
        } else if (dice < 0.92) {
            return Fate.CONTROLLER;
        }
        return dice < 0.96 ? Fate.SCRAP : Fate.SCRAP_WHOLE;
    }

    private void comesBack(Floor floor, Case one) {
        int corner = floor.places.quality().returns();
        boolean charger = desk.chance(0.6);
        List<Line> lines = new ArrayList<>(List.of(Desk.serialLine(one.scooter())));
        if (charger) {
            lines.add(Desk.serialLine(one.charger()));
        }
        Header header = desk.header(floor)
                .forDocument("returnOrder", desk.newDocument("RMA"))
                .because(one.backToSender() ? "repair" : "customer complaint");
        String partner = desk.catalog.partner(one.partner());
        desk.post(new Act.Return(header, partner, desk.place(corner), Goods.loose(lines)));
        arrive(one.scooter(), one.partner(), header, corner);
        if (charger) {
            arrive(one.charger(), one.partner(), header, corner);
            restock(floor, new int[] {one.charger()});
        }
        works.agenda().in(desk.between(1, 3), () -> triage(floor, one));
    }

    private void triage(Floor floor, Case one) {
        int[] scooter = {one.scooter()};
        int corner = floor.places.quality().returns();
        int bench = floor.places.quality().rework();
        if (one.fate() == Fate.RESALE) {
            toFinished(floor, scooter, corner);
            return;
        }
        if (one.fate() == Fate.SCRAP_WHOLE) {
            desk.scrapPiece(floor, one.scooter(), "damaged beyond repair");
            return;
        }
        desk.movePieces(floor, scooter, corner, bench);
        switch (one.fate()) {
            case SWAP_REUSE, SWAP_SCRAP, SWAP_REFURBISH -> swapBattery(floor, one.scooter(), one.fate());
            case CONTROLLER -> swapController(floor, one.scooter());
            case SCRAP -> dismantle(floor, one.scooter());
            case RESALE, SCRAP_WHOLE -> throw new IllegalStateException("dealt with above");
        }
        if (one.backToSender()) {
            Header header = desk.header(floor)
                    .forDocument("order", desk.newDocument("SO"))
                    .because("repaired");
            List<Line> lines = List.of(Desk.serialLine(one.scooter()));
            String partner = desk.catalog.partner(one.partner());
            desk.post(new Act.Ship(header, desk.place(bench), partner, Goods.loose(lines)));
            book.put(one.scooter(), Spot.partner(one.partner()));
            book.journey(one.scooter(), one.partner(), header.occurredAt().epochMs());
        } else if (one.fate() != Fate.SCRAP) {
            toFinished(floor, scooter, bench);
        }
    }

    private void swapBattery(Floor floor, int scooter, Fate fate) {
        int bench = floor.places.quality().rework();
        int old = assembly.installed(scooter, Ware.PACK);
        assembly.remove(floor, scooter, old, bench);
        int fresh = floor.reusePacks.isEmpty() ? assembly.linePack(floor) : floor.reusePacks.take();
        assembly.install(floor, scooter, fresh, Assembly.BATTERY);
        switch (fate) {
            case SWAP_SCRAP -> desk.scrapPiece(floor, old, "cell voltage out of limits");
            case SWAP_REFURBISH -> keep(floor, packLine.refurbish(floor, old));
            default -> keep(floor, old);
        }
    }

    /** On the bench for the next swap; what the bench has no room for goes back to the line. */
    private void keep(Floor floor, int pack) {
        floor.reusePacks.add(pack);
        if (works.story().isBadPack(pack)) {
            works.story().badPackOnBench(floor);
        }
        if (floor.reusePacks.size() > BENCH) {
            int[] next = {floor.reusePacks.take()};
            desk.movePieces(floor, next, desk.placeOf(next[0]), floor.places.assembly());
            floor.linePacks.add(next[0]);
        }
    }

    private void swapController(Floor floor, int scooter) {
        int old = assembly.installed(scooter, Ware.CONTROLLER);
        assembly.remove(floor, scooter, old, floor.places.quality().rework());
        assembly.install(floor, scooter, assembly.lineController(floor), Assembly.CONTROLLER);
        desk.scrapPiece(floor, old, "no signal");
    }

    private void dismantle(Floor floor, int scooter) {
        int bench = floor.places.quality().rework();
        int pack = assembly.installed(scooter, Ware.PACK);
        int controller = assembly.installed(scooter, Ware.CONTROLLER);
        assembly.remove(floor, scooter, pack, bench);
        assembly.remove(floor, scooter, controller, bench);
        desk.scrapPiece(floor, scooter, "frame cracked");
        keep(floor, pack);
        desk.movePieces(floor, new int[] {controller}, bench, floor.places.assembly());
        floor.lineControllers.add(controller);
    }

    private void refused(Floor floor, int dealer, Pallet pallet) {
        int corner = floor.places.quality().returns();
        String place = desk.place(corner);
        Header header = desk.header(floor)
                .forDocument("returnOrder", desk.newDocument("RMA"))
                .because("delivery refused");
        Goods goods = Goods.packed(List.of(pallet.sscc()));
        desk.post(new Act.Return(header, desk.catalog.partner(dealer), place, goods));
        List<Line> lines = new ArrayList<>(List.of(Desk.serialLine(pallet.scooters)));
        List<String> inside = List.of();
        boolean boxed = pallet.carton != TruthBook.NONE;
        if (boxed) {
            inside = List.of(Numbers.sscc(pallet.carton));
            book.putContainer(pallet.carton, Spot.location(corner));
        } else {
            lines.add(Desk.serialLine(pallet.chargers));
        }
        book.putContainer(pallet.container, Spot.location(corner));
        desk.post(new Act.Unpack(desk.header(floor), pallet.sscc(), place, new Goods(lines, inside)));
        if (boxed) {
            Goods chargers = Goods.loose(List.of(Desk.serialLine(pallet.chargers)));
            desk.post(new Act.Unpack(desk.header(floor), inside.getFirst(), place, chargers));
        }
        for (int[] pieces : List.of(pallet.scooters, pallet.chargers)) {
            for (int piece : pieces) {
                arrive(piece, dealer, header, corner);
            }
        }
        toFinished(floor, pallet.scooters, corner);
        restock(floor, pallet.chargers);
    }

    private void arrive(int piece, int partner, Header header, int corner) {
        book.journey(piece, ~partner, header.occurredAt().epochMs());
        book.put(piece, Spot.location(corner));
    }

    private void toFinished(Floor floor, int[] scooters, int from) {
        desk.movePieces(
                floor, scooters, from, desk.oneOf(floor.places.outbound().finished()));
        floor.finished.addAll(scooters);
    }

    private void restock(Floor floor, int[] chargers) {
        int bin = desk.oneOf(floor.places.stock());
        desk.movePieces(floor, chargers, floor.places.quality().returns(), bin);
        Receiving.store(floor, Ware.CHARGER, bin, chargers);
    }
}
