/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Fractions of longs are those of big integers, also where a long does not hold the result. */
class FractionTest {

    private static Fraction fraction(long num, long den) {
        return Fraction.of(num, den == 0 ? 1 : den);
    }

    private static void assertIs(Fraction actual, BigInteger num, BigInteger den) {
        var expected = new Fraction(num, den);
        assertThat(actual).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(actual.num().multiply(den)).isEqualTo(num.multiply(actual.den()));
        assertThat(actual.num().gcd(actual.den())).isEqualTo(BigInteger.ONE);
        assertThat(actual.den().signum()).isEqualTo(1);
    }

    @Property(tries = 2_000)
    void areReckonedAsThoseOfBigIntegers(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        Fraction left = fraction(a, b);
        Fraction right = fraction(c, d);
        BigInteger crossed = left.num().multiply(right.den());
        BigInteger other = right.num().multiply(left.den());
        BigInteger dens = left.den().multiply(right.den());
        assertIs(left.plus(right), crossed.add(other), dens);
        assertIs(left.minus(right), crossed.subtract(other), dens);
        assertIs(left.times(right), left.num().multiply(right.num()), dens);
        if (!right.isZero()) {
            assertIs(left.over(right), crossed, other);
        }
        assertThat(Integer.signum(left.compareTo(right))).isEqualTo(crossed.compareTo(other));
        assertThat(left.toDecimal(3))
                .isEqualTo(new BigDecimal(left.num()).divide(new BigDecimal(left.den()), 3, RoundingMode.HALF_EVEN));
    }

    @Test
    void keepsItsValueAtTheEndsOfLong() {
        for (long num : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2}) {
            for (long den : new long[] {Long.MIN_VALUE, -1, 1, 3, Long.MAX_VALUE / 2, Long.MAX_VALUE}) {
                assertIs(Fraction.of(num, den), BigInteger.valueOf(num), BigInteger.valueOf(den));
            }
        }
    }

    @Test
    void aQuantityIsReadAtItsScale() {
        assertThat(Fraction.ofQty(1500, 3)).isEqualTo(Fraction.of(3, 2));
        assertThat(Fraction.ofQty(7, 25)).isEqualTo(Fraction.of(new BigDecimal("7e-25")));
        assertThat(Fraction.ofQty(7, -2)).isEqualTo(Fraction.of(700));
    }
}
