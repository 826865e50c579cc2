/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.util.List;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.jspecify.annotations.Nullable;

/**
 * A recovery as its steps make it. Amounts are in the smallest steps of its currency.
 *
 * @param accepted by the supplier; null before the answer
 */
record Recovery(
        RecoveryStep.Open open,
        boolean sent,
        @Nullable Long accepted,
        @Nullable String reason,
        long received,
        boolean closed) {

    static final String DRAFT = "draft";
    static final String SENT = "sent";
    static final String ACCEPTED = "accepted";
    static final String PART = "part";
    static final String REFUSED = "refused";
    static final String RECEIVED = "received";
    static final String CLOSED = "closed";

    static final List<String> STATES = List.of(DRAFT, SENT, ACCEPTED, PART, REFUSED, RECEIVED, CLOSED);

    static Recovery of(RecoveryStep.Open open) {
        return new Recovery(open, false, null, null, 0, false);
    }

    static Recovery of(File<RecoveryStep> file) {
        if (!(file.steps().getFirst().step() instanceof RecoveryStep.Open open)) {
            throw new IllegalStateException("a recovery begins with what is asked for");
        }
        Recovery recovery = of(open);
        for (Taken<RecoveryStep> taken : file.steps()) {
            recovery = recovery.after(taken.step());
        }
        return recovery;
    }

    Recovery after(RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.Open _, RecoveryStep.Note _ -> this;
            case RecoveryStep.Send _ -> new Recovery(open, true, accepted, reason, received, closed);
            case RecoveryStep.Answer answer ->
                new Recovery(
                        open, sent, Money.known(answer.accepted(), open.currency()), answer.reason(), received, closed);
            case RecoveryStep.Receive receive ->
                new Recovery(
                        open,
                        sent,
                        accepted,
                        reason,
                        received + Money.known(receive.amount(), open.currency()),
                        closed);
            case RecoveryStep.Close _ -> new Recovery(open, sent, accepted, reason, received, true);
        };
    }

    long asked() {
        return Money.known(open.asked(), open.currency());
    }

    String state() {
        if (closed) {
            return CLOSED;
        }
        if (accepted == null) {
            return sent ? SENT : DRAFT;
        }
        if (accepted == 0) {
            return REFUSED;
        }
        if (received >= accepted) {
            return RECEIVED;
        }
        return accepted >= asked() ? ACCEPTED : PART;
    }

    /** The types of the steps that can be taken now. */
    List<String> next() {
        return switch (state()) {
            case DRAFT -> List.of("note", "send", "close");
            case SENT -> List.of("note", "answer", "close");
            case REFUSED -> List.of("note", "answer", "close");
            case ACCEPTED, PART -> List.of("note", "receive", "close");
            case RECEIVED -> List.of("note", "close");
            default -> List.of("note");
        };
    }
}
