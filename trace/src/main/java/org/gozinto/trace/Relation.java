/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * How a unit stands to the seed. Forward the unit is made from, or contains, the seed; backward it is the seed that is
 * made from, or contains, the unit.
 */
public enum Relation {
    SEED,
    /** A serial of the seed lot, or the lot of a serial that was reached backward. */
    MEMBER,
    MADE_FROM,
    CONTAINS,
    CONTAINED_UNTIL
}
