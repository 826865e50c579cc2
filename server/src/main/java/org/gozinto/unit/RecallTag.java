/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recall that a unit is under, wherever a unit is shown.
 *
 * @param recall its number
 * @param since when the recall began to stop things
 */
public record RecallTag(String recall, String title, String since) {

    /** These recalls as a member of a unit; null, which leaves the member out, when there is none. */
    public static @Nullable List<RecallTag> of(List<Stop> stops) {
        return stops.isEmpty() ? null : stops.stream().map(Stop::view).toList();
    }
}
