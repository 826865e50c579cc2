/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/**
 * How many units have a factor.
 *
 * @param failures failed units that have it or may have it
 * @param controls comparable units that have it or may have it
 * @param failuresExpected the sum of the weights of those failed units, 0 to {@code failures}
 * @param controlsExpected the sum of the weights of those comparable units, 0 to {@code controls}
 * @param failuresByChance how many failed units (as a sum of weights) would have it if it did not matter
 */
public record Counts(
        int failures, int controls, double failuresExpected, double controlsExpected, double failuresByChance) {

    /** Whether each of these units has the factor for certain. */
    public boolean certain() {
        return failuresExpected == failures && controlsExpected == controls;
    }
}
