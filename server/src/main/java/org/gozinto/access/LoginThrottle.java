/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down those who try passwords, without shutting out those who know theirs.
 *
 * <p>Three limits, counted for failures only: by name and address, by address, and by name. Who signed in from an
 * address before is counted there by the first limit alone, so that a stranger who tries a name from elsewhere, or
 * another name from the same address, does not lock its owner out. Safe for use by many threads.
 */
final class LoginThrottle {

    private static final int KEPT_MAX = 10_000;

    /** So many tries at once, and the same again over the time. */
    private record Limit(int tries, Duration over) {}

    private static final Limit BY_PAIR = new Limit(10, Duration.ofMinutes(5));
    private static final Limit BY_ADDRESS = new Limit(100, Duration.ofMinutes(5));
    private static final Limit BY_NAME = new Limit(50, Duration.ofHours(1));

    private final TimeMeter time;
    private final Map<String, Bucket> pairs = new Kept<>();
    private final Map<String, Bucket> addresses = new Kept<>();
    private final Map<String, Bucket> names = new Kept<>();
    private final Map<String, Boolean> signedIn = new Kept<>();

    /** Forgets what was not needed for the longest time. */
    private static final class Kept<T> extends LinkedHashMap<String, T> {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Kept() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > KEPT_MAX;
        }
    }

    LoginThrottle(Clock clock) {
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

    /** Counts a try; null when it may be made, else how long to wait. */
    synchronized @Nullable Duration tryOnce(String name, String address) {
        String place = network(address);
        String pair = name + ' ' + place;
        Duration wait = take(pairs, pair, BY_PAIR);
        if (wait != null || signedIn.get(pair) != null) {
            return wait;
        }
        wait = take(addresses, place, BY_ADDRESS);
        if (wait == null) {
            wait = take(names, name, BY_NAME);
            if (wait != null) {
                giveBack(addresses, place);
            }
        }
        if (wait != null) {
            giveBack(pairs, pair);
        }
        return wait;
    }

    /** The try was right: it does not count, and its owner is known here from now on. */
    synchronized void succeeded(String name, String address) {
        String place = network(address);
        String pair = name + ' ' + place;
        pairs.remove(pair);
        if (signedIn.put(pair, true) == null) {
            giveBack(addresses, place);
            giveBack(names, name);
        }
    }

    private static void giveBack(Map<String, Bucket> buckets, String key) {
        Bucket bucket = buckets.get(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private @Nullable Duration take(Map<String, Bucket> buckets, String key, Limit limit) {
        var probe = buckets.computeIfAbsent(key, k -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(stage -> stage.capacity(limit.tries()).refillGreedy(limit.tries(), limit.over()))
                .build();
    }

    /** One house has one IPv4 address, or one IPv6 network of 64 bits: its first four groups. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        int end = -1;
        for (int group = 0; group < 4; group++) {
            int next = address.indexOf(':', end + 1);
            if (next < 0 || (next > 0 && address.charAt(next - 1) == ':')) {
                return address.substring(0, Math.max(end + 1, 0)) + ":";
            }
            end = next;
        }
        return address.substring(0, end);
    }
}
