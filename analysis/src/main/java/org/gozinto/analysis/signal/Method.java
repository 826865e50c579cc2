/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/** By which law of chance complaints were judged. */
public enum Method {

    /** Poisson: lots of this code differ no more than chance makes them differ. */
    POISSON,

    /** Negative binomial: lots of this code differ more than that, see {@link Dispersion}. */
    NEGATIVE_BINOMIAL,

    /**
     * By the mix of complaints alone, without denominators. Known biases: a code that is under-reported for one lot
     * raises its other codes; many complaints of one code hide the others (masking); launch peaks and publicity
     * raise a code for reasons other than the lot; and a lot that is bad in all codes looks good in each.
     */
    MIX
}
