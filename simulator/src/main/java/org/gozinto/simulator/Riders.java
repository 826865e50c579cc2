/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the riders of scooters say once the year is over. They are heard after the last act, with chance of their own,
 * so that they change nothing in the life of the factory.
 */
final class Riders {

    private static final int OF_LOT = 7;
    private static final int OF_LINE = 5;
    private static final int OF_NOTHING = 1;
    private static final List<String> OTHERS = List.of(
            "BRAKE", "BRAKE", "BRAKE", "BRAKE", "NOISE", "NOISE", "NOISE", "DISPLAY", "DISPLAY", "DISPLAY", "RANGE",
            "RANGE", "RANGE", "RANGE");
    private static final List<String> NAMES = List.of(
            "Anna Berg",
            "Marc Petit",
            "Lucia Conti",
            "Jan de Vries",
            "Eva Novak",
            "Piotr Zielinski",
            "Marta Lopes",
            "Sven Holm",
            "Clara Vogel",
            "Hugo Martin",
            "Nora Lind",
            "Tom Peeters");

    private final TruthBook book;
    private final Catalog catalog;
    private final LocalDate end;
    private final Random random;
    private final Set<Integer> heard = new HashSet<>();
    private final List<CustomerComplaint> said = new ArrayList<>();

    Riders(TruthBook book, Catalog catalog, Settings settings) {
        this.book = book;
        this.catalog = catalog;
        this.end = new Plan(settings).reportDate();
        this.random = new Random(settings.seed() ^ 0x52494445L);
    }

