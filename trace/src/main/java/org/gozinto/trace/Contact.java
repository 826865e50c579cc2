/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Set;

/**
 * Hypotheses to add to a trace: units that shared a place, a vessel, equipment or an operator with a reached one,
 * within a span of time (trace semantics §2, Contact). Time has a direction here too: forward, a unit is touched only
 * by what was there before it or with it; backward, it can only have touched what came after it or was there with it.
 *
 * <p>A touched unit touches no further one: contact of contact is not followed.
 *
 * @param windowUs the longest time between the two, in microseconds, 0 or more; 0 for those there at the same time
 */
public record Contact(Set<Kind> kinds, long windowUs) {

    public Contact {
        kinds = Set.copyOf(kinds);
        if (windowUs < 0) {
            throw new IllegalArgumentException("a window of " + windowUs + " µs");
        }
    }

    /** What the two units shared. */
    public enum Kind {
        /** A location or container, directly or packed or installed in something there. */
        PLACE,
        /** A vessel, mixed or not; what mixed in it is reached as a fact, this is what was left behind. */
        VESSEL,
        /** Both were moved or processed by acts that name the same equipment. */
        EQUIPMENT,
        /** Both were moved or processed by acts that name the same operator. */
        OPERATOR
    }
}
