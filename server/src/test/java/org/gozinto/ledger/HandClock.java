/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when it is told to. Safe for use by many threads. */
public final class HandClock extends Clock {

    private volatile Instant now;

    /** A clock that shows the time, such as {@code 2026-06-01T12:00:00Z}. */
    public HandClock(String now) {
        this.now = Instant.parse(now);
    }

    /** Turns the hands, back too. */
    public void turn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
