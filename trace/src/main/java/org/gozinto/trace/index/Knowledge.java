/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.BitSet;
import org.gozinto.trace.Act;
import org.gozinto.trace.Question;
import org.jspecify.annotations.Nullable;

/** Which entries a question reads: those known then, that had happened then, and that no known void corrects. */
final class Knowledge {

    private final Columns columns;
    private final Columns.Size size;
    private final @Nullable Long asOfUs;
    private final @Nullable Long knownAtUs;
    private final BitSet voided = new BitSet();
    private final int entries;
    private final boolean isPart;

    Knowledge(View view, Question question) {
        this.columns = view.columns();
        this.size = view.size();
        this.asOfUs = question.asOfUs();
        this.knownAtUs = question.knownAtUs();
        Long knownAtSeq = question.knownAtSeq();
        this.entries = knownAtSeq == null ? size.entries() : (int) Math.clamp(knownAtSeq, 0, (long) size.entries());
        findVoided();
        this.isPart = asOfUs != null || knownAtUs != null || entries != size.entries();
    }

    // A void can itself be voided, by a later one: the latest decides first.
    private void findVoided() {
        for (int i = size.voids() - 1; i >= 0; i--) {
            int entry = columns.voidEntry(i);
            if (isKnown(entry) && !voided.get(entry)) {
                long target = columns.detail(entry).voids() - 1;
                if (target >= 0 && target < size.entries()) {
                    voided.set((int) target);
                }
            }
        }
    }

    private boolean isKnown(int entry) {
        return entry < entries && (knownAtUs == null || columns.recordedUs(entry) <= knownAtUs);
    }

    /** Whether every movement is read: nothing was voided, and the question is about now. */
    boolean readsAllRows() {
        return !isPart && voided.isEmpty();
    }

    /** Whether there are entries that the question does not read, besides voids and what they correct. */
    boolean readsPart() {
        return isPart;
    }

    boolean reads(int entry) {
        return isKnown(entry)
                && (asOfUs == null || columns.fromUs(entry) <= asOfUs)
                && !voided.get(entry)
                && columns.act(entry) != Act.VOID;
    }

    /** The greatest seq that is known, 0 for none. */
    long lastSeq() {
        int entry = entries - 1;
        while (entry >= 0 && !isKnown(entry)) {
            entry--;
        }
        return entry + 1L;
    }

    /** Whether the time of some entry that is read is a span. */
    boolean hasSpans() {
        for (int i = 0; i < size.spans(); i++) {
            if (reads(columns.spanEntry(i))) {
                return true;
            }
        }
        return false;
    }
}
