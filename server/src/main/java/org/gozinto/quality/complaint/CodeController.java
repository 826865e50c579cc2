/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/complaint-codes")
@Tag(name = "Complaints")
class CodeController {

    private final ComplaintCodes codes;

    CodeController(ComplaintCodes codes) {
        this.codes = codes;
    }

    @GetMapping
    @Operation(summary = "Kinds of failure in the order of their codes, those that are not active too")
    Page<ComplaintCode> page(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        int most = limit == null ? ComplaintCodes.CODES_MAX : Paging.limit(limit);
        String after = Paging.after(cursor);
        List<ComplaintCode> found = codes.all().stream()
                .filter(code -> after == null || String.valueOf(code.code()).compareTo(after) > 0)
                .limit(most + 1L)
                .toList();
        boolean more = found.size() > most;
        List<ComplaintCode> shown = more ? found.subList(0, most) : found;
        return new Page<>(shown, more ? Paging.cursor(shown.getLast().code()) : null);
    }

    @PostMapping
    @Operation(summary = "Make a new kind of failure")
    ResponseEntity<ComplaintCode> create(@AuthenticationPrincipal Actor actor, @RequestBody ComplaintCode code) {
        actor.require(Permission.QUALITY);
        ComplaintCode made = codes.create(code, actor.name());
        return ResponseEntity.created(URI.create("/api/v1/complaint-codes"))
                .eTag(String.valueOf(made.version()))
                .body(made);
    }

    @PutMapping("/{code}")
    @Operation(summary = "Change a kind of failure: the whole new record")
    ResponseEntity<ComplaintCode> change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ComplaintCode body) {
        actor.require(Permission.QUALITY);
        ComplaintCode changed = codes.change(code, body, Paging.version(ifMatch), actor.name());
        return ResponseEntity.ok().eTag(String.valueOf(changed.version())).body(changed);
    }
}
