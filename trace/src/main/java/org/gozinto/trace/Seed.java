/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import org.jspecify.annotations.Nullable;

/** Where a trace starts. */
public sealed interface Seed {

    /**
     * All of a unit, or what of it came in by certain movements: to a place (or one inside it), on a document, within a
     * span of time. A lot takes its serials along.
     */
    record OfUnit(
            int unit,
            @Nullable Integer place,
            @Nullable String document,
            @Nullable Window window) implements Seed {

        boolean isNarrowed() {
            return place != null || document != null || window != null;
        }
    }

    /** What was in a container, by {@link Question#contents()}. */
    record OfContainer(int unit) implements Seed {}

    /** All of a unit, wherever it is. */
    static Seed of(int unit) {
        return new OfUnit(unit, null, null, null);
    }
}
