/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gozinto.access.LinkThrottle;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.RefusedException;
import org.gozinto.quality.book.File;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The page by which reporters see what became of a complaint and add to it, for whoever has the link. It has no session
 * and no cookie: the token is all that there is, so nobody else can make a browser send something.
 */
@Hidden
@RestController
class ReporterPageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int PICTURES_AT_ONCE = 5;

    private final AnswerTokens tokens;
    private final Complaints complaints;
    private final AnswerPage page;
    private final Throttles throttles;

    /** One counts wrong tokens by address, the other what is sent with a right one. */
    record Throttles(LinkThrottle wrong, LinkThrottle sent) {}

    ReporterPageController(AnswerTokens tokens, Complaints complaints, AnswerPage page, Throttles throttles) {
        this.tokens = tokens;
        this.complaints = complaints;
        this.page = page;
        this.throttles = throttles;
    }

    @GetMapping(AnswerTokens.PATH + "{token}")
    ResponseEntity<byte[]> show(@PathVariable String token, HttpServletRequest request) {
        File<Step> file = find(token);
        if (file == null) {
            return wrong(request);
        }
        return drawn(file, token, request, "", null);
    }

    private @Nullable File<Step> find(String token) {
        Long number = tokens.find(token);
        return number == null ? null : complaints.byNumber(number);
    }

    @PostMapping(AnswerTokens.PATH + "{token}")
    ResponseEntity<byte[]> say(@PathVariable String token, HttpServletRequest request) throws IOException {
        File<Step> file = find(token);
        if (file == null) {
            return wrong(request);
        }
        PageWords words = words(file, request);
        Duration wait = throttles.sent().wrong(token);
        if (wait != null) {
            return busy(words, wait);
        }
        String text = request.getParameter("text") == null
                ? ""
                : request.getParameter("text").strip();
        List<MultipartFile> pictures = pictures(request);
        String fault = fault(text, pictures, words);
        if (fault != null) {
            return drawn(file, token, request, text, fault);
        }
        String code = file.head().code();
        try {
            for (MultipartFile picture : pictures) {
                complaints.attached(code, name(picture), picture.getBytes(), Complaints.customer());
            }
        } catch (RefusedException e) {
            String what = e.refusal().code().startsWith("too-many") ? "f_many" : "f_picture";
            return drawn(complaints.existing(code), token, request, text, words.get(what));
        }
        if (!text.isEmpty()) {
            complaints.said(code, text);
        }
        return ResponseEntity.status(303)
                .headers(headers())
                .location(URI.create(AnswerTokens.PATH + token + "?sent=1"))
                .build();
    }

    private static List<MultipartFile> pictures(HttpServletRequest request) {
        return request instanceof MultipartHttpServletRequest parts
                ? parts.getFiles("pictures").stream()
                        .filter(picture -> !picture.isEmpty())
                        .toList()
                : List.of();
    }

    private static @Nullable String fault(String text, List<MultipartFile> pictures, PageWords words) {
        if (text.isEmpty() && pictures.isEmpty()) {
            return words.get("f_empty");
        }
        if (text.length() > StepCheck.TEXT_LENGTH_MAX || !Faults.isKeepable(text)) {
            return words.get("f_long");
        }
        if (pictures.size() > PICTURES_AT_ONCE) {
            return words.get("f_many");
        }
        return pictures.stream().anyMatch(picture -> picture.getSize() > Contents.BYTES_MAX)
                ? words.get("f_picture")
                : null;
    }

    /** The name that the picture had, without a path and in a length that is kept. */
    private static String name(MultipartFile picture) {
        String given = picture.getOriginalFilename() == null ? "" : picture.getOriginalFilename();
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty() || !Faults.isKeepable(name)) {
            return "picture";
        }
        return name.length() <= 100 ? name : "picture";
    }

    private ResponseEntity<byte[]> drawn(
            File<Step> file, String token, HttpServletRequest request, String typed, @Nullable String fault) {
        PageWords words = words(file, request);
        byte[] html = page.bytes(new AnswerPage.Sheet(
                file, words, AnswerTokens.PATH + token, typed, fault, request.getParameter("sent") != null));
        return html(fault == null ? 200 : 422, words).body(html);
    }

    private static PageWords words(File<Step> file, HttpServletRequest request) {
        var reporter = Complaint.of(Follower.steps(file)).reporter();
        return PageWords.of(
                reporter == null ? null : reporter.language(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The same page for every token that does not work, whatever the reason. */
    private ResponseEntity<byte[]> wrong(HttpServletRequest request) {
        PageWords words = PageWords.of(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Duration wait = throttles.wrong().wrong(request.getRemoteAddr());
        return wait != null ? busy(words, wait) : html(404, words).body(page.plain(words, "bad"));
    }

    private ResponseEntity<byte[]> busy(PageWords words, Duration wait) {
        return html(429, words)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
                .body(page.plain(words, "busy"));
    }

    private ResponseEntity.BodyBuilder html(int status, PageWords words) {
        HttpHeaders headers = headers();
        headers.setContentType(HTML);
        headers.setContentLanguage(Locale.forLanguageTag(words.language()));
        return ResponseEntity.status(status).headers(headers);
    }

    private HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noStore());
        headers.set("Content-Security-Policy", page.policy());
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Robots-Tag", "noindex, nofollow");
        return headers;
    }
}
