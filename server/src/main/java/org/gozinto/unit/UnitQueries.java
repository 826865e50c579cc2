/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Narrowing.State;
import org.jspecify.annotations.Nullable;

/** Reads what a list of units is asked for. */
record UnitQueries(Units units, Items items, Places places, Stops stops) {

    private static final int DAYS_DEFAULT = 30;
    private static final int PREFIX_MAX = 100;

    /** Days ahead, or a refusal when they are out of range. */
    static int days(@Nullable Integer days) {
        if (days != null && (days < 0 || days > StockController.DAYS_MAX)) {
            throw Paging.badParameter("days", "is " + days, "0 to " + StockController.DAYS_MAX);
        }
        return days == null ? DAYS_DEFAULT : days;
    }

    Narrowing narrowing(UnitFilter query) {
        State state = query.state() == null ? null : state(query.state());
        if (query.days() != null && state != State.EXPIRING) {
            throw Paging.badParameter("days", "is given without state=expiring", "state=expiring, or no days");
        }
        String prefix = query.number();
        if (prefix != null && (prefix.isEmpty() || prefix.length() > PREFIX_MAX || prefix.indexOf('\0') >= 0)) {
            throw Paging.badParameter(
                    "number", "is empty or too long", "how a number begins, 1 to " + PREFIX_MAX + " characters");
        }
        Units.Filter filter = filter(query);
        if (query.kind() != null) {
            Unit.Kind kind = kind(query.kind());
            if (filter.kind() != null && filter.kind() != kind) {
                throw Paging.badParameter(
                        "kind",
                        "is " + query.kind() + ", and a number of another kind is asked for",
                        "the kind of the number, or no kind");
            }
            filter = new Units.Filter(filter.itemId(), filter.lotId(), filter.number(), kind, filter.placeId());
        }
        return new Narrowing(
                filter,
                prefix,
                state,
                days(query.days()),
                query.recall() == null ? null : recall(query.recall()),
                query.below() == null ? null : below(query.below()));
    }

    private String recall(String number) {
        if (!Faults.isKeepable(number) || !stops.isKnown(number)) {
            throw Refusal.of(
                            "unknown-recall", "No such recall", "No recall " + number + " stops or ever stopped units.")
                    .status(404)
                    .at("recall", "the number of a recall that stops units", "Check the number.")
                    .asException();
        }
        return number;
    }

    private static State state(String word) {
        State state = State.of(word);
        if (state == null) {
            String words = Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", "));
            throw Paging.badParameter("state", "is " + word, "one of " + words);
        }
        return state;
    }

    private static Unit.Kind kind(String word) {
        for (Unit.Kind kind : List.of(Unit.Kind.LOT, Unit.Kind.SERIAL, Unit.Kind.CONTAINER)) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw Paging.badParameter("kind", "is " + word, "lot, serial or container");
    }

    Units.Filter filter(UnitFilter query) {
        Item item = query.item() == null ? null : items.existing(query.item());
        Long placeId = query.place() == null ? null : place(query.place());
        boolean serialsOfLot = query.lot() != null && (query.serial() != null || "serial".equals(query.kind()));
        String number = query.serial() != null
                ? query.serial()
                : query.container() != null ? query.container() : serialsOfLot ? null : query.lot();
        Unit.Kind kind = query.serial() != null || serialsOfLot
                ? Unit.Kind.SERIAL
                : query.container() != null ? Unit.Kind.CONTAINER : query.lot() != null ? Unit.Kind.LOT : null;
        Long lotId = null;
        if (serialsOfLot) {
            String lot = Objects.requireNonNull(query.lot());
            lotId = units.withNumber(lot, 100).stream()
                    .filter(u -> u.kind() == Unit.Kind.LOT && (item == null || u.itemId() == item.id()))
                    .map(Unit::id)
                    .findFirst()
                    .orElse(-1L);
        }
        return new Units.Filter(item == null ? null : item.id(), lotId, number, kind, placeId);
    }

    private Set<Long> below(String code) {
        Place top = places.find(code);
        if (top == null) {
            // Says that there is no such thing, unless it is a container.
            place(code);
            throw Paging.badParameter(
                    "below", "is a container", "a place; place=" + code + " is what is in a container");
        }
        return places.below(top).stream().map(Place::id).collect(Collectors.toSet());
    }

    /** A place by its code, or a container by its. */
    long place(String code) {
        Place place = places.find(code);
        if (place != null) {
            return place.id();
        }
        return units.withNumber(code, 10).stream()
                .filter(u -> u.kind() == Unit.Kind.CONTAINER)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                "unknown-place", "No such place", "There is no place or container " + code + ".")
                        .status(404)
                        .asException())
                .asPlace();
    }
}
