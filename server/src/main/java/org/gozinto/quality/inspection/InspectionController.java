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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Inspections")
class InspectionController {

    private static final List<String> STATES = List.of("open", "accepted", "rejected", "cancelled");

    private final InspectionFiles inspections;
    private final InspectionViews views;
    private final Subjects subjects;

    InspectionController(InspectionFiles inspections, InspectionViews views, Subjects subjects) {
        this.inspections = inspections;
        this.views = views;
        this.subjects = subjects;
    }

    @PostMapping("/api/v1/inspections")
    @Operation(summary = "Open an inspection")
    ResponseEntity<InspectionView> open(
            @AuthenticationPrincipal Actor actor, @RequestBody Asked.NewInspection inspection) {
        QualityBook.Done<InspectionStep> done = inspections.open(inspection, actor);
        InspectionView view = views.of(done.file());
        var location = URI.create("/api/v1/inspections/" + view.number());
        return done.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping("/api/v1/inspections")
    @Operation(summary = "Inspections, newest first; those of a serial with those of its lot")
    Page<InspectionView.Head> page(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute RecordQuery query,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.heads(query.filter(subjects, STATES), cursor, Paging.limit(limit));
    }

    @GetMapping("/api/v1/inspections:due")
    @Operation(summary = "Units that wait for an inspection, those that wait longest first")
    Page<DueView> due(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.due(cursor, Paging.limit(limit));
    }

    @GetMapping("/api/v1/inspections/{number}")
    @Operation(summary = "One inspection as it stands")
    InspectionView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.of(inspections.existing(number));
    }

    @PostMapping("/api/v1/inspections/{number}/steps")
    @Operation(summary = "Take a step in an inspection: results, a correction, the verdict")
    ResponseEntity<InspectionView.Taken> take(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestBody Asked.NewInspectionStep step) {
        QualityBook.Done<InspectionStep> done = inspections.take(number, step, actor);
        var taken = new InspectionView.Taken(views.step(done.file(), done.step()), views.of(done.file()));
        return done.repeated()
                ? ResponseEntity.ok(taken)
                : ResponseEntity.status(201).body(taken);
    }

    @GetMapping("/api/v1/inspections/{number}/steps")
    @Operation(summary = "What was done in an inspection, oldest first")
    Page<InspectionView.StepView> steps(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.steps(inspections.existing(number), Paging.afterNumber(cursor), Paging.limit(limit));
    }
}
