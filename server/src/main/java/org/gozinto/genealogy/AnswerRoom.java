/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.trace.Limits;
import org.gozinto.trace.TooLargeException;

/**
 * How large an answer may become, so that the largest question does not take the memory that everybody else needs: a
 * part of the heap that the server was started with.
 */
final class AnswerRoom {

    /** Bytes that an answer takes for each movement while it is made, from {@code bin/bench graph}, rounded up. */
    private static final int BYTES_A_MOVEMENT = 320;

    /** One answer may take so small a part of the heap. */
    private static final int PART = 4;

    private static final int MOVEMENTS_MAX = (int)
            Math.clamp(Runtime.getRuntime().maxMemory() / PART / BYTES_A_MOVEMENT, 1_000_000L, Integer.MAX_VALUE / 2L);

    static final Limits LIMITS = new Limits(Integer.MAX_VALUE, MOVEMENTS_MAX);

    private AnswerRoom() {}

    /** What whoever asks for too much is told. */
    static RefusedException refused(TooLargeException tooLarge) {
        String units = tooLarge.units() == 0 ? "" : " It reaches " + tooLarge.units() + " units.";
        return Refusal.of(
                        "trace-too-large",
                        "The answer is too large for this server",
                        tooLarge.movements() + " movements matter to the question; this server's memory allows "
                                + tooLarge.movementsMax() + "." + units)
                .status(422)
                .at(
                        "question",
                        "at most " + tooLarge.movementsMax() + " movements",
                        "Narrow it by place, document or asOf, ask about fewer lots,"
                                + " or start the server with more memory (java -Xmx).")
                .asException();
    }

    /**
     * Refuses what has to read the whole ledger, if that is too large.
     *
     * @throws RefusedException when the ledger has more movements than this server's memory allows
     */
    static void refuseReadingOf(long movements) {
        if (movements > MOVEMENTS_MAX) {
            throw Refusal.of(
                            "ledger-too-large",
                            "The ledger is too large for that on this server",
                            "The whole ledger has to be read at once: " + movements
                                    + " movements; this server's memory allows " + MOVEMENTS_MAX + ".")
                    .status(422)
                    .at(
                            "question",
                            "a ledger of at most " + MOVEMENTS_MAX + " movements",
                            "Ask a server that was started with more memory (java -Xmx).")
                    .asException();
        }
    }
}
