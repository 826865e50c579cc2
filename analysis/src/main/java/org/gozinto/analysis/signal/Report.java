/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param asOf last day that counted
 * @param findings lots × codes with complaints, ranked by EB05, then ratio, lot and code
 * @param unlisted findings that are not in the list because it was full; none of them is a signal
 * @param mix items without denominators, ranked likewise; none of them is counted in {@code falseAlarms}
 * @param unanswered what cannot be answered, and why
 * @param drifts codes whose rate rose over time, by date of alarm
 * @param apart complaints that are in no count, by reason
 * @param dispersions one for each code
 * @param prior by which ratios were shrunk
 * @param falseAlarms how many of the signals are expected to be false
 */
public record Report(
        LocalDate asOf,
        List<Finding> findings,
        long unlisted,
        List<MixFinding> mix,
        List<Unanswered> unanswered,
        List<Drift> drifts,
        Map<Apart, Long> apart,
        List<Dispersion> dispersions,
        GammaPoisson prior,
        FalseAlarms falseAlarms) {

    public Report {
        findings = List.copyOf(findings);
        mix = List.copyOf(mix);
        unanswered = List.copyOf(unanswered);
        drifts = List.copyOf(drifts);
        apart = Map.copyOf(apart);
        dispersions = List.copyOf(dispersions);
    }
}
