/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.List;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Link;
import org.jspecify.annotations.Nullable;

/**
 * What few entries have, kept apart from the columns that all have.
 *
 * @param toUs the end of the span in which it happened, null for an instant
 * @param voids seq of the entry that a void corrects, else 0
 */
record Detail(
        @Nullable Long toUs,
        @Nullable String step,
        @Nullable String position,
        @Nullable String equipment,
        @Nullable String operator,
        long voids,
        List<Link> links) {

    static final Detail NONE = new Detail(null, null, null, null, null, 0, List.of());

    static Detail of(Entry entry) {
        Long toUs =
                entry.occurred().isInstant() ? null : (Long) entry.occurred().toUs();
        var detail = new Detail(
                toUs,
                entry.step(),
                entry.position(),
                entry.equipment(),
                entry.operator(),
                entry.voids(),
                entry.links());
        return detail.equals(NONE) ? NONE : detail;
    }
}
