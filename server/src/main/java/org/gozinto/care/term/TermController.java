/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/terms")
@Tag(name = "Terms and coverage")
class TermController {

    private final TermBook terms;
    private final StandingWork standings;
    private final JsonMapper json;

    TermController(TermBook terms, StandingWork standings, JsonMapper json) {
        this.terms = terms;
        this.standings = standings;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Terms in the order of their codes, those that are not active too")
    Page<Term> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        int most = Paging.limit(limit);
        String after = Paging.after(cursor);
        List<Term> found = terms.all().stream()
                .filter(term -> after == null || String.valueOf(term.code()).compareTo(after) > 0)
                .limit(most + 1L)
                .toList();
        boolean more = found.size() > most;
        List<Term> shown = more ? found.subList(0, most) : found;
        return new Page<>(shown, more ? Paging.cursor(shown.getLast().code()) : null);
    }

    @PostMapping
    @Operation(summary = "Make a new term; the standings are judged anew behind it")
    ResponseEntity<Term> create(@AuthenticationPrincipal Actor actor, @RequestBody Term term) {
        actor.require(Permission.SETTLE);
        Term made = terms.create(term, actor.name());
        standings.termsChanged();
        return ResponseEntity.created(URI.create("/api/v1/terms"))
                .eTag(String.valueOf(made.version()))
                .body(made);
    }

    @GetMapping("/{code}")
    @Operation(summary = "One term")
    ResponseEntity<Term> get(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        actor.require(Permission.READ);
        Term term = terms.existing(code);
        return ResponseEntity.ok().eTag(String.valueOf(term.version())).body(term);
    }

    @PutMapping("/{code}")
    @Operation(summary = "Change a term: the whole new record; the standings are judged anew behind it")
    ResponseEntity<Term> change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Term term) {
        actor.require(Permission.SETTLE);
        Term changed = terms.change(code, term, Paging.version(ifMatch), actor.name());
        standings.termsChanged();
        return ResponseEntity.ok().eTag(String.valueOf(changed.version())).body(changed);
    }

    /** @param body the term as it was after the change */
    record VersionView(long version, String changedAt, String changedBy, JsonNode body) {}

    @GetMapping("/{code}/versions")
    @Operation(summary = "What a term was after each change, oldest first")
    List<VersionView> versions(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        actor.require(Permission.READ);
        return terms.versions(code).stream().map(this::version).toList();
    }

    private VersionView version(MasterChanges.Change change) {
        return new VersionView(
                change.version(),
                Instant.EPOCH.plus(change.atUs(), ChronoUnit.MICROS).toString(),
                change.actor(),
                json.readTree(change.body()));
    }
}
