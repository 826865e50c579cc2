/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes once a minute when tokens were last used, off the path of the requests. */
final class TokenUse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenUse.class);

    private static final int EVERY_S = 60;

    private final Tokens tokens;
    private final ScheduledExecutorService timer;

    TokenUse(Tokens tokens) {
        this.tokens = tokens;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("token-use").factory());
        // The work catches what it throws, so nobody has to ask how it went.
        var unused = timer.scheduleWithFixedDelay(this::write, EVERY_S, EVERY_S, TimeUnit.SECONDS);
    }

    private void write() {
        try {
            tokens.tidy();
        } catch (RuntimeException e) {
            // A timer that throws is never called again; the next turn has the next uses.
            LOG.warn("token uses not written reason={}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        write();
    }
}
