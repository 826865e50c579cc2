/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gozinto.access.LinkThrottle;
import org.gozinto.care.registration.Owners.Owned;
import org.gozinto.care.registration.Owners.Owner;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.RefusedException;
import org.gozinto.paper.Words;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The page of an owner, for whoever has the link. It has no session and no cookie: the token is all that there is, so
 * nobody else can make a browser send something.
 */
@Hidden
@RestController
class OwnerPageController {

    private static final String PATH = OwnerTokens.PATH + "{token}";

    private final RegistrationDesk desk;
    private final Parts parts;
    private final OwnerPage page;
    private final PageRequests requests;

    /** What the page works with; {@code wrong} counts wrong tokens, {@code sent} what is sent with right ones. */
    record Parts(
            Owners owners,
            OwnerTokens tokens,
            Secrets secrets,
            Guesses guesses,
            RegistrationViews views,
            LinkThrottle wrong,
            LinkThrottle sent) {}

    OwnerPageController(RegistrationDesk desk, Parts parts, OwnerPage page, PageRequests requests) {
        this.desk = desk;
        this.parts = parts;
        this.page = page;
        this.requests = requests;
    }

    /** What a token leads to. */
    private record Found(File<Step> file, Owner owner, String token) {
        OwnerPage.Sheet sheet(Words words, Map<String, String> faults, @Nullable String note) {
            return new OwnerPage.Sheet(file, owner, words, token, faults, note);
        }
    }

    private @Nullable Found find(String token) {
        Long number = parts.tokens().find(token);
        Owner owner = number == null ? null : parts.owners().find(number);
        File<Step> file = owner == null ? null : desk.byNumber(owner.registration());
        return owner == null || file == null ? null : new Found(file, owner, token);
    }

