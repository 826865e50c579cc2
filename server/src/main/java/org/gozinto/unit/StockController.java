/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sums: of a unit, of an item, of a place, of the book. */
@RestController
class StockController {

    /** Days ahead that can be asked for. */
    static final int DAYS_MAX = 3_650;

    private final Units units;
    private final Summaries summaries;
    private final Stock stock;
    private final Overview overview;
    private final Items items;
    private final UnitQueries queries;

    StockController(Units units, Summaries summaries, Stock stock, Overview overview, UnitQueries queries) {
        this.units = units;
        this.summaries = summaries;
        this.stock = stock;
        this.overview = overview;
        this.items = queries.items();
        this.queries = queries;
    }

    private Unit existing(long id) {
        Unit unit = units.find(id);
        if (unit == null) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no unit " + id + ".")
                    .status(404)
                    .asException();
        }
        return unit;
    }

    @GetMapping("/api/v1/units/{id}/summary")
    @Operation(summary = "The head of a unit's page: what it is, its totals, its largest quantities")
    @Tag(name = "Units")
    UnitSummary summary(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        actor.require(Permission.READ);
        return summaries.of(existing(id));
    }

    @GetMapping("/api/v1/units/{id}/holdings")
    @Operation(summary = "Where a unit is")
    @Tag(name = "Units")
    Page<UnitSummary.HoldingRow> holdings(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.READ);
        return summaries.holdings(existing(id), cursor, Paging.limit(limit));
    }

    @GetMapping("/api/v1/units/{id}/contents")
    @Operation(summary = "What is directly in a unit")
    @Tag(name = "Units")
    Page<UnitSummary.ContentRow> contents(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.READ);
        return summaries.contents(existing(id), cursor, Paging.limit(limit));
    }

    @GetMapping("/api/v1/items/{code}/stock")
    @Operation(summary = "How much of an item is where")
    @Tag(name = "Items")
    Stock.Answer ofItem(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        actor.require(Permission.READ);
        return stock.ofItem(items.existing(code));
    }

    @GetMapping({"/api/v1/places/{code}/stock", "/api/v1/partners/{code}/stock"})
    @Operation(summary = "How much of what is at a place, at a partner or in a container")
    @Tag(name = "Places and partners")
    Stock.Answer atPlace(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean below) {
        actor.require(Permission.READ);
        return stock.at(queries.place(code), below);
    }

    @GetMapping("/api/v1/overview")
    @Operation(summary = "The numbers that say how the book stands; each is the number of rows of a list of units")
    @Tag(name = "Overview")
    Overview.Answer overview(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(defaultValue = "UTC") String zone) {
        actor.require(Permission.READ);
        return overview.of(UnitQueries.days(days), zone(zone));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Paging.badParameter("zone", "is no time zone", "a name such as Europe/Berlin, or UTC");
        }
    }
}
