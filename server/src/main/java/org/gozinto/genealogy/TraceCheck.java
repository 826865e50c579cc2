/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.gozinto.genealogy.CheckView.Difference;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.ledger.Paging;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Reference;
import org.jspecify.annotations.Nullable;

/** Has an answer worked out again by the reference, from the whole ledger, and compares. */
final class TraceCheck {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Units that differ and are shown. */
    private static final int DIFFERENCES_MAX = 5;

    private final Traces traces;

    TraceCheck(Traces traces) {
        this.traces = traces;
    }

    /**
     * Checks what the server answers to the question, and the hash that somebody holds of it.
     *
     * @throws org.gozinto.ledger.RefusedException when the hash is none (400), or the question is refused
     */
    CheckView check(TraceQuery query, @Nullable String givenHash) {
        String given = givenHash == null ? null : hash(givenHash);
        if (query.cursor() != null) {
            throw Paging.badParameter("cursor", "is of pages; an answer is checked as a whole", "no cursor");
        }
        long start = System.nanoTime();
        Answered answered = traces.answered(query, null);
        return compare(answered, reference(answered), given, start);
    }

    /** What the reference answers to the same question about the same book. */
    static Answer reference(Answered answered) {
        LedgerBook.View book = answered.book();
        return AnswerRoom.readingAll(
                book.rows(), () -> Reference.answer(book, answered.answer().question()));
    }

    private static String hash(String text) {
        String hash = text.strip().toLowerCase(Locale.ROOT);
        if (!SHA_256.matcher(hash).matches()) {
            throw Paging.badParameter(
                    "hash", "is no SHA-256", "64 hexadecimal digits, the answerHash of a proof, whole and unchanged");
        }
        return hash;
    }

    /** @param start of the work, by {@link System#nanoTime()} */
    CheckView compare(Answered answered, Answer reference, @Nullable String given, long start) {
        Answer answer = answered.answer();
        TraceViews views = traces.views(answered);
        boolean agree = answer.hash().equals(reference.hash());
        boolean held = given == null || given.equals(answer.hash());
        List<Difference> differences = agree ? null : differences(views, answer.units(), reference.units());
        String detail = null;
        if (differences != null) {
            detail = differences.isEmpty()
                    ? "The server and the reference name the same units, and differ in the totals or in what was cut."
                    : "The server and the reference differ.";
        } else if (!held) {
            detail = "The hash is of another answer: of another question, of another state of the ledger, or damaged."
                    + " Compare seq and policy of its proof with those here.";
        }
        return new CheckView(
                agree && held,
                views.proof(answer, traces.hash(answer.knownAtSeq())),
                reference.hash(),
                given,
                reference.units().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                detail,
                differences);
    }

    /** The first units of which two answers do not say the same. */
    static List<Difference> differences(TraceViews views, List<Reached> answered, List<Reached> reference) {
        Map<Integer, Reached> others = new HashMap<>();
        reference.forEach(unit -> others.put(unit.unit(), unit));
        List<Difference> found = new ArrayList<>();
        for (Reached unit : answered) {
            Reached other = others.remove(unit.unit());
            if (!unit.equals(other) && found.size() < DIFFERENCES_MAX) {
                found.add(new Difference(
                        views.named(unit.unit()), views.reached(unit), other == null ? null : views.reached(other)));
            }
        }
        reference.stream()
                .filter(unit -> others.containsKey(unit.unit()))
                .limit(DIFFERENCES_MAX - found.size())
                .forEach(unit -> found.add(new Difference(views.named(unit.unit()), null, views.reached(unit))));
        return found;
    }
}
