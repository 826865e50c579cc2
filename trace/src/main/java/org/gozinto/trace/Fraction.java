/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact ratio in lowest terms with a positive denominator; 3/4 is num 3, den 4. Nearly all ratios of a trace are of
 * two longs and are reckoned as such; what does not fit becomes two big integers, with the same result.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(0, 1);
    public static final Fraction ONE = new Fraction(1, 1);

    private static final int DIGITS_MAX = 18;

    private final long num;
    private final long den;
    /** Both parts where one of them is no long, else null. */
    private final @Nullable Big big;

    private record Big(BigInteger num, BigInteger den) {}

    /** Of two longs in lowest terms. */
    private Fraction(long num, long den) {
        this.num = num;
        this.den = den;
        this.big = null;
    }

    /** The ratio of two integers, in whatever terms. */
    public Fraction(BigInteger num, BigInteger den) {
        if (den.signum() == 0) {
            throw new ArithmeticException("a fraction with denominator 0");
        }
        BigInteger gcd = den.signum() < 0 ? num.gcd(den).negate() : num.gcd(den);
        BigInteger lowestNum = num.divide(gcd);
        BigInteger lowestDen = den.divide(gcd);
        boolean isSmall = lowestNum.bitLength() < Long.SIZE - 1 && lowestDen.bitLength() < Long.SIZE - 1;
        this.num = isSmall ? lowestNum.longValue() : 0;
        this.den = isSmall ? lowestDen.longValue() : 0;
        this.big = isSmall ? null : new Big(lowestNum, lowestDen);
    }

    public static Fraction of(long whole) {
        return of(whole, 1);
    }

    public static Fraction of(long num, long den) {
        // Most draws take all there is.
        if (num == den && den != 0) {
            return ONE;
        }
        if (num == 0 && den != 0) {
            return ZERO;
        }
        if (den <= 0 || isWide(num) || isWide(den)) {
            return new Fraction(BigInteger.valueOf(num), BigInteger.valueOf(den));
        }
        long gcd = gcd(Math.abs(num), den);
        return new Fraction(num / gcd, den / gcd);
    }

    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() >= 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** A quantity at a scale: 1500 with 3 decimals is 3/2. */
    static Fraction ofQty(long qty, int decimals) {
        if (decimals < 0 || decimals > DIGITS_MAX) {
            return of(BigDecimal.valueOf(qty, decimals));
        }
        long den = 1;
        for (int i = 0; i < decimals; i++) {
            den *= 10;
        }
        return of(qty, den);
    }

    /** Whether both parts are longs, which are then {@link #longNum} and {@link #longDen}. */
    boolean isOfLongs() {
        return big == null;
    }

    long longNum() {
        return num;
    }

    long longDen() {
        return den;
    }

    public BigInteger num() {
        return big == null ? BigInteger.valueOf(num) : big.num();
    }

    public BigInteger den() {
        return big == null ? BigInteger.valueOf(den) : big.den();
    }

    // So wide that it could have no opposite, or no sum with one of its like.
    private static boolean isWide(long value) {
        return value >= Long.MAX_VALUE >> 1 || value <= Long.MIN_VALUE >> 1;
    }

    private static boolean fits(long left, long right) {
        long low = left * right;
        return Math.multiplyHigh(left, right) == low >> Long.SIZE - 1 && !isWide(low);
    }

    /** The greatest common divisor of two that are not below zero, one of them above. */
    private static long gcd(long left, long right) {
        if (left == 0 || right == 0) {
            return left | right;
        }
        int twos = Long.numberOfTrailingZeros(left | right);
        long a = left >> Long.numberOfTrailingZeros(left);
        long b = right >> Long.numberOfTrailingZeros(right);
        while (a != b) {
            if (a > b) {
                a -= b;
                a >>= Long.numberOfTrailingZeros(a);
            } else {
                b -= a;
                b >>= Long.numberOfTrailingZeros(b);
            }
        }
        return a << twos;
    }

    Fraction plus(Fraction other) {
        if (isZero()) {
            return other;
        }
        return other.isZero() ? this : sum(other, 1);
    }

    Fraction minus(Fraction other) {
        return other.isZero() ? this : sum(other, -1);
    }

    private Fraction sum(Fraction other, int sign) {
        if (big == null && other.big == null) {
            if (den == other.den) {
                return of(num + sign * other.num, den);
            }
            if (fits(num, other.den) && fits(other.num, den) && fits(den, other.den)) {
                return of(num * other.den + sign * other.num * den, den * other.den);
            }
        }
        BigInteger left = num().multiply(other.den());
        BigInteger right = other.num().multiply(den());
        return new Fraction(sign > 0 ? left.add(right) : left.subtract(right), den().multiply(other.den()));
    }

    Fraction times(Fraction other) {
        if (isOne() || other.isZero()) {
            return other;
        }
        if (other.isOne() || isZero()) {
            return this;
        }
        return big == null && other.big == null
                ? product(num, den, other.num, other.den)
                : new Fraction(num().multiply(other.num()), den().multiply(other.den()));
    }

    private static Fraction product(long num, long den, long otherNum, long otherDen) {
        // Shortened crosswise first, the product is in lowest terms.
        long one = gcd(Math.abs(num), otherDen);
        long other = gcd(Math.abs(otherNum), den);
        long leftNum = num / one;
        long rightNum = otherNum / other;
        long leftDen = den / other;
        long rightDen = otherDen / one;
        return fits(leftNum, rightNum) && fits(leftDen, rightDen)
                ? new Fraction(leftNum * rightNum, leftDen * rightDen)
                : new Fraction(
                        BigInteger.valueOf(leftNum).multiply(BigInteger.valueOf(rightNum)),
                        BigInteger.valueOf(leftDen).multiply(BigInteger.valueOf(rightDen)));
    }

    Fraction over(Fraction other) {
        if (big == null && other.big == null && other.num != 0) {
            long sign = other.num < 0 ? -1 : 1;
            return num == 0 ? ZERO : product(num, den, sign * other.den, sign * other.num);
        }
        return new Fraction(num().multiply(other.den()), den().multiply(other.num()));
    }

    Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    boolean isZero() {
        return num == 0 && big == null;
    }

    private boolean isOne() {
        return num == 1 && den == 1;
    }

    boolean isPositive() {
        return big == null ? num > 0 : big.num().signum() > 0;
    }

    /** Rounds half-even, the only rounding of a trace (trace semantics §4). */
    BigDecimal toDecimal(int scale) {
        return toDecimal(scale, RoundingMode.HALF_EVEN);
    }

    BigDecimal toDecimal(int scale, RoundingMode rounding) {
        if (num == 0 && big == null) {
            return BigDecimal.valueOf(0, scale);
        }
        return big == null
                ? BigDecimal.valueOf(num).divide(BigDecimal.valueOf(den), scale, rounding)
                : new BigDecimal(big.num()).divide(new BigDecimal(big.den()), scale, rounding);
    }

    @Override
    public int compareTo(Fraction other) {
        if (big == null && other.big == null) {
            if (den == other.den) {
                return Long.compare(num, other.num);
            }
            if (fits(num, other.den) && fits(other.num, den)) {
                return Long.compare(num * other.den, other.num * den);
            }
        }
        return num().multiply(other.den()).compareTo(other.num().multiply(den()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction that && num == that.num && den == that.den && Objects.equals(big, that.big);
    }

    @Override
    public int hashCode() {
        return Objects.hash(num, den, big);
    }

    @Override
    public String toString() {
        return den().equals(BigInteger.ONE) ? num().toString() : num() + "/" + den();
    }
}
