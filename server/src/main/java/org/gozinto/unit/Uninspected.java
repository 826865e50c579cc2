/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.Instant;
import org.gozinto.item.InspectionRule;
import org.gozinto.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * A unit that came in and that no inspection has accepted since.
 *
 * @param way how it came in: RECEIVED or PRODUCED
 * @param seq the last entry by which it did
 * @param since when that was recorded
 * @param rejectedBy the number of the inspection that rejected it; null when there was none
 */
public record Uninspected(
        long unitId,
        InspectionRule way,
        long seq,
        Instant since,
        @Nullable String rejectedBy) {

    /** Whether the item still asks for an inspection of what came in that way. */
    boolean isAskedBy(Item item) {
        return item.inspection() != null && item.inspection().asks(way);
    }

    /** Why it may not be used, in words. */
    String words() {
        return rejectedBy == null ? "it is not inspected since entry " + seq : "it was rejected by " + rejectedBy;
    }
}
