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
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Recalls")
class DrillController {

    private final Drills drills;
    private final DrillPlans plans;
    private final RecallViews views;

    DrillController(Drills drills, DrillPlans plans, RecallViews views) {
        this.drills = drills;
        this.plans = plans;
        this.views = views;
    }

    @PostMapping("/api/v1/drills")
    @Operation(summary = "Run a mock recall: all that a recall does, timed, without any effect")
    ResponseEntity<RecallView> run(@AuthenticationPrincipal Actor actor, @RequestBody Drills.NewDrill drill) {
        Drills.Run run = drills.run(drill, actor);
        RecallView view = views.of(run.file());
        var location = URI.create("/api/v1/recalls/" + view.number());
        return run.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping("/api/v1/drill-plan")
    @Operation(summary = "When mock recalls are due")
    ResponseEntity<DrillPlanView> plan(@AuthenticationPrincipal Actor actor) {
        actor.require(Permission.READ);
        return shown(plans.view());
    }

    @PutMapping("/api/v1/drill-plan")
    @Operation(summary = "Plan mock recalls: the whole new plan")
    ResponseEntity<DrillPlanView> change(
            @AuthenticationPrincipal Actor actor,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DrillPlans.Body body) {
        actor.require(Permission.RECALL);
        Long version = ifMatch == null ? body.version() : Paging.version(ifMatch);
        return shown(plans.change(body, version, actor.name()));
    }

    private static ResponseEntity<DrillPlanView> shown(DrillPlanView view) {
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }
}
