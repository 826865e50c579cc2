/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.List;
import org.gozinto.analysis.cause.Explained.Relation;
import org.jspecify.annotations.Nullable;

/**
 * The units of one factor, or of a class of factors that have the same units.
 *
 * @param factors names, in order
 * @param window when it is a time of a line
 * @param units indices, ascending
 * @param levels how certain it is, in twelfths, for each of them
 * @param lnPenalty added to the logarithm of each p, since it was chosen as the best of many; at least 0
 */
record Row(List<Factor> factors, @Nullable Window window, int[] units, byte[] levels, double lnPenalty) {

    /** Weights are kept in twelfths, so that halves, thirds and quarters are exact. */
    static final int CERTAIN = 12;

    static int level(double weight) {
        return (int) Math.max(1, Math.round(weight * CERTAIN));
    }

    Factor first() {
        return factors.getFirst();
    }

    /** The sum of its weights, in twelfths. */
    long weight() {
        long sum = 0;
        for (byte level : levels) {
            sum += level;
        }
        return sum;
    }

    /** How the units of this lie to those of the other. */
    Relation to(Row cause) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < units.length && j < cause.units.length) {
            int difference = Integer.compare(units[i], cause.units[j]);
            common += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        if (common == cause.units.length) {
            return Relation.AROUND;
        }
        return common == units.length ? Relation.INSIDE : Relation.ACROSS;
    }
}
