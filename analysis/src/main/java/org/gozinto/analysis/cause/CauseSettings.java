/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.List;

/**
 * How a common cause is looked for.
 *
 * @param falseShare the share of false causes that is accepted, above 0 and below 1; with no cause at all it is the
 *     chance that one is named
 * @param confidence of the intervals, above 0 and below 1
 * @param failuresMin with fewer failures no answer is given, at least 2; a factor of fewer failures is no cause
 * @param causesMax how many causes are named at most
 * @param explainedMax how many explained factors are listed below each cause at most; all are counted
 * @param permutations how often chance is played for a series of production times, at least 19
 * @param seed of that chance
 * @param pairs pairs of families of which combinations are tried too, such as lot and tool; none if empty
 */
public record CauseSettings(
        double falseShare,
        double confidence,
        int failuresMin,
        int causesMax,
        int explainedMax,
        int permutations,
        long seed,
        List<Pair> pairs) {

    /** Two families whose combinations may be the cause. */
    public record Pair(String one, String other) {}

    public CauseSettings {
        pairs = List.copyOf(pairs);
        require(falseShare > 0 && falseShare < 1, "a share of false causes of " + falseShare);
        require(confidence > 0 && confidence < 1, "a confidence of " + confidence);
        require(failuresMin >= 2, "an answer from " + failuresMin + " failures");
        require(causesMax >= 1 && explainedMax >= 0, causesMax + " causes, " + explainedMax + " explained");
        require(permutations >= 19, permutations + " permutations");
    }

    /** One false cause in twenty, intervals of 95 %, three failures (the least in semiconductor practice). */
    public static CauseSettings usual(long seed) {
        return new CauseSettings(0.05, 0.95, 3, 10, 50, 999, seed, List.of());
    }

    /** The same, and combinations of these families are tried too. */
    public CauseSettings with(List<Pair> combinations) {
        return new CauseSettings(
                falseShare, confidence, failuresMin, causesMax, explainedMax, permutations, seed, combinations);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
