/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when most numbers that are asked for are unknown, as when somebody tries numbers out from many addresses. It
 * counts by minute and keeps no number. Safe for use by many threads.
 */
final class UnknownAlarm {

    static final int MINUTES = 5;

    /** Fewer checks say nothing. */
    static final int CHECKS_LEAST = 200;

    /** People mistype one of ten; nobody mistypes every second one. */
    static final int PERCENT_MOST = 50;

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(UnknownAlarm.class);

    private final Clock clock;
    private final long[] minutes = new long[MINUTES];
    private final int[] checks = new int[MINUTES];
    private final int[] unknown = new int[MINUTES];
    private Instant quietUntil = Instant.MIN;

    UnknownAlarm(Clock clock) {
        this.clock = clock;
    }

    /** Counts a check; true when it sounded the alarm. */
    synchronized boolean count(boolean known) {
        Instant now = clock.instant();
        long minute = Math.floorDiv(now.getEpochSecond(), 60);
        int slot = (int) (minute % MINUTES);
        if (minutes[slot] != minute) {
            minutes[slot] = minute;
            checks[slot] = 0;
            unknown[slot] = 0;
        }
        checks[slot]++;
        unknown[slot] += known ? 0 : 1;
        if (known || now.isBefore(quietUntil)) {
            return false;
        }
        forgetBefore(minute - MINUTES + 1);
        long all = Arrays.stream(checks).asLongStream().sum();
        long strange = Arrays.stream(unknown).asLongStream().sum();
        if (all < CHECKS_LEAST || strange * 100 < all * PERCENT_MOST) {
            return false;
        }
        quietUntil = now.plus(PAUSE);
        LOG.warn("somebody may be trying numbers out: unknown={} checks={} minutes={}", strange, all, MINUTES);
        return true;
    }

    private void forgetBefore(long minute) {
        for (int i = 0; i < MINUTES; i++) {
            if (minutes[i] < minute) {
                checks[i] = 0;
                unknown[i] = 0;
            }
        }
    }
}
