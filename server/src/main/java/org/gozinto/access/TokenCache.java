/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of the tokens in use, so that a good token costs no query on each request.
 *
 * <p>A change in this process empties it at once; a change made elsewhere is seen after {@link #KEEP}. It also
 * gathers when tokens were used. Safe for use by many threads.
 */
final class TokenCache {

    static final Duration KEEP = Duration.ofSeconds(30);

    private static final int TOKENS_MAX = 10_000;

    private record Kept(TokenStore.Row row, Instant until) {}

    private final Clock clock;
    private final Map<String, Kept> rows = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > TOKENS_MAX;
        }
    };
    private final Map<String, Instant> usedAt = new HashMap<>();
    private long changes;

    TokenCache(Clock clock) {
        this.clock = clock;
    }

    /** The row of the token, from here or from the loader; null when there is none, which is not kept. */
    TokenStore.@Nullable Row get(String id, Function<String, TokenStore.@Nullable Row> loader) {
        Instant now = clock.instant();
        long changesBefore;
        synchronized (this) {
            Kept kept = rows.get(id);
            if (kept != null && now.isBefore(kept.until)) {
                return kept.row;
            }
            changesBefore = changes;
        }
        TokenStore.Row row = loader.apply(id);
        synchronized (this) {
            // What was read before a change was committed must not outlive the change.
            if (row != null && changes == changesBefore) {
                rows.put(id, new Kept(row, now.plus(KEEP)));
            }
        }
        return row;
    }

    /** To be called after each committed change of tokens or users. */
    synchronized void forget() {
        changes++;
        rows.clear();
    }

    synchronized void used(String id) {
        usedAt.put(id, clock.instant());
    }

    /** The uses since the last call. */
    synchronized Map<String, Instant> takeUses() {
        var uses = Map.copyOf(usedAt);
        usedAt.clear();
        return uses;
    }
}
