/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gozinto.genealogy.ScopeSpots;
import org.gozinto.genealogy.TraceView;
import org.gozinto.place.Place;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Where the units of an answer are, by what was counted of it: for each place around all containers and hosts which
 * units, and for each item how much is in which state. Takes a few bits a unit, so an answer of millions fits.
 */
final class Whereabouts {

    private final Function<String, @Nullable Place> places;
    private final Map<String, Spot> spots = new TreeMap<>();
    private final Map<String, Amounts> items = new TreeMap<>();

    Whereabouts(Function<String, @Nullable Place> places) {
        this.places = places;
    }

    /** What is known of one place. */
    static final class Spot {
        private final Place.Kind kind;
        private final RoaringBitmap units = new RoaringBitmap();
        private final List<ScopeSpots.Parts> parts = new ArrayList<>();
        private final Map<String, Count> items = new TreeMap<>();

        Spot(Place.Kind kind) {
            this.kind = kind;
        }

        Place.Kind kind() {
            return kind;
        }

        /** Ids of the units there. */
        RoaringBitmap units() {
            return units;
        }

        /** How much of a unit is there; one where it is a serial. */
        BigDecimal qty(long unit) {
            BigDecimal sum = parts.stream().map(part -> part.qty(unit)).reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.signum() == 0 ? BigDecimal.ONE : sum;
        }

        /** By item. */
        Map<String, Count> items() {
            return items;
        }
    }

    /** How many units of an item, and how much. */
    static final class Count {
        private int lots;
        private int serials;
        private BigDecimal qty = BigDecimal.ZERO;

        int lots() {
            return lots;
        }

        int serials() {
            return serials;
        }

        BigDecimal qty() {
            return qty;
        }
    }

    /** Quantities of one item by state, in its unit. */
    static final class Amounts {
        private BigDecimal stock = BigDecimal.ZERO;
        private BigDecimal installed = BigDecimal.ZERO;
        private BigDecimal atPartners = BigDecimal.ZERO;
        private BigDecimal scrapped = BigDecimal.ZERO;
        private BigDecimal consumed = BigDecimal.ZERO;
        private BigDecimal inRuns = BigDecimal.ZERO;
        private BigDecimal elsewhere = BigDecimal.ZERO;

        BigDecimal stock() {
            return stock;
        }

        /** In a host that stands in our hands. */
        BigDecimal installed() {
            return installed;
        }

        /** At partners, also in containers and hosts that are there. */
        BigDecimal atPartners() {
            return atPartners;
        }

        BigDecimal scrapped() {
            return scrapped;
        }

        BigDecimal consumed() {
            return consumed;
        }

        /** Lost, found wanting, or of unknown place. */
        BigDecimal elsewhere() {
            return elsewhere;
        }

        BigDecimal sum() {
            return stock.add(installed)
                    .add(atPartners)
                    .add(scrapped)
                    .add(consumed)
                    .add(elsewhere);
        }
    }

    /** Takes what was counted. */
    void take(ScopeSpots counted) {
        counted.spots().forEach(this::take);
    }

    private void take(ScopeSpots.Spot counted) {
        Place place = places.apply(counted.place());
        // A run is no place of the masters.
        Place.Kind kind = place == null ? Place.Kind.RUN : place.kind();
        add(items.computeIfAbsent(counted.item(), i -> new Amounts()), kind, counted.inHost(), counted.qty());
        Spot spot = spots.computeIfAbsent(counted.place(), p -> new Spot(kind));
        spot.units.or(counted.units());
        spot.parts.add(counted.parts());
        Count count = spot.items.computeIfAbsent(counted.item(), i -> new Count());
        count.qty = count.qty.add(counted.qty());
        count.lots += counted.lots();
        count.serials += counted.serials();
    }

    private static void add(Amounts amounts, Place.Kind kind, boolean inHost, BigDecimal qty) {
        switch (kind) {
            case SITE, AREA, BIN, VESSEL -> {
                if (inHost) {
                    amounts.installed = amounts.installed.add(qty);
                } else {
                    amounts.stock = amounts.stock.add(qty);
                }
            }
            case PARTNER -> amounts.atPartners = amounts.atPartners.add(qty);
            case SCRAP -> amounts.scrapped = amounts.scrapped.add(qty);
            case RUN -> amounts.inRuns = amounts.inRuns.add(qty);
            case OUTSIDE, ADJUSTMENT, UNKNOWN -> amounts.elsewhere = amounts.elsewhere.add(qty);
        }
    }

    /** Adds what the totals of the answer say of quantities that are at no place any more. */
    void take(TraceView.SummaryView summary) {
        summary.consumed().forEach(of -> {
            Amounts amounts = items.computeIfAbsent(of.item(), i -> new Amounts());
            amounts.consumed = amounts.consumed.add(new BigDecimal(of.qty()));
        });
        // What went into a run stays there in the books. What was not used up of it is still in our hands.
        items.values()
                .forEach(amounts -> amounts.stock = amounts.stock.add(
                        amounts.inRuns.subtract(amounts.consumed).max(BigDecimal.ZERO)));
        summary.loss().forEach(of -> {
            Amounts amounts = items.computeIfAbsent(of.item(), i -> new Amounts());
            amounts.elsewhere = amounts.elsewhere.add(new BigDecimal(of.qty()));
        });
    }

    /** By the code of the place, in the order of codes. */
    Map<String, Spot> spots() {
        return spots;
    }

    /** By the code of the item. */
    Map<String, Amounts> items() {
        return items;
    }

    /** How much of an item is at a place. */
    BigDecimal at(String place, String item) {
        Spot spot = spots.get(place);
        Count count = spot == null ? null : spot.items.get(item);
        return count == null ? BigDecimal.ZERO : count.qty;
    }

    /** Codes of the partners that have any of it. */
    List<String> partners() {
        return spots.entrySet().stream()
                .filter(e -> e.getValue().kind == Place.Kind.PARTNER)
                .map(Map.Entry::getKey)
                .toList();
    }
}
