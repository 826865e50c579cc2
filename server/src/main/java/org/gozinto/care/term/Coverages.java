/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** What is promised for a unit on a day. Safe for use by many threads. */
public interface Coverages {

    /**
     * The coverage of a lot or serial and of what is in it.
     *
     * @param asOf the day that is asked about
     * @param knownAt nothing that was recorded later counts; null for all that is recorded
     */
    CoverageView of(Unit unit, LocalDate asOf, @Nullable Instant knownAt);

    /**
     * What a claim is judged by.
     *
     * @param part what failed; null for the product itself
     * @param on the day of the failure
     * @param complaintCode how the failure is coded, so that exclusions by code count; null when it is not
     * @param meters what was read off the product on that day, by the names of the meters
     */
    Judged judge(
            Unit product,
            @Nullable Unit part,
            LocalDate on,
            @Nullable String complaintCode,
            Map<String, BigDecimal> meters);

    /**
     * @param product the coverage of the product with its parts
     * @param part the coverage of the part as it was in the product on that day; null when it was not, or none was
     *     asked about
     */
    record Judged(CoverageView product, CoverageView.@Nullable PartView part) {}

    /**
     * What anybody may see: the coverages of those terms that say so.
     *
     * @param withSecret whether whoever asks has shown that the product is in their hands
     */
    CoverageView open(Unit unit, LocalDate asOf, boolean withSecret);
}
