/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the ledger into the trace index from the start of the server on, so that the first question need not wait for
 * it, and keeps the index in its file. One thread of its own.
 */
final class IndexUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);
    private static final long PAUSE_MS = 60_000;
    private static final long END_MS_MAX = 8_000;

    private final LedgerBook book;
    private final @Nullable IndexFile file;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    IndexUpkeep(LedgerBook book, @Nullable IndexFile file) {
        this.book = book;
        this.file = file;
        this.thread = Thread.ofPlatform().daemon().name("trace-upkeep").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        do {
            follow();
        } while (!isEnd());
        if (file != null) {
            file.saveAtEnd(book.end());
        }
    }

    // The thread must outlive whatever befalls one round: a database that does not answer now may do so later.
    private void follow() {
        try {
            LedgerBook.View view = book.latest();
            if (file != null) {
                file.saveIfGrown(view);
            }
        } catch (RuntimeException e) {
            if (end.getCount() > 0) {
                LOG.warn("The trace index cannot follow the ledger; it is tried again in a minute", e);
            }
        }
    }

    private boolean isEnd() {
        try {
            return end.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Ends the reading, writes the file if it is worth it, and waits for that, but not for long. */
    @Override
    public void close() {
        end.countDown();
        book.end();
        try {
            thread.join(END_MS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
