/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sells: scooters with their chargers, loose or on pallets, to dealers and to direct customers; packs as spares. */
final class Dispatch {

    private static final int PALLET = 4;

    private final Works works;
    private final Receiving receiving;
    private final Assembly assembly;
    private final Service service;
    private final Desk desk;
    private final TruthBook book;

    Dispatch(Works works, Receiving receiving, Assembly assembly, Service service) {
        this.works = works;
        this.receiving = receiving;
        this.assembly = assembly;
        this.service = service;
        this.desk = works.desk();
        this.book = works.book();
    }

    /** One order, if more than {@code keep} scooters are there. */
    void order(Floor floor, int keep) {
        int spare = floor.finished.size() - keep;
        if (spare <= 0) {
            return;
        }
        if (desk.chance(0.1)) {
            int customer = desk.catalog.customer(desk.random.nextInt(desk.catalog.customers()));
            shipLoose(floor, customer, floor.finished.take(1), true);
            return;
        }
        int size = Math.min(spare, desk.between(1, 2 * works.plan().typicalOrder - 1));
        int[] scooters = floor.finished.take(size);
        int dealer = dealer(scooters);
        boolean watched = works.story().wantsReturn() && Arrays.stream(scooters).anyMatch(assembly::isBad);
        if (watched || size < 3 || desk.chance(0.3)) {
            shipLoose(floor, dealer, scooters, false);
        } else {
            shipPallets(floor, dealer, scooters);
        }
    }

    /** Packs as spare parts for a dealer's workshop. */
    void spares(Floor floor) {
        int dealer = desk.catalog.dealer(desk.random.nextInt(desk.catalog.dealers()));
        int[] packs = new int[desk.between(1, 3)];
        for (int i = 0; i < packs.length; i++) {
            packs[i] = assembly.linePack(floor);
        }
        ship(floor, dealer, packs, floor.places.assembly());
    }

    /** One bad pack is sold as a spare, so that the recall does not find scooters only. */
    void spareOfStory(Floor floor) {
        if (floor.linePacks.isEmpty()) {
            return;
        }
        int[] line = floor.linePacks.take(floor.linePacks.size());
        for (int pack : line) {
            if (works.story().isBadPack(pack) && works.story().takeSpare()) {
                int dealer = desk.catalog.dealer(desk.random.nextInt(desk.catalog.dealers()));
                ship(floor, dealer, new int[] {pack}, floor.places.assembly());
            } else {
                floor.linePacks.add(pack);
            }
        }
    }

    private void shipLoose(Floor floor, int partner, int[] scooters, boolean direct) {
        int[] goods = Arrays.copyOf(scooters, 2 * scooters.length);
        for (int i = 0; i < scooters.length; i++) {
            goods[scooters.length + i] = receiving.takeCharger(floor);
        }
        ship(floor, partner, goods, desk.placeOf(scooters[0]));
        for (int i = 0; i < scooters.length; i++) {
            service.perhapsReturn(floor, partner, scooters[i], goods[scooters.length + i], direct);
        }
    }

    private void ship(Floor floor, int partner, int[] pieces, int from) {
        List<Line> lines = desk.linesFrom(from, pieces);
        Header header = salesHeader(floor);
        desk.post(new Act.Ship(header, desk.place(from), desk.catalog.partner(partner), Goods.loose(lines)));
        leave(pieces, partner, header, Spot.partner(partner));
    }

    private void shipPallets(Floor floor, int dealer, int[] scooters) {
        List<Pallet> pallets = new ArrayList<>();
        int loose = scooters.length % PALLET == 1 ? 1 : 0;
        for (int start = 0; start < scooters.length - loose; start += PALLET) {
            int end = Math.min(start + PALLET, scooters.length - loose);
            pallets.add(pallet(floor, Arrays.copyOfRange(scooters, start, end)));
        }
        int dock = floor.places.outbound().dock();
        List<Line> lines = List.of();
        int[] rest = Arrays.copyOfRange(scooters, scooters.length - loose, scooters.length);
        if (loose > 0) {
            rest = new int[] {rest[0], receiving.takeCharger(floor)};
            lines = desk.linesFrom(dock, rest);
        }
        Header header = salesHeader(floor);
        Goods goods = new Goods(lines, pallets.stream().map(Pallet::sscc).toList());
        desk.post(new Act.Ship(header, desk.place(dock), desk.catalog.partner(dealer), goods));
        for (Pallet pallet : pallets) {
            book.putContainer(pallet.container, Spot.partner(dealer));
            journeys(pallet.scooters, dealer, header);
            journeys(pallet.chargers, dealer, header);
            service.perhapsRefused(floor, dealer, pallet);
        }
        leave(rest, dealer, header, Spot.partner(dealer));
    }

    /** Four scooters and their chargers; the chargers often in a carton of their own. */
    private Pallet pallet(Floor floor, int[] scooters) {
        int[] chargers = new int[scooters.length];
        for (int i = 0; i < chargers.length; i++) {
            chargers[i] = receiving.takeCharger(floor);
        }
        int from = desk.placeOf(scooters[0]);
        int carton = TruthBook.NONE;
        List<Line> lines = new ArrayList<>(desk.linesFrom(from, scooters));
        List<String> inside = List.of();
        if (desk.chance(0.3)) {
            carton = pack(floor, chargers, desk.linesFrom(from, chargers), from, List.of());
            inside = List.of(Numbers.sscc(carton));
        } else {
            lines.addAll(desk.linesFrom(from, chargers));
        }
        int container = pack(floor, scooters, lines, from, inside);
        if (carton == TruthBook.NONE) {
            desk.putAll(chargers, Spot.container(container));
        } else {
            book.putContainer(carton, Spot.container(container));
        }
        int dock = floor.places.outbound().dock();
        Pallet pallet = new Pallet(container, carton, scooters, chargers);
        Goods goods = Goods.packed(List.of(pallet.sscc()));
        desk.post(new Act.Move(desk.header(floor), desk.place(from), desk.place(dock), goods));
        book.putContainer(container, Spot.location(dock));
        return pallet;
    }

    private int pack(Floor floor, int[] pieces, List<Line> lines, int from, List<String> inside) {
        int container = book.newContainer(Spot.location(from));
        Goods goods = new Goods(lines, inside);
        desk.post(new Act.Pack(desk.header(floor), Numbers.sscc(container), desk.place(from), goods));
        desk.putAll(pieces, Spot.container(container));
        return container;
    }

    private Header salesHeader(Floor floor) {
        return desk.header(floor)
                .forDocument("order", desk.newDocument("SO"))
                .noting("delivery", desk.newDocument("DN"));
    }

    private void leave(int[] pieces, int partner, Header header, int spot) {
        desk.putAll(pieces, spot);
        journeys(pieces, partner, header);
    }

    private void journeys(int[] pieces, int partner, Header header) {
        for (int piece : pieces) {
            book.journey(piece, partner, header.occurredAt().epochMs());
        }
    }

    /** A scooter that came back is sold to another dealer than the last one. */
    private int dealer(int[] scooters) {
        int count = desk.catalog.dealers();
        int choice = desk.random.nextInt(count);
        for (int scooter : scooters) {
            int last = book.journeys(scooter);
            if (last != TruthBook.NONE && ~book.journeyPartner(last) == desk.catalog.dealer(choice)) {
                choice = (choice + 1) % count;
            }
        }
        return desk.catalog.dealer(choice);
    }
}
