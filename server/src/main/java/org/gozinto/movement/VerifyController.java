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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Verification")
class VerifyController {

    private final Verification verification;

    VerifyController(Verification verification) {
        this.verification = verification;
    }

    @PostMapping("/api/v1/verify")
    @Operation(summary = "Walk the hash chain, do every act again in a scratch book, and compare the derived tables")
    Verification.Report verify(@AuthenticationPrincipal Actor actor) {
        actor.require(Permission.VERIFY);
        return verification.run();
    }
}
