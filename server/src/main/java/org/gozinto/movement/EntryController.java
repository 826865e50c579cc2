/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Outcome;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Entries")
class EntryController {

    private static final String RECEIVE_EXAMPLE = """
            {"type":"receive","id":"01989f2e-7c00-7000-8000-000000000001","occurredAt":"2026-03-01T10:15:00+01:00","from":"ACME","to":"A-01",
             "lines":[{"item":"RESIN","lot":"R-1","qty":"100","expiry":"2027-03-01","supplierLot":"X9"}]}
            """;

    private final Movements movements;
    private final Entries entries;
    private final EntryViews views;
    private final JsonMapper json;

    EntryController(Movements movements, Entries entries, EntryViews views, JsonMapper json) {
        this.movements = movements;
        this.entries = entries;
        this.views = views;
        this.json = json;
    }

    @PostMapping(
            path = "/api/v1/entries",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record one act",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(RECEIVE_EXAMPLE))))
    ResponseEntity<String> record(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode act) {
        return switch (movements.record(act, actor)) {
            case Outcome.Recorded recorded -> ResponseEntity.status(201).body(recorded.answer());
            case Outcome.Repeated repeated -> ResponseEntity.ok(repeated.answer());
            case Outcome.Refused refused -> throw refused.refusal().asException();
        };
    }

    @PostMapping(
            path = "/api/v1/entries:batch",
            consumes = {"application/x-ndjson", "application/jsonl", "application/ndjson"})
    @Operation(
            summary = "Record many acts, one a line; one verdict a line comes back in order",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/x-ndjson",
                                            examples = @ExampleObject(RECEIVE_EXAMPLE))))
    void recordAll(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "false") boolean atomic,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        new BatchRequest(movements, json, actor, atomic).run(request.getInputStream(), response.getOutputStream());
    }

    @GetMapping("/api/v1/entries")
    @Operation(summary = "The ledger, oldest first")
    Page<EntryView> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.READ);
        int rows = Paging.limit(limit);
        if (document != null) {
            return new Page<>(views.of(entries.ofDocument(document, rows)), null);
        }
        long from = Math.max(Paging.afterNumber(cursor), after == null ? 0 : after);
        var found = entries.after(from, rows);
        String next = found.size() < rows
                ? null
                : Paging.cursor(String.valueOf(found.getLast().seq()));
        return new Page<>(views.of(found), next);
    }

    @GetMapping("/api/v1/entries/{idOrSeq}")
    @Operation(summary = "One entry, by its id or its number")
    EntryView entry(@AuthenticationPrincipal Actor actor, @PathVariable String idOrSeq) {
        actor.require(Permission.READ);
        boolean number = idOrSeq.length() < 19 && idOrSeq.chars().allMatch(c -> c >= '0' && c <= '9');
        EntryRow found = number ? entries.bySeq(Long.parseLong(idOrSeq)) : entries.byId(idOrSeq);
        if (found == null) {
            throw Refusal.of("unknown-entry", "No such entry", "There is no entry " + idOrSeq + ".")
                    .status(404)
                    .asException();
        }
        return views.of(found);
    }

    @GetMapping("/api/v1/units/{id}/history")
    @Operation(summary = "The entries that moved a unit or are about it, oldest first")
    Page<EntryView> history(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.READ);
        int rows = Paging.limit(limit);
        views.existing(id);
        var found = entries.ofUnit(id, Paging.afterNumber(cursor), rows);
        String next = found.size() < rows
                ? null
                : Paging.cursor(String.valueOf(found.getLast().seq()));
        return new Page<>(views.of(found), next);
    }
}
