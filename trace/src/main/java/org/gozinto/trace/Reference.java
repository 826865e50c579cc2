/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * The reference implementation of a trace: reads all entries of the question, draws the state graph and walks it. Fast
 * indexes are checked against it. Stateless and safe for use by many threads, as far as the book is.
 */
public final class Reference {

    private Reference() {}

    /** Answers one question; the same entries give the same answer in any order and on every machine. */
    public static Answer answer(Book book, Question question) {
        return new Listing(new Trace(book, question)).answer();
    }
}
