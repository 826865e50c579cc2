/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import org.jspecify.annotations.Nullable;

/** Reads the times of seeds: instants, or days in UTC. */
public final class ScopeTimes {

    private ScopeTimes() {}

    /**
     * When a span begins, in microseconds since 1970 UTC; null for an open beginning.
     *
     * @throws org.gozinto.ledger.RefusedException when it is no time
     */
    public static @Nullable Long fromUs(@Nullable String text) {
        return text == null ? null : (Long) Questions.time(text, "from", false);
    }

    /**
     * When a span ends, in microseconds since 1970 UTC, a day at its end; null for an open end.
     *
     * @throws org.gozinto.ledger.RefusedException when it is no time
     */
    public static @Nullable Long toUs(@Nullable String text) {
        return text == null ? null : (Long) Questions.time(text, "to", true);
    }
}
