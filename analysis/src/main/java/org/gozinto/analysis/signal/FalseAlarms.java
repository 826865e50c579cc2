/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * How many signals of a run are expected to be false.
 *
 * @param tests lots × codes that were tested, those without complaints included
 * @param signals of this run
 * @param level share of signals that may be false
 * @param thisRun signals × level: at most so many of this run's signals are expected to be false
 * @param perMonth the same for a month of such runs
 * @param whenNothingIsWrong signals of one run that are expected if no lot at all is bad
 * @param whenNothingIsWrongPerMonth the same for a month of runs, if each saw fresh data; a false signal that stays
 *     for some runs is counted in each of them
 * @param driftsPerMonth false {@link Drift}s of all items and codes together that are expected at most in a month
 */
public record FalseAlarms(
        long tests,
        long signals,
        double level,
        double thisRun,
        double perMonth,
        double whenNothingIsWrong,
        double whenNothingIsWrongPerMonth,
        double driftsPerMonth) {

    private static final double DAYS_PER_MONTH = 365.25 / 12;

    /**
     * The statement of a run.
     *
     * <p>When nothing is wrong, the number of rejections at level q of many independent tests is r with chance
     * (1−q)·e^(−rq)·(rq)^r/r!, whose mean is q/(1−q)² (Finner and Roters, Annals of Statistics 30 (2002) 220–238).
     */
    static FalseAlarms of(long tests, long signals, Settings settings) {
        double level = settings.level();
        double none = level / ((1 - level) * (1 - level));
        double runs = settings.runsPerMonth();
        return new FalseAlarms(
                tests,
                signals,
                level,
                signals * level,
                signals * level * runs,
                none,
                none * runs,
                DAYS_PER_MONTH / settings.daysBetweenFalseDrifts());
    }
}
