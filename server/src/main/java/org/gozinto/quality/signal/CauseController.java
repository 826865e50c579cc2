/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/causes")
@Tag(name = "Quality")
class CauseController {

    private final Causes causes;
    private final SmallestRecalls smallest;

    CauseController(Causes causes, SmallestRecalls smallest) {
        this.causes = causes;
        this.smallest = smallest;
    }

    @PostMapping
    @Operation(summary = "Ask what failed units share")
    ResponseEntity<CauseView> ask(@AuthenticationPrincipal Actor actor, @RequestBody CauseQuestion question) {
        actor.require(Permission.QUALITY);
        Causes.Asked asked = causes.ask(question, actor);
        var location = URI.create("/api/v1/causes/" + asked.view().number());
        return asked.repeated()
                ? ResponseEntity.ok().location(location).body(asked.view())
                : ResponseEntity.created(location).body(asked.view());
    }

    @GetMapping
    @Operation(summary = "Inquiries, newest first")
    Page<CauseView.Head> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        if (state != null && !Set.of("running", "done", "failed").contains(state)) {
            throw Paging.badParameter("state", "is " + state, "running, done or failed");
        }
        return causes.page(state, cursor, Paging.limit(limit));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One inquiry, with its progress or its answer")
    CauseView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return causes.get(number);
    }

    @PostMapping("/{number}:smallest")
    @Operation(summary = "The smallest recalls that explain the failures of an inquiry, as a curve")
    SmallestView smallest(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable SmallestQuestion question) {
        actor.require(Permission.QUALITY);
        return smallest.of(causes.get(number), question == null ? new SmallestQuestion(null, null, null) : question);
    }
}
