/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the standings follow what is recorded, also while nobody asks for them. */
final class StandingSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandingSchedule.class);
    private static final long FIRST_LOOK_S = 60;
    private static final long LOOK_S = 60;

    private final StandingWork work;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("standings-timer").unstarted(task));

    StandingSchedule(StandingWork work) {
        this.work = work;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, FIRST_LOOK_S, LOOK_S, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            work.follow(true);
        } catch (RuntimeException e) {
            LOG.error("The standings cannot follow", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
