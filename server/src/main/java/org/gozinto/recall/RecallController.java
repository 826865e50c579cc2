/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/recalls")
@Tag(name = "Recalls")
class RecallController {

    private final Recalls recalls;
    private final RecallViews views;

    RecallController(Recalls recalls, RecallViews views) {
        this.recalls = recalls;
        this.views = views;
    }

    @PostMapping
    @Operation(summary = "Open a case")
    ResponseEntity<RecallView> open(@AuthenticationPrincipal Actor actor, @RequestBody Recalls.NewRecall recall) {
        actor.require(Permission.CASES);
        Recalls.Opened opened = recalls.open(recall, actor);
        RecallView view = views.of(opened.file());
        var location = URI.create("/api/v1/recalls/" + view.number());
        return opened.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping
    @Operation(summary = "Cases, newest first")
    Page<RecallView.Head> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        Kind asked = Kind.of(kind);
        if (kind != null && asked == null) {
            throw Paging.badParameter("kind", "is " + kind, "recall, marketWithdrawal, stockRecovery or mock");
        }
        return views.heads(recalls.page(which(state), asked, cursor, Paging.limit(limit)));
    }

    private static RecallStore.Which which(@Nullable String state) {
        return switch (state == null ? "all" : state) {
            case "all" -> RecallStore.Which.ALL;
            case "open" -> RecallStore.Which.OPEN;
            case "closed" -> RecallStore.Which.CLOSED;
            default -> throw Paging.badParameter("state", "is " + state, "all, open or closed");
        };
    }

    @GetMapping("/{number}")
    @Operation(summary = "One case as it stands")
    RecallView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.of(recalls.existing(number));
    }

    @PostMapping("/{number}/steps")
    @Operation(summary = "Take a step in a case")
    ResponseEntity<RecallView.Taken> take(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestBody Recalls.NewStep step) {
        Recalls.Done done = recalls.take(number, step, actor);
        var taken = new RecallView.Taken(views.step(done.file(), done.step()), views.of(done.file()));
        return done.repeated()
                ? ResponseEntity.ok(taken)
                : ResponseEntity.status(201).body(taken);
    }

    @GetMapping("/{number}/steps")
    @Operation(summary = "What was done in a case, oldest first")
    Page<RecallView.StepView> steps(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.steps(recalls.existing(number), Paging.afterNumber(cursor), Paging.limit(limit));
    }

    /** What came of asking again. */
    record Evaluated(boolean added, RecallView recall) {}

    @PostMapping("/{number}:evaluate")
    @Operation(summary = "Ask the question of a case again; an answer that says something else is the next version")
    Evaluated evaluate(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.RECALL);
        Recalls.Evaluated evaluated = recalls.evaluate(number, actor);
        return new Evaluated(evaluated.added(), views.of(evaluated.file()));
    }

    @GetMapping("/{number}/pulls")
    @Operation(summary = "What is to be pulled, by place")
    PullView pulls(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable Boolean open,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.pulls(
                recalls.existing(number),
                new Pulls.Asked(place, Boolean.TRUE.equals(open), cursor, Paging.limit(limit)));
    }

    @GetMapping("/{number}/consignees")
    @Operation(summary = "Who has it, what they were told and what they said")
    Page<ConsigneeView> consignees(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.consignees(recalls.existing(number), state, cursor, Paging.limit(limit));
    }

    @GetMapping("/{number}/goods")
    @Operation(
            summary = "What one consignee has, unit by unit",
            description = "Who works on cases sees the owners who registered their units, too.")
    Page<ConsigneeView.Goods> goods(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam String consignee,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        Page<ConsigneeView.Goods> page = views.goods(recalls.existing(number), consignee, cursor, Paging.limit(limit));
        return actor.may(Permission.CASES) ? views.held(page) : page;
    }

    @GetMapping("/{number}/reconciliation")
    @Operation(summary = "Whether the quantities by state add up to the scope")
    ReconciliationView reconciliation(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.reconciliation(recalls.existing(number));
    }

    @GetMapping("/{number}/figures")
    @Operation(summary = "How the case goes, in figures")
    FiguresView figures(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.figures(recalls.existing(number));
    }

    @GetMapping("/{number}/entries")
    @Operation(summary = "Entries that moved what is stopped: returns, resales, moves to the cage")
    Page<RecallView.EntryHead> entries(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.entries(recalls.existing(number), Paging.afterNumber(cursor), Paging.limit(limit));
    }

    /** What a check of the steps found; {@code firstBroken} is null when all hashes fit. */
    record Verified(boolean ok, long steps, @Nullable Long firstBroken) {}

    @PostMapping("/{number}:verify")
    @Operation(summary = "Whether the steps of a case are those that were taken")
    Verified verify(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.VERIFY);
        CaseFile file = recalls.existing(number);
        Long broken = recalls.firstBroken(file);
        return new Verified(broken == null, file.last(), broken);
    }
}
