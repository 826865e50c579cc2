/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.paper.Languages;
import org.gozinto.paper.Stationery;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of the check have in common: the templates, compiled once, the style inside of each page, and the
 * policy that allows that style and nothing else. No page has a script.
 */
final class CheckStationery {

    private final Stationery stationery = new Stationery(
            CheckStationery.class,
            "check",
            List.of("check.html", "recalls.html", "notice.html", "busy.html", "check.css"));
    private final String css;
    private final String company;
    private final String policy;
    private final String framedPolicy;

    /**
     * @param company our name; empty for none
     * @param embedOrigins whose pages may show the check in a frame
     */
    CheckStationery(String company, List<String> embedOrigins) {
        this.css = stationery.style("check.css");
        this.company = company;
        String rest = "default-src 'none'; style-src 'sha256-" + hash(css)
                + "'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ";
        this.policy = rest + "'none'";
        this.framedPolicy = embedOrigins.isEmpty() ? policy : rest + String.join(" ", checked(embedOrigins));
    }

    /** What stands in a header must not be able to add to it. */
    private static List<String> checked(List<String> origins) {
        for (String origin : origins) {
            if (!origin.matches("https?://[A-Za-z0-9.*-]+(:[0-9]+)?")) {
                throw new IllegalArgumentException(
                        "gozinto.check.embed-origins: \"" + origin + "\" is no origin such as https://shop.example");
            }
        }
        return origins;
    }

    /** The Content-Security-Policy of a page. */
    String policy(boolean framed) {
        return framed ? framedPolicy : policy;
    }

    /** A language as the foot of the page offers it. */
    private record Offered(String tag, String name, boolean current, String href) {}

    /**
     * What a page needs besides its own.
     *
     * @param path of the page itself, for its links to the other languages
     * @param query the parameters that stay when the language changes, each encoded
     * @param langSet whether the address names the language, so that links go on doing so
     */
    record Sheet(
            CheckWords words, String title, String path, Map<String, String> query, boolean langSet, boolean embed) {}

    /** Writes a page. */
    String page(String template, Sheet sheet, Map<String, Object> values) {
        CheckWords words = sheet.words();
        Map<String, Object> all = new HashMap<>(values);
        all.put("w", words.all());
        all.put("lang", words.language());
        all.put("langSet", sheet.langSet());
        all.put("langQuery", sheet.langSet() ? "?lang=" + words.language() : "");
        all.put("embed", sheet.embed());
        all.put("pageTitle", sheet.title());
        all.put("company", company);
        all.put("css", css);
        all.put("languages", languages(sheet));
        return stationery.fill(template + ".html", all);
    }

    private static List<Offered> languages(Sheet sheet) {
        return Languages.ALL.stream()
                .map(language -> {
                    boolean current = language.equals(sheet.words().language());
                    return new Offered(
                            language, Languages.ownName(language), current, address(sheet.path(), sheet, language));
                })
                .toList();
    }

    /** The address of the page in another language. */
    private static String address(String path, Sheet sheet, String language) {
        var query = new StringBuilder();
        sheet.query()
                .forEach((name, value) -> query.append(name)
                        .append('=')
                        .append(PublishedLinks.encoded(value))
                        .append('&'));
        if (sheet.embed()) {
            query.append("embed=1&");
        }
        return path + "?" + query + "lang=" + language;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The language of a text for its own element; null where the page has the same. */
    static @Nullable String foreign(String language, CheckWords words) {
        return language.equals(words.language()) ? null : language;
    }
}
