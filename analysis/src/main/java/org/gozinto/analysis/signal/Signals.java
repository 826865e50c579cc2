/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.List;

/**
 * Which lots have more complaints of a code than they should, and which codes rise: the door of this package.
 *
 * <p>For each lot and code complaints are held against exposure ({@link Hazards}), judged by an exact mid-p of Poisson
 * or, where lots differ anyway, of the negative binomial ({@link Dispersion}); over all tests of a run signals are
 * those that Benjamini and Hochberg's procedure believes; the list is ranked by the careful end of a shrunk ratio
 * ({@link GammaPoisson}). Codes are also followed over time ({@link Cusum}). Items without denominators are judged by
 * their mix of complaints alone, which is said ({@link Method#MIX}).
 *
 * <p>The answer does not depend on the order of the evidence, on a clock or on chance.
 */
public final class Signals {

    private Signals() {}

    /**
     * One run over everything, as it is made each week.
     *
     * @return ranked findings, what cannot be answered, drifts, and how many of the signals are expected to be false
     * @throws IllegalArgumentException when two lots have the same id
     */
    public static Report of(Evidence evidence, Settings settings) {
        return new SignalRun(new Field(evidence), settings).report();
    }

    /**
     * The lots of an item with their rates and bands for one code, by lot, to be drawn. The bands are as wide as lots
     * of this item differ.
     *
     * @return one for each lot of the item whose exposure is known; none when the item has no denominators or the
     *     code no complaints
     */
    public static List<LotRate> siblings(Evidence evidence, String item, String code) {
        return LotRates.of(new Field(evidence), item, code);
    }
}
