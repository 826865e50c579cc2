/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.genealogy.ScopeSeed;
import org.jspecify.annotations.Nullable;

/**
 * The smallest recalls that explain failures, as a curve.
 *
 * @param is curve, noFailures or nothingCovers
 * @param coverable failures that some candidate explains
 * @param dominated candidates that were left out, since another explains as much and reaches no more
 * @param background failures of one unit that are expected without a common cause
 * @param population units that could have failed
 * @param curve from the recall that explains the most to none at all: units and cost fall, the unexplained rise
 * @param suggested index in {@code curve} of the point to begin with
 * @param candidates what could be recalled, those with the most failures first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SmallestView(
        String number,
        String is,
        int failures,
        int coverable,
        int dominated,
        double background,
        long population,
        List<PointView> curve,
        @Nullable Integer suggested,
        List<CandidateView> candidates) {

    /**
     * One recall.
     *
     * @param units finished units that it reaches, each counted once unless {@code upperBound}
     * @param cost of it
     * @param costAtLeast no recall that explains as much costs less; equals {@code cost} when exact
     * @param unexplained failures that it does not reach
     * @param missExpected failures outside that the background alone makes expect
     * @param chance that the background alone leaves so many or more unexplained: when small, something bad is outside
     */
    record PointView(
            long units,
            double cost,
            double costAtLeast,
            int unexplained,
            double missExpected,
            double chance,
            boolean exact,
            boolean upperBound,
            List<ScopeOf> scopes) {}

    /** @param name of the candidate */
    record ScopeOf(String name, String words, List<CauseView.FactorView> factors, List<ScopeSeed> seeds) {}

    /**
     * Something that could be recalled as a whole.
     *
     * @param kind lot, run, lotWindow, lotLine, window or range
     * @param seeds that a recall's question takes
     */
    record CandidateView(
            String name,
            String kind,
            String words,
            List<CauseView.FactorView> factors,
            List<ScopeSeed> seeds,
            int failures,
            long units,
            double cost) {}
}
