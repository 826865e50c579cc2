/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A quantity of one unit from one place to another.
 *
 * @param unit the unit's id
 * @param qty above zero, at the item's scale
 * @param from a place; below zero it is the unit of that id as a host or container
 * @param to another place
 * @param position where in a host; only when {@code to} is one
 */
public record Movement(
        long unit, long qty, long from, long to, @Nullable String position) {

    public Movement {
        if (qty <= 0 || from == to) {
            throw new IllegalArgumentException(
                    "a movement takes more than nothing to another place: " + qty + " from " + from + " to " + to);
        }
    }

    public Movement(long unit, long qty, long from, long to) {
        this(unit, qty, from, to, null);
    }

    /** The same quantity back again. */
    public Movement reversed() {
        return new Movement(unit, qty, to, from);
    }
}
