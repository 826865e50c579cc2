/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes UUIDs of version 7: the time in front, so that ids sort by when they were made. */
public final class ClientIds {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public ClientIds(Clock clock) {
        this.clock = clock;
    }

    /** A new id. */
    public String next() {
        long high = (clock.millis() << 16) | 0x7000L | random.nextInt(1 << 12);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
