/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What a run found.
 *
 * @param run null when none was made yet
 * @param items ranked, signals first
 * @param mix items without denominators: by the mix of complaints alone, an indication only
 * @param drifts codes whose rate rose over all lots
 * @param unanswered lots about which no number would be honest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalsView(
        @Nullable SignalRunView run,
        List<SignalView> items,
        List<SignalView> mix,
        List<DriftView> drifts,
        List<UnansweredView> unanswered,
        @Nullable String nextCursor) {

    /**
     * A lot and a code in numbers.
     *
     * @param tier {@code finished} for a lot of what was complained about, {@code component} for one that is in it
     * @param expected complaints that were to be expected of it
     * @param ratio n ÷ expected, raw: not to be ranked by
     * @param eb05 the ratio is above this with 95 in 100; the list is ranked by it
     * @param p one-sided exact mid-p
     * @param q smallest share of false signals at which this one is believed
     * @param verdict signal, watch, nothing or tooLittle
     * @param method poisson, negativeBinomial or mix
     * @param low fewest complaints that a lot of this exposure has when nothing is wrong, in 95 of 100
     * @param high most complaints of such a lot
     * @param allFailed as many complaints as units in service, or more
     * @param oldestMonths since its first unit entered service
     * @param since number of the first run of the unbroken row of runs in which it was a signal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignalView(
            int rank,
            String item,
            @Nullable String name,
            String tier,
            UnitRef lot,
            String code,
            @Nullable String codeName,
            long n,
            double expected,
            double ratio,
            double ebgm,
            double eb05,
            double eb95,
            double p,
            double q,
            String verdict,
            String method,
            long low,
            long high,
            boolean allFailed,
            long unitsInService,
            @Nullable Integer oldestMonths,
            @Nullable Long since) {}

    /** The rate of a code rose over all lots of an item; days are inclusive. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DriftView(
            String item,
            @Nullable String name,
            String code,
            @Nullable String codeName,
            String alarmOn,
            String beganOn,
            String beganFrom,
            String beganTo,
            long daysToDetection,
            long complaints,
            double expected) {}

    /** @param reason noExposure, badExposure, noSiblings or allFailed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnansweredView(UnitRef lot, @Nullable String code, long complaints, String reason, String detail) {}
}
