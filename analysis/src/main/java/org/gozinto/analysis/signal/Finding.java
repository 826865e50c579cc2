/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * A lot and code in numbers.
 *
 * @param lot as the caller calls it
 * @param code of the complaints
 * @param complaints n, those since the baseline
 * @param exposure E, the complaints that were to be expected, above 0
 * @param ratio n ÷ E, raw: do not rank by it
 * @param ebgm shrunk ratio: the geometric mean of what the ratio may be ({@link GammaPoisson})
 * @param eb05 the ratio is above this with 95 in 100; the list is ranked by it
 * @param eb95 the ratio is below this with 95 in 100
 * @param midP one-sided exact mid-p of so many or more complaints when nothing is wrong
 * @param q smallest share of false signals at which this one is still believed
 * @param method by which the mid-p was computed
 * @param band what siblings with this exposure have
 * @param allFailed there are as many complaints as units that were in service, or more; the ratio then says too little
 * @param verdict what it comes to
 */
public record Finding(
        String lot,
        String code,
        long complaints,
        double exposure,
        double ratio,
        double ebgm,
        double eb05,
        double eb95,
        double midP,
        double q,
        Method method,
        Band band,
        boolean allFailed,
        Verdict verdict) {}
