/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Units")
class NextController {

    private final NextSteps steps;

    NextController(NextSteps steps) {
        this.steps = steps;
    }

    @GetMapping("/api/v1/units/{id}/parts")
    @Operation(summary = "One step down: what is in the unit now, and what it was made from")
    NextView parts(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        actor.require(Permission.READ);
        return steps.parts(id, Paging.limit(limit), cursor);
    }

    @GetMapping("/api/v1/units/{id}/uses")
    @Operation(summary = "One step up: what the unit is in now, and what was made from it")
    NextView uses(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        actor.require(Permission.READ);
        return steps.uses(id, Paging.limit(limit), cursor);
    }
}
