/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.gozinto.care.fit.FitRow;
import org.gozinto.care.fit.Fits;
import org.gozinto.recall.PublicRecalls;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the public check: for everybody, without scripts, in the visitor's language. */
@Hidden
@RestController
class CheckPages {

    private static final String ROOT = "/check/";
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String POLICY = "Content-Security-Policy";

    private static final int PAGES_MAX = 64;

    private final CheckAnswers answers;
    private final CheckPaper paper;
    private final PublicRecalls recalls;
    private final CheckKept<PageOf> pages;
    private final ObjectProvider<Fits> fits;

    CheckPages(
            CheckAnswers answers, CheckPaper paper, ObjectProvider<PublicRecalls> recalls, ObjectProvider<Fits> fits) {
        this.fits = fits;
        this.answers = answers;
        this.paper = paper;
        this.recalls = recalls.getIfAvailable(NoRecalls::new);
        this.pages = new CheckKept<>(this.recalls, PAGES_MAX);
    }

    /** What a page of recalls depends on beside them. */
    private record PageOf(String what, String language, boolean langSet, boolean embed, boolean zipped) {}

    /** What the request says of how the page is to be. */
    static CheckPaper.Manner manner(HttpServletRequest request) {
        CheckQuery query = CheckQuery.of(request.getQueryString());
        String wanted = query.get("lang");
        CheckWords words = CheckWords.of(wanted, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return new CheckPaper.Manner(words, wanted != null, query.get("embed") != null);
    }

    @GetMapping({"/check", ROOT})
    ResponseEntity<byte[]> check(HttpServletRequest request) {
        CheckQuery query = CheckQuery.of(request.getQueryString());
        CheckPaper.Manner manner = manner(request);
        String number = query.get("number");
        return number == null ? page(request, manner, paper.form(manner)) : answer(request, number, query.get("item"));
    }

    /** The number as the rest of the path. */
    @GetMapping("/check/{number}")
    ResponseEntity<byte[]> number(HttpServletRequest request) {
        String path = request.getRequestURI();
        String number = CheckQuery.decoded(path.substring(path.indexOf(ROOT) + ROOT.length()), false);
        return answer(request, number, CheckQuery.of(request.getQueryString()).get("item"));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, String number, @Nullable String chosen) {
        CheckPaper.Manner manner = manner(request);
        CheckQuestion asked = answers.question(number, chosen);
        String page = paper.answer(manner, asked.shown(), chosen, answers.of(asked), fits(asked));
        return ResponseEntity.ok()
                .headers(headers(manner))
                .cacheControl(CacheControl.noStore())
                .headers(SameSize.headers(request))
                .body(SameSize.of(request, page));
    }

    /** What fits by the number alone; nothing that is recorded of it is looked at. */
    private List<FitRow> fits(CheckQuestion asked) {
        List<CheckQuestion.Named> named =
                asked.named().stream().filter(one -> one.items().size() == 1).toList();
        Fits known = fits.getIfAvailable();
        if (named.isEmpty() || known == null) {
            return List.of();
        }
        CheckQuestion.Named first = named.getFirst();
        return known.listPublic(first.items().getFirst().code(), first.serial());
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, CheckPaper.Manner manner, String page) {
        return ResponseEntity.ok()
                .headers(headers(manner))
                .cacheControl(CacheControl.noCache())
                .headers(SameSize.headers(request))
                .body(SameSize.of(request, page));
    }

    private HttpHeaders headers(CheckPaper.Manner manner) {
        var headers = new HttpHeaders();
        headers.setContentType(HTML);
        headers.set(POLICY, paper.policy(manner));
        headers.setContentLanguage(
                java.util.Locale.forLanguageTag(manner.words().language()));
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING));
        return headers;
    }

    @GetMapping("/check/recalls")
    ResponseEntity<byte[]> recalls(HttpServletRequest request) {
        CheckPaper.Manner manner = manner(request);
        String from = CheckQuery.of(request.getQueryString()).get("from");
        int first = from != null && from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0;
        return kept(request, manner, "from " + first, all -> paper.recalls(manner, all, first));
    }

    @GetMapping("/check/recalls/{number}")
    ResponseEntity<byte[]> recall(HttpServletRequest request) {
        CheckPaper.Manner manner = manner(request);
        String path = request.getRequestURI();
        String number = CheckQuery.decoded(path.substring(path.lastIndexOf('/') + 1), false);
        if (named(number, recalls.current()) != null) {
            return kept(request, manner, number, all -> paper.notice(manner, number, named(number, all)));
        }
        ResponseEntity<byte[]> page = page(request, manner, paper.notice(manner, number, null));
        return ResponseEntity.status(404).headers(page.getHeaders()).body(page.getBody());
    }

    private static @Nullable PublicRecall named(String number, List<PublicRecall> all) {
        return all.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElse(null);
    }

    /** A page that is the same for everybody who asks for it in this manner, until the recalls change. */
    private ResponseEntity<byte[]> kept(
            HttpServletRequest request,
            CheckPaper.Manner manner,
            String what,
            Function<List<PublicRecall>, String> writing) {
        var key = new PageOf(
                what, manner.words().language(), manner.langSet(), manner.embed(), SameSize.takesGzip(request));
        CheckKept.Made made = pages.of(key, all -> SameSize.of(request, writing.apply(all)));
        return ResponseEntity.ok()
                .headers(headers(manner))
                .cacheControl(CacheControl.noCache())
                .headers(SameSize.headers(request))
                .eTag(made.tag())
                .body(made.bytes());
    }
}
