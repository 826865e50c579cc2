/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis;

import java.util.Arrays;

/**
 * Many tests at once: which of them may be believed when only a stated share of those believed may be false.
 *
 * <p>Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289–300.
 */
public final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /**
     * The q-value of each test: the smallest share of false discoveries at which it is still believed.
     *
     * @param p p-values of all tests, each from 0 to 1, in any order
     * @param tests how many tests were made; more than {@code p.length} when those that were left out could not have
     *     been significant or were not
     * @return from 0 to 1, in the order of {@code p}
     * @throws IllegalArgumentException when there are fewer tests than p-values, or a p-value is none
     */
    public static double[] q(double[] p, long tests) {
        if (tests < p.length) {
            throw new IllegalArgumentException(p.length + " p-values of " + tests + " tests");
        }
        for (double one : p) {
            if (!(one >= 0 && one <= 1)) {
                throw new IllegalArgumentException("a p-value of " + one);
            }
        }
        int[] order = ascending(p);
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank > 0; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, p[i] * tests / rank);
            q[i] = least;
        }
        return q;
    }

    /** Indices in the order of their values. */
    private static int[] ascending(double[] p) {
        Integer[] boxed = new Integer[p.length];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, (a, b) -> Double.compare(p[a], p[b]));
        int[] order = new int[p.length];
        Arrays.setAll(order, i -> boxed[i]);
        return order;
    }
}
