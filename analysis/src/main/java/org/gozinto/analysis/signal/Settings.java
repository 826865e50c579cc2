/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * What a run believes and how much it says.
 *
 * @param level share of signals that may be false (Benjamini–Hochberg), above 0 and below 1
 * @param complaintsMin fewest complaints of a signal; below it the answer is {@link Verdict#TOO_LITTLE}; 1 or more
 * @param relativeRisk rise of a code's rate over time that is to be found soon; above 1
 * @param daysBetweenFalseDrifts average time between two false {@link Drift}s of all items and codes together, in days;
 *     a week or more
 * @param runsPerMonth how often a run is made; only for the false alarms per month that are stated
 * @param listMax findings that are listed at most; signals are always listed, all else that is left off is counted
 */
public record Settings(
        double level,
        int complaintsMin,
        double relativeRisk,
        int daysBetweenFalseDrifts,
        double runsPerMonth,
        int listMax) {

    private static final double WEEKS_PER_MONTH = 365.25 / 12 / 7;

    public Settings {
        require(level > 0 && level < 1, "a level of " + level);
        require(complaintsMin >= 1, "at least " + complaintsMin + " complaints");
        require(relativeRisk > 1 && relativeRisk <= 100, "a relative risk of " + relativeRisk);
        require(daysBetweenFalseDrifts >= Drifts.PERIOD_DAYS, daysBetweenFalseDrifts + " days between false alarms");
        require(runsPerMonth > 0 && runsPerMonth <= 1_000_000, runsPerMonth + " runs per month");
        require(listMax >= 0, "a list of " + listMax);
    }

    /** A weekly run: 5 in 100 signals may be false, three complaints, a doubled rate, a false drift in a year. */
    public static Settings weekly() {
        return new Settings(0.05, 3, 2, 365, WEEKS_PER_MONTH, 1000);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
