/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The simplex search for a minimum, without derivatives: Nelder and Mead, The Computer Journal 7 (1965) 308–313, with
 * their coefficients 1, 2, ½ and ½.
 */
final class NelderMead {

    /** A log-likelihood that differs by so little is the same. */
    private static final double NEAR = 1e-6;

    private static final double ROUNDING = 1e-12;

    private final ToDoubleFunction<double[]> function;
    private final Vertex[] simplex;

    private record Vertex(double[] at, double value) {}

    private NelderMead(ToDoubleFunction<double[]> function, double[] start, double step) {
        this.function = function;
        this.simplex = new Vertex[start.length + 1];
        for (int i = 0; i <= start.length; i++) {
            double[] at = start.clone();
            if (i > 0) {
                at[i - 1] += step;
            }
            simplex[i] = vertex(at);
        }
        sort();
    }

    /**
     * A local minimum.
     *
     * @param function finite everywhere
     * @param start where the search begins
     * @param step size of the first simplex
     * @param rounds after which the best that was found is taken
     */
    static double[] minimum(ToDoubleFunction<double[]> function, double[] start, double step, int rounds) {
        NelderMead search = new NelderMead(function, start, step);
        for (int round = 0; round < rounds && !search.isNarrow(); round++) {
            search.turn();
        }
        return search.simplex[0].at;
    }

    private boolean isNarrow() {
        double best = simplex[0].value;
        return simplex[simplex.length - 1].value - best <= NEAR + ROUNDING * Math.abs(best);
    }

    private void turn() {
        int last = simplex.length - 1;
        Vertex worst = simplex[last];
        double[] centre = centre(last);
        Vertex reflected = between(centre, worst, -1);
        if (reflected.value < simplex[0].value) {
            Vertex further = between(centre, worst, -2);
            simplex[last] = further.value < reflected.value ? further : reflected;
        } else if (reflected.value < simplex[last - 1].value) {
            simplex[last] = reflected;
        } else {
            Vertex nearer = between(centre, reflected.value < worst.value ? reflected : worst, 0.5);
            if (nearer.value < Math.min(reflected.value, worst.value)) {
                simplex[last] = nearer;
            } else {
                shrink();
            }
        }
        sort();
    }

    private double[] centre(int without) {
        double[] centre = new double[without];
        for (int i = 0; i < without; i++) {
            for (int k = 0; k < without; k++) {
                centre[k] += simplex[i].at[k] / without;
            }
        }
        return centre;
    }

    private Vertex between(double[] centre, Vertex vertex, double share) {
        double[] at = new double[centre.length];
        Arrays.setAll(at, k -> centre[k] + share * (vertex.at[k] - centre[k]));
        return vertex(at);
    }

    private void shrink() {
        for (int i = 1; i < simplex.length; i++) {
            simplex[i] = between(simplex[0].at, simplex[i], 0.5);
        }
    }

    private Vertex vertex(double[] at) {
        return new Vertex(at, function.applyAsDouble(at));
    }

    private void sort() {
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
    }
}
