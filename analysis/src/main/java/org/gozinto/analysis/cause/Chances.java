/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import org.jspecify.annotations.Nullable;

/** The chance of a score, by the way that its size allows. */
final class Chances {

    private Chances() {}

    /** ln of the one-sided mid-p. */
    static double lnMidP(Tally tally, LnFactorials ln) {
        if (tally.variance() <= 0) {
            // Nothing could have come out otherwise: half of certainty.
            return Math.log(0.5);
        }
        @Nullable ExactTail exact = ExactTail.of(tally, ln);
        return exact == null ? Saddlepoint.lnMidP(tally, ln) : Math.min(0, exact.lnMidP());
    }

    /** The same for a row, with its penalty. */
    static double lnMidP(Row row, Tallier tallier, LnFactorials ln) {
        return Math.min(0, lnMidP(tallier.tally(row), ln) + row.lnPenalty());
    }
}
