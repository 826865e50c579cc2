/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/inspection-plans")
@Tag(name = "Inspections")
class PlanController {

    private final Plans plans;

    PlanController(Plans plans) {
        this.plans = plans;
    }

    @GetMapping
    @Operation(summary = "Plans of inspections; for an item its own and those for any")
    Page<PlanBody> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return plans.page(item, cursor, Paging.limit(limit));
    }

    @PostMapping
    @Operation(summary = "Make a plan of inspections")
    ResponseEntity<PlanBody> create(@AuthenticationPrincipal Actor actor, @RequestBody PlanBody body) {
        actor.require(Permission.QUALITY);
        PlanBody plan = plans.create(body, actor.name());
        return ResponseEntity.created(URI.create("/api/v1/inspection-plans/" + plan.code()))
                .eTag("\"" + plan.version() + "\"")
                .body(plan);
    }

    @GetMapping("/{code}")
    @Operation(summary = "One plan")
    ResponseEntity<PlanBody> get(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        actor.require(Permission.READ);
        return shown(plans.existing(code));
    }

    @PutMapping("/{code}")
    @Operation(summary = "Change a plan: the whole new plan. Inspections that are open keep the one that they have")
    ResponseEntity<PlanBody> change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PlanBody body) {
        actor.require(Permission.QUALITY);
        Long version = ifMatch == null ? body.version() : Paging.version(ifMatch);
        return shown(plans.change(code, body, version, actor.name()));
    }

    private static ResponseEntity<PlanBody> shown(PlanBody plan) {
        return ResponseEntity.ok().eTag("\"" + plan.version() + "\"").body(plan);
    }
}
