/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * One line of an entry: a quantity of one unit from one place to another. An input of a run goes to the run's place,
 * an output comes from it. A host or container moves as one movement of its own unit; what is in it has none.
 *
 * @param qty above zero, at the unit's scale
 */
public record Movement(int unit, long qty, int from, int to) {

    public Movement {
        if (qty <= 0) {
            throw new IllegalArgumentException("a movement needs a quantity above zero: " + qty);
        }
    }
}
