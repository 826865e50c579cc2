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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Trace")
class TraceCheckController {

    private final TraceCheck check;

    TraceCheckController(TraceCheck check) {
        this.check = check;
    }

    /** It reads the whole ledger whatever the question is, so it takes the same right as a verification. */
    @GetMapping("/api/v1/trace/check")
    @Operation(
            summary = "Have a trace worked out again by the reference, and compare it with what the server answers"
                    + " and with the hash that somebody holds")
    CheckView check(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute TraceQuery query,
            @RequestParam @Nullable String hash) {
        actor.require(Permission.VERIFY);
        return check.check(query, hash);
    }
}
