/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.LocalDate;
import java.util.List;
import org.gozinto.simulator.Heaps.Heap;

/** Goods in: purchase, opening stock, incoming inspection, put-away and bringing to the line. */
final class Receiving {

    private static final List<Ware> SERIAL_PARTS = List.of(Ware.FRAME, Ware.CONTROLLER, Ware.CHARGER);
    private static final double INSPECTED = 0.06;
    private static final double REJECTED = 0.1;

    private final Works works;
    private final Plan plan;
    private final Desk desk;
    private final TruthBook book;
    private LocalDate today = LocalDate.MIN;
    private int lotsToday;

    /** A lot of material on its way in, and where it stands. */
    private record Arrival(Ware ware, int lot, long qty, long expiryDay, int supplier) {}

    Receiving(Works works) {
        this.works = works;
        this.plan = works.plan();
        this.desk = works.desk();
        this.book = works.book();
    }

    void begin(LocalDate day) {
        today = day;
        lotsToday = 0;
    }

    /** The number of the first cell lot of a day; the planted lot is one. */
    static String cellLot(LocalDate day, int running) {
        return "C" + compact(day) + "-" + Numbers.padded(running, 3);
    }

    /** The cell maker's own number. Different for different lots: 7919 has no factor in common with 100 000. */
    static String supplierLot(int supplier, LocalDate day, int running) {
        long scrambled = day.toEpochDay() * 7919 % 100_000;
        String prefix = supplier == Catalog.BRIGHT ? "BC" : "KE";
        return prefix + Numbers.padded((int) scrambled, 5) + Numbers.padded(running, 3);
    }

    /** What a plant starts with: goods whose history begins here. */
    void openingStock(Floor floor) {
        for (Ware ware : List.of(Ware.CELL, Ware.ADHESIVE)) {
            Arrival lot = newLot(ware, Catalog.KINETIC, lotQty(ware) / 2);
            Line line = desk.lotLine(lot.lot(), lot.qty()).born(origin(lot));
            int bin = desk.oneOf(floor.places.stock());
            Header header = desk.header(floor).because("opening stock");
            desk.post(new Act.Commission(header, desk.place(bin), List.of(line)));
            book.changeHolding(lot.lot(), bin, lot.qty());
            floor.heaps(ware).add(new Heap(lot.lot(), bin, lot.expiryDay(), lot.qty()));
        }
        int bin = desk.oneOf(floor.places.stock());
        int[] frames = newPieces(Ware.FRAME, TruthBook.NONE, plan.serialGroup, bin);
        Header header = desk.header(floor).because("opening stock");
        desk.post(new Act.Commission(header, desk.place(bin), List.of(Desk.serialLine(frames))));
        store(floor, Ware.FRAME, bin, frames);
    }

    /** The buyer's morning: whatever would run out in the next days is received. */
    void restock(Floor floor, int dailyBuilds) {
        long ahead = 3L * dailyBuilds + 2;
        while (floor.cells.total() + floor.lineCells.total() < Plan.CELLS_PER_PACK * ahead + lotQty(Ware.CELL) / 3) {
            receiveLot(floor, Ware.CELL, false);
        }
        while (floor.glue.total() + floor.lineGlue.total() < Plan.GLUE_PER_PACK * ahead + lotQty(Ware.ADHESIVE) / 3) {
            receiveLot(floor, Ware.ADHESIVE, false);
        }
        for (Ware ware : SERIAL_PARTS) {
            while (floor.stored(ware) < ahead + plan.serialGroup / 3) {
                receiveSerials(floor, ware, false);
            }
        }
    }

    /** The planted lot: twice the usual size, used before older ones, a sample kept, a part sent to the other plant. */
    void receiveStoryLot(Floor floor) {
        Arrival lot = newLot(Ware.CELL, Catalog.BRIGHT, 2 * lotQty(Ware.CELL) + 17);
        works.story().begin(lot.lot());
        post(floor, lot, lot.qty(), true);
        long sample = 40;
        desk.moveLot(
                floor,
                lot.lot(),
                sample,
                floor.places.inbound(),
                floor.places.quality().cage());
        long there = lot.qty() / 4;
        Floor other = works.other(floor);
        desk.moveLot(floor, lot.lot(), there, floor.places.inbound(), other.places.inbound());
        putAwayFirst(other, lot, there);
        putAwayFirst(floor, lot, lot.qty() - sample - there);
    }

    /** Brings material to the line until so much is there. */
    void bringLots(Floor floor, Ware ware, long needed) {
        Heaps line = floor.lineHeaps(ware);
        Heaps stock = floor.heaps(ware);
        long pick = (long) plan.packsPerPick * (ware == Ware.CELL ? Plan.CELLS_PER_PACK : Plan.GLUE_PER_PACK);
        for (long there = line.total(); there < needed; there = line.total()) {
            if (stock.isEmpty()) {
                receiveLot(floor, ware, true);
            }
            Heap heap = stock.first();
            long qty = Math.min(heap.qty(), Math.max(needed - there, pick));
            desk.moveLot(floor, heap.lot, qty, heap.place, floor.places.packLine());
            line.add(new Heap(heap.lot, floor.places.packLine(), heap.expiryDay, qty));
            stock.change(heap, -qty);
        }
    }

