/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.trace.Limits;
import org.gozinto.trace.TooLargeException;

/**
 * How large an answer may become, so that the largest question does not take the memory that everybody else needs: a
 * part of the heap that the server was started with.
 */
final class AnswerRoom {

    /** Answers that are made at the same time; more would not be faster. */
    static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** Bytes that an answer takes for each movement while it is made, rounded up; some 280 of them while it is kept. */
    private static final int BYTES_A_MOVEMENT = 512;

    /** Beside the answers that are made, a large one may be kept, and the rest of the server needs as much as one. */
    private static final int PARTS = AT_ONCE + 2;

    private static final int MOVEMENTS_MAX = (int)
            Math.clamp(Runtime.getRuntime().maxMemory() / PARTS / BYTES_A_MOVEMENT, 500_000L, Integer.MAX_VALUE / 2L);

    /** Of answers with more units only the newest is kept. */
    static final int UNITS_LARGE = MOVEMENTS_MAX / 16;

    static final Limits LIMITS = new Limits(Integer.MAX_VALUE, MOVEMENTS_MAX);

    /** An answer of more is made while no other is made or kept: a large recall is decided all the same. */
    static final Limits ALONE = new Limits(Integer.MAX_VALUE, (int)
            Math.clamp(Runtime.getRuntime().maxMemory() / 2 / BYTES_A_MOVEMENT, MOVEMENTS_MAX, Integer.MAX_VALUE / 2L));

    /** The whole ledger in memory several times could be too much of it. */
    private static final ReentrantLock READING_ALL = new ReentrantLock(true);

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
     * Does what has to read the whole ledger at once, as one of such works after the other.
     *
     * @throws RefusedException when the ledger has more movements than this server's memory allows
     */
    static <T> T readingAll(long movements, Supplier<T> work) {
        if (movements > MOVEMENTS_MAX) {
            throw tooLarge(movements);
        }
        READING_ALL.lock();
        try {
            return work.get();
        } finally {
            READING_ALL.unlock();
        }
    }

    private static RefusedException tooLarge(long movements) {
        return Refusal.of(
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
