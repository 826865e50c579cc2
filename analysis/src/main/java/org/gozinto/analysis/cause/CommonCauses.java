/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/** Finds what failed units share that comparable units do not. */
public final class CommonCauses {

    private CommonCauses() {}

    /**
     * Looks for common causes: a one-sided exact test of each factor over strata (mid-p), those left out that could not
     * be found guilty (Tarone), a stated share of false causes inside and over families, windows in the time of lines,
     * and causes taken one by one until none of the others has an excess.
     *
     * @return named causes, or why there are none; the same table and settings give the same answer, in whatever order
     *     units, factors and exposures were added
     */
    public static CauseAnswer find(FactorTable table, CauseSettings settings) {
        int failures = table.failures();
        int controls = table.units() - failures;
        if (table.faultsInAll > 0) {
            return new CauseAnswer.Unreadable(table.faults, table.faultsInAll);
        }
        if (failures < settings.failuresMin()) {
            return new CauseAnswer.TooFewFailures(failures, settings.failuresMin());
        }
        if (controls == 0) {
            return table.comparable >= 0 && table.comparable <= failures
                    ? new CauseAnswer.EveryoneFailed(failures)
                    : new CauseAnswer.NoControls(failures);
        }
        Partition strata = Partition.of(table);
        int compared = 0;
        int cells = 0;
        for (int cell = 0; cell < strata.cells; cell++) {
            compared += strata.silent(cell) ? 0 : strata.failedIn[cell];
            cells += strata.silent(cell) ? 0 : 1;
        }
        if (compared == 0) {
            return new CauseAnswer.NothingInCommon(failures, controls);
        }
        if (compared < settings.failuresMin()) {
            return new CauseAnswer.TooFewFailures(compared, settings.failuresMin());
        }
        return look(table, settings, strata, new int[] {failures, compared, cells});
    }

    /** With {@code figures}: failures, those that are compared, strata that compare. */
    private static CauseAnswer look(FactorTable table, CauseSettings settings, Partition strata, int[] figures) {
        LnFactorials ln = new LnFactorials(table.units());
        Rows rows = Rows.of(table, settings.pairs());
        Screen screen = Screen.of(rows, strata, settings, ln);
        Beliefs beliefs = new Beliefs(table, rows, screen, settings, ln);
        return new Explaining(table, strata, beliefs, settings, ln)
                .answer(windows -> new Screening(
                        figures[0],
                        table.units() - figures[0],
                        table.repeated,
                        figures[2],
                        figures[0] - figures[1],
                        screen.factors(),
                        screen.classes().size(),
                        screen.tooRare(),
                        screen.uninformative(),
                        screen.shared(),
                        windows,
                        rows.passedOver()));
    }
}
