/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An amount of one currency, as it is sent and shown; inside, amounts are whole numbers of the smallest steps of their
 * currency (ISO 4217), such as cents.
 *
 * @param amount a decimal number, never negative
 */
record Money(@Nullable String amount, @Nullable String currency) {

    /** The most that one amount may be, in smallest steps; sums of a hundred thousand of them fit in a long. */
    static final long MOST = 10_000_000_000_000L;

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,4})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    static Money of(long steps, String currency) {
        return new Money(text(steps, currency), currency);
    }

    static boolean isCurrency(@Nullable String currency) {
        return currency != null && CURRENCIES.contains(currency);
    }

    /** The amount in smallest steps; null when it is none of this currency, such as half a cent. */
    static @Nullable Long steps(@Nullable String amount, @Nullable String currency) {
        if (amount == null
                || currency == null
                || !isCurrency(currency)
                || !DECIMAL.matcher(amount).matches()) {
            return null;
        }
        BigDecimal exact = new BigDecimal(amount).movePointRight(digits(currency));
        if (exact.stripTrailingZeros().scale() > 0 || exact.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            return null;
        }
        return exact.longValueExact();
    }

    /** The amount in smallest steps, which was judged to be one before. */
    static long known(@Nullable String amount, @Nullable String currency) {
        Long steps = steps(amount, currency);
        if (steps == null) {
            throw new IllegalStateException("no amount: " + amount + " " + currency);
        }
        return steps;
    }

    static String text(long steps, String currency) {
        return BigDecimal.valueOf(steps, digits(currency)).toPlainString();
    }

    /** So many percent of an amount, half a step up. */
    static long percent(long steps, BigDecimal percent) {
        return BigDecimal.valueOf(steps)
                .multiply(percent)
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
