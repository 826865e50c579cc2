/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.List;

/**
 * What was looked at.
 *
 * @param failures failed units
 * @param controls comparable units
 * @param repeated how often a unit was given again; it counts once
 * @param strata strata that have both failed and comparable units
 * @param uncompared failed units in strata without a comparable unit; they say nothing
 * @param factors all factors with at least one unit
 * @param tested those that could have been found guilty, aliases counted once
 * @param tooRare those that could not have been, even if all their units had failed (Tarone, Biometrics 46 (1990)
 *     515–522)
 * @param uninformative those that every unit has, or that in no stratum one unit has and another has not
 * @param sharedByAll the first of those that every unit has, in order of family and key, at most 100
 * @param windows series of production times that had enough failures to be scanned
 * @param tooManyPairs pairs of families that were asked for and passed over, having over 20 million combinations
 */
public record Screening(
        int failures,
        int controls,
        int repeated,
        int strata,
        int uncompared,
        int factors,
        int tested,
        int tooRare,
        int uninformative,
        List<Factor> sharedByAll,
        int windows,
        List<CauseSettings.Pair> tooManyPairs) {

    public Screening {
        sharedByAll = List.copyOf(sharedByAll);
        tooManyPairs = List.copyOf(tooManyPairs);
    }
}
