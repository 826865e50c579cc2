/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.io.Serial;
import java.time.Duration;
import org.gozinto.ledger.Refusal;

/** Refuses (429) to look at one more password for a while; the web room says how long in {@code Retry-After}. */
public final class TooManyTriesException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyTriesException(Duration pause) {
        super("too many tries", null, false, false);
        this.seconds = pause.plusMillis(999).toSeconds();
    }

    /** How long to wait before the next try. */
    public long seconds() {
        return seconds;
    }

    /** The refusal to answer with. */
    public Refusal refusal() {
        return Refusal.of(
                        "too-many-tries",
                        "Too many tries",
                        "There were too many wrong passwords; the next try is possible in " + seconds + " seconds.")
                .status(429);
    }
}
