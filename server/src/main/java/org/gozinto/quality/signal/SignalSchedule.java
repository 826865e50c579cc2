/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a run when one is due, once however many servers there are. */
final class SignalSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SignalSchedule.class);
    private static final String ACTOR = "schedule";
    private static final long FIRST_LOOK_S = 120;
    private static final long LOOK_S = 900;

    private final SignalRuns runs;
    private final ComplaintFacts complaints;
    private final SignalSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("signals").unstarted(work));

    SignalSchedule(SignalRuns runs, ComplaintFacts complaints, SignalSettings settings, Clock clock) {
        this.runs = runs;
        this.complaints = complaints;
        this.settings = settings;
        this.clock = clock;
    }

    void start() {
        if (settings.signals() != SignalSettings.Every.OFF) {
            timer.scheduleWithFixedDelay(this::look, FIRST_LOOK_S, LOOK_S, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            boolean[] any = {false};
            complaints.facts(null, null, fact -> any[0] = true);
            if (any[0]) {
                due();
            }
        } catch (RuntimeException e) {
            LOG.error("The run that is due cannot be made", e);
        }
    }

    /** The run of this day or week has one id, so that it is made once. */
    void due() {
        LocalDate today = Days.today(clock.instant());
        long period =
                Math.floorDiv(today.toEpochDay(), (long) settings.signals().days());
        LocalDate asOf = LocalDate.ofEpochDay(period * settings.signals().days());
        String id = UUID.nameUUIDFromBytes(("signals " + asOf).getBytes(StandardCharsets.UTF_8))
                .toString();
        runs.run(new SignalRunAsked(id, asOf.toString(), null), Actor.of(ACTOR, Role.QUALITY));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