    /** Brings material of several lots to the line, an equal share of each of the oldest ones. */
    void bringMixed(Floor floor, Ware ware, long needed, int lots) {
        Heaps stock = floor.heaps(ware);
        long share = Math.ceilDiv(needed, (long) lots);
        for (Heap heap : stock.oldest(lots)) {
            long qty = Math.min(heap.qty(), share);
            desk.moveLot(floor, heap.lot, qty, heap.place, floor.places.packLine());
            floor.lineHeaps(ware).add(new Heap(heap.lot, floor.places.packLine(), heap.expiryDay, qty));
            stock.change(heap, -qty);
        }
        bringLots(floor, ware, needed);
    }

    /** Brings a few pieces to the line when the last one is used. */
    void bringSerials(Floor floor, Ware ware) {
        if (!floor.line(ware).isEmpty()) {
            return;
        }
        if (floor.groups(ware).isEmpty()) {
            receiveSerials(floor, ware, true);
        }
        Floor.Group group = floor.groups(ware).getFirst();
        int[] pieces = group.pieces().take(Math.min(group.pieces().size(), plan.packsPerPick));
        if (group.pieces().isEmpty()) {
            floor.groups(ware).removeFirst();
        }
        desk.movePieces(floor, pieces, group.place(), floor.places.assembly());
        floor.line(ware).addAll(pieces);
    }

    int takeCharger(Floor floor) {
        if (floor.groups(Ware.CHARGER).isEmpty()) {
            receiveSerials(floor, Ware.CHARGER, true);
        }
        return floor.takeStored(Ware.CHARGER);
    }

    /** Old glue is thrown away a week before its last day. */
    void scrapOldGlue(Floor floor) {
        for (Heaps heaps : List.of(floor.glue, floor.lineGlue)) {
            for (int i = heaps.size() - 1; i >= 0; i--) {
                Heap heap = heaps.get(i);
                if (heap.expiryDay <= today.toEpochDay() + 7) {
                    Header header = desk.header(floor).because("shelf life over");
                    Line line = desk.lotLine(heap.lot, heap.qty());
                    desk.post(new Act.Scrap(header, desk.place(heap.place), List.of(line)));
                    book.changeHolding(heap.lot, heap.place, -heap.qty());
                    heaps.change(heap, -heap.qty());
                }
            }
        }
    }

    private void receiveLot(Floor floor, Ware ware, boolean urgent) {
        boolean bright = desk.chance(0.6);
        int cellMaker = bright ? Catalog.BRIGHT : Catalog.KINETIC;
        int supplier = ware == Ware.CELL ? cellMaker : Catalog.BONDEX;
        long usual = lotQty(ware);
        Arrival lot = newLot(ware, supplier, usual * desk.between(80, 120) / 100);
        if (!urgent && desk.chance(0.1)) {
            // The lorry had no room for all of it: the same lot, delivered twice.
            post(floor, lot, lot.qty() / 2, true);
            post(floor, lot, lot.qty() - lot.qty() / 2, false);
        } else {
            post(floor, lot, lot.qty(), true);
        }
        if (!urgent && desk.chance(INSPECTED)) {
            Unit unit = unit(lot.lot());
            String hold = hold(floor, unit);
            works.agenda().in(desk.between(1, 3), () -> afterInspection(floor, lot, unit, hold));
        } else {
            putAway(floor, lot, lot.qty());
        }
    }

    private void receiveSerials(Floor floor, Ware ware, boolean urgent) {
        int supplier = supplier(ware);
        int lot = TruthBook.NONE;
        if (ware != Ware.FRAME) {
            lotsToday++;
            String prefix = ware == Ware.CONTROLLER ? "V" : "P";
            lot = book.newLot(ware, prefix + compact(today) + "-" + Numbers.padded(lotsToday, 3));
        }
        int inbound = floor.places.inbound();
        int[] pieces = newPieces(ware, lot, plan.serialGroup, inbound);
        Line line = Desk.serialLine(pieces);
        if (lot != TruthBook.NONE) {
            Origin origin = new Origin(today.minusDays(desk.between(10, 60)), null, null);
            line = line.inLot(book.lot(lot).number()).born(origin);
        }
        Header header = desk.header(floor).forDocument("purchaseOrder", desk.newDocument("PO"));
        desk.post(new Act.Receive(header, desk.catalog.partner(supplier), desk.place(inbound), List.of(line)));
        if (lot != TruthBook.NONE && !urgent && desk.chance(INSPECTED)) {
            Unit unit = unit(lot);
            String hold = hold(floor, unit);
            works.agenda().in(desk.between(1, 3), () -> {
                release(floor, unit, hold, "inspection passed");
                storeFromInbound(floor, ware, pieces);
            });
        } else {
            storeFromInbound(floor, ware, pieces);
        }
    }

