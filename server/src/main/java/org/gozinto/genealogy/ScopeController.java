/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/scopes")
@Tag(name = "Scopes")
class ScopeController {

    private final Scopes scopes;
    private final ScopeDiff diff;
    private final ScopeVerification verification;
    private final StopTags tags;

    ScopeController(Scopes scopes, ScopeDiff diff, ScopeVerification verification, StopTags tags) {
        this.scopes = scopes;
        this.diff = diff;
        this.verification = verification;
        this.tags = tags;
    }

    @PostMapping
    @Operation(summary = "Freeze the answer to a trace question")
    ResponseEntity<ScopeView.Frozen> freeze(@AuthenticationPrincipal Actor actor, @RequestBody Scopes.NewScope scope) {
        actor.require(Permission.RECALL);
        Scopes.Made made = scopes.freeze(scope, actor.name());
        var location = URI.create("/api/v1/scopes/" + made.answer().id());
        return made.repeated()
                ? ResponseEntity.ok().location(location).body(made.answer())
                : ResponseEntity.created(location).body(made.answer());
    }

    @GetMapping
    @Operation(summary = "Scopes, newest first")
    Page<ScopeView> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return scopes.page(cursor, Paging.limit(limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One scope with its versions")
    ResponseEntity<ScopeView> get(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
        actor.require(Permission.READ);
        return shown(scopes.existing(id));
    }

    private ResponseEntity<ScopeView> shown(ScopeStore.Scope scope) {
        return ResponseEntity.ok().eTag("\"" + scope.revision() + "\"").body(scopes.view(scope, true));
    }

    /** The one thing of a scope that can be changed. */
    record NewName(@Nullable String name) {}

    @PatchMapping("/{id}")
    @Operation(summary = "Give a scope another name")
    ResponseEntity<ScopeView> rename(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewName change) {
        actor.require(Permission.RECALL);
        return shown(scopes.rename(id, change.name(), Paging.version(ifMatch)));
    }

    @GetMapping("/{id}/versions/{version}")
    @Operation(summary = "One answer of a scope: its proof, totals and cuts")
    ScopeView.Version version(
            @AuthenticationPrincipal Actor actor, @PathVariable String id, @PathVariable long version) {
        actor.require(Permission.READ);
        return scopes.version(scopes.existing(id), version).view();
    }

    @GetMapping("/{id}/versions/{version}/units")
    @Operation(summary = "The units of an answer of a scope, in its order")
    Page<TraceView.ReachedView> units(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String id,
            @PathVariable long version,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        ScopeStore.Scope scope = scopes.existing(id);
        Page<TraceView.ReachedView> page =
                scopes.units(scope, scopes.version(scope, version), cursor, Paging.limit(limit));
        return new Page<>(tags.on(page.items()), page.nextCursor());
    }

    @PostMapping("/{id}:evaluate")
    @Operation(summary = "Ask the question of a scope again, with all that is known now; keep the answer if it is new")
    ScopeView.Evaluated evaluate(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
        actor.require(Permission.RECALL);
        return scopes.evaluate(id, actor.name());
    }

    @GetMapping("/{id}/diff")
    @Operation(summary = "What differs between two answers of a scope, and which entries made the difference")
    ScopeDiffView diff(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String id,
            @RequestParam @Nullable Long from,
            @RequestParam @Nullable Long to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return diff.of(scopes.existing(id), from, to, cursor, Paging.limit(limit));
    }

    @PostMapping("/{id}:verify")
    @Operation(summary = "Prove a scope: what is stored is what the reference answers for the same entries")
    ScopeView.Verified verify(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
        actor.require(Permission.VERIFY);
        return verification.of(scopes.existing(id));
    }
}
