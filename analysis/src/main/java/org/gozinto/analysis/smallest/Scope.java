/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.util.List;

/**
 * Something that could be recalled as a whole: a lot, a lot on a line, a window.
 *
 * @param name which one, unique
 * @param failures ids of the failed units that it explains
 * @param fixedCost what it costs to recall it besides its units (notice, goodwill), at least 0
 */
public record Scope(String name, List<Long> failures, double fixedCost) {

    public Scope {
        failures = List.copyOf(failures);
        if (!(fixedCost >= 0 && fixedCost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a cost of " + fixedCost);
        }
    }
}
