/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Long work of the quality room, one piece at a time in the order in which it was asked for. */
final class QualityJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QualityJobs.class);

    /** Who asks waits so long for work that may be short. */
    private static final long WAIT_MS = 1_500;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("quality").unstarted(work));
    private final Map<String, CauseView.ProgressView> progress = new ConcurrentHashMap<>();

    /** Tells how far work is. */
    @FunctionalInterface
    interface Teller {
        void tell(String stage, int done, int of);
    }

    /** Work that tells how far it is. */
    @FunctionalInterface
    interface Work {
        void run(Teller teller);
    }

    /** Begins work, and waits a moment for its end. */
    void begin(String id, Work work) {
        progress.put(id, new CauseView.ProgressView("waiting", 0, 0));
        Future<?> future = worker.submit(() -> {
            try {
                work.run((stage, done, of) -> progress.put(id, new CauseView.ProgressView(stage, done, of)));
            } catch (RuntimeException e) {
                LOG.error("The work on {} failed", id, e);
            } finally {
                progress.remove(id);
            }
        });
        try {
            future.get(WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("{} goes on", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How far work is; done when nobody works on it. */
    CauseView.ProgressView progress(String id) {
        return progress.getOrDefault(id, new CauseView.ProgressView("done", 0, 0));
    }

    /** Whether somebody works on it, or will. */
    boolean isOpen(String id) {
        return progress.containsKey(id);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
