/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

/**
 * Failures that have no common cause.
 *
 * @param failuresPerUnit how many of one unit are expected, at least 0
 * @param population all units that could have failed, those of the scopes included, at least 0
 */
public record Background(double failuresPerUnit, long population) {

    public Background {
        if (!(failuresPerUnit >= 0 && failuresPerUnit < Double.POSITIVE_INFINITY) || population < 0) {
            throw new IllegalArgumentException(failuresPerUnit + " failures per unit of " + population);
        }
    }

    /** How many failures are expected outside of a recall of so many units. */
    double expectedOutside(long units) {
        return failuresPerUnit * Math.max(0, population - units);
    }
}
