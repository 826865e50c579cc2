/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.concurrent.CompletableFuture;

/**
 * The reference implementation of a trace: reads all entries of the question, draws the state graph and walks it. Fast
 * indexes are checked against it. Stateless and safe for use by many threads, as far as the book is.
 */
public final class Reference {

    private Reference() {}

    /** Answers one question; the same entries give the same answer in any order and on every machine. */
    public static Answer answer(Book book, Question question) {
        return new Listing(new Trace(book, Selection.of(book, question), question), null).answer(book, question);
    }

    /**
     * Answers from the part of a book that matters to the question; the same as from the whole book.
     *
     * @param knownAtSeq the greatest seq of the whole book that the question may know of
     * @param hasSpans some entry of the whole book that the question reads has no exact time
     */
    public static Answer answer(Excerpt excerpt, Book whole, Question question, long knownAtSeq, boolean hasSpans) {
        Question inner = excerpt.inner(question);
        var selection = new Selection(excerpt.sheet(), knownAtSeq, hasSpans);
        CompletableFuture<Roll> ahead = Roll.ahead(excerpt, inner);
        return new Listing(new Trace(excerpt, selection, inner), ahead).answer(whole, question);
    }
}
