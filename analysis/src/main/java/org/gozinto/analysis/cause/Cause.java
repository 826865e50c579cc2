/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cause: the tightest factor that leaves no excess of others unexplained.
 *
 * @param factors it and those that the same units have with the same weights (aliases), in order of family and key; the
 *     data cannot tell them apart. Of a combination, the family is both families joined by {@code " × "} and so is the
 *     key
 * @param window when it is a time of a line; then the only factor has the family {@code window} and the line as key
 * @param counts how many have it
 * @param p one-sided mid-p by itself, over strata
 * @param q the share of false causes at which it is still believed when it is named
 * @param pGivenOthers its p among units that are alike in the other causes; {@code p} when it is the only cause
 * @param effect how strong it is
 * @param failedUnits ids of the failed units that have it or may have it, ascending
 * @param explained what looks guilty and is explained by it, the most guilty first, cut at the limit asked for
 * @param explainedInAll how many there are
 */
public record Cause(
        List<Factor> factors,
        @Nullable Window window,
        Counts counts,
        double p,
        double q,
        double pGivenOthers,
        Effect effect,
        List<Long> failedUnits,
        List<Explained> explained,
        int explainedInAll) {

    public Cause {
        factors = List.copyOf(factors);
        failedUnits = List.copyOf(failedUnits);
        explained = List.copyOf(explained);
    }
}
