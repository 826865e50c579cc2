/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reached quantity of one unit at one place at as-of.
 *
 * @param place the place that the unit is directly at
 * @param within the places around it, inside out, up to the location or partner; a container's or host's place is
 *     followed by where that container or host is
 * @param qty the quantity in the reached state, at the unit's scale
 * @param amount seed material in it, null when amounts were not asked
 */
public record Holding(
        int place, List<Integer> within, long qty, @Nullable Amount amount) {

    public Holding {
        within = List.copyOf(within);
    }

    /** The outermost place: a location, a partner, a run or a virtual place. */
    public int at() {
        return within.isEmpty() ? place : within.getLast();
    }
}
