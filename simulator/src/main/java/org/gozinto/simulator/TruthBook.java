/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulation's own book: what each piece is made of, where it is, what it was installed in from when to when, and
 * which partners it went to. Rows are kept in columns of ints and longs and chained backwards, newest first: one piece
 * costs about 16 bytes, one stay in a host 32. {@link ScooterTruth} asks; this class only writes down and reads back.
 */
final class TruthBook {

    /** No row, no lot, or still there. */
    static final int NONE = -1;

    static final long STILL = Long.MAX_VALUE;

    /** One lot and who made it. */
    record Lot(Ware ware, String number) {}

    /** What a pack was made of: a lot, or ({@code ~number}) an older pack; {@code qty} 0 means only possible. */
    record Input(int source, long qty) {}

    private final List<Lot> lots = new ArrayList<>();
    private final Map<Lot, Integer> lotNumbers = new HashMap<>();
    private final Map<Long, Long> lotHoldings = new HashMap<>();
    private final List<long[]> lotShipments = new ArrayList<>();

    private final Pieces[] pieces = new Pieces[Ware.values().length];
    private final IntList containers = new IntList();

    private final IntList inputStart = new IntList();
    private final IntList inputSource = new IntList();
    private final LongList inputQty = new LongList();
    private final IntList scooterFrame = new IntList();

    private final IntList stayComponent = new IntList();
    private final IntList stayHost = new IntList();
    private final LongList stayFrom = new LongList();
    private final LongList stayTo = new LongList();
    private final IntList nextStayOfComponent = new IntList();
    private final IntList nextStayOfHost = new IntList();

    private final IntList badlyWelded = new IntList();
    private final LongList badlyWeldedMs = new LongList();

    private final IntList journeyPartner = new IntList();
    private final LongList journeyTime = new LongList();
    private final IntList nextJourney = new IntList();

    /** The columns of one ware's pieces; a row's index is the piece's running number. */
    private static final class Pieces {
        final IntList spot = new IntList();
        final IntList lot = new IntList();
        final IntList stay = new IntList();
        final IntList journey = new IntList();
    }

