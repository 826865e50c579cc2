/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.paper.mail.MailCarrier;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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
@Tag(name = "Complaints")
class ComplaintController {

    private final Complaints complaints;
    private final ComplaintViews views;
    private final ComplaintLists lists;
    private final Photos photos;
    private final MailCarrier<ReplyOutbox.Waiting> carrier;

    ComplaintController(
            Complaints complaints,
            ComplaintViews views,
            ComplaintLists lists,
            Photos photos,
            MailCarrier<ReplyOutbox.Waiting> carrier) {
        this.complaints = complaints;
        this.views = views;
        this.lists = lists;
        this.photos = photos;
        this.carrier = carrier;
    }

    @PostMapping("/complaints")
    @Operation(summary = "Take a complaint by serial, lot, scanned code or description")
    ResponseEntity<ComplaintView> open(
            @AuthenticationPrincipal Actor actor, @RequestBody Complaints.NewComplaint complaint) {
        actor.require(Permission.COMPLAIN);
        Done<Step> done = complaints.open(complaint, actor);
        ComplaintView view = views.of(done.file());
        var location = URI.create("/api/v1/complaints/" + view.number());
        return done.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping("/complaints")
    @Operation(summary = "Complaints, newest first")
    Page<ComplaintView.Head> page(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute ComplaintQuery query,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return lists.page(query, cursor, Paging.limit(limit));
    }

    @GetMapping("/complaints:count")
    @Operation(summary = "How many complaints there are by code, item, lot or month")
    List<ComplaintView.Count> count(
            @AuthenticationPrincipal Actor actor, @RequestParam String by, @ModelAttribute ComplaintQuery query) {
        actor.require(Permission.READ);
        return lists.counts(by, query);
    }

    @PostMapping("/complaints:read-photo")
    @Operation(summary = "The codes on a picture, and what a complaint about them would be matched with")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    ComplaintView.Photo photo(@AuthenticationPrincipal Actor actor, HttpServletRequest request) throws IOException {
        actor.require(Permission.COMPLAIN);
        return photos.read(request.getInputStream().readNBytes(Photos.BYTES_MAX + 1));
    }

    @GetMapping("/complaints/{number}")
    @Operation(summary = "One complaint as it stands")
    ComplaintView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.of(complaints.existing(number));
    }

    @PostMapping("/complaints/{number}/steps")
    @Operation(summary = "Take a step in a complaint")
    ResponseEntity<ComplaintView.Taken> take(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestBody Complaints.NewStep step) {
        Done<Step> done = complaints.take(number, step, actor);
        carrier.wake();
        var taken = new ComplaintView.Taken(ComplaintViews.step(done.step()), views.of(done.file()));
        return done.repeated()
                ? ResponseEntity.ok(taken)
                : ResponseEntity.status(201).body(taken);
    }

    @GetMapping("/complaints/{number}/steps")
    @Operation(summary = "What was done in a complaint, oldest first")
    Page<ComplaintView.StepView> steps(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return ComplaintViews.steps(complaints.existing(number), Paging.afterNumber(cursor), Paging.limit(limit));
    }

    @PostMapping("/complaints/{number}/attachments")
    @Operation(summary = "Attach a picture, a PDF or a text; the same again changes nothing")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<ComplaintView.AttachmentView> attach(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam String name,
            HttpServletRequest request)
            throws IOException {
        actor.require(Permission.COMPLAIN);
        byte[] bytes = request.getInputStream().readNBytes(Contents.BYTES_MAX + 1);
        Done<Step> done = complaints.attached(number, name, bytes, actor);
        var attach = (Step.Attach) done.step().step();
        var view = new ComplaintView.AttachmentView(
                String.valueOf(attach.hash()),
                String.valueOf(attach.name()),
                String.valueOf(attach.contentType()),
                attach.size() == null ? 0 : attach.size(),
                ComplaintViews.time(done.step().atUs()),
                done.step().actor());
        return done.repeated()
                ? ResponseEntity.ok(view)
                : ResponseEntity.status(201).body(view);
    }

    @GetMapping(path = "/complaints/{number}/attachments/{hash}", produces = MediaType.ALL_VALUE)
    @Operation(summary = "An attached file")
    ResponseEntity<byte[]> attached(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @PathVariable String hash) {
        actor.require(Permission.READ);
        Complaints.Attached attached = complaints.attached(number, hash);
        String type = String.valueOf(attached.attach().contentType());
        var how = type.startsWith("image/") ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.startsWith("text/") ? type + ";charset=UTF-8" : type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(String.valueOf(attached.attach().name()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(attached.bytes());
    }

    /** @param id made by the client */
    record NewLink(@Nullable String id) {}

    @PostMapping("/complaints/{number}/links")
    @Operation(summary = "Make a link by which the reporter can answer without signing in")
    ResponseEntity<ComplaintView.Link> link(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestBody NewLink link) {
        actor.require(Permission.COMPLAIN);
        Complaints.Linked linked = complaints.link(number, link.id(), actor);
        return linked.done().repeated()
                ? ResponseEntity.ok(linked.link())
                : ResponseEntity.status(201).body(linked.link());
    }

    /** What a check of the steps found; {@code firstBroken} is null when all hashes fit. */
    record Verified(boolean ok, long steps, @Nullable Long firstBroken) {}

    @PostMapping("/complaints/{number}:verify")
    @Operation(summary = "Whether the steps of a complaint are those that were taken")
    Verified verify(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.VERIFY);
        File<Step> file = complaints.existing(number);
        Long broken = complaints.firstBroken(file);
        return new Verified(broken == null, file.last(), broken);
    }
}
