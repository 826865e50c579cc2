/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Units")
class PickController {

    private final Picks picks;

    PickController(Picks picks) {
        this.picks = picks;
    }

    @GetMapping("/api/v1/picks")
    @Operation(summary = "What to take from stock, first expired first out")
    PickView picks(@AuthenticationPrincipal Actor actor, @ModelAttribute Picks.Query query) {
        actor.require(Permission.READ);
        return picks.of(query);
    }
}
