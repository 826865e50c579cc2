/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
@RequestMapping("/api/v1/recalls/{number}")
@Tag(name = "Recalls")
class NoticeController {

    private final Notices notices;
    private final RecallViews views;

    NoticeController(Notices notices, RecallViews views) {
        this.notices = notices;
        this.views = views;
    }

    @PostMapping("/notices")
    @Operation(summary = "Write to consignees, by e-mail or letter")
    ResponseEntity<NoticeView.Made> make(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestBody Notices.NewNotices order) {
        Notices.Done done = notices.make(number, order, actor);
        Step.Notified step = done.step();
        var made = new NoticeView.Made(
                step.notices().size(),
                step.skipped() == null ? List.of() : step.skipped(),
                notices.waitsFor(step, done.file()),
                views.of(done.file()));
        return done.repeated()
                ? ResponseEntity.ok(made)
                : ResponseEntity.status(201).body(made);
    }

    @GetMapping("/notices")
    @Operation(summary = "Notices of a case, in the order in which they were written")
    Page<NoticeView.Line> page(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String consignee,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return notices.page(number, consignee, state, cursor, Paging.limit(limit));
    }

    @GetMapping("/notices/{n}")
    @Operation(summary = "What was written; the link for the answer is not shown")
    NoticeView.Written one(@AuthenticationPrincipal Actor actor, @PathVariable String number, @PathVariable long n) {
        actor.require(Permission.READ);
        return notices.one(number, n);
    }

    @GetMapping("/notices:preview")
    @Operation(summary = "What would be written to a consignee now; nothing is kept")
    NoticeView.Preview preview(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam String consignee,
            @RequestParam(defaultValue = "first") String kind,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String message) {
        actor.require(Permission.READ);
        return notices.preview(number, consignee, kind, language, message);
    }

    @GetMapping("/notices/{n}/letter.pdf")
    @Operation(summary = "A notice on paper, with the link by which its receiver answers")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> letter(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @PathVariable long n) {
        // Who has the letter has the link, and can answer as those may who work on the case.
        actor.require(Permission.CASES);
        byte[] pdf = notices.letter(number, n);
        return ResponseEntity.ok().headers(headers(number + "-" + n)).body(pdf);
    }

    @GetMapping("/letters.pdf")
    @Operation(summary = "Letters for printing in one go, at most 500; cursor is the nextCursor of the list of notices")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    void letters(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.CASES);
        Iterator<LetterPress.Addressed> letters = notices.letters(number, kind, cursor, limit);
        headers(number + "-letters").forEach((name, values) -> response.setHeader(name, values.getFirst()));
        notices.print(letters, response.getOutputStream());
    }

    private static HttpHeaders headers(String name) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PDF);
        headers.setCacheControl(CacheControl.noStore());
        String file = name.replaceAll("[^A-Za-z0-9-]", "_") + ".pdf";
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"");
        return headers;
    }
}