    private void afterInspection(Floor floor, Arrival lot, Unit unit, String hold) {
        if (!desk.chance(REJECTED)) {
            release(floor, unit, hold, "inspection passed");
            putAway(floor, lot, lot.qty());
            return;
        }
        release(floor, unit, hold, "rejected, goes back to the supplier");
        int inbound = floor.places.inbound();
        Header header = desk.header(floor)
                .forDocument("complaint", desk.newDocument("CR"))
                .because("rejected at incoming inspection");
        Goods goods = Goods.loose(List.of(desk.lotLine(lot.lot(), lot.qty())));
        desk.post(new Act.Ship(header, desk.place(inbound), desk.catalog.partner(lot.supplier()), goods));
        book.changeHolding(lot.lot(), inbound, -lot.qty());
        book.lotShipped(lot.lot(), lot.supplier(), lot.qty());
    }

    private Arrival newLot(Ware ware, int supplier, long qty) {
        lotsToday++;
        int shelfDays = ware == Ware.CELL ? desk.between(540, 720) : desk.between(120, 180);
        String number = ware == Ware.CELL
                ? cellLot(today, lotsToday)
                : "A" + compact(today) + "-" + Numbers.padded(lotsToday, 3);
        return new Arrival(ware, book.newLot(ware, number), qty, today.toEpochDay() + shelfDays, supplier);
    }

    private void post(Floor floor, Arrival lot, long qty, boolean first) {
        int inbound = floor.places.inbound();
        Line line = desk.lotLine(lot.lot(), qty);
        Header header = desk.header(floor).forDocument("purchaseOrder", desk.newDocument("PO"));
        List<Line> lines = List.of(first ? line.born(origin(lot)) : line);
        desk.post(new Act.Receive(header, desk.catalog.partner(lot.supplier()), desk.place(inbound), lines));
        book.changeHolding(lot.lot(), inbound, qty);
    }

    private Origin origin(Arrival lot) {
        LocalDate expiry = LocalDate.ofEpochDay(lot.expiryDay());
        LocalDate made = today.minusDays(desk.between(5, 30));
        String theirs = lot.ware() == Ware.CELL ? supplierLot(lot.supplier(), today, lotsToday) : null;
        return new Origin(made, expiry, theirs);
    }

    private void putAway(Floor floor, Arrival lot, long qty) {
        int inbound = floor.places.inbound();
        int bin = desk.oneOf(floor.places.stock());
        desk.moveLot(floor, lot.lot(), qty, inbound, bin);
        floor.heaps(lot.ware()).add(new Heap(lot.lot(), bin, lot.expiryDay(), qty));
    }

    private void putAwayFirst(Floor floor, Arrival lot, long qty) {
        int bin = desk.oneOf(floor.places.stock());
        desk.moveLot(floor, lot.lot(), qty, floor.places.inbound(), bin);
        floor.heaps(lot.ware()).addFirst(new Heap(lot.lot(), bin, lot.expiryDay(), qty));
    }

    private void storeFromInbound(Floor floor, Ware ware, int[] pieces) {
        int bin = desk.oneOf(floor.places.stock());
        desk.movePieces(floor, pieces, floor.places.inbound(), bin);
        store(floor, ware, bin, pieces);
    }

    static void store(Floor floor, Ware ware, int bin, int[] pieces) {
        Floor.Group group = new Floor.Group(bin, new IntQueue());
        group.pieces().addAll(pieces);
        floor.groups(ware).addLast(group);
    }

    private String hold(Floor floor, Unit unit) {
        Header header = desk.header(floor).because("incoming inspection");
        desk.post(new Act.Hold(header, List.of(unit), List.of("consume", "ship", "sell")));
        return header.id();
    }

    private void release(Floor floor, Unit unit, String hold, String reason) {
        desk.post(new Act.Release(desk.header(floor).because(reason), List.of(unit), hold));
    }

    private Unit unit(int lot) {
        return Unit.lot(book.lot(lot).ware().code(), book.lot(lot).number());
    }

    private int[] newPieces(Ware ware, int lot, int count, int location) {
        int[] pieces = new int[count];
        for (int i = 0; i < count; i++) {
            pieces[i] = book.newPiece(ware, lot, Spot.location(location));
        }
        return pieces;
    }

    private long lotQty(Ware ware) {
        return (long) plan.packsPerLot * (ware == Ware.CELL ? Plan.CELLS_PER_PACK : 3L * Plan.GLUE_PER_PACK);
    }

    private static int supplier(Ware ware) {
        return switch (ware) {
            case FRAME -> Catalog.ALUFORM;
            case CONTROLLER -> Catalog.VOLTRA;
            case CHARGER -> Catalog.PLUGWELL;
            case CELL, ADHESIVE, PACK, SCOOTER -> throw new IllegalArgumentException("nobody sells us " + ware);
        };
    }

    private static String compact(LocalDate day) {
        return Numbers.padded(day.getYear() % 100 * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth(), 6);
    }
}
