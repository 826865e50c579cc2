/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The thread on which an index joins what it has listed; one can wait until it has nothing to do. */
final class Joiner implements Executor, AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private int underWay;
    private @Nullable Throwable failure;

    @Override
    public synchronized void execute(Runnable work) {
        underWay++;
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failed(e);
            } finally {
                done();
            }
        });
    }

    private synchronized void failed(Throwable e) {
        failure = e;
    }

    private synchronized void done() {
        underWay--;
        notifyAll();
    }

    /** Waits until no join is under way; one that failed fails the run. */
    synchronized void rest() throws InterruptedException {
        while (underWay > 0) {
            wait();
        }
        if (failure != null) {
            throw new IllegalStateException("a join failed", failure);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
