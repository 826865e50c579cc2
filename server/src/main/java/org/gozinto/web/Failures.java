/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults of ours: the log has all of it, the client a number to find it by. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final RandomGenerator random;

    Failures(RandomGenerator random) {
        this.random = random;
    }

    /** Logs the failure and gives the refusal (500) that stands for it. */
    Refusal refusal(@Nullable Throwable failure) {
        String trace = HexFormat.of().toHexDigits(random.nextLong());
        LOG.error("unexpected failure trace={}", trace, failure);
        return Refusal.of(
                        "internal",
                        "Something went wrong in the server",
                        "The server's log has it under trace " + trace + ".")
                .status(500);
    }
}
