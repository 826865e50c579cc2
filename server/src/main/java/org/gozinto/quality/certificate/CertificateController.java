/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.quality.book.QualityBook;
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
@Tag(name = "Certificates")
class CertificateController {

    private final Certificates certificates;
    private final CertificateViews views;

    CertificateController(Certificates certificates, CertificateViews views) {
        this.certificates = certificates;
        this.views = views;
    }

    @PostMapping("/certificates")
    @Operation(summary = "Issue a certificate")
    ResponseEntity<CertificateView> issue(
            @AuthenticationPrincipal Actor actor, @RequestBody Asked.NewCertificate certificate) {
        return answer(certificates.issue(certificate, actor));
    }

    @PostMapping("/certificates:preview")
    @Operation(summary = "What a certificate would say if it were issued now, and what it lacks")
    CertificateContent preview(@AuthenticationPrincipal Actor actor, @RequestBody Asked.NewCertificate certificate) {
        actor.require(Permission.READ);
        return certificates.preview(certificate);
    }

    @PostMapping(value = "/certificates:received", consumes = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Keep a certificate that came with goods; the body is its PDF")
    ResponseEntity<CertificateView> received(
            @AuthenticationPrincipal Actor actor, @ModelAttribute Asked.Came came, @RequestBody byte[] paper) {
        return answer(certificates.receive(came, paper, actor));
    }

    private ResponseEntity<CertificateView> answer(QualityBook.Done<CertificateStep> done) {
        CertificateView view = views.of(done.file());
        var location = URI.create("/api/v1/certificates/" + view.number());
        return done.repeated()
                ? ResponseEntity.ok().location(location).body(view)
                : ResponseEntity.created(location).body(view);
    }

    @GetMapping("/certificates")
    @Operation(summary = "Certificates, newest first")
    Page<CertificateView.Head> page(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute Asked.Which which,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.heads(certificates.page(which, cursor, Paging.limit(limit)));
    }

    @GetMapping("/certificates/{number}")
    @Operation(summary = "One certificate")
    CertificateView get(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        return views.of(certificates.existing(number));
    }

    @GetMapping("/certificates/{number}/paper")
    @Operation(summary = "The paper of a certificate, byte by byte as it was issued or came")
    ResponseEntity<byte[]> paper(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        actor.require(Permission.READ);
        byte[] paper = certificates.paper(number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + number + ".pdf\"")
                .body(paper);
    }

    @PostMapping("/certificates/{number}/steps")
    @Operation(summary = "Withdraw a certificate")
    ResponseEntity<CertificateView.Taken> take(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestBody Asked.NewStep step) {
        QualityBook.Done<CertificateStep> done = certificates.take(number, step, actor);
        var taken = new CertificateView.Taken(views.step(done.step()), views.of(done.file()));
        return ResponseEntity.status(done.repeated() ? 200 : 201).body(taken);
    }

    @GetMapping("/certificates/{number}/steps")
    @Operation(summary = "What was done with a certificate, oldest first")
    Page<CertificateView.StepView> steps(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return certificates.existing(number).page(Paging.afterNumber(cursor), Paging.limit(limit), views::step);
    }
}
