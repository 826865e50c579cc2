/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Trace")
class TraceController {

    private final Traces traces;
    private final StopTags tags;

    TraceController(Traces traces, StopTags tags) {
        this.traces = traces;
        this.tags = tags;
    }

    @GetMapping("/api/v1/trace")
    @Operation(summary = "Where units went (forward) or what they are made of (backward)")
    TraceView trace(@AuthenticationPrincipal Actor actor, @ModelAttribute TraceQuery query) {
        actor.require(Permission.READ);
        return tags.on(traces.page(query));
    }

    /** The steps from a seed to one unit. */
    record PathView(List<TraceView.StepView> steps) {}

    @GetMapping("/api/v1/trace/path")
    @Operation(summary = "The earliest path from a seed to one unit of the answer, step by step")
    PathView path(@AuthenticationPrincipal Actor actor, @ModelAttribute TraceQuery query, @RequestParam long unit) {
        actor.require(Permission.READ);
        return new PathView(traces.path(query, unit));
    }
}
