/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.quality.book.QualityBook;
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
@RequestMapping("/api/v1/nonconformances")
@Tag(name = "Inspections")
class NonconformanceController {

    private static final List<String> STATES = List.of("open", "contained", "dispositioned", "closed");

    private final NonconformanceFiles nonconformances;
    private final NonconformanceViews views;
    private final Subjects subjects;

    NonconformanceController(NonconformanceFiles nonconformances, NonconformanceViews views, Subjects subjects) {
        this.nonconformances = nonconformances;
        this.views = views;
        this.subjects = subjects;
    }

    @PostMapping
    @Operation(summary = "Open a non-conformance")
    ResponseEntity<NonconformanceView> open(
            @AuthenticationPrincipal Actor actor, @RequestBody Asked.NewNonconformance nonconformance) {
        QualityBook.Done<NonconformanceStep> done = nonconformances.open(nonconformance, actor);
        NonconformanceView view = views.of(done.file());
        var location = URI.create("/api/v1/nonconformances/" + view.number());
        return done.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping
    @Operation(summary = "Non-conformances, newest first; those of a serial with those of its lot")
    Page<NonconformanceView.Head> page(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute RecordQuery query,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.heads(query.filter(subjects, STATES), cursor, Paging.limit(limit));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One non-conformance as it stands")
    NonconformanceView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.of(nonconformances.existing(number));
    }

    @PostMapping("/{number}/steps")
    @Operation(summary = "Take a step: contain, dispose of a quantity, agree an action, close")
    ResponseEntity<NonconformanceView.Taken> take(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestBody Asked.NewNonconformanceStep step) {
        QualityBook.Done<NonconformanceStep> done = nonconformances.take(number, step, actor);
        var taken = new NonconformanceView.Taken(views.step(done.step()), views.of(done.file()));
        return done.repeated()
                ? ResponseEntity.ok(taken)
                : ResponseEntity.status(201).body(taken);
    }

    @GetMapping("/{number}/steps")
    @Operation(summary = "What was done about a non-conformance, oldest first")
    Page<NonconformanceView.StepView> steps(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.steps(nonconformances.existing(number), Paging.afterNumber(cursor), Paging.limit(limit));
    }
}
