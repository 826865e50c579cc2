/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is true about the scooter maker. Everything of {@link Truth}, and the questions of the trade by its own words:
 * lots are cell lots, answers are serials. Reads only; safe to share between threads once the life is over.
 */
public final class ScooterTruth implements Truth {

    private final TruthBook book;
    private final Catalog catalog;
    private final Troubles troubles;

    ScooterTruth(TruthBook book, Catalog catalog, Troubles troubles) {
        this.book = book;
        this.catalog = catalog;
        this.troubles = troubles;
    }

    /** What riders complain of at the end of the year, and why. */
    public Troubles troubles() {
        return troubles;
    }

    /**
     * The packs made from a cell lot, directly or by refurbishing an older pack, wherever they are now. Possible packs
     * are those that a forward trace lists: a run with several outputs and no links reaches all of them.
     */
    public Reach<String> packsOf(String cellLot) {
        int lot = book.lotNamed(Ware.CELL, cellLot);
        return new Reach<>(serials(packs(lot, true), Ware.PACK), serials(packs(lot, false), Ware.PACK));
    }

    /** The scooters that hold a pack of the lot under the relation {@code hosts}, at the end of the life. */
    public Reach<String> scootersAffectedBy(String cellLot, Hosts hosts) {
        return scootersAffectedBy(cellLot, hosts, Instant.ofEpochMilli(TruthBook.STILL - 1));
    }

    /** The same as of an instant: what happened at {@code asOf} has happened. */
    public Reach<String> scootersAffectedBy(String cellLot, Hosts hosts, Instant asOf) {
        int lot = book.lotNamed(Ware.CELL, cellLot);
        Stays stays = new Stays(book, hosts, asOf.toEpochMilli());
        BitSet exact = hosting(packs(lot, true), stays);
        BitSet possible = hosting(packs(lot, false), stays);
        return new Reach<>(serials(exact, Ware.SCOOTER), serials(possible, Ware.SCOOTER));
    }

    /** Who got packs and scooters of a cell lot, or cells of it: see {@link Truth#consignees}. */
    public List<Consignee> consignees(String cellLot, Hosts hosts) {
        return consignees(Unit.lot(Ware.CELL.code(), cellLot), hosts);
    }

    /** Everything that is in a scooter: frame, components and their lots, what its packs were made of. */
    public Reach<Unit> ancestors(String scooter, Hosts hosts) {
        return ancestors(Unit.serial(Ware.SCOOTER.code(), scooter), hosts);
    }

    /** How many cells of which lots really went into a pack when it was made; an older pack in it is not opened. */
    public SortedMap<String, BigDecimal> cellsIn(String pack) {
        int piece = known(Ware.PACK.code(), pack);
        SortedMap<String, BigDecimal> cells = new TreeMap<>();
        for (int i = book.inputStart(piece); i < book.inputEnd(piece); i++) {
            int source = book.inputSource(i);
            if (source >= 0 && book.inputQty(i) > 0 && book.lot(source).ware() == Ware.CELL) {
                cells.put(book.lot(source).number(), Ware.CELL.quantity(book.inputQty(i)));
            }
        }
        return cells;
    }

    @Override
    public Whereabouts whereIs(String item, String serial) {
        List<Whereabouts.Stop> stops = new ArrayList<>();
        int spot = book.spot(known(item, serial));
        stops.add(stop(spot));
        // A piece in a host in a carton on a pallet at a partner: no place is ever inside itself, so this ends.
        while (spot >= 0) {
            spot = around(spot);
            if (spot >= 0) {
                stops.add(stop(spot));
            }
        }
        return new Whereabouts(stops);
    }

    @Override
    public SortedMap<String, BigDecimal> holdings(Unit lot) {
        Ware ware = Ware.named(lot.item());
        SortedMap<String, BigDecimal> found = new TreeMap<>();
        book.holdings(lotOf(lot)).forEach((place, qty) -> found.put(catalog.location(place), ware.quantity(qty)));
        return found;
    }

    @Override
    public Reach<Unit> descendants(Unit seed, Hosts hosts) {
        Stays stays = new Stays(book, hosts, TruthBook.STILL - 1);
        return new Reach<>(descendants(seed, stays, true), descendants(seed, stays, false));
    }

    @Override
    public Reach<Unit> ancestors(Unit serial, Hosts hosts) {
        int piece = known(serial.item(), serial.serial() == null ? "" : serial.serial());
        Stays stays = new Stays(book, hosts, TruthBook.STILL - 1);
        return new Reach<>(ancestors(piece, stays, true), ancestors(piece, stays, false));
    }

    @Override
    public List<Consignee> consignees(Unit seed, Hosts hosts) {
        Deliveries deliveries = new Deliveries(book, catalog);
        if (seed.lot() != null) {
            deliveries.ofLot(lotOf(seed));
        }
        List<Integer> reached = reached(seed, false);
        deliveries.ofPieces(reached);
        deliveries.ofHosts(reached, hosting(reached, new Stays(book, hosts, TruthBook.STILL - 1)));
        return deliveries.sorted();
    }

    private SortedSet<Unit> descendants(Unit seed, Stays stays, boolean exact) {
        SortedSet<Unit> units = new TreeSet<>();
        List<Integer> reached = reached(seed, exact);
        reached.forEach(piece -> units.add(Ware.unit(piece)));
        hosting(reached, stays).stream().forEach(number -> units.add(Ware.unit(Ware.SCOOTER.piece(number))));
        units.remove(seed);
        return units;
    }

