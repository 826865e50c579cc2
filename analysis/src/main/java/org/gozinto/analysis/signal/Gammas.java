/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * Logarithm of the gamma function and its derivative, for arguments above 0; both by Stirling's series from 10 on and
 * by recurrence below it (Abramowitz and Stegun 6.1.15, 6.1.40, 6.3.5, 6.3.18). The error is below 1e-13 relative to
 * the larger of 1 and the value.
 */
final class Gammas {

    private static final double FROM = 10;
    private static final double HALF_LOG_2_PI = 0.918938533204672741780329736406;

    private Gammas() {}

    /** The logarithm of Γ(x). */
    static double logGamma(double x) {
        double product = 1;
        double at = x;
        while (at < FROM) {
            product *= at;
            at++;
        }
        double square = 1 / (at * at);
        double series =
                (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / at;
        return (at - 0.5) * Math.log(at) - at + HALF_LOG_2_PI + series - Math.log(product);
    }

    /** The derivative of log Γ(x). */
    static double digamma(double x) {
        double sum = 0;
        double at = x;
        while (at < FROM) {
            sum += 1 / at;
            at++;
        }
        double square = 1 / (at * at);
        double series =
                square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square / 132))));
        return Math.log(at) - 0.5 / at - series - sum;
    }
}
