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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Units")
class SiblingsController {

    private final Traces traces;
    private final StopTags tags;

    SiblingsController(Traces traces, StopTags tags) {
        this.traces = traces;
        this.tags = tags;
    }

    /** It reads the whole ledger, whatever the unit is. */
    @GetMapping("/api/v1/units/{id}/siblings")
    @Operation(summary = "What shares an input, a vessel, a run, a place or a time with the unit: what to look at next")
    SiblingsView siblings(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @ModelAttribute SiblingsQuery query) {
        actor.require(Permission.READ);
        return tags.on(traces.siblings(id, query));
    }
}
