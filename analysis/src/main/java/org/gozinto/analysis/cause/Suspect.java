/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.Comparator;

/**
 * A row with its evidence in one partition.
 *
 * @param row who has it
 * @param lnP ln of its one-sided mid-p
 * @param q the share of false causes at which it is believed
 */
record Suspect(Row row, double lnP, double q) {

    /**
     * Weighing a window against other factors: each of its two ends was fitted and costs one (Akaike, IEEE Transactions
     * on Automatic Control 19 (1974) 716–723). Whether it is believed is for its whole penalty to say; but the best of
     * a hundred hours or lots is weighed without one.
     */
    private static final double LN_ENDS = 2;

    /** The most guilty first; of equals the tighter, then by name. */
    static final Comparator<Suspect> GUILTIEST = Comparator.comparingDouble(Suspect::lnWeighed)
            .thenComparing(one -> one.row.weight())
            .thenComparing(one -> one.row.first());

    /** ln p as it is weighed against others. */
    double lnWeighed() {
        return lnP - row.lnPenalty() + Math.min(row.lnPenalty(), LN_ENDS);
    }
}
