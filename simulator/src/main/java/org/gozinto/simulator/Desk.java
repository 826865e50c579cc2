/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** Where acts are written: gives them time and id, keeps the numbers of documents and runs, and fills in lines. */
final class Desk {

    final Catalog catalog;
    final TruthBook book;
    final RandomGenerator random;

    private final Queue<Act> out = new ArrayDeque<>();
    private final ActIds ids;
    private long nowMs = Long.MIN_VALUE;
    private int stepMs = 1;
    private int runs;
    private int documents;

    Desk(Catalog catalog, TruthBook book, ActIds ids, RandomGenerator random) {
        this.catalog = catalog;
        this.book = book;
        this.ids = ids;
        this.random = random;
    }

    static String runCode(int number) {
        return "MO-" + Numbers.padded(number, 8);
    }

    Queue<Act> out() {
        return out;
    }

    /** Time never goes back: a task that took longer than planned pushes the next. */
    void advanceTo(long plannedMs, int mostStepMs) {
        nowMs = Math.max(nowMs, plannedMs);
        stepMs = Math.max(1, mostStepMs);
    }

    long nowMs() {
        return nowMs;
    }

    /** The header of the next act; no two acts have the same millisecond. */
    Header header(Floor floor) {
        nowMs += 1 + random.nextInt(stepMs);
        return new Header(ids.next(nowMs), new Moment(nowMs, floor.offsetMinutes));
    }

    void post(Act act) {
        out.add(act);
    }

    int newRun() {
        return ++runs;
    }

    String newDocument(String kind) {
        return kind + "-" + Numbers.padded(++documents, 7);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    int oneOf(Catalog.Bins bins) {
        return bins.first() + random.nextInt(bins.count());
    }

    String place(int location) {
        return catalog.location(location);
    }

    /** The location number at which a piece stands. */
    int placeOf(int piece) {
        int spot = book.spot(piece);
        if (Spot.kind(spot) != Whereabouts.Kind.LOCATION) {
            throw new IllegalStateException(Ware.serial(piece) + " is at no location");
        }
        return Spot.number(spot);
    }

    Line lotLine(int lot, long qty) {
        TruthBook.Lot what = book.lot(lot);
        return Line.ofLot(what.ware().code(), what.number(), what.ware().quantity(qty));
    }

    static Line serialLine(int... pieces) {
        List<String> serials = new ArrayList<>(pieces.length);
        for (int piece : pieces) {
            serials.add(Ware.serial(piece));
        }
        return Line.ofSerials(Ware.of(pieces[0]).code(), List.copyOf(serials));
    }

    static Line signedSerial(int piece, int sign) {
        return serialLine(piece).times(BigDecimal.valueOf(sign));
    }

    /** A line for each run of pieces of one ware at one place, naming the place where it is not the act's. */
    List<Line> linesFrom(int from, int... pieces) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= pieces.length; i++) {
            boolean ends = i == pieces.length
                    || Ware.of(pieces[i]) != Ware.of(pieces[start])
                    || placeOf(pieces[i]) != placeOf(pieces[start]);
            if (ends) {
                Line line = serialLine(Arrays.copyOfRange(pieces, start, i));
                int place = placeOf(pieces[start]);
                lines.add(place == from ? line : line.out(place(place)));
                start = i;
            }
        }
        return lines;
    }

    void movePieces(Floor floor, int[] pieces, int from, int to) {
        post(new Act.Move(header(floor), place(from), place(to), Goods.loose(List.of(serialLine(pieces)))));
        putAll(pieces, Spot.location(to));
    }

    void moveLot(Floor floor, int lot, long qty, int from, int to) {
        Goods goods = Goods.loose(List.of(lotLine(lot, qty)));
        post(new Act.Move(header(floor), place(from), place(to), goods));
        book.changeHolding(lot, from, -qty);
        book.changeHolding(lot, to, qty);
    }

    void scrapPiece(Floor floor, int piece, String reason) {
        Header header = header(floor).because(reason);
        post(new Act.Scrap(header, place(placeOf(piece)), List.of(serialLine(piece))));
        book.put(piece, Spot.SCRAP);
    }

    void putAll(int[] pieces, int spot) {
        for (int piece : pieces) {
            book.put(piece, spot);
        }
    }
}
