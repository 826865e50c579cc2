/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gozinto.care.claim.Judgement.Promise;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** What was promised, as far as a claim asks for it. Safe for use by many threads. */
interface Promises {

    /**
     * What we promised to whoever has the product.
     *
     * @param part what failed; null for the product itself
     * @param on the day of the failure
     * @param code of the failure, so that exclusions by code count
     * @param meters what was read off the product
     */
    List<Promise> ours(
            Unit product, @Nullable Unit part, LocalDate on, @Nullable String code, Map<String, BigDecimal> meters);

    /** What the supplier promised to us for what was bought, on the day of the failure. */
    List<Promise> suppliers(Unit bought, LocalDate on);
}
