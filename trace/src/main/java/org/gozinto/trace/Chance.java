/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;
import java.math.MathContext;

/** How likely it is that a piece is affected when only some of a lot is bad (trace semantics §4). */
public final class Chance {

    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

    /** Less than the 34 digits of an answer show. */
    private static final BigDecimal NOTHING = BigDecimal.ONE.movePointLeft(40);

    private Chance() {}

    /**
     * The chance that at least one of {@code drawn} pieces is bad: 1 − C(Q−A,m)/C(Q,m).
     *
     * @param pieces Q, how many pieces the lot has, at least {@code drawn}
     * @param bad A, how many of them are bad, 0 to Q
     * @param drawn m, how many pieces went into one unit
     * @return 0 to 1, to 34 digits
     */
    public static BigDecimal atLeastOne(long pieces, long bad, long drawn) {
        if (bad < 0 || bad > pieces || drawn < 0 || drawn > pieces) {
            throw new IllegalArgumentException(bad + " bad and " + drawn + " drawn of " + pieces + " pieces");
        }
        // Drawing m of which A may be bad is as likely as marking A of which m may be drawn: take the shorter way.
        long steps = Math.min(drawn, bad);
        long others = Math.max(drawn, bad);
        BigDecimal none = BigDecimal.ONE;
        for (long i = 0; i < steps && none.compareTo(NOTHING) > 0; i++) {
            BigDecimal good = BigDecimal.valueOf(Math.max(0, pieces - others - i));
            none = none.multiply(good).divide(BigDecimal.valueOf(pieces - i), EXACT_ENOUGH);
        }
        return BigDecimal.ONE.subtract(none, EXACT_ENOUGH);
    }

    /** The chance for pieces of several lots together: 1 − Π(1 − pᵢ). */
    public static BigDecimal ofAny(Iterable<BigDecimal> chances) {
        BigDecimal none = BigDecimal.ONE;
        for (BigDecimal chance : chances) {
            none = none.multiply(BigDecimal.ONE.subtract(chance), EXACT_ENOUGH);
        }
        return BigDecimal.ONE.subtract(none, EXACT_ENOUGH);
    }
}