    private Words words(HttpServletRequest request, Found found) {
        return requests.words(request, found.owner().owned().person().language());
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> show(@PathVariable String token, HttpServletRequest request) {
        Found found = find(token);
        if (found == null) {
            return wrong(request);
        }
        String note =
                request.getParameter("new") != null ? "new" : request.getParameter("done") != null ? "done" : null;
        return page.drawn(found.sheet(words(request, found), Map.of(), note));
    }

    /** The same page for every token that does not work, whatever the reason. */
    private ResponseEntity<byte[]> wrong(HttpServletRequest request) {
        Words words = requests.words(request, null);
        Duration wait = parts.wrong().wrong(request.getRemoteAddr());
        return wait != null
                ? requests.pages().busy(words, wait)
                : requests.pages().plain(404, words, "bad", true);
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<Object> export(@PathVariable String token, HttpServletRequest request) {
        Found found = find(token);
        if (found == null) {
            ResponseEntity<byte[]> page = wrong(request);
            return ResponseEntity.status(page.getStatusCode())
                    .headers(page.getHeaders())
                    .body(page.getBody());
        }
        return ResponseEntity.ok()
                .headers(requests.pages().headers())
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"registration.json\"")
                .body(parts.views().ownersExport(found.file(), found.owner()));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> act(@PathVariable String token, HttpServletRequest request) throws IOException {
        Found found = find(token);
        if (found == null) {
            return wrong(request);
        }
        Words words = words(request, found);
        Duration wait = parts.sent().count(token);
        if (wait != null) {
            return requests.pages().busy(words, wait);
        }
        try {
            return switch (PageRequests.text(request, "do")) {
                case "secret" -> secret(found, words, request);
                case "proof" -> proof(found, words, request);
                case "details" -> details(found, words, request);
                case "transfer" -> transfer(found, words, request);
                case "erase" -> erase(found, words, request);
                default -> page.drawn(found.sheet(words, Map.of(), null));
            };
        } catch (RefusedException e) {
            // Somebody was faster, or it has ended meanwhile: the page as it is now says which.
            return faulty(found, words, "page", "x_refused");
        }
    }

    private ResponseEntity<byte[]> faulty(Found found, Words words, String field, String key) {
        return page.drawn(found.sheet(words, Map.of(field, words.get(key)), null));
    }

    private ResponseEntity<byte[]> done(Found found, Words words) {
        return requests.seeOther(OwnerTokens.PATH + found.token() + "?done=1&lang=" + words.language());
    }

    private ResponseEntity<byte[]> secret(Found found, Words words, HttpServletRequest request) {
        TypedNumber number = page.number(found.file());
        String letters = Secrets.form(PageRequests.text(request, "secret"));
        if (letters == null || number == null) {
            return faulty(found, words, "secret", letters == null ? "x_secretForm" : "x_secret");
        }
        Duration wait = parts.guesses().waiting(number, request.getRemoteAddr());
        if (wait != null) {
            return requests.pages().busy(words, wait);
        }
        if (parts.secrets().check(number, letters) == null) {
            parts.guesses().wrong(number, request.getRemoteAddr());
            return faulty(found, words, "secret", "x_secret");
        }
        record(found, new Step.Secret());
        return done(found, words);
    }

    private void record(Found found, Step step) {
        var sent = new Sent(
                UUID.randomUUID().toString(), HashChain.of(found.file().head().code()));
        desk.record(found.file().head().code(), sent, step, PageRequests.owner());
    }

    private ResponseEntity<byte[]> proof(Found found, Words words, HttpServletRequest request) throws IOException {
        List<MultipartFile> files = PageRequests.files(request, "proof");
        if (files.isEmpty()) {
            return faulty(found, words, "page", "x_proof");
        }
        byte[] bytes = files.getFirst().getBytes();
        if (!desk.takes(bytes)) {
            return faulty(found, words, "page", "x_proof");
        }
        String name = PageRequests.name(files.getFirst());
        desk.attach(found.file().head().code(), name, bytes, PageRequests.owner());
        return done(found, words);
    }

    private ResponseEntity<byte[]> details(Found found, Words words, HttpServletRequest request) {
        String name = PageRequests.text(request, "name");
        String email = PageRequests.text(request, "email");
        String phone = PageRequests.text(request, "phone");
        Map<String, String> faults = new HashMap<>();
        if (!PageRequests.isKeepable(name, Person.LENGTH_MAX)) {
            faults.put("name", words.get("x_long"));
        }
        if (!email.isEmpty() && !Person.isEmail(email)) {
            faults.put("email", words.get("x_email"));
        }
        if (!PageRequests.isKeepable(phone, Person.PHONE_LENGTH_MAX)) {
            faults.put("phone", words.get("x_long"));
        }
        if (!faults.isEmpty()) {
            return page.drawn(found.sheet(words, faults, null));
        }
        Owned now = found.owner().owned();
        var person = new Person(
                PageRequests.orNull(name),
                PageRequests.orNull(email),
                PageRequests.orNull(phone),
                now.person().country(),
                words.language());
        desk.details(found.file(), found.owner(), new Owned(person, now.seller()), PageRequests.owner());
        return done(found, words);
    }

    private ResponseEntity<byte[]> transfer(Found found, Words words, HttpServletRequest request) {
        String on = PageRequests.text(request, "on");
        boolean sure = request.getParameter("sure") != null;
        if (on.isEmpty() || !sure || !desk.check().isDay(on) || isTooEarly(found, LocalDate.parse(on))) {
            return faulty(found, words, "on", "x_day");
        }
        record(found, new Step.Transfer(null, null, on, null));
        Owner next = Objects.requireNonNull(parts.owners().last(found.owner().registration()));
        String path =
                OwnerTokens.PATH + parts.tokens().token(found.file().head().id(), next.number());
        Map<String, Object> values =
                Map.of("text", words.get("o_transferred"), "link", path, "linkText", words.get("o_transferredLink"));
        return requests.page(200, words, "sent.html", words.get("o_transfer"), values);
    }

    private static boolean isTooEarly(Found found, LocalDate on) {
        Registration now = Registration.of(found.file());
        LocalDate since =
                now.transfers().isEmpty() ? now.boughtOn() : now.transfers().getLast();
        return since != null && on.isBefore(since);
    }

    private ResponseEntity<byte[]> erase(Found found, Words words, HttpServletRequest request) {
        if (request.getParameter("sure") == null) {
            return faulty(found, words, "page", "x_sure");
        }
        String code = found.file().head().code();
        desk.erase(code, UUID.randomUUID().toString(), "asked for on the page of the owner", PageRequests.owner());
        return requests.pages().plain(200, words, "erased", false);
    }
}
