/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Units")
class MassBalanceController {

    private final Traces traces;

    MassBalanceController(Traces traces) {
        this.traces = traces;
    }

    @GetMapping("/api/v1/units/{id}/balance")
    @Operation(summary = "Where all of the unit came from and what became of it; what does not add up is named")
    MassBalanceView balance(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "true") boolean serials,
            @RequestParam @Nullable String asOf,
            @RequestParam @Nullable String knownAt) {
        actor.require(Permission.READ);
        return traces.balance(id, serials, asOf, knownAt);
    }
}
