/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Set;

/**
 * Hypotheses to add to a trace: units that were at the same place, or in the same vessel, within a span of time of each
 * other (trace semantics §2, Contact).
 *
 * @param windowUs the longest time between the two, in microseconds
 */
public record Contact(Set<Kind> kinds, long windowUs) {

    public Contact {
        kinds = Set.copyOf(kinds);
    }

    /** What the two units shared. */
    public enum Kind {
        PLACE,
        VESSEL,
        EQUIPMENT,
        OPERATOR
    }
}