    TruthBook() {
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = new Pieces();
        }
    }

    int newLot(Ware ware, String number) {
        Lot lot = new Lot(ware, number);
        if (lotNumbers.put(lot, lots.size()) != null) {
            throw new IllegalStateException("lot " + number + " of " + ware + " twice");
        }
        lots.add(lot);
        return lots.size() - 1;
    }

    Lot lot(int number) {
        return lots.get(number);
    }

    /** How many lots there are, numbered from 0 on. */
    int lots() {
        return lots.size();
    }

    int lotNamed(Ware ware, String number) {
        Integer known = lotNumbers.get(new Lot(ware, number));
        if (known == null) {
            throw new IllegalArgumentException("no lot " + number + " of " + ware.code());
        }
        return known;
    }

    void changeHolding(int lot, int location, long qty) {
        lotHoldings.merge(((long) lot << 32) | location, qty, (had, more) -> had + more == 0 ? null : had + more);
    }

    /** Location number and quantity, for every place that has some of the lot. */
    Map<Integer, Long> holdings(int lot) {
        Map<Integer, Long> found = new HashMap<>();
        lotHoldings.forEach((key, qty) -> {
            if (key >>> 32 == lot) {
                found.put(key.intValue(), qty);
            }
        });
        return found;
    }

    void lotShipped(int lot, int partner, long qty) {
        lotShipments.add(new long[] {lot, partner, qty});
    }

    /** Rows of lot, partner and quantity. */
    List<long[]> lotShipments() {
        return lotShipments;
    }

    int newPiece(Ware ware, int lot, int spot) {
        Pieces columns = pieces[ware.index()];
        columns.lot.add(lot);
        columns.stay.add(NONE);
        columns.journey.add(NONE);
        return ware.piece(columns.spot.add(spot));
    }

    int newPack(List<Input> inputs, int spot) {
        inputStart.add(inputSource.size());
        for (Input input : inputs) {
            inputSource.add(input.source());
            inputQty.add(input.qty());
        }
        return newPiece(Ware.PACK, NONE, spot);
    }

    /** A pack whose cells are joined badly. */
    void weldedBadly(int pack, long atMs) {
        badlyWelded.add(pack);
        badlyWeldedMs.add(atMs);
    }

    int badlyWelded() {
        return badlyWelded.size();
    }

    int badlyWelded(int row) {
        return badlyWelded.get(row);
    }

    long badlyWeldedMs(int row) {
        return badlyWeldedMs.get(row);
    }

    int newScooter(int frame, int spot) {
        scooterFrame.add(frame);
        return newPiece(Ware.SCOOTER, NONE, spot);
    }

    int count(Ware ware) {
        return pieces[ware.index()].spot.size();
    }

    int spot(int piece) {
        return of(piece).spot.get(Ware.number(piece));
    }

    void put(int piece, int spot) {
        of(piece).spot.set(Ware.number(piece), spot);
    }

    int lotOf(int piece) {
        return of(piece).lot.get(Ware.number(piece));
    }

    int frameOf(int scooter) {
        return scooterFrame.get(Ware.number(scooter));
    }

    /** The inputs of a pack are those from here to {@link #inputEnd}. */
    int inputStart(int pack) {
        return inputStart.get(Ware.number(pack));
    }

    int inputEnd(int pack) {
        int next = Ware.number(pack) + 1;
        return next < inputStart.size() ? inputStart.get(next) : inputSource.size();
    }

    int inputSource(int input) {
        return inputSource.get(input);
    }

    long inputQty(int input) {
        return inputQty.get(input);
    }

    int newContainer(int spot) {
        return containers.add(spot);
    }

    int containerSpot(int container) {
        return containers.get(container);
    }

    void putContainer(int container, int spot) {
        containers.set(container, spot);
    }

    void installed(int component, int scooter, long atMs) {
        put(component, Spot.host(scooter));
        IntList byComponent = of(component).stay;
        IntList byHost = of(scooter).stay;
        int row = stayComponent.add(component);
        stayHost.add(scooter);
        stayFrom.add(atMs);
        stayTo.add(STILL);
        nextStayOfComponent.add(byComponent.get(Ware.number(component)));
        nextStayOfHost.add(byHost.get(Ware.number(scooter)));
        byComponent.set(Ware.number(component), row);
        byHost.set(Ware.number(scooter), row);
    }

    void removed(int component, int location, long atMs) {
        int row = stays(component);
        if (row == NONE || stayTo.get(row) != STILL) {
            throw new IllegalStateException(Ware.serial(component) + " is installed nowhere");
        }
        stayTo.set(row, atMs);
        put(component, Spot.location(location));
    }

    /** The newest stay of a component in a host, or of a host's components; {@link #NONE} at the end. */
    int stays(int piece) {
        return of(piece).stay.get(Ware.number(piece));
    }

    int nextStayOfComponent(int row) {
        return nextStayOfComponent.get(row);
    }

    int nextStayOfHost(int row) {
        return nextStayOfHost.get(row);
    }

    int stayComponent(int row) {
        return stayComponent.get(row);
    }

    int stayHost(int row) {
        return stayHost.get(row);
    }

    long stayFrom(int row) {
        return stayFrom.get(row);
    }

    long stayTo(int row) {
        return stayTo.get(row);
    }

    /** A piece went to a partner, or ({@code ~partner}) came back from it. */
    void journey(int piece, int partner, long atMs) {
        IntList heads = of(piece).journey;
        int row = journeyPartner.add(partner);
        journeyTime.add(atMs);
        nextJourney.add(heads.get(Ware.number(piece)));
        heads.set(Ware.number(piece), row);
    }

    int journeys(int piece) {
        return of(piece).journey.get(Ware.number(piece));
    }

    int nextJourney(int row) {
        return nextJourney.get(row);
    }

    int journeyPartner(int row) {
        return journeyPartner.get(row);
    }

    long journeyTime(int row) {
        return journeyTime.get(row);
    }

    private Pieces of(int piece) {
        return pieces[Ware.of(piece).index()];
    }
}
