/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.ledger.Faults;
import org.gozinto.paper.PublicPages;
import org.gozinto.paper.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What the pages for owners read from requests, and how they answer. */
final class PageRequests {

    private static final Pattern NONCE = Pattern.compile("[0-9a-f-]{36}");
    private static final int NAME_LENGTH_MAX = 100;

    private final PublicPages pages;
    private final Clock clock;

    PageRequests(PublicPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    PublicPages pages() {
        return pages;
    }

    /** Whoever has a page in the hand. */
    static Actor owner() {
        return Actor.of("owner", Role.VIEWER);
    }

    /** The language that the address or form names, or else the browser. */
    Words words(HttpServletRequest request, @Nullable String known) {
        String named = request.getParameter("lang");
        return pages.words(named == null ? known : named, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** What was typed into a field; empty for nothing. */
    static String text(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static boolean isKeepable(String text, int lengthMax) {
        return text.length() <= lengthMax && Faults.isKeepable(text);
    }

    /** The files of a field, without those that browsers send for none. */
    static List<MultipartFile> files(HttpServletRequest request, String name) {
        return request instanceof MultipartHttpServletRequest parts
                ? parts.getFiles(name).stream().filter(file -> !file.isEmpty()).toList()
                : List.of();
    }

    /** The name that a file had, without a path and in a length that is kept. */
    static String name(MultipartFile file) {
        String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        boolean good = !name.isEmpty() && name.length() <= NAME_LENGTH_MAX && Faults.isKeepable(name);
        return good ? name : "file";
    }

    /** What makes a form that is sent twice one; made here, and known to nobody else. */
    static String nonce(HttpServletRequest request) {
        String given = text(request, "form");
        return NONCE.matcher(given).matches() ? given : UUID.randomUUID().toString();
    }

    /** The last day that may be said of something that happened. */
    String today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1).toString();
    }

    ResponseEntity<byte[]> page(int status, Words words, String form, String title, Map<String, Object> values) {
        return pages.page(status, words, pages.fill(form, words, title, values));
    }

    ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(303)
                .headers(pages.headers())
                .location(URI.create(path))
                .build();
    }
}
