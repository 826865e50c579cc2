/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook.Done;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Claims")
class ClaimController {

    private static final int SUMS_MAX = 1_000;

    private final Claims claims;
    private final ClaimViews views;
    private final ClaimStore store;
    private final Items items;
    private final Units units;

    ClaimController(Claims claims, ClaimViews views, ClaimStore store, Items items, Units units) {
        this.claims = claims;
        this.views = views;
        this.store = store;
        this.items = items;
        this.units = units;
    }

    @PostMapping("/claims")
    @Operation(summary = "File a warranty claim, and hand it in with submit")
    ResponseEntity<ClaimView> open(@AuthenticationPrincipal Actor actor, @RequestBody Claims.NewClaim claim) {
        actor.require(Permission.CARE);
        Done<ClaimStep> done = claims.open(claim, actor);
        ClaimView view = views.of(done.file());
        var location = URI.create("/api/v1/claims/" + view.number());
        return done.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping("/claims")
    @Operation(summary = "Claims, newest first")
    Page<ClaimView.Head> page(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute ClaimQuery query,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        int most = Paging.limit(limit);
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        return views.heads(store.page(query.which(items, units), before, most + 1), most);
    }

    @GetMapping("/claims:cost")
    @Operation(summary = "What was approved, paid and recovered, by the day of the approval; each currency by itself")
    List<ClaimView.Cost> costs(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String by,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to) {
        actor.require(Permission.READ);
        ClaimStore.By asked = Arrays.stream(ClaimStore.By.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElseThrow(
                        () -> Paging.badParameter("by", "is " + by, "month, item, lot, code, supplier or country"));
        return views.costs(asked, store.sums(asked, ClaimQuery.day("from", from), ClaimQuery.day("to", to), SUMS_MAX));
    }

    @GetMapping("/claims/{number}")
    @Operation(summary = "One claim as it stands")
    ClaimView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.of(claims.existing(number));
    }

    @PostMapping("/claims/{number}/steps")
    @Operation(summary = "Take a step in a claim")
    ResponseEntity<ClaimView.Taken> take(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestBody Claims.NewStep step) {
        Done<ClaimStep> done = claims.take(number, step, actor);
        var taken = new ClaimView.Taken(ClaimViews.step(done.step()), views.of(done.file()));
        return ResponseEntity.status(done.repeated() ? 200 : 201).body(taken);
    }

    @GetMapping("/claims/{number}/steps")
    @Operation(summary = "What was done in a claim, oldest first")
    Page<ClaimView.StepView> steps(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return claims.existing(number).page(Paging.afterNumber(cursor), Paging.limit(limit), ClaimViews::step);
    }

    /** What a check of the steps found; {@code firstBroken} is null when all hashes fit. */
    record Verified(boolean ok, long steps, @Nullable Long firstBroken) {}

    @PostMapping("/claims/{number}:verify")
    @Operation(summary = "Whether the steps of a claim are those that were taken")
    Verified verify(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.VERIFY);
        File<ClaimStep> file = claims.existing(number);
        Long broken = claims.firstBroken(file);
        return new Verified(broken == null, file.last(), broken);
    }
}
