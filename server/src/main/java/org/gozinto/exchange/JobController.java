/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.paper.CsvTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports in the background, and templates for the files. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class JobController {

    private static final Map<String, List<String>> TEMPLATES = Map.of(
            "items", SheetKind.ITEMS.fields(),
            "places", SheetKind.PLACES.fields(),
            "partners", SheetKind.PARTNERS.fields(),
            "receive",
                    List.of(
                            "from",
                            "to",
                            "item",
                            "lot",
                            "serials",
                            "qty",
                            "unit",
                            "expiry",
                            "bestBefore",
                            "manufactured",
                            "supplierLot",
                            "document",
                            "referenceType",
                            "occurredAt",
                            "reason"));

    private final ImportJobs jobs;

    JobController(ImportJobs jobs) {
        this.jobs = jobs;
    }

    /** A verdict, as it was kept. */
    record VerdictPage(@JsonRawValue String items, @Nullable String nextCursor) {}

    @GetMapping
    @Operation(summary = "Imports in the background, newest first")
    Page<JobView> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.IMPORT);
        long before = Paging.afterNumber(cursor);
        return jobs.page(before == 0 ? Long.MAX_VALUE : before, Paging.limit(limit));
    }

    @GetMapping("/{id:[0-9]+}")
    @Operation(summary = "One import: its state, how far it is, how many rows became what")
    JobView get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        actor.require(Permission.IMPORT);
        return jobs.existing(id);
    }

    @GetMapping("/{id:[0-9]+}/rows")
    @Operation(summary = "Verdicts on rows that were refused, or taken with a warning")
    VerdictPage rows(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.IMPORT);
        if (status != null && !status.equals(RowVerdict.REFUSED) && !status.equals(RowVerdict.WARNED)) {
            throw Paging.badParameter("status", "is \"" + status + "\"", "refused or warned; the others are counted");
        }
        int rows = Paging.limit(limit);
        var found = jobs.verdicts(id, Paging.afterNumber(cursor), status, rows);
        String items =
                "[" + String.join(",", found.stream().map(JobStore.Kept::body).toList()) + "]";
        return new VerdictPage(
                items,
                found.size() < rows
                        ? null
                        : Paging.cursor(String.valueOf(found.getLast().row())));
    }

    @DeleteMapping("/{id:[0-9]+}")
    @Operation(summary = "End an import that waits or runs; what it recorded stays")
    JobView cancel(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        actor.require(Permission.IMPORT);
        return jobs.cancel(id);
    }

    @GetMapping("/templates/{name}.csv")
    @Operation(summary = "A file with the headings: items, places, partners or receive")
    ResponseEntity<byte[]> template(@AuthenticationPrincipal Actor actor, @PathVariable String name) {
        actor.require(Permission.READ);
        List<String> headings = TEMPLATES.get(name);
        if (headings == null) {
            throw Refusal.of("unknown-template", "No such template", "There is no template " + name + ".")
                    .status(404)
                    .at("", "items, places, partners or receive", "Ask for one of these.")
                    .asException();
        }
        String text = CsvTable.MARK + String.join(",", headings) + "\r\n";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CsvTable.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