    /** All that is said, given the lot that the supplier will write about: it is never the one found here. */
    Troubles heard(String storyLot) {
        Set<Integer> welded = new HashSet<>();
        for (int i = 0; i < book.badlyWelded(); i++) {
            welded.add(book.badlyWelded(i));
        }
        int lot = worst(storyLot, welded);
        complain(ridden(packsOf(lot)), OF_LOT, Troubles.HEAT);
        complain(ridden(List.copyOf(welded)), OF_LINE, Troubles.HEAT);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < book.count(Ware.SCOOTER); i++) {
            int scooter = Ware.SCOOTER.piece(i);
            if (soldMs(scooter) >= 0) {
                all.add(scooter);
            }
        }
        complain(all, OF_NOTHING, Troubles.HEAT);
        OTHERS.forEach(code -> complain(all, 1, code));
        said.sort(Comparator.comparing(CustomerComplaint::reportedOn).thenComparing(CustomerComplaint::scooter));
        int rows = book.badlyWelded();
        return new Troubles(
                book.lot(lot).number(),
                catalog.sites().getFirst().code() + "-LINE-" + PackLine.RUSH_LINE,
                Instant.ofEpochMilli(book.badlyWeldedMs(0)),
                Instant.ofEpochMilli(book.badlyWeldedMs(rows - 1)),
                said);
    }

    /** Of the lots before the rush and after it that are in none of its packs: the one that most riders have. */
    private int worst(String storyLot, Set<Integer> welded) {
        BitSet out = new BitSet();
        out.set(book.lotNamed(Ware.CELL, storyLot));
        for (int pack : welded) {
            lotsIn(pack).forEach(out::set);
        }
        int[] ridden = new int[book.lots()];
        for (int i = 0; i < book.count(Ware.PACK); i++) {
            int pack = Ware.PACK.piece(i);
            if (scooterOf(pack) != TruthBook.NONE) {
                lotsIn(pack).forEach(lot -> ridden[lot]++);
            }
        }
        int worst = TruthBook.NONE;
        for (int lot = 0; lot < ridden.length; lot++) {
            boolean counts = book.lot(lot).ware() == Ware.CELL && !out.get(lot);
            if (counts && (worst == TruthBook.NONE || ridden[lot] > ridden[worst])) {
                worst = lot;
            }
        }
        return worst;
    }

    private List<Integer> lotsIn(int pack) {
        List<Integer> lots = new ArrayList<>();
        for (int i = book.inputStart(pack); i < book.inputEnd(pack); i++) {
            if (book.inputSource(i) >= 0 && book.inputQty(i) > 0) {
                lots.add(book.inputSource(i));
            }
        }
        return lots;
    }

    private List<Integer> packsOf(int lot) {
        List<Integer> packs = new ArrayList<>();
        for (int i = 0; i < book.count(Ware.PACK); i++) {
            if (lotsIn(Ware.PACK.piece(i)).contains(lot)) {
                packs.add(Ware.PACK.piece(i));
            }
        }
        return packs;
    }

    private List<Integer> ridden(List<Integer> packs) {
        List<Integer> scooters = new ArrayList<>();
        for (int pack : packs.stream().sorted().toList()) {
            int scooter = scooterOf(pack);
            if (scooter != TruthBook.NONE) {
                scooters.add(scooter);
            }
        }
        return scooters;
    }

    /** The scooter that has had the pack from the beginning and is with whoever bought it. */
    private int scooterOf(int pack) {
        int row = book.stays(pack);
        boolean still = row != TruthBook.NONE
                && book.stayTo(row) == TruthBook.STILL
                && book.nextStayOfComponent(row) == TruthBook.NONE;
        return still && soldMs(book.stayHost(row)) >= 0 ? book.stayHost(row) : TruthBook.NONE;
    }

    /** When a scooter left for the only time, two weeks before the end or earlier; −1 if it did not. */
    private long soldMs(int scooter) {
        int row = book.journeys(scooter);
        if (row == TruthBook.NONE || book.journeyPartner(row) < 0 || book.nextJourney(row) != TruthBook.NONE) {
            return -1;
        }
        long latest = end.minusDays(14).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return book.journeyTime(row) < latest ? book.journeyTime(row) : -1;
    }

    private void complain(List<Integer> scooters, int most, String code) {
        List<Integer> open = new ArrayList<>(scooters);
        open.removeAll(heard);
        Collections.shuffle(open, random);
        for (int scooter : open.subList(0, Math.min(most, open.size()))) {
            heard.add(scooter);
            said.add(complaint(scooter, code));
        }
    }

    private CustomerComplaint complaint(int scooter, String code) {
        LocalDate sold =
                Instant.ofEpochMilli(soldMs(scooter)).atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate first = sold.plusDays(5).isAfter(end.minusDays(90)) ? sold.plusDays(5) : end.minusDays(90);
        int days = (int) (end.minusDays(4).toEpochDay() - first.toEpochDay());
        LocalDate failed = first.plusDays(random.nextInt(Math.max(1, days)));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String mail = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return new CustomerComplaint(
                Ware.serial(scooter),
                code,
                words(code),
                failed,
                failed.plusDays(random.nextInt(3)),
                country(book.journeyPartner(book.journeys(scooter))),
                name,
                mail);
    }

    /** Dealers have their country in their code: {@code DLR-FR-001}. */
    private @Nullable String country(int partner) {
        String code = catalog.partner(partner);
        return code.startsWith("DLR-") ? code.substring(4, 6) : null;
    }

    private String words(String code) {
        List<String> words = switch (code) {
            case Troubles.HEAT ->
                List.of(
                        "The deck got so hot while charging that I could not touch it.",
                        "It smelled of burnt plastic, and the battery box was hot.",
                        "After ten minutes of riding it switched off, and the battery was very hot.",
                        "The battery has a bulge and gets hot on the charger.",
                        "The charger was on over night; in the morning the floor below was scorched.");
            case "BRAKE" -> List.of("The rear brake grabs late.", "The brake lever goes down to the bar.");
            case "NOISE" -> List.of("It rattles at the folding joint.", "The rear wheel hums.");
            case "DISPLAY" -> List.of("The display stays dark.", "Half of the digits are missing.");
            default -> List.of("It used to go 30 km and now it is 12.", "The battery is empty within days.");
        };
        return words.get(random.nextInt(words.size()));
    }
}
