/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Access")
class TokenController {

    record NewToken(
            @Nullable String name,
            @Nullable Role role,
            @Nullable List<@Nullable String> acts,
            @Nullable OffsetDateTime expiresAt) {

        /** The acts, with an empty word for a null, which is no act. */
        @Nullable
        List<String> actsGiven() {
            return acts == null
                    ? null
                    : acts.stream().map(act -> act == null ? "" : act).toList();
        }
    }

    /** A new token with its text, which is shown this once. */
    record MadeToken(
            String id,
            String name,
            String user,
            Role role,
            @Nullable List<String> acts,
            Instant createdAt,
            @Nullable Instant expiresAt,
            String token) {

        static MadeToken of(Tokens.Minted minted) {
            Token t = minted.token();
            return new MadeToken(
                    t.id(), t.name(), t.user(), t.role(), t.acts(), t.createdAt(), t.expiresAt(), minted.text());
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "MadeToken[id=" + id + "]";
        }
    }

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a token; its text is shown this once")
    ResponseEntity<MadeToken> create(@AuthenticationPrincipal Actor actor, @RequestBody NewToken body) {
        actor.require(Permission.TOKENS);
        Role role = UserController.required(body.role(), "/role", UserController.ROLES);
        String name = UserController.required(body.name(), "/name", "what the token is for, such as \"scanner 3\"");
        OffsetDateTime expiresAt = body.expiresAt();
        var wanted = new Tokens.Wanted(name, role, body.actsGiven(), expiresAt == null ? null : expiresAt.toInstant());
        var minted = tokens.create(wanted, actor);
        var location = URI.create("/api/v1/tokens/" + minted.token().id());
        return ResponseEntity.created(location).body(MadeToken.of(minted));
    }

    @GetMapping
    @Operation(summary = "Tokens, newest first, without their texts")
    Page<Token> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.TOKENS);
        return tokens.page(cursor, Paging.limit(limit));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token: it ends at once")
    void revoke(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
        actor.require(Permission.TOKENS);
        tokens.revoke(id, actor.name());
    }
}
