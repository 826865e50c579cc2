/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down those who try tokens or secrets. Only wrong ones count, so that a right one works from wherever it is
 * used. Safe for use by many threads.
 */
public final class LinkThrottle {

    private static final int TRIES = 30;
    private static final Duration OVER = Duration.ofMinutes(10);
    private static final int KEPT_MAX = 10_000;
    private static final int GROUPS = 4;

    private final TimeMeter time;
    private final int tries;
    private final Duration over;
    private final Map<String, Bucket> buckets = new Kept();

    /** Forgets what was not needed for the longest time. */
    private static final class Kept extends LinkedHashMap<String, Bucket> {

        @Serial
        private static final long serialVersionUID = 1L;

        Kept() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT_MAX;
        }
    }

    public LinkThrottle(Clock clock) {
        this(clock, TRIES, OVER);
    }

    /** So many tries at once, and the same again over the time. */
    public LinkThrottle(Clock clock, int tries, Duration over) {
        this.tries = tries;
        this.over = over;
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

    /** Counts a wrong try; null when it may be answered, else how long to wait. */
    public @Nullable Duration wrong(String address) {
        return count(network(address));
    }

    /** Counts a try by something other than an address, such as the number that a secret is tried for. */
    public synchronized @Nullable Duration count(String key) {
        var probe = buckets.computeIfAbsent(key, n -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How long nothing is to be answered by this key; null when a try may be made. Nothing is counted. */
    public synchronized @Nullable Duration waiting(String key) {
        Bucket bucket = buckets.get(key);
        var probe = bucket == null ? null : bucket.estimateAbilityToConsume(1);
        return probe == null || probe.canBeConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(stage -> stage.capacity(tries).refillGreedy(tries, over))
                .build();
    }

    /** One house has one IPv4 address, or one IPv6 network of 64 bits. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(GROUPS, groups.length)));
    }
}
