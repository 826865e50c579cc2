/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.place.Places;
import org.gozinto.trace.Holding;
import org.gozinto.trace.Reached;
import org.gozinto.unit.Hold;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.gozinto.unit.Usability;

/** How the units of an answer are doing: where the reached part of each is by the answer, and what stops it today. */
final class Standings {

    private static final int UNITS_A_READ = 10_000;

    private final LedgerBook.View book;
    private final Units units;
    private final Stops stops;
    private final Places places;
    private final Clock clock;

    /**
     * How one unit is doing.
     *
     * @param stock such as "in stock", or several with "+" between them
     * @param whom code of a partner that has it, or empty
     */
    record Standing(Figure.State state, String stock, String whom) {}

    Standings(LedgerBook.View book, Units units, Stops stops, Places places, Clock clock) {
        this.book = book;
        this.units = units;
        this.stops = stops;
        this.places = places;
        this.clock = clock;
    }

    /** The standing of each unit, in their order. */
    List<Standing> of(List<Reached> reached) {
        BitSet held = held(reached);
        List<Standing> all = new ArrayList<>(reached.size());
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            Standing standing = byPlaces(reached.get(i));
            if (held.get(reached.get(i).unit())) {
                standing = new Standing(Figure.State.HELD, standing.stock(), standing.whom());
            } else if (standing.state() == Figure.State.OK) {
                present.add(i);
            }
            all.add(standing);
        }
        spoil(reached, present, all);
        followSerials(reached, all);
        return all;
    }

    /** What is held, or stopped by a recall. */
    private BitSet held(List<Reached> reached) {
        BitSet held = new BitSet();
        BitSet asked = new BitSet();
        reached.forEach(each -> {
            asked.set(each.unit());
            int lot = book.unit(each.unit()).lotUnit();
            if (lot >= 0) {
                asked.set(lot);
            }
        });
        List<Long> ids = asked.stream().mapToObj(LedgerBook::unitId).toList();
        for (int from = 0; from < ids.size(); from += UNITS_A_READ) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + UNITS_A_READ));
            Map<Long, List<Hold>> holds = units.holds(some);
            holds.keySet().forEach(id -> held.set(LedgerBook.number(id)));
            stops.of(some).keySet().forEach(id -> held.set(LedgerBook.number(id)));
        }
        reached.forEach(each -> {
            int lot = book.unit(each.unit()).lotUnit();
            if (lot >= 0 && held.get(lot)) {
                held.set(each.unit());
            }
        });
        return held;
    }

    private Standing byPlaces(Reached reached) {
        boolean inStock = false;
        boolean inRun = false;
        boolean unknown = false;
        boolean scrapped = false;
        String whom = "";
        for (Holding holding : reached.holdings()) {
            switch (book.place(holding.at()).kind()) {
                case SITE, AREA, BIN, VESSEL, CONTAINER, HOST -> inStock = true;
                case RUN -> inRun = true;
                case UNKNOWN -> unknown = true;
                case SCRAP -> scrapped = true;
                case PARTNER -> whom = whom.isEmpty() ? book.place(holding.at()).code() : whom;
                case OUTSIDE, ADJUSTMENT -> {
                    // Nothing is there.
                }
            }
        }
        List<String> words = new ArrayList<>();
        add(words, inStock, "in stock");
        add(words, inRun, "in a run");
        add(words, !whom.isEmpty(), "shipped");
        add(words, scrapped, "scrapped");
        add(words, unknown, "unknown");
        Figure.State state = inStock ? Figure.State.OK : unknown ? Figure.State.UNKNOWN : Figure.State.GONE;
        return new Standing(state, words.isEmpty() ? "used up" : String.join(" + ", words), whom);
    }

    private static void add(List<String> words, boolean holds, String word) {
        if (holds) {
            words.add(word);
        }
    }

    /** What is in stock and must not be used, as one definition of usable has it. */
    private void spoil(List<Reached> reached, List<Integer> present, List<Standing> all) {
        for (int from = 0; from < present.size(); from += UNITS_A_READ) {
            List<Integer> some = present.subList(from, Math.min(present.size(), from + UNITS_A_READ));
            Map<Long, Unit> rows = new HashMap<>();
            units.byIds(some.stream()
                            .map(i -> LedgerBook.unitId(reached.get(i).unit()))
                            .toList())
                    .forEach(unit -> rows.put(unit.id(), unit));
            for (int i : some) {
                Unit unit = rows.get(LedgerBook.unitId(reached.get(i).unit()));
                if (unit != null
                        && unit.expiry() != null
                        && !Usability.obstacles(unit, List.of(), List.of(), null, day(reached.get(i)))
                                .isEmpty()) {
                    Standing standing = all.get(i);
                    all.set(i, new Standing(Figure.State.BAD, standing.stock(), standing.whom()));
                }
            }
        }
    }

    // The day at the site where it is.
    private LocalDate day(Reached reached) {
        for (Holding holding : reached.holdings()) {
            long id = book.placeId(holding.at());
            var place = id > 0 ? places.find(id) : null;
            if (place != null) {
                return LocalDate.now(clock.withZone(places.zoneOf(place)));
            }
        }
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    // A lot that is there as its serials only is doing as the worst of them.
    private void followSerials(List<Reached> reached, List<Standing> all) {
        Map<Integer, Standing> worst = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            int lot = book.unit(reached.get(i).unit()).lotUnit();
            if (lot >= 0) {
                worst.merge(lot, all.get(i), (a, b) -> a.state().compareTo(b.state()) >= 0 ? a : b);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            Standing of = worst.get(reached.get(i).unit());
            if (of != null && reached.get(i).holdings().isEmpty()) {
                all.set(i, new Standing(of.state(), "as serials", ""));
            }
        }
    }
}
