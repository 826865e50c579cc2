/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Scopes")
class PreviewController {

    private final ScopePreviews previews;

    PreviewController(ScopePreviews previews) {
        this.previews = previews;
    }

    @PostMapping("/api/v1/scopes:preview")
    @Operation(summary = "What a scope would say, in figures, without freezing anything")
    PreviewView preview(@AuthenticationPrincipal Actor actor, @RequestBody SideBySideView.Asked asked) {
        actor.require(Permission.READ);
        return previews.preview(asked);
    }

    @PostMapping("/api/v1/scopes:compare")
    @Operation(summary = "What several scopes would say beside each other, and which units they share")
    SideBySideView compare(@AuthenticationPrincipal Actor actor, @RequestBody SideBySideView.AskedSides asked) {
        actor.require(Permission.READ);
        return previews.compare(asked);
    }
}
