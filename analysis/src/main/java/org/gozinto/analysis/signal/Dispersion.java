/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * Whether lots of a code differ more than chance makes them differ.
 *
 * @param code of the complaints
 * @param z score of the test of Poisson against negative binomial, standard normal when lots differ by chance alone
 * @param p one-sided p-value of {@code z}
 * @param size of the negative binomial by which the code is judged: the variance of a lot is E + E² ÷ size;
 *     infinite when the code is judged by Poisson
 */
public record Dispersion(String code, double z, double p, double size) {

    /** By which law the code is judged. */
    public Method method() {
        return Double.isInfinite(size) ? Method.POISSON : Method.NEGATIVE_BINOMIAL;
    }
}
