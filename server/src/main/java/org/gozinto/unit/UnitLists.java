/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Narrowing.State;
import org.gozinto.unit.Standing.Spot;
import org.gozinto.unit.Standing.Where;
import org.jspecify.annotations.Nullable;

/**
 * Narrowed lists of units. A list walks along one index and looks at a bounded number of units, so a page may be
 * short, or empty, and still have a cursor.
 */
final class UnitLists {

    /** Units looked at for one page. */
    private static final int LOOKED_AT_MAX = 20_000;

    private static final int STEP = 2_000;

    private final Database database;
    private final Units units;
    private final Places places;
    private final DatedStock dated;
    private final Stops stops;
    private final Walks walks;

    UnitLists(Database database, Units units, Places places, DatedStock dated, Stops stops) {
        this.database = database;
        this.stops = stops;
        this.units = units;
        this.places = places;
        this.dated = dated;
        this.walks = new Walks(database, stops);
    }

    /** A page of the list after a cursor. */
    Page<Unit> page(Narrowing wanted, @Nullable String cursor, int limit) {
        Walks.Walk walk = walk(wanted);
        String key = Paging.after(cursor);
        List<Unit> found = new ArrayList<>();
        var standing = new Standing(database, places);
        for (int lookedAt = 0; lookedAt < LOOKED_AT_MAX; ) {
            int asked = Math.min(STEP, Math.max(limit, STEP / 10));
            var steps = walk.after(key, asked);
            Fitting fitting = fitting(wanted, steps, standing);
            for (Walks.Step step : steps) {
                key = step.key();
                Unit unit = fitting.units.get(step.unitId());
                if (unit != null && isListedHere(wanted, step, fitting)) {
                    found.add(unit);
                    if (found.size() == limit) {
                        return new Page<>(found, Paging.cursor(key));
                    }
                }
            }
            if (steps.size() < asked) {
                return new Page<>(found, null);
            }
            lookedAt += steps.size();
        }
        return new Page<>(found, Paging.cursor(key));
    }

    private Walks.Walk walk(Narrowing wanted) {
        Units.Filter filter = wanted.filter();
        if (filter.number() != null) {
            return walks.numbered(filter.number());
        }
        if (wanted.recall() != null) {
            return walks.recalled(wanted.recall());
        }
        Walks.Walk few = wanted.state() == null ? null : ofState(wanted.state(), wanted.days());
        if (few != null) {
            return few;
        }
        if (wanted.prefix() != null) {
            return walks.beginning(wanted.prefix());
        }
        if (filter.lotId() != null) {
            return walks.ofLot(filter.lotId());
        }
        if (filter.placeId() != null) {
            return walks.at(filter.placeId());
        }
        if (filter.kind() != null && filter.kind() != Unit.Kind.SERIAL) {
            return filter.itemId() == null
                    ? walks.ofKind(filter.kind())
                    : walks.ofKindAndItem(filter.kind(), filter.itemId());
        }
        if (wanted.places() != null) {
            return walks.within(wanted.places());
        }
        return filter.itemId() != null ? walks.ofItem(filter.itemId()) : ofWhere(wanted.state());
    }

    /** The states that have few units, or an order of their own. */
    private Walks.@Nullable Walk ofState(State state, int days) {
        return switch (state) {
            case TWIN -> walks.suspects();
            case HELD -> walks.held();
            case RECALLED -> walks.recalled(null);
            case UNKNOWN -> walks.unknown();
            case EXPIRING -> walks.expiring(dated, days);
            case EXPIRED -> walks.expired(dated);
            case INSTOCK, INSTALLED, SHIPPED, CONSUMED, SCRAPPED -> null;
        };
    }

    private Walks.Walk ofWhere(@Nullable State state) {
        return switch (state) {
            case INSTOCK -> walks.within(ids(places.locations()));
            case SHIPPED -> walks.within(ids(places.partners()));
            case SCRAPPED -> walks.within(Set.of(Place.SCRAP));
            case INSTALLED -> walks.inUnits();
            case CONSUMED -> walks.inRuns();
            case null, default -> walks.all();
        };
    }

    private static Set<Long> ids(List<Place> places) {
        return places.stream().map(Place::id).collect(Collectors.toSet());
    }

    /** Units that are wanted, by id, and where they are if that was asked. */
    private record Fitting(Map<Long, Unit> units, Map<Long, List<Spot>> spots) {}

    private Fitting fitting(Narrowing wanted, List<Walks.Step> steps, Standing standing) {
        var ids = steps.stream().map(Walks.Step::unitId).distinct().toList();
        Map<Long, Unit> fitting = new HashMap<>();
        units.byIds(ids).stream().filter(wanted::fits).forEach(u -> fitting.put(u.id(), u));
        if (wanted.recall() != null || wanted.state() == State.RECALLED) {
            fitting.keySet().removeIf(u -> !stops.names(wanted.recall(), u));
        }
        if (wanted.state() == State.HELD) {
            fitting.keySet()
                    .retainAll(units.holds(List.copyOf(fitting.keySet())).keySet());
        }
        if (wanted.state() == State.UNKNOWN) {
            fitting.keySet().retainAll(units.unknown(List.copyOf(fitting.keySet())));
        }
        if (wanted.state() == State.EXPIRING || wanted.state() == State.EXPIRED) {
            keepDated(wanted, fitting, standing);
        }
        Map<Long, List<Spot>> spots = wanted.isOfPlaces() ? standing.of(fitting.keySet()) : Map.of();
        if (wanted.isOfPlaces()) {
            fitting.keySet().removeIf(u -> !stands(wanted, spots.getOrDefault(u, List.of())));
        }
        return new Fitting(fitting, spots);
    }

    private void keepDated(Narrowing wanted, Map<Long, Unit> fitting, Standing standing) {
        var spots = standing.of(fitting.keySet());
        fitting.values().removeIf(u -> {
            var at = spots.getOrDefault(u.id(), List.of());
            LocalDate expiry = u.expiry();
            LocalDate today = dated.today(Standing.site(at));
            boolean past = expiry != null && today.isAfter(expiry);
            boolean soon = expiry != null && !past && !expiry.isAfter(today.plusDays(wanted.days()));
            return !Standing.inStock(at) || !(wanted.state() == State.EXPIRED ? past : soon);
        });
    }

    private static boolean stands(Narrowing wanted, List<Spot> spots) {
        Where where = wanted.state() == null ? null : wanted.state().where();
        Long at = wanted.filter().placeId();
        return (where == null || spots.stream().anyMatch(s -> s.where() == where))
                && (at == null || spots.stream().anyMatch(s -> s.placeId() == at))
                && (wanted.places() == null || spots.stream().anyMatch(s -> isIn(wanted.places(), s)));
    }

    /** In a place of the list, or in a container there; what is installed has become part of something else. */
    private static boolean isIn(Set<Long> places, Spot spot) {
        return spot.where() != Where.INSTALLED && places.contains(spot.root());
    }

    /** A walk along places meets a unit at each of its places; it is listed once. */
    private static boolean isListedHere(Narrowing wanted, Walks.Step step, Fitting fitting) {
        Long place = step.placeId();
        if (place == null || wanted.filter().placeId() != null) {
            return true;
        }
        Where where = wanted.state() == null ? null : wanted.state().where();
        return fitting.spots.getOrDefault(step.unitId(), List.of()).stream()
                .filter(s -> wanted.places() == null ? s.where() == where : isIn(wanted.places(), s))
                .mapToLong(Spot::placeId)
                .max()
                .stream()
                .allMatch(p -> p == place);
    }
}
