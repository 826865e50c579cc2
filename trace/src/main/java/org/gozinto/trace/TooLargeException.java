/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** A question would have to look at more movements than its {@link Limits} allow; nothing was answered. */
public final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long movements;
    private final long movementsMax;
    private final int units;

    /** @param units that a label comes to, 0 when that was not looked for */
    public TooLargeException(long movements, long movementsMax, int units) {
        super(movements + " movements matter to the question, " + movementsMax + " are the most");
        this.movements = movements;
        this.movementsMax = movementsMax;
        this.units = units;
    }

    /** Movements that matter to the question. */
    public long movements() {
        return movements;
    }

    public long movementsMax() {
        return movementsMax;
    }

    /** Units that a label comes to, 0 when that was not looked for. */
    public int units() {
        return units;
    }
}
