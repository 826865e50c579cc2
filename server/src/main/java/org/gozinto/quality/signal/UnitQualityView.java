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
 * What is known of the quality of a unit.
 *
 * @param lot whose rates are shown: the unit itself, or the lot of a serial; null when it has none
 * @param complaints about the lot and about serials of it, and about what it is in
 * @param byCode of them, the most frequent first
 * @param rates of the lot among its siblings, one for each code that it has complaints of, and one for all
 * @param run number of the run that the rates are of; null when none was made yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitQualityView(
        UnitRef unit,
        @Nullable UnitRef lot,
        long complaints,
        List<CodeCount> byCode,
        @Nullable Long run,
        @Nullable String asOf,
        long unitsInService,
        List<RateView> rates,
        List<RecordView> complaintRecords,
        List<RecordView> nonconformances,
        List<RecordView> inspections,
        List<RecordView> certificates) {

    record CodeCount(String code, @Nullable String codeName, long n) {}

    /**
     * A rate with its interval, and the band of lots like it.
     *
     * @param n complaints since the baseline
     * @param expected complaints that were to be expected; 0 when no unit was in service
     * @param ratio n ÷ expected; null when nothing was expected
     * @param ratioLow the ratio is above this with 97.5 in 100
     * @param ratioHigh the ratio is below this with 97.5 in 100
     * @param siblings lots of the same item in the order of their making, this one among them, at most 200 around it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RateView(
            String code,
            @Nullable String codeName,
            long n,
            double expected,
            @Nullable Double ratio,
            @Nullable Double ratioLow,
            @Nullable Double ratioHigh,
            @Nullable String verdict,
            List<SiblingView> siblings,
            int siblingsInAll) {}

    /**
     * @param low fewest complaints that such a lot has when nothing is wrong with it, in 95 of 100
     * @param high most complaints of such a lot
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SiblingView(
            UnitRef lot,
            boolean self,
            @Nullable String madeOn,
            long n,
            double expected,
            @Nullable Double ratio,
            long low,
            long high) {}

    /** A record of the quality room about it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordView(
            String number,
            String state,
            @Nullable String title,
            @Nullable String at) {}
}
