/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gozinto.genealogy.TraceView.ReachedView;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Utf8;

/** SHA-256 over the text of an answer, unit by unit and then the totals. */
final class AnswerDigest {

    private static final int UNITS_A_TEXT = 4_096;
    private static final int UNITS_A_ROUND = UNITS_A_TEXT * 8;
    private static final int BYTES_A_UNIT = 224;

    private final MessageDigest digest;

    AnswerDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(ReachedView unit) {
        digest.update(AnswerText.unit(unit).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds units of an answer, in their order, and counts where they are; several threads write and count what one
     * digests and adds up.
     */
    void addAll(List<Reached> units, LedgerBook.View book, SpotCounter counter) {
        // While a round is written, the one before is digested.
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (int from = 0; from < units.size(); from += UNITS_A_ROUND) {
            int end = Math.min(units.size(), from + UNITS_A_ROUND);
            List<Part> parts = IntStream.iterate(from, start -> start < end, start -> start + UNITS_A_TEXT)
                    .parallel()
                    .mapToObj(start -> part(units.subList(start, Math.min(end, start + UNITS_A_TEXT)), book))
                    .toList();
            before.join();
            before = CompletableFuture.runAsync(() -> parts.forEach(part -> {
                part.text.digest(digest);
                counter.add(part.counter);
            }));
        }
        before.join();
    }

    private record Part(Utf8 text, SpotCounter counter) {}

    private static Part part(List<Reached> units, LedgerBook.View book) {
        var part = new Part(new Utf8(units.size() * BYTES_A_UNIT), new SpotCounter());
        var lines = new AnswerLines(book, part.text);
        for (Reached unit : units) {
            lines.unit(unit);
            part.counter.add(unit, book);
        }
        return part;
    }

    /** The hash in hex; the digest is of no more use then. */
    String end(ScopeStore.Body body) {
        String totals = AnswerText.totals(body.summary(), body.balance(), body.cuts(), body.notAnswered());
        return HexFormat.of().formatHex(digest.digest(totals.getBytes(StandardCharsets.UTF_8)));
    }
}
