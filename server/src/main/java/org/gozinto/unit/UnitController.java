/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Units")
class UnitController {

    private final Units units;
    private final UnitViews views;
    private final Lookup lookup;
    private final Items items;
    private final Places places;

    UnitController(Units units, UnitViews views, Lookup lookup, Items items, Places places) {
        this.units = units;
        this.views = views;
        this.lookup = lookup;
        this.items = items;
        this.places = places;
    }

    /** The parameters of a list of units. */
    record UnitQuery(
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            @Nullable String place,
            @Nullable String cursor,
            @Nullable Integer limit) {}

    @GetMapping("/api/v1/lookup")
    @Operation(summary = "Any scanned or typed code: all readings, and all that they can mean")
    Lookup.Answer lookup(@AuthenticationPrincipal Actor actor, @RequestParam String code) {
        actor.require(Permission.READ);
        return lookup.of(code);
    }

    @GetMapping("/api/v1/units")
    @Operation(summary = "Units with holdings, status and whether they may be used")
    Page<UnitView> page(@AuthenticationPrincipal Actor actor, @ModelAttribute UnitQuery query) {
        actor.require(Permission.READ);
        int limit = Paging.limit(query.limit());
        Units.Filter filter = filter(query);
        var found = units.page(filter, Paging.afterNumber(query.cursor()), limit);
        String next = found.size() < limit
                ? null
                : Paging.cursor(String.valueOf(found.getLast().id()));
        return new Page<>(found.size() == 1 ? java.util.List.of(views.of(found.getFirst())) : views.of(found), next);
    }

    private Units.Filter filter(UnitQuery query) {
        Item item = query.item() == null ? null : items.existing(query.item());
        Long placeId = query.place() == null ? null : place(query.place());
        String number =
                query.serial() != null ? query.serial() : query.container() != null ? query.container() : query.lot();
        Unit.Kind kind = query.serial() != null
                ? Unit.Kind.SERIAL
                : query.container() != null ? Unit.Kind.CONTAINER : query.lot() != null ? Unit.Kind.LOT : null;
        Long lotId = null;
        if (query.serial() != null && query.lot() != null) {
            lotId = units.withNumber(query.lot(), 100).stream()
                    .filter(u -> u.kind() == Unit.Kind.LOT && (item == null || u.itemId() == item.id()))
                    .map(Unit::id)
                    .findFirst()
                    .orElse(-1L);
        }
        return new Units.Filter(item == null ? null : item.id(), lotId, number, kind, placeId);
    }

    /** A place by its code, or a container by its. */
    private long place(String code) {
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

    @GetMapping("/api/v1/units/{id}")
    @Operation(summary = "One unit, with what is in it")
    UnitView unit(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        actor.require(Permission.READ);
        Unit unit = units.find(id);
        if (unit == null) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no unit " + id + ".")
                    .status(404)
                    .asException();
        }
        return views.of(unit);
    }
}
