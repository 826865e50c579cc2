/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries that a question reads, in the order in which they count (trace semantics §1).
 *
 * @param knownAtSeq the greatest seq that the question may know of, 0 for none
 * @param hasSpans some time is known only to the day, the month or not at all, so that orders can be open
 */
record Selection(Sheet entries, long knownAtSeq, boolean hasSpans) {

    private static final Comparator<Entry> BY_TIME =
            Comparator.<Entry>comparingLong(entry -> entry.occurred().fromUs()).thenComparingLong(Entry::seq);

    static Selection of(Book book, Question question) {
        List<Entry> known = new ArrayList<>();
        long greatestSeq = 0;
        for (Entry entry : book.entries()) {
            if (isKnown(entry, question)) {
                known.add(entry);
                greatestSeq = Math.max(greatestSeq, entry.seq());
            }
        }
        Set<Long> voided = voided(known);
        Long asOfUs = question.asOfUs();
        List<Entry> read = new ArrayList<>(known.size());
        for (Entry entry : known) {
            boolean happened = asOfUs == null || entry.occurred().fromUs() <= asOfUs;
            if (happened && entry.act() != Act.VOID && !voided.contains(entry.seq())) {
                read.add(entry);
            }
        }
        read.sort(BY_TIME);
        Sheet sheet = Sheet.of(read);
        return new Selection(sheet, greatestSeq, sheet.hasSpans());
    }

    private static boolean isKnown(Entry entry, Question question) {
        Long seq = question.knownAtSeq();
        Long us = question.knownAtUs();
        return (seq == null || entry.seq() <= seq) && (us == null || entry.recordedAtUs() <= us);
    }

    // A void can itself be voided, by a later one: the latest decides first.
    private static Set<Long> voided(List<Entry> known) {
        List<Entry> voids = new ArrayList<>();
        for (Entry entry : known) {
            if (entry.act() == Act.VOID) {
                voids.add(entry);
            }
        }
        voids.sort(Comparator.comparingLong(Entry::seq).reversed());
        Set<Long> voided = new HashSet<>();
        for (Entry entry : voids) {
            if (!voided.contains(entry.seq())) {
                voided.add(entry.voids());
            }
        }
        return voided;
    }
}
