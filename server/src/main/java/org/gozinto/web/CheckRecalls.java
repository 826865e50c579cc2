/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.recall.PublicRecalls;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of recalls with all affected numbers, as JSON. What is long in it, the numbers of a recall, is the same in
 * every language and for every address: it is written once, and kept while the recall is what it was.
 */
final class CheckRecalls {

    private static final byte[] BETWEEN = bytes(",");
    private static final byte[] NUMBERS = bytes(",\"affected\":");
    private static final byte[] END = bytes("}");
    private static final byte[] LIST_END = bytes("]}");

    private final PublicRecalls recalls;
    private final JsonMapper json;
    private volatile Numbers numbers = new Numbers(Long.MIN_VALUE, Map.of());

    CheckRecalls(PublicRecalls recalls, JsonMapper json) {
        this.recalls = recalls;
        this.json = json;
    }

    /**
     * The affected numbers as JSON with their SHA-256, as of a revision. By the recalls as objects: they stay the same
     * ones while they say the same, and to compare a million numbers takes longer than to look one up.
     */
    private record Numbers(long revision, Map<PublicRecall, Written> byRecall) {}

    private record Written(byte[] bytes, byte[] sha256) {}

    /**
     * The list as it is sent.
     *
     * @param tag a weak entity tag: lists that differ in nothing but when they were asked for have the same
     */
    record Sent(List<byte[]> parts, String tag) {
        InputStream stream() {
            return new SequenceInputStream(Collections.enumeration(
                    parts.stream().<InputStream>map(ByteArrayInputStream::new).toList()));
        }
    }

    /** @param root the address of this server, without a slash at its end */
    Sent list(Instant now, CheckWords words, String root) {
        Map<PublicRecall, Written> byRecall = numbers();
        var digest = CheckListWriter.sha256();
        List<byte[]> parts = new ArrayList<>();
        parts.add(bytes("{\"knownAt\":" + json.writeValueAsString(CheckView.time(now)) + ",\"recalls\":["));
        boolean first = true;
        for (PublicRecall recall : recalls.current()) {
            Written written = byRecall.get(recall);
            if (written == null) {
                // Published since the others were looked up; the next list keeps it.
                written = written(recall);
            }
            byte[] notice = bytes("{\"recall\":" + json.writeValueAsString(CheckView.notice(recall, words, root)));
            digest.update(notice);
            digest.update(written.sha256);
            if (!first) {
                parts.add(BETWEEN);
            }
            Collections.addAll(parts, notice, NUMBERS, written.bytes, END);
            first = false;
        }
        parts.add(LIST_END);
        return new Sent(parts, CheckKept.tag(digest));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<PublicRecall, Written> numbers() {
        Numbers now = numbers;
        long revision = recalls.revision();
        if (now.revision != revision) {
            Map<PublicRecall, Written> byRecall = new IdentityHashMap<>();
            for (PublicRecall recall : recalls.current()) {
                Written same = now.byRecall.get(recall);
                byRecall.put(recall, same != null ? same : written(recall));
            }
            now = new Numbers(revision, byRecall);
            numbers = now;
        }
        return now.byRecall;
    }

    private Written written(PublicRecall recall) {
        byte[] bytes = json.writeValueAsBytes(CheckView.affected(recall));
        return new Written(bytes, CheckListWriter.sha256().digest(bytes));
    }
}
