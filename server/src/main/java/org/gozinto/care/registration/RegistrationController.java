/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
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

/** Registrations for the desk. Who the owner is, those see who take registrations. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registrations")
class RegistrationController {

    private final RegistrationDesk desk;
    private final RegistrationViews views;
    private final Owners owners;

    RegistrationController(RegistrationDesk desk, RegistrationViews views, Owners owners) {
        this.desk = desk;
        this.views = views;
        this.owners = owners;
    }

    private static boolean seesOwners(Actor actor) {
        return actor.role().includes(Permission.CARE.least());
    }

    @PostMapping("/registrations")
    @Operation(summary = "Register a product for its owner")
    ResponseEntity<RegistrationView> open(
            @AuthenticationPrincipal Actor actor, @RequestBody NewRegistration registration) {
        actor.require(Permission.CARE);
        Done<Step> done = desk.open(registration, actor);
        RegistrationView view = views.of(done.file(), true);
        var location = URI.create("/api/v1/registrations/" + view.number());
        return done.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping("/registrations")
    @Operation(summary = "Registrations, newest first; q is an owner's address as a whole")
    Page<RegistrationView> page(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute RegistrationViews.Query query,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(query.q() == null ? Permission.READ : Permission.CARE);
        return views.page(query, cursor, Paging.limit(limit), seesOwners(actor));
    }

    @GetMapping("/registrations/{number}")
    @Operation(summary = "One registration as it stands")
    RegistrationView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.of(desk.existing(number), seesOwners(actor));
    }

    @PostMapping("/registrations/{number}/steps")
    @Operation(summary = "Verify, transfer, correct or end a registration, or note something")
    ResponseEntity<RegistrationView.TakenView> take(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestBody RegistrationDesk.NewStep step) {
        actor.require(Permission.CARE);
        Done<Step> done = desk.take(number, step, actor);
        return status(done).body(views.taken(done.file(), done.step(), true));
    }

    private static ResponseEntity.BodyBuilder status(Done<Step> done) {
        return ResponseEntity.status(done.repeated() ? 200 : 201);
    }

    @GetMapping("/registrations/{number}/steps")
    @Operation(summary = "What was done in a registration, oldest first")
    Page<RegistrationView.StepView> steps(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.CARE);
        return views.steps(desk.existing(number), Paging.afterNumber(cursor), Paging.limit(limit));
    }

    @PostMapping("/registrations/{number}/proof")
    @Operation(summary = "Attach a proof of purchase, a picture or a PDF; the same again changes nothing")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<RegistrationView.TakenView> attach(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam String name,
            HttpServletRequest request)
            throws IOException {
        actor.require(Permission.CARE);
        byte[] bytes = request.getInputStream().readNBytes(RegistrationDesk.PROOF_BYTES_MAX + 1);
        Done<Step> done = desk.attach(number, name, bytes, actor);
        return status(done).body(views.taken(done.file(), done.step(), true));
    }

    @GetMapping(path = "/registrations/{number}/proof/{n}", produces = MediaType.ALL_VALUE)
    @Operation(summary = "A proof of purchase")
    ResponseEntity<byte[]> proof(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @PathVariable int n) {
        actor.require(Permission.CARE);
        Owners.Owner owner = owners.last(desk.existing(number).head().number());
        Owners.Proof proof = owner == null
                ? null
                : owners.proofs(owner).stream()
                        .filter(one -> one.n() == n)
                        .findFirst()
                        .orElse(null);
        if (owner == null || proof == null) {
            throw Refusal.of("unknown-proof", "No such file", number + " has no proof " + n + ".")
                    .status(404)
                    .asException();
        }
        var how = proof.contentType().startsWith("image/")
                ? ContentDisposition.inline()
                : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(proof.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(proof.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(owners.bytes(owner, n));
    }

    @GetMapping("/registrations/{number}/export")
    @Operation(summary = "All that is held of the owner")
    ResponseEntity<RegistrationView.Export> export(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.CARE);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(views.export(desk.existing(number)));
    }

    /**
     * @param id made by the client
     * @param reason kept for good, so it says nothing of the person
     */
    @Schema(name = "EraseOwner")
    record NewErasure(@Nullable String id, @Nullable String reason) {}

    @PostMapping("/registrations/{number}/erase")
    @Operation(summary = "Erase what is known of the owner; the registration and its days stay")
    ResponseEntity<RegistrationView> erase(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestBody NewErasure erasure) {
        actor.require(Permission.CARE);
        Done<Step> done = desk.erase(number, erasure.id(), erasure.reason(), actor);
        return status(done).body(views.of(done.file(), true));
    }

    /** What a check of the steps found; {@code firstBroken} is null when all hashes fit. */
    @Schema(name = "RegistrationVerified")
    record Verified(boolean ok, long steps, @Nullable Long firstBroken) {}

    @PostMapping("/registrations/{number}:verify")
    @Operation(summary = "Whether the steps of a registration are those that were taken")
    Verified verify(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.VERIFY);
        File<Step> file = desk.existing(number);
        Long broken = desk.firstBroken(file);
        return new Verified(broken == null, file.last(), broken);
    }
}
