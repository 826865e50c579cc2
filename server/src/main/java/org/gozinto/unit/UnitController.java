/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Units")
class UnitController {

    private final Units units;
    private final UnitViews views;
    private final Lookup lookup;
    private final UnitListing listing;
    private final ShortUnits lines;

    UnitController(Units units, UnitViews views, Lookup lookup, UnitListing listing, ShortUnits lines) {
        this.units = units;
        this.views = views;
        this.lookup = lookup;
        this.listing = listing;
        this.lines = lines;
    }

    /** Which part of a list of units, and how. */
    record ListQuery(
            @Nullable String view,
            @Nullable String cursor,
            @Nullable Integer limit) {

        /** Whether lines of a list are asked for, not whole units. */
        boolean isShort() {
            if (view != null && !view.equals("short") && !view.equals("full")) {
                throw Paging.badParameter("view", "is " + view, "short or full");
            }
            return "short".equals(view);
        }
    }

    @GetMapping("/api/v1/lookup")
    @Operation(
            summary = "Any scanned or typed code: all readings, and all that they can mean; several codes are read as"
                    + " symbols of one item",
            parameters =
                    @Parameter(
                            name = "code",
                            in = ParameterIn.QUERY,
                            required = true,
                            array = @ArraySchema(schema = @Schema(type = "string"))))
    Lookup.Answer lookup(@AuthenticationPrincipal Actor actor, HttpServletRequest request) {
        actor.require(Permission.READ);
        // As they were sent: a parameter of Spring's would split a code at its commas.
        String[] codes = request.getParameterValues("code");
        return lookup.of(codes == null ? List.of() : List.of(codes));
    }

    @GetMapping("/api/v1/units")
    @Operation(summary = "Units with holdings, status and whether they may be used; view=short gives lines of a list")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(oneOf = {Full.class, Short.class})))
    Page<?> page(
            @AuthenticationPrincipal Actor actor, @ModelAttribute UnitFilter filter, @ModelAttribute ListQuery query) {
        actor.require(Permission.READ);
        int limit = Paging.limit(query.limit());
        if (query.isShort()) {
            var found = listing.narrowed(filter).page(query.cursor(), limit);
            return new Page<>(lines.of(found.items()), found.nextCursor());
        }
        var found = listing.of(filter).page(query.cursor(), limit);
        boolean alone = filter.isPlain() && found.items().size() == 1;
        return new Page<>(
                alone ? List.of(views.of(found.items().getFirst())) : views.of(found.items()), found.nextCursor());
    }

    /** For the description of the list only. */
    private record Full(List<UnitView> items, @Nullable String nextCursor) {}

    /** For the description of the list only. */
    private record Short(List<ShortUnit> items, @Nullable String nextCursor) {}

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
