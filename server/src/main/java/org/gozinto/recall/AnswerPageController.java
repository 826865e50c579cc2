/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.gozinto.access.LinkThrottle;
import org.gozinto.recall.Consignees.Consignee;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page by which consignees answer, for whoever has the link. It has no session and no cookie: the token is all
 * that there is, so nobody else can make a browser send an answer.
 */
@Hidden
@RestController
class AnswerPageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String LANGUAGE = "lang";

    private final AnswerLinks links;
    private final AnswerPages pages;
    private final AnswerPage page;
    private final LinkThrottle throttle;
    private final NoticeWriter writer;
    private final NoticeSettings settings;

    AnswerPageController(
            AnswerLinks links,
            AnswerPages pages,
            AnswerPage page,
            LinkThrottle throttle,
            NoticeWriter writer,
            NoticeSettings settings) {
        this.links = links;
        this.pages = pages;
        this.page = page;
        this.throttle = throttle;
        this.writer = writer;
        this.settings = settings;
    }

    @GetMapping(AnswerLinks.PATH + "{token}")
    ResponseEntity<byte[]> show(@PathVariable String token, HttpServletRequest request) {
        AnswerLinks.Link link = links.find(token);
        if (link == null) {
            return wrong(request);
        }
        AnswerPages.Matter matter = pages.of(link);
        NoticeWords words = words(link, matter, request.getParameter(LANGUAGE));
        AnswerPageForm form = AnswerPageForm.of(AnswerPages.said(matter), words).withSomeRow();
        return drawn(matter, form, Map.of(), words, token, request.getParameter("sent") != null);
    }

    @PostMapping(AnswerLinks.PATH + "{token}")
    ResponseEntity<byte[]> answer(@PathVariable String token, HttpServletRequest request) {
        AnswerLinks.Link link = links.find(token);
        if (link == null) {
            return wrong(request);
        }
        AnswerPages.Matter matter = pages.of(link);
        String what = String.valueOf(request.getParameter("do"));
        boolean switches = what.startsWith("lang-");
        NoticeWords words = words(link, matter, switches ? what.substring(5) : request.getParameter(LANGUAGE));
        AnswerPageForm form = AnswerPageForm.typed(request.getParameterMap());
        Consignee consignee = matter.consignee();
        if (consignee == null || matter.file().stage() == Stage.CLOSED || switches) {
            return drawn(matter, form.withSomeRow(), Map.of(), words, token, false);
        }
        if (what.equals("add")) {
            return drawn(matter, form.withRow(), Map.of(), words, token, false);
        }
        AnswerPageForm.Checked checked = pages.checked(matter, consignee, form, words);
        if (!checked.faults().isEmpty()) {
            return drawn(matter, form.withSomeRow(), checked.faults(), words, token, false);
        }
        pages.take(matter, checked.answer());
        var back = URI.create(AnswerLinks.PATH + token + "?sent=1&" + LANGUAGE + "=" + words.language());
        return ResponseEntity.status(303).headers(headers()).location(back).build();
    }

    @GetMapping(AnswerLinks.PATH + "{token}/numbers.csv")
    void numbers(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AnswerLinks.Link link = links.find(token);
        if (link == null) {
            ResponseEntity<byte[]> wrong = wrong(request);
            byte[] body = wrong.getBody();
            response.setStatus(wrong.getStatusCode().value());
            send(wrong.getHeaders(), response);
            response.getOutputStream().write(body == null ? new byte[0] : body);
            return;
        }
        HttpHeaders headers = headers();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + link.recall() + ".csv\"");
        send(headers, response);
        pages.numbers(pages.of(link), response.getOutputStream());
    }

    private static void send(HttpHeaders headers, HttpServletResponse response) {
        headers.forEach((name, values) -> response.setHeader(name, values.getFirst()));
    }

    private NoticeWords words(AnswerLinks.Link link, AnswerPages.Matter matter, @Nullable String wanted) {
        Consignee consignee = matter.consignee();
        String theirs = consignee == null ? writer.language(link.consignee()) : writer.language(consignee);
        return NoticeWords.in(NoticeWords.choice(wanted, null, theirs));
    }

    private ResponseEntity<byte[]> drawn(
            AnswerPages.Matter matter,
            AnswerPageForm form,
            Map<String, String> faults,
            NoticeWords words,
            String token,
            boolean sent) {
        byte[] html = page.bytes(new AnswerPage.Sheet(
                matter.file(),
                matter.consignee(),
                matter.goods(),
                form,
                faults,
                words,
                AnswerLinks.PATH + token,
                sent));
        return html(faults.isEmpty() ? 200 : 422, words).body(html);
    }

    /** The same page for every token that does not work, whatever the reason. */
    private ResponseEntity<byte[]> wrong(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        NoticeWords words = NoticeWords.in(NoticeWords.accepted(accepted, settings.language()));
        Duration wait = throttle.wrong(request.getRemoteAddr());
        if (wait != null) {
            return html(429, words)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
                    .body(page.plain(words, "busy"));
        }
        return html(404, words).body(page.plain(words, "bad"));
    }

    private ResponseEntity.BodyBuilder html(int status, NoticeWords words) {
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
