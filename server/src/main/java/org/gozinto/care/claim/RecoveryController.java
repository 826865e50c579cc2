/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.paper.XlsxTable;
import org.gozinto.place.Places;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Claims")
class RecoveryController {

    private final Recoveries recoveries;
    private final RecoveryViews views;
    private final RecoveryPages pages;
    private final Places places;

    RecoveryController(Recoveries recoveries, RecoveryViews views, RecoveryPages pages, Places places) {
        this.recoveries = recoveries;
        this.views = views;
        this.pages = pages;
        this.places = places;
    }

    /** What a list of recoveries is narrowed to. */
    record RecoveryQuery(@Nullable String state, @Nullable String supplier) {}

    @GetMapping("/recoveries:open")
    @Operation(summary = "What suppliers can be asked for, by supplier, lot and currency")
    List<RecoveryView.Open> waiting(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String supplier) {
        actor.require(Permission.READ);
        return recoveries.waiting(supplier);
    }

    @PostMapping("/recoveries")
    @Operation(summary = "Make a recovery of all open claims of a lot, or of some claims")
    ResponseEntity<RecoveryView> open(
            @AuthenticationPrincipal Actor actor, @RequestBody Recoveries.NewRecovery recovery) {
        Done<RecoveryStep> done = recoveries.open(recovery, actor);
        RecoveryView view = RecoveryViews.of(done.file());
        var location = URI.create("/api/v1/recoveries/" + view.number());
        return done.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping("/recoveries")
    @Operation(summary = "Recoveries, newest first")
    Page<RecoveryView.Head> page(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute RecoveryQuery query,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        if (query.state() != null && !Recovery.STATES.contains(query.state())) {
            throw Paging.badParameter("state", "is " + query.state(), String.join(", ", Recovery.STATES));
        }
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        return views.page(query, before, Paging.limit(limit));
    }

    @GetMapping("/recoveries/{number}")
    @Operation(summary = "One recovery as it stands, with the evidence of each claim")
    RecoveryView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return RecoveryViews.of(recoveries.existing(number));
    }

    @PostMapping("/recoveries/{number}/steps")
    @Operation(summary = "Take a step in a recovery: send, answer, receive, close")
    ResponseEntity<RecoveryView.Taken> take(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestBody Recoveries.NewStep step) {
        Done<RecoveryStep> done = recoveries.take(number, step, actor);
        var taken = new RecoveryView.Taken(RecoveryViews.step(done.step()), RecoveryViews.of(done.file()));
        return ResponseEntity.status(done.repeated() ? 200 : 201).body(taken);
    }

    @GetMapping("/recoveries/{number}/steps")
    @Operation(summary = "What was done in a recovery, oldest first")
    Page<RecoveryView.StepView> steps(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return recoveries.existing(number).page(Paging.afterNumber(cursor), Paging.limit(limit), RecoveryViews::step);
    }

    @GetMapping(path = "/recoveries/{number}/paper", produces = MediaType.ALL_VALUE)
    @Operation(summary = "The paper for the supplier as PDF, or its evidence as XLSX")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String format) {
        actor.require(Permission.READ);
        String spoken = language == null ? "en" : language;
        if (!pages.has(spoken)) {
            throw Paging.badParameter("language", "is " + spoken, "en or de");
        }
        boolean sheet = "xlsx".equals(format);
        if (!sheet && format != null && !format.equals("pdf")) {
            throw Paging.badParameter("format", "is " + format, "pdf or xlsx");
        }
        File<RecoveryStep> file = recoveries.existing(number);
        byte[] bytes = sheet
                ? pages.xlsx(file, spoken)
                : pages.pdf(file, places.find(Recovery.of(file).open().supplier()), spoken);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(sheet ? XlsxTable.TYPE : MediaType.APPLICATION_PDF_VALUE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (sheet ? "attachment" : "inline") + "; filename=\"" + number + (sheet ? ".xlsx" : ".pdf")
                                + "\"")
                .body(bytes);
    }

    @PostMapping("/recoveries/{number}:verify")
    @Operation(summary = "Whether the steps of a recovery are those that were taken")
    ClaimController.Verified verify(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.VERIFY);
        File<RecoveryStep> file = recoveries.existing(number);
        Long broken = recoveries.firstBroken(file);
        return new ClaimController.Verified(broken == null, file.last(), broken);
    }
}
