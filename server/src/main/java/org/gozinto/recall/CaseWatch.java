/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gozinto.ledger.Ledger;
import org.gozinto.recall.RecallStore.Recall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what comes into the scope of a recall later is stopped too: draws from a tank that the bad lot is in,
 * parts that are built in. What rules can tell by itself is stopped with its entry; this looks a few seconds after it,
 * and only when something was recorded. One thread of its own.
 */
final class CaseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CaseWatch.class);
    private static final long PAUSE_MS = 2_000;

    /** After a round that failed, so that a database that is away is left alone. */
    private static final long PAUSE_AFTER_FAILURE_MS = 30_000;

    private static final long END_MS_MAX = 5_000;

    private final RecallStore store;
    private final CaseFiles files;
    private final CaseScopes scopes;
    private final Ledger ledger;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("case-watch").unstarted(this::run);
    private long seen = -1;

    CaseWatch(Recalls.Parts parts, Ledger ledger) {
        this.store = parts.store();
        this.files = parts.files();
        this.scopes = parts.scopes();
        this.ledger = ledger;
    }

    void start() {
        thread.start();
    }

    private void run() {
        boolean well = true;
        while (!isEnd(well ? PAUSE_MS : PAUSE_AFTER_FAILURE_MS)) {
            well = looked();
        }
    }

    // The thread must outlive whatever befalls one round: a database that does not answer now may do so later.
    private boolean looked() {
        try {
            return look();
        } catch (RuntimeException e) {
            if (end.getCount() > 0) {
                LOG.warn("Open cases cannot be read; it is tried again", e);
            }
            return false;
        }
    }

    /**
     * Looks once, if anything was recorded since the last look.
     *
     * @return whether it went well
     */
    boolean look() {
        long head = ledger.head().seq();
        if (head == seen) {
            return true;
        }
        boolean well = true;
        for (Recall recall : open()) {
            well &= caughtUp(recall);
        }
        // What came while it was looking is looked at next time; what failed too.
        seen = well ? head : seen;
        return well;
    }

    private Iterable<Recall> open() {
        return store.real().stream().filter(r -> r.stage() != Stage.CLOSED).toList();
    }

    // The thread must outlive whatever befalls one case: the others are looked at all the same.
    private boolean caughtUp(Recall recall) {
        try {
            CaseFile file = files.of(recall);
            if (scopes.catchUp(file)) {
                LOG.info("More is stopped by {}: it came into its scope since", recall.code());
                followed(file);
            }
            return true;
        } catch (RuntimeException e) {
            if (end.getCount() > 0) {
                LOG.warn("{} cannot follow the ledger; it is tried again", recall.code(), e);
            }
            return false;
        }
    }

    /** A step that was taken meanwhile, such as an undo, has the last word on the stop. */
    private void followed(CaseFile file) {
        CaseFile before = file;
        CaseFile now = files.of(file.recall());
        while (now.last() != before.last()) {
            scopes.follow(now);
            before = now;
            now = files.of(file.recall());
        }
    }

    private boolean isEnd(long pauseMs) {
        try {
            return end.await(pauseMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Ends the watch and waits for the round that it is in, but not for long. */
    @Override
    public void close() {
        end.countDown();
        try {
            thread.join(END_MS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
