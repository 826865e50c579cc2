/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryPages;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.EntryView.MovementView;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Entries")
class EntryController {

    private final Entries entries;
    private final EntryPages pages;
    private final EntryViews views;
    private final ShortEntries shortly;
    private final Units units;
    private final Places places;

    EntryController(
            Entries entries, EntryPages pages, EntryViews views, ShortEntries shortly, Units units, Places places) {
        this.entries = entries;
        this.pages = pages;
        this.views = views;
        this.shortly = shortly;
        this.units = units;
        this.places = places;
    }

    /**
     * The parameters of a list of entries.
     *
     * @param order oldest (the default) or newest
     * @param view full (the default) or short
     */
    record HistoryQuery(
            @Nullable String order,
            @Nullable String view,
            @Nullable String cursor,
            @Nullable Integer limit) {

        EntryPages.Part part(long after) {
            boolean newest = isSecond("order", order, "oldest", "newest");
            return new EntryPages.Part(newest, after, Paging.afterNumber(cursor), Paging.limit(limit), isShort(view));
        }
    }

    /** What a list of entries is narrowed to. */
    record EntryFilter(
            @Nullable String type,
            @Nullable String place,
            @Nullable String document,
            @Nullable Long after) {}

    @GetMapping("/api/v1/entries")
    @Operation(summary = "The ledger, oldest or newest first, by type, place or document")
    Page<ShownEntry> page(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute EntryFilter filter,
            @ModelAttribute HistoryQuery query) {
        actor.require(Permission.READ);
        var part = query.part(filter.after() == null ? 0 : filter.after());
        var slice = pages.page(narrowed(filter), part);
        return part.headings() ? page(slice, shortly.of(slice.rows())) : page(slice, views.of(slice.rows()));
    }

    private EntryPages.Filter narrowed(EntryFilter filter) {
        String type = filter.type();
        if (type != null && !Actor.everyAct().contains(type)) {
            throw Paging.badParameter("type", "is " + type, "one of " + String.join(", ", Actor.everyAct()));
        }
        return new EntryPages.Filter(type, filter.place() == null ? null : placeId(filter.place()), filter.document());
    }

    /** A place or partner by its code, or a container by its. */
    private long placeId(String code) {
        Place place = places.find(code);
        if (place != null) {
            return place.id();
        }
        return units.withNumber(code, 10).stream()
                .filter(u -> u.kind() == Unit.Kind.CONTAINER)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                "unknown-place",
                                "No such place",
                                "There is no place, partner or container " + code + ".")
                        .status(404)
                        .asException())
                .asPlace();
    }

    /** A page; when fewer entries are shown than were found, it goes on after the last that is shown. */
    private static Page<ShownEntry> page(EntryPages.Slice slice, List<? extends ShownEntry> shown) {
        Long next = shown.size() < slice.rows().size()
                ? Long.valueOf(slice.rows().get(shown.size() - 1).seq())
                : slice.next();
        return new Page<>(List.copyOf(shown), next == null ? null : Paging.cursor(String.valueOf(next)));
    }

    @GetMapping("/api/v1/entries/{idOrSeq}")
    @Operation(summary = "One entry, by its id or its number")
    ShownEntry entry(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String idOrSeq,
            @RequestParam(required = false) @Nullable String view) {
        actor.require(Permission.READ);
        boolean isShort = isShort(view);
        EntryRow found = existing(idOrSeq);
        return isShort ? shortly.of(List.of(found)).getFirst() : views.of(found);
    }

    @GetMapping("/api/v1/entries/{idOrSeq}/movements")
    @Operation(summary = "All movements of an entry, in its order")
    Page<MovementView> movements(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String idOrSeq,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.READ);
        int rows = Paging.limit(limit);
        long from = Paging.afterNumber(cursor);
        var found = pages.movements(existing(idOrSeq).seq(), from, rows);
        String next = found.size() < rows ? null : Paging.cursor(String.valueOf(from + rows));
        return new Page<>(views.movements(found), next);
    }

    private EntryRow existing(String idOrSeq) {
        boolean number = idOrSeq.length() < 19 && idOrSeq.chars().allMatch(c -> c >= '0' && c <= '9');
        EntryRow found = number ? entries.bySeq(Long.parseLong(idOrSeq)) : entries.byId(idOrSeq);
        if (found == null) {
            throw Refusal.of("unknown-entry", "No such entry", "There is no entry " + idOrSeq + ".")
                    .status(404)
                    .asException();
        }
        return found;
    }

    @GetMapping("/api/v1/units/{id}/history")
    @Operation(summary = "The entries that moved a unit or are about it, oldest or newest first")
    Page<ShownEntry> history(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @ModelAttribute HistoryQuery query) {
        actor.require(Permission.READ);
        var part = query.part(0);
        Unit unit = views.existing(id);
        boolean ofLot = views.hasSerials(unit);
        var slice = ofLot ? pages.ofLot(id, unit.firstSeq(), part) : pages.ofUnit(id, part);
        if (!part.headings()) {
            return page(slice, views.of(slice.rows()));
        }
        return page(slice, ofLot ? shortly.ofLot(slice.rows(), id) : shortly.ofUnit(slice.rows(), id));
    }

    private static boolean isShort(@Nullable String view) {
        return isSecond("view", view, "full", "short");
    }

    /** Whether a parameter with two words has the second; without it, it has the first. */
    private static boolean isSecond(String name, @Nullable String asked, String first, String second) {
        if (asked != null && !asked.equals(first) && !asked.equals(second)) {
            throw Paging.badParameter(name, "is " + asked, first + " or " + second);
        }
        return second.equals(asked);
    }
}
