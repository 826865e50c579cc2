/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.io.Serial;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps anybody from asking for numbers one after the other: a bucket of tokens for each address and one for each
 * network, filled up again over a minute. Only so many buckets are kept; those that were not used for the longest time
 * go first. Safe for use by many threads.
 */
final class CheckThrottle {

    static final int KEPT_MAX = 20_000;

    private static final Duration OVER = Duration.ofMinutes(1);

    private final TimeMeter time;
    private final int perAddress;
    private final int perNetwork;
    private final Map<Network, Bucket> addresses = new Kept();
    private final Map<Network, Bucket> networks = new Kept();

    /** Forgets what was not needed for the longest time. */
    private static final class Kept extends LinkedHashMap<Network, Bucket> {

        @Serial
        private static final long serialVersionUID = 1L;

        Kept() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Network, Bucket> eldest) {
            return size() > KEPT_MAX;
        }
    }

    CheckThrottle(Clock clock, int perAddress, int perNetwork) {
        this.perAddress = Math.max(1, perAddress);
        this.perNetwork = Math.max(1, perNetwork);
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Takes tokens, no more than a bucket has when it is full; null when they were there, else how long to wait. */
    synchronized @Nullable Duration take(InetAddress client, int tokens) {
        Bucket address = addresses.computeIfAbsent(Network.around(client, 32, 64), n -> bucket(perAddress));
        Bucket network = networks.computeIfAbsent(Network.around(client, 24, 48), n -> bucket(perNetwork));
        int fromAddress = Math.min(tokens, perAddress);
        var probe = address.tryConsumeAndReturnRemaining(fromAddress);
        if (!probe.isConsumed()) {
            return Duration.ofNanos(probe.getNanosToWaitForRefill());
        }
        probe = network.tryConsumeAndReturnRemaining(Math.min(tokens, perNetwork));
        if (probe.isConsumed()) {
            return null;
        }
        address.addTokens(fromAddress);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How many buckets are kept. */
    synchronized int kept() {
        return addresses.size() + networks.size();
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(stage -> stage.capacity(perMinute).refillGreedy(perMinute, OVER))
                .build();
    }
}
