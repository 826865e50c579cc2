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
import org.gozinto.ledger.Outcome;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Entries")
class ActController {

    private static final String RECEIVE_EXAMPLE = """
            {"type":"receive","id":"01989f2e-7c00-7000-8000-000000000001","occurredAt":"2026-03-01T10:15:00+01:00","from":"ACME","to":"A-01",
             "lines":[{"item":"RESIN","lot":"R-1","qty":"100","expiry":"2027-03-01","supplierLot":"X9"}]}
            """;

    private final Movements movements;
    private final JsonMapper json;

    ActController(Movements movements, JsonMapper json) {
        this.movements = movements;
        this.json = json;
    }

    @PostMapping(
            path = "/api/v1/entries",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record one act; with dryRun only say what it would do",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(RECEIVE_EXAMPLE))))
    ResponseEntity<String> record(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody JsonNode act) {
        if (dryRun) {
            return switch (movements.preview(act, actor)) {
                case DryRun.Answer.Possible possible -> ResponseEntity.ok(json.writeValueAsString(possible.view()));
                case DryRun.Answer.Refused refused -> throw refused.refusal().asException();
            };
        }
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
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        if (dryRun) {
            new DryBatch(movements, json, actor, atomic).run(request.getInputStream(), response.getOutputStream());
            return;
        }
        new BatchRequest(movements, json, actor, atomic).run(request.getInputStream(), response.getOutputStream());
    }
}
