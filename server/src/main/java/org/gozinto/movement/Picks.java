/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Purpose;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Says what to take from stock, first expired first out. Safe for use by many threads. */
class Picks {

    /** Lines of one answer, as many as an act may have. */
    private static final int PICKS_MAX = 10_000;

    /** Units that are looked at before it is tried whether what stands in the places is quicker looked at. */
    private static final int UNITS_FIRST = 20_000;

    private static final int UNITS_MAX = 5_000_000;

    /** Holdings in the places up to which all of them are looked at, at once or when the first units have left. */
    private static final int FEW_HOLDINGS = 5_000;

    private static final int HOLDINGS_MAX = 300_000;

    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");

    private final PickStore store;
    private final PickBasket.Known known;
    private final Items items;
    private final Places places;
    private final Clock clock;

    Picks(PickStore store, PickBasket.Known known, Items items, Places places, Clock clock) {
        this.store = store;
        this.known = known;
        this.items = items;
        this.places = places;
        this.clock = clock;
    }

    /** What is wanted. */
    record Query(
            @Nullable String item,
            @Nullable String qty,
            @Nullable String from,
            @Nullable String purpose) {}

    PickView of(Query query) {
        Item item = items.existing(required("item", query.item(), "the code of an item"));
        long qty = quantity(item, required("qty", query.qty(), "a quantity above zero, such as 12.5"));
        Purpose purpose = purpose(query.purpose());
        List<Long> locations = store.locations(query.from() == null ? null : location(query.from()));
        var wish = new PickBasket.Wish(item, qty, purpose, new HashSet<>(locations), PICKS_MAX);
        var house = new PickBasket.House(store, known, places, clock);
        var search = new PickSearch(store, item.id(), locations);

        var few = search.standing(FEW_HOLDINGS);
        if (few != null) {
            return all(house, wish, few);
        }
        var basket = new PickBasket(house, wish);
        fill(basket, search, UNITS_FIRST, false);
        if (!basket.isFull() && !search.ended()) {
            var standing = search.standing(HOLDINGS_MAX);
            if (standing != null) {
                return all(house, wish, standing);
            }
        }
        fill(basket, search, UNITS_MAX, true);
        return view(wish, basket, search.ended() && !search.cut());
    }

    private static PickView all(PickBasket.House house, PickBasket.Wish wish, List<Units.At> standing) {
        var basket = new PickBasket(house, wish);
        basket.offer(standing);
        return view(wish, basket, true);
    }

    private static void fill(PickBasket basket, PickSearch search, int unitsMax, boolean longSteps) {
        while (!basket.isFull() && !search.ended() && search.looked() < unitsMax) {
            basket.offer(search.next(longSteps));
        }
    }

    /** @param all whether everything that stands there was offered */
    private static PickView view(PickBasket.Wish wish, PickBasket basket, boolean all) {
        boolean complete = basket.found() >= wish.qty() || all && !basket.isFull();
        Item item = wish.item();
        return new PickView(
                item.code(),
                item.name(),
                item.unit(),
                item.quantity(wish.qty()),
                item.quantity(basket.found()),
                item.quantity(wish.qty() - basket.found()),
                complete,
                basket.picks(),
                basket.passed(),
                basket.passedMore() ? true : null);
    }

    private static String required(String name, @Nullable String value, String expected) {
        if (value == null || value.isEmpty()) {
            throw Paging.badParameter(name, "is missing", expected);
        }
        return value;
    }

    private static long quantity(Item item, String text) {
        if (!QUANTITY.matcher(text).matches()) {
            throw badQuantity(item, "is not a quantity");
        }
        var scaled = new BigDecimal(text).movePointRight(item.decimals()).stripTrailingZeros();
        if (scaled.scale() > 0) {
            throw badQuantity(item, "has more decimals than the item");
        }
        if (scaled.signum() == 0 || scaled.precision() - scaled.scale() > 15) {
            throw badQuantity(item, scaled.signum() == 0 ? "is zero" : "is too much");
        }
        if (item.tracking().bySerial() && scaled.longValueExact() > PICKS_MAX * pieces(item)) {
            throw Paging.badParameter("qty", "is too much at once", "at most " + PICKS_MAX + " pieces");
        }
        return scaled.longValueExact();
    }

    /** One piece at the item's scale. */
    private static long pieces(Item item) {
        return BigDecimal.ONE.movePointRight(item.decimals()).longValueExact();
    }

    private static RefusedException badQuantity(Item item, String what) {
        return Paging.badParameter(
                "qty", what, "a quantity above zero in " + item.unit() + " with " + item.decimals() + " decimals");
    }

    private static Purpose purpose(@Nullable String word) {
        Purpose purpose = word == null ? Purpose.SHIP : Purpose.of(word);
        if (purpose == null || purpose == Purpose.MOVE) {
            throw Paging.badParameter("purpose", "is " + word, "ship, consume or sell");
        }
        return purpose;
    }

    private long location(String code) {
        Place place = places.find(code);
        if (place == null) {
            throw Refusal.of("unknown-place", "No such place", "There is no place " + code + ".")
                    .status(404)
                    .asException();
        }
        if (!place.kind().isLocation()) {
            throw Refusal.of(
                            "not-a-location",
                            "Not a location",
                            code + " is a " + place.kind().word() + ".")
                    .at("from", "a site, area, bin or vessel", "Name a location, or leave it out.")
                    .asException();
        }
        return place.id();
    }
}
