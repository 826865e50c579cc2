/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * Between which counts of complaints 95 of 100 lots with this exposure lie when nothing is wrong with them. Divide by
 * the exposure to draw ratios.
 *
 * @param low at most 2.5 in 100 lie below
 * @param high at most 2.5 in 100 lie above
 */
public record Band(long low, long high) {

    /**
     * The band of an exposure.
     *
     * @param exposure expected complaints, above 0
     * @param size of the negative binomial, {@link Double#POSITIVE_INFINITY} for Poisson
     */
    public static Band of(double exposure, double size) {
        return new CountLaw(exposure, size).band();
    }
}
