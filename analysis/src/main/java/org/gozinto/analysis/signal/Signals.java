/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.List;

/**
 * Which lots have more complaints of a code than they should, and which codes rise: the door of this package.
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
        throw new UnsupportedOperationException(evidence + " " + settings);
    }

    /**
     * The lots of an item with their rates and bands for one code, in the order of the evidence, to be drawn.
     *
     * @return one for each lot of the item whose exposure is known; none when the item has no denominators
     */
    public static List<LotRate> siblings(Evidence evidence, String item, String code) {
        throw new UnsupportedOperationException(evidence + item + code);
    }
}
