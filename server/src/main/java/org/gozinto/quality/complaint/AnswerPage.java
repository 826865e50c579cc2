/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.HashChain;
import org.gozinto.paper.Stationery;
import org.gozinto.quality.book.File;
import org.jspecify.annotations.Nullable;

/**
 * Draws the page by which a reporter sees what became of a complaint. It shows what the reporter said and what was
 * answered, and nothing that the ledger knows. It has no script, and its style stands in it. Safe for many threads.
 */
final class AnswerPage {

    private static final String STYLE = "page.css";

    private final Stationery stationery =
            new Stationery(AnswerPage.class, "page", List.of("complaint.html", "plain.html", "mail.html", STYLE));
    private final String policy = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(HashChain.of(stationery.style(STYLE)))
            + "'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The Content-Security-Policy of these pages: their own style, and nothing else. */
    String policy() {
        return policy;
    }

    /**
     * What is to be drawn.
     *
     * @param typed what the reporter typed and that was not taken
     * @param fault why, in words of the page; null when nothing is wrong
     * @param sent words have just arrived
     */
    record Sheet(
            File<Step> file,
            PageWords words,
            String path,
            String typed,
            @Nullable String fault,
            boolean sent) {}

    private record Fact(String label, String value) {}

    private record Word(boolean ours, String who, String day, String text) {}

    /** The page in UTF-8. */
    byte[] bytes(Sheet sheet) {
        PageWords words = sheet.words();
        Complaint complaint = Complaint.of(Follower.steps(sheet.file()));
        Map<String, Object> values =
                head(words, words.get("title") + " " + sheet.file().head().code());
        values.put("action", sheet.path());
        values.put("state", words.get("state_" + complaint.state()));
        values.put("facts", facts(complaint, words));
        values.put("description", complaint.description());
        values.put("said", said(sheet.file(), words));
        List<String> files = sheet.file()
                .all(Step.Attach.class)
                .map(attach -> String.valueOf(attach.name()))
                .toList();
        values.put("hasFiles", !files.isEmpty());
        values.put("files", files);
        values.put("typed", sheet.typed());
        values.put("fault", sheet.fault());
        values.put("sent", sheet.sent() && sheet.fault() == null ? words.get("sent") : null);
        return stationery.fill("complaint.html", values).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Fact> facts(Complaint complaint, PageWords words) {
        Matching.Said said = complaint.said();
        var facts = new ArrayList<Fact>();
        add(facts, words.get("item"), said.item());
        add(facts, words.get("serial"), said.serial());
        add(facts, words.get("lot"), said.lot());
        add(facts, words.get("reported"), words.day(complaint.reportedOn()));
        add(facts, words.get("failed"), complaint.failedOn() == null ? null : words.day(complaint.failedOn()));
        return facts;
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(label, value));
        }
    }

    private static List<Word> said(File<Step> file, PageWords words) {
        return ComplaintViews.words(file).stream()
                .map(word -> {
                    boolean ours = word.from().equals("us");
                    return new Word(ours, words.get(ours ? "us" : "you"), words.day(word.at()), word.text());
                })
                .toList();
    }

    /** What stands for every token that does not work, or for somebody who tries too often. */
    byte[] plain(PageWords words, String what) {
        Map<String, Object> values = head(words, words.get(what + "_title"));
        values.put("text", words.get(what + "_text"));
        values.put("bad", true);
        return stationery.fill("plain.html", values).getBytes(StandardCharsets.UTF_8);
    }

    /** A reply as it is sent by e-mail. */
    record Mail(PageWords words, String text, String link, String sender) {}

    /** The HTML of an e-mail. */
    String mail(Mail sent) {
        Map<String, Object> values = head(sent.words(), sent.words().get("mail_subject"));
        values.put("text", sent.text());
        values.put("link", sent.link());
        values.put("sender", sent.sender());
        return stationery.fill("mail.html", values);
    }

    private Map<String, Object> head(PageWords words, String title) {
        Map<String, Object> values = new HashMap<>();
        values.put("w", words.words());
        values.put("lang", words.language());
        values.put("title", title);
        values.put("css", stationery.style(STYLE));
        return values;
    }
}
