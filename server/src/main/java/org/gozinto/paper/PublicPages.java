/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What pages for people without a user have in common: a frame of one look, a policy that allows the style in the page
 * and nothing else, and headers that keep them out of caches, indexes and referrers. No page has a script or a cookie.
 * Safe for use by many threads.
 */
public final class PublicPages {

    private static final String STYLE = "page.css";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Stationery stationery;
    private final WordBook book;
    private final String company;
    private final String policy;

    /**
     * Reads forms and words, which lie in a folder beside a class.
     *
     * @param forms such as {@code register.html}
     * @param company our name; empty for none
     */
    public PublicPages(Class<?> beside, String folder, List<String> forms, String company) {
        List<String> files = new ArrayList<>(forms);
        files.add("plain.html");
        files.add(STYLE);
        this.stationery = new Stationery(beside, folder, files);
        this.book = WordBook.load(beside, folder, Languages.ALL);
        this.company = company;
        this.policy = "default-src 'none'; style-src 'sha256-" + hash(stationery.style(STYLE))
                + "'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The words for a visitor.
     *
     * @param wanted the language that was chosen; one that we do not speak counts for nothing
     * @param acceptLanguage the header; one that cannot be read counts for nothing
     */
    public Words words(@Nullable String wanted, @Nullable String acceptLanguage) {
        String named = wanted == null ? null : Languages.primary(wanted);
        if (named != null && book.has(named)) {
            return book.in(named);
        }
        String accepted = book.accepted(acceptLanguage);
        return book.in(accepted == null ? Languages.ALL.getFirst() : accepted);
    }

    /** A language as a page offers it. */
    private record Offered(String tag, String name, boolean current, String href) {}

    /** The links of a page to itself in other languages: the value of {@code languages}. */
    public static List<?> languages(Words words, String path) {
        return Languages.ALL.stream()
                .map(tag ->
                        new Offered(tag, Languages.ownName(tag), tag.equals(words.language()), path + "?lang=" + tag))
                .toList();
    }

    /** A form filled in; values for the frame are added. */
    public String fill(String form, Words words, String title, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("w", words.all());
        all.put("lang", words.language());
        all.put("title", title);
        all.put("company", company);
        all.put("css", stationery.style(STYLE));
        all.putIfAbsent("languages", List.of());
        return stationery.fill(form, all);
    }

    /** A page that says one thing: its title is under {@code what_title}, its text under {@code what_text}. */
    public ResponseEntity<byte[]> plain(int status, Words words, String what, boolean bad) {
        String title = words.get(what + "_title");
        Map<String, Object> values = Map.of("text", words.get(what + "_text"), "bad", bad);
        return answer(status, words).body(bytes(fill("plain.html", words, title, values)));
    }

    /** A page that says that there were too many tries. */
    public ResponseEntity<byte[]> busy(Words words, java.time.Duration wait) {
        ResponseEntity<byte[]> page = plain(429, words, "busy", true);
        return ResponseEntity.status(429)
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
                .body(page.getBody());
    }

    public ResponseEntity<byte[]> page(int status, Words words, String page) {
        return answer(status, words).body(bytes(page));
    }

    private static byte[] bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /** An answer with the headers of a page. */
    private ResponseEntity.BodyBuilder answer(int status, Words words) {
        HttpHeaders headers = headers();
        headers.setContentType(HTML);
        headers.setContentLanguage(Locale.forLanguageTag(words.language()));
        return ResponseEntity.status(status).headers(headers);
    }

    /** The headers of all that such pages answer. */
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noStore());
        headers.set("Content-Security-Policy", policy);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Robots-Tag", "noindex, nofollow");
        return headers;
    }
}
