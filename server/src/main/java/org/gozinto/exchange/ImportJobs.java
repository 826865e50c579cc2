/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gozinto.access.Actor;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports that run in the background, one after the other. They are kept in the book: a server that starts again goes
 * on where the last one was, and what was done twice by that is done once, since acts have ids and masters are only
 * changed to what they are to be.
 *
 * <p>Safe for use by many threads; one thread does the work.
 */
class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    /** How long to leave a book alone that cannot be written. */
    private static final int PAUSE_S = 30;

    private final Imports.Rooms rooms;
    private final JobStore store;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Thread worker;
    private volatile boolean closing;

    ImportJobs(Imports.Rooms rooms, JobStore store, Clock clock) {
        this.rooms = rooms;
        this.store = store;
        this.clock = clock;
        this.worker = Thread.ofVirtual().name("imports").unstarted(this::work);
    }

    void start() {
        worker.start();
    }

    /** Takes a file in; it is read in full first, so that a broken one is refused at once. */
    JobView add(SheetFile file, @Nullable String name, Actor actor) {
        long id = store.add(file, file.count(), name, actor, nowUs());
        wake.release();
        return existing(id);
    }

    JobView existing(long id) {
        JobView job = store.find(id);
        if (job == null) {
            throw Refusal.of("unknown-import", "No such import", "There is no import " + id + ".")
                    .status(404)
                    .asException();
        }
        return job;
    }

    Page<JobView> page(long before, int limit) {
        return store.page(before, limit);
    }

    List<JobStore.Kept> verdicts(long id, long afterRow, @Nullable String status, int limit) {
        existing(id);
        return store.verdicts(id, afterRow, status, limit);
    }

    /** Ends an import; what it recorded stays. */
    JobView cancel(long id) {
        JobView job = existing(id);
        if (!store.cancel(id, nowUs())) {
            throw Refusal.of("import-over", "The import is over", "Import " + id + " is " + job.state() + ".")
                    .status(409)
                    .at("", "an import that waits or runs", "Void entries that should not have been recorded.")
                    .asException();
        }
        return existing(id);
    }

    private void work() {
        try {
            while (!closing) {
                pause(step());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What there is to do after a step: go on at once, wait for the next import, or try again in a while. */
    private enum Next {
        GO_ON,
        WAIT,
        TRY_AGAIN
    }

    private Next step() {
        try {
            JobStore.Open job = store.next();
            if (job == null) {
                return Next.WAIT;
            }
            run(job);
            return Next.GO_ON;
        } catch (RuntimeException e) {
            // The book itself cannot be read or written. The job is as it was, and is gone on with later.
            LOG.error("imports wait for the book", e);
            return Next.TRY_AGAIN;
        }
    }

    private void pause(Next next) throws InterruptedException {
        switch (next) {
            case GO_ON -> {
                // There may be more.
            }
            case WAIT -> {
                wake.acquire();
                wake.drainPermits();
            }
            case TRY_AGAIN -> {
                if (!closing) {
                    boolean woken = wake.tryAcquire(PAUSE_S, TimeUnit.SECONDS);
                    LOG.info("imports go on{}", woken ? ", since there is a new one" : "");
                }
            }
        }
    }

    private void run(JobStore.Open job) {
        try {
            if (job.cancelling()) {
                store.end(job.id(), JobStore.CANCELLED, null, nowUs());
                return;
            }
            store.start(job.id(), nowUs());
            String state = rows(job);
            if (state != null) {
                store.end(job.id(), state, null, nowUs());
            }
        } catch (RefusedException e) {
            store.end(job.id(), JobStore.FAILED, e.refusal().detail(), nowUs());
        } catch (RuntimeException e) {
            LOG.error("import {} failed", job.id(), e);
            store.end(job.id(), JobStore.FAILED, "The server failed; its log has more.", nowUs());
        }
    }

    /** Takes the rows that are left; gives the state to end in, or null when the server ends first. */
    private @Nullable String rows(JobStore.Open job) {
        SheetFile file = SheetFile.read(store.content(job.id()), job.kind(), true);
        if (file == null) {
            throw new IllegalStateException("the file of import " + job.id() + " is no table any more");
        }
        try (var run = new SheetRun(rooms, file, job.actor(), false)) {
            run.skip(job.done());
            int done = job.done();
            RowCounts counts = job.counts();
            List<RowVerdict> verdicts = run.next();
            while (!verdicts.isEmpty()) {
                done += verdicts.size();
                counts = counts.plus(verdicts);
                if (store.progress(job.id(), done, counts, verdicts)) {
                    return JobStore.CANCELLED;
                }
                if (closing) {
                    return null;
                }
                verdicts = run.next();
            }
            return JobStore.DONE;
        }
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    /** Lets the portion of rows that is being recorded come to its end. */
    void close() throws InterruptedException {
        closing = true;
        wake.release();
        if (worker.isAlive()) {
            worker.join();
        }
    }
}
