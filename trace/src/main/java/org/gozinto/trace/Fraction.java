/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact ratio in lowest terms with a positive denominator; 3/4 is num 3, den 4. */
public record Fraction(BigInteger num, BigInteger den) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    public Fraction {
        if (den.signum() == 0) {
            throw new ArithmeticException("a fraction with denominator 0");
        }
        if (!den.equals(BigInteger.ONE)) {
            BigInteger gcd = den.signum() < 0 ? num.gcd(den).negate() : num.gcd(den);
            num = num.divide(gcd);
            den = den.divide(gcd);
        }
    }

    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Fraction of(long num, long den) {
        // Most draws take all there is.
        return num == den && den != 0 ? ONE : new Fraction(BigInteger.valueOf(num), BigInteger.valueOf(den));
    }

    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() >= 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    Fraction plus(Fraction other) {
        if (isZero()) {
            return other;
        }
        return other.isZero()
                ? this
                : new Fraction(num.multiply(other.den).add(other.num.multiply(den)), den.multiply(other.den));
    }

    Fraction minus(Fraction other) {
        return other.isZero()
                ? this
                : new Fraction(num.multiply(other.den).subtract(other.num.multiply(den)), den.multiply(other.den));
    }

    Fraction times(Fraction other) {
        if (equals(ONE) || other.isZero()) {
            return other;
        }
        if (other.equals(ONE) || isZero()) {
            return this;
        }
        return new Fraction(num.multiply(other.num), den.multiply(other.den));
    }

    Fraction over(Fraction other) {
        return new Fraction(num.multiply(other.den), den.multiply(other.num));
    }

    Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    boolean isZero() {
        return num.signum() == 0;
    }

    boolean isPositive() {
        return num.signum() > 0;
    }

    /** Rounds half-even, the only rounding of a trace (trace semantics §4). */
    BigDecimal toDecimal(int scale) {
        return toDecimal(scale, RoundingMode.HALF_EVEN);
    }

    BigDecimal toDecimal(int scale, RoundingMode rounding) {
        return new BigDecimal(num).divide(new BigDecimal(den), scale, rounding);
    }

    @Override
    public int compareTo(Fraction other) {
        return num.multiply(other.den).compareTo(other.num.multiply(den));
    }

    @Override
    public String toString() {
        return den.equals(BigInteger.ONE) ? num.toString() : num + "/" + den;
    }
}
