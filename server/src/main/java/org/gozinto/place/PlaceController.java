/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Places and partners over HTTP: two doors to the same records. */
@RestController
@Tag(name = "Places and partners")
class PlaceController {

    private static final String PLACES = "/api/v1/places";
    private static final String PARTNERS = "/api/v1/partners";

    private final Places places;
    private final MasterChanges changes;

    PlaceController(Places places, MasterChanges changes) {
        this.places = places;
        this.changes = changes;
    }

    private static boolean isPartner(Place place) {
        return place.kind() == Place.Kind.PARTNER;
    }

    private static boolean isPlace(Place place) {
        return place.kind() != Place.Kind.PARTNER;
    }

    private static boolean isLocation(Place place) {
        return place.kind().isLocation();
    }

    @PostMapping(PLACES)
    @Operation(summary = "Make a new place: site, area, bin or vessel")
    ResponseEntity<PlaceBody> createPlace(@AuthenticationPrincipal Actor actor, @RequestBody PlaceBody body) {
        actor.require(Permission.MASTERS);
        return created(PLACES, places.createLocation(body, actor.name()));
    }

    @PostMapping(PARTNERS)
    @Operation(summary = "Make a new partner: supplier, customer, consumer, manufacturer or carrier")
    ResponseEntity<PlaceBody> createPartner(@AuthenticationPrincipal Actor actor, @RequestBody PlaceBody body) {
        actor.require(Permission.MASTERS);
        return created(PARTNERS, places.createPartner(body, actor.name()));
    }

    @PutMapping(PLACES + "/{code}")
    @Operation(summary = "Change a place: the whole new record")
    ResponseEntity<PlaceBody> changePlace(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PlaceBody body) {
        actor.require(Permission.MASTERS);
        places.existing(code, PlaceController::isLocation, "place");
        return found(places.change(code, body::toLocation, Paging.version(ifMatch), actor.name()));
    }

    @PutMapping(PARTNERS + "/{code}")
    @Operation(summary = "Change a partner: the whole new record")
    ResponseEntity<PlaceBody> changePartner(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PlaceBody body) {
        actor.require(Permission.MASTERS);
        places.existing(code, PlaceController::isPartner, "partner");
        return found(places.change(code, body::toPartner, Paging.version(ifMatch), actor.name()));
    }

    @GetMapping(PLACES + "/{code}")
    @Operation(summary = "One place")
    ResponseEntity<PlaceBody> place(@PathVariable String code) {
        return found(places.existing(code, PlaceController::isPlace, "place"));
    }

    @GetMapping(PARTNERS + "/{code}")
    @Operation(summary = "One partner")
    ResponseEntity<PlaceBody> partner(@PathVariable String code) {
        return found(places.existing(code, PlaceController::isPartner, "partner"));
    }

    @GetMapping({PLACES + "/{code}/changes", PARTNERS + "/{code}/changes"})
    @Operation(summary = "What the place or partner was after each change")
    List<MasterChanges.Change> changes(@PathVariable String code) {
        places.existing(code, place -> true, "place");
        return changes.of("place", code);
    }

    @GetMapping(PLACES)
    @Operation(summary = "Places in the order of their codes; with parent= those directly in it, with none the topmost")
    Page<PlaceBody> places(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return bodies(places.page(in(parent), Paging.after(cursor), q, Paging.limit(limit)));
    }

    private Predicate<Place> in(@Nullable String parent) {
        if (parent == null) {
            return PlaceController::isPlace;
        }
        String code = parent.isEmpty()
                ? null
                : places.existing(parent, PlaceController::isPlace, "place").code();
        return place -> isLocation(place) && Objects.equals(place.parent(), code);
    }

    @GetMapping(PARTNERS)
    @Operation(summary = "Partners in the order of their codes")
    Page<PlaceBody> partners(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return bodies(places.page(PlaceController::isPartner, Paging.after(cursor), q, Paging.limit(limit)));
    }

    private static Page<PlaceBody> bodies(Page<Place> page) {
        return new Page<>(page.items().stream().map(PlaceBody::of).toList(), Paging.cursor(page.nextCursor()));
    }

    private static ResponseEntity<PlaceBody> created(String path, Place place) {
        var location = URI.create(path + "/" + UriUtils.encodePathSegment(place.code(), "UTF-8"));
        return ResponseEntity.created(location).eTag(etag(place)).body(PlaceBody.of(place));
    }

    private static ResponseEntity<PlaceBody> found(Place place) {
        return ResponseEntity.ok().eTag(etag(place)).body(PlaceBody.of(place));
    }

    private static String etag(Place place) {
        return "\"" + place.version() + "\"";
    }
}
