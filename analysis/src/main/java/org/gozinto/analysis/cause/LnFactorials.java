/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/** Logarithms of factorials up to a limit, for counts of units. */
final class LnFactorials {

    private final double[] ln;

    LnFactorials(int max) {
        ln = new double[max + 1];
        for (int i = 2; i <= max; i++) {
            ln[i] = ln[i - 1] + Math.log(i);
        }
    }

    /** ln of the number of ways to choose {@code some} of {@code all}; 0 to {@code all}. */
    double choose(int all, int some) {
        return ln[all] - ln[some] - ln[all - some];
    }

    /** ln of the chance that of {@code drawn} units out of {@code all}, exactly {@code hit} are of {@code marked}. */
    double hypergeometric(int all, int marked, int drawn, int hit) {
        return choose(marked, hit) + choose(all - marked, drawn - hit) - choose(all, drawn);
    }
}
