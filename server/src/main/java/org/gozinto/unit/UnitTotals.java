/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gozinto.item.Item;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;

/**
 * What became of a unit, at the item's scale, read from where it is and from where it came: what a place gave stands
 * there below zero.
 *
 * @param received from partners
 * @param made out of runs
 * @param commissioned begun here
 * @param found by counting and adjusting
 * @param onHand at own locations, not in containers
 * @param packed in containers, wherever these are
 * @param installed in or on serials
 * @param adjusted away by counting and adjusting
 * @param unknown came from nowhere known
 * @param byPlace the sums that these are made of
 * @param serials of a lot
 */
record UnitTotals(
        long received,
        long made,
        long commissioned,
        long found,
        long onHand,
        long packed,
        long installed,
        long consumed,
        long shipped,
        long scrapped,
        long adjusted,
        long unknown,
        Map<Long, Sums.Sum> byPlace,
        long serials) {

    /** Whether it is a lot whose serials are what is held. */
    static boolean isOfSerials(Unit unit, @Nullable Item item) {
        return unit.kind() == Unit.Kind.LOT && item != null && item.tracking().bySerial();
    }

    static UnitTotals of(Unit unit, @Nullable Item item, Sums sums, Places places) {
        var scope = isOfSerials(unit, item) ? Sums.Scope.LOT : Sums.Scope.UNIT;
        var result = sums.of(new Sums.Of(scope, unit.id()));
        var byPlace = result.byPlace();
        var partner = sum(byPlace, p -> isOf(places, p, Place.Kind.PARTNER));
        var runs = byPlace.getOrDefault(Sums.RUNS, Sums.Sum.NONE);
        var adjustment = byPlace.getOrDefault(Place.ADJUSTMENT, Sums.Sum.NONE);
        return new UnitTotals(
                -partner.below(),
                -runs.below(),
                -byPlace.getOrDefault(Place.OUTSIDE, Sums.Sum.NONE).below(),
                -adjustment.below(),
                sum(byPlace, p -> isLocation(places, p)).above(),
                sum(byPlace, p -> p < 0).above(),
                byPlace.getOrDefault(Sums.HOSTS, Sums.Sum.NONE).above(),
                runs.above(),
                partner.above(),
                byPlace.getOrDefault(Place.SCRAP, Sums.Sum.NONE).above(),
                adjustment.above(),
                -byPlace.getOrDefault(Place.UNKNOWN, Sums.Sum.NONE).below(),
                byPlace,
                result.serials());
    }

    private static Sums.Sum sum(Map<Long, Sums.Sum> byPlace, Predicate<Long> which) {
        return byPlace.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Sums.Sum.NONE, Sums.Sum::plus);
    }

    private static boolean isOf(Places places, long place, Place.Kind kind) {
        return place > 0 && place != Sums.RUNS && places.get(place).kind() == kind;
    }

    private static boolean isLocation(Places places, long place) {
        return place > 0 && place != Sums.RUNS && places.get(place).kind().isLocation();
    }

    /** What the quantities are called, as in the status of a unit. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        word(words, onHand, "inStock");
        word(words, packed, "packed");
        word(words, installed, "installed");
        word(words, consumed, "consumed");
        word(words, shipped, "shipped");
        word(words, scrapped, "scrapped");
        word(words, adjusted, "adjusted");
        return words;
    }

    private static void word(List<String> words, long qty, String word) {
        if (qty > 0) {
            words.add(word);
        }
    }

    /** The places with what is there, the largest quantities first; all hosts are one place, and all runs. */
    List<Units.At> at(long unit) {
        return byPlace.entrySet().stream()
                .filter(e -> e.getValue().above() > 0)
                .map(e -> new Units.At(unit, e.getKey(), e.getValue().above(), null))
                .sorted(Comparator.comparingLong(Units.At::qty).reversed().thenComparingLong(Units.At::placeId))
                .toList();
    }
}