    private SortedSet<Unit> ancestors(int piece, Stays stays, boolean exact) {
        SortedSet<Unit> units = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(piece));
        while (!open.isEmpty()) {
            int next = open.pop();
            Ware ware = Ware.of(next);
            if (book.lotOf(next) != TruthBook.NONE) {
                TruthBook.Lot lot = book.lot(book.lotOf(next));
                units.add(Unit.lot(lot.ware().code(), lot.number()));
            }
            if (ware == Ware.SCOOTER) {
                open.push(book.frameOf(next));
                stays.components(next).forEach(open::push);
            } else if (ware == Ware.PACK) {
                inputs(next, exact, units, open);
            }
            units.add(Ware.unit(next));
        }
        units.remove(Ware.unit(piece));
        return units;
    }

    private void inputs(int pack, boolean exact, SortedSet<Unit> units, Deque<Integer> open) {
        for (int i = book.inputStart(pack); i < book.inputEnd(pack); i++) {
            int source = book.inputSource(i);
            if (exact && book.inputQty(i) == 0) {
                continue;
            }
            if (source < 0) {
                open.push(Ware.PACK.piece(~source));
            } else {
                units.add(Unit.lot(
                        book.lot(source).ware().code(), book.lot(source).number()));
            }
        }
    }

    /** Every piece but hosts by component that the seed reached: its serials, packs, and scooters of a frame. */
    private List<Integer> reached(Unit seed, boolean exact) {
        List<Integer> found = new ArrayList<>();
        if (seed.lot() != null) {
            int lot = lotOf(seed);
            Ware ware = Ware.named(seed.item());
            for (int i = 0; ware.isSerial() && i < book.count(ware); i++) {
                if (book.lotOf(ware.piece(i)) == lot) {
                    found.add(ware.piece(i));
                }
            }
            packs(lot, exact).stream().forEach(number -> found.add(Ware.PACK.piece(number)));
            return found;
        }
        int piece = known(seed.item(), seed.serial() == null ? "" : seed.serial());
        found.add(piece);
        if (Ware.of(piece) == Ware.PACK) {
            found.clear();
            packs(~Ware.number(piece), exact).stream().forEach(number -> found.add(Ware.PACK.piece(number)));
            found.add(piece);
        } else if (Ware.of(piece) == Ware.FRAME) {
            for (int i = 0; i < book.count(Ware.SCOOTER); i++) {
                if (book.frameOf(Ware.SCOOTER.piece(i)) == piece) {
                    found.add(Ware.SCOOTER.piece(i));
                }
            }
        }
        return found;
    }

    /** Pack numbers. A refurbished pack is younger than the pack it was made of, so one pass upwards finds them all. */
    private BitSet packs(int source, boolean exact) {
        BitSet reached = new BitSet();
        for (int number = 0; number < book.count(Ware.PACK); number++) {
            int pack = Ware.PACK.piece(number);
            for (int i = book.inputStart(pack); i < book.inputEnd(pack); i++) {
                int from = book.inputSource(i);
                boolean counts = !exact || book.inputQty(i) > 0;
                if (counts && (from == source || (from < 0 && reached.get(~from)))) {
                    reached.set(number);
                }
            }
        }
        return reached;
    }

    private BitSet hosting(BitSet packs, Stays stays) {
        return hosting(packs.stream().mapToObj(Ware.PACK::piece).toList(), stays);
    }

    private static BitSet hosting(List<Integer> components, Stays stays) {
        BitSet hosts = new BitSet();
        components.forEach(component -> stays.hosts(component).forEach(host -> hosts.set(Ware.number(host))));
        return hosts;
    }

    private static SortedSet<String> serials(BitSet numbers, Ware ware) {
        SortedSet<String> serials = new TreeSet<>();
        numbers.stream().forEach(number -> serials.add(Ware.serial(ware.piece(number))));
        return serials;
    }

    private int around(int spot) {
        return switch (Spot.kind(spot)) {
            case HOST -> book.spot(Ware.SCOOTER.piece(Spot.number(spot)));
            case CONTAINER -> book.containerSpot(Spot.number(spot));
            case LOCATION, PARTNER, RUN, SCRAP, ADJUSTMENT -> TruthBook.NONE;
        };
    }

    private Whereabouts.Stop stop(int spot) {
        int number = Spot.number(spot);
        Whereabouts.Kind kind = Spot.kind(spot);
        return switch (kind) {
            case LOCATION -> new Whereabouts.Stop(kind, catalog.location(number), null);
            case PARTNER -> new Whereabouts.Stop(kind, catalog.partner(number), null);
            case CONTAINER -> new Whereabouts.Stop(kind, Numbers.sscc(number), null);
            case HOST -> new Whereabouts.Stop(kind, Ware.serial(Ware.SCOOTER.piece(number)), Ware.SCOOTER.code());
            case RUN -> new Whereabouts.Stop(kind, Desk.runCode(number), null);
            case SCRAP -> new Whereabouts.Stop(kind, "scrap", null);
            case ADJUSTMENT -> new Whereabouts.Stop(kind, "adjustment", null);
        };
    }

    private int known(String item, String serial) {
        int piece = Ware.named(item).named(item, serial);
        if (Ware.number(piece) >= book.count(Ware.of(piece))) {
            throw new IllegalArgumentException("no serial " + serial + " of " + item);
        }
        return piece;
    }

    private int lotOf(Unit unit) {
        return book.lotNamed(Ware.named(unit.item()), unit.lot() == null ? "" : unit.lot());
    }
}
