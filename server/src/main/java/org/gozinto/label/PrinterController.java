/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/printers")
@Tag(name = "Printers")
class PrinterController {

    private final Printers printers;

    PrinterController(Printers printers) {
        this.printers = printers;
    }

    @GetMapping
    @Operation(summary = "The printers of the site")
    Page<Printer> list(@AuthenticationPrincipal Actor actor) {
        actor.require(Permission.READ);
        return new Page<>(printers.all(), null);
    }

    @GetMapping("/{code}")
    @Operation(summary = "One printer")
    ResponseEntity<Printer> get(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        actor.require(Permission.READ);
        return shown(printers.existing(code));
    }

    private static ResponseEntity<Printer> shown(Printer printer) {
        return ResponseEntity.ok().eTag("\"" + printer.version() + "\"").body(printer);
    }

    @PutMapping("/{code}")
    @Operation(summary = "Keep a printer: the whole new record")
    ResponseEntity<Printer> keep(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Printer printer) {
        actor.require(Permission.MASTERS);
        return shown(printers.keep(code, printer, Paging.version(ifMatch), actor.name()));
    }

    @DeleteMapping("/{code}")
    @Operation(summary = "Take a printer away")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        actor.require(Permission.MASTERS);
        printers.remove(code, Paging.version(ifMatch), actor.name());
        return ResponseEntity.noContent().build();
    }
}
