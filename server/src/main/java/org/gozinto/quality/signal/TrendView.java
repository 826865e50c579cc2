/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Complaints of an item over time.
 *
 * @param code and those below it; null for all
 * @param months oldest first, without gaps
 * @param drifts alarms over time, oldest first
 * @param baselines from which a new beginning was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrendView(
        String item,
        @Nullable String name,
        @Nullable String code,
        @Nullable String codeName,
        String asOf,
        List<MonthView> months,
        List<WeekView> weeks,
        List<SignalsView.DriftView> drifts,
        List<BaselineView> baselines) {

    /** @param month such as 2026-03 */
    record MonthView(String month, long n, double expected, long unitsInService) {}

    /**
     * A week of the sum that watches for a rise.
     *
     * @param from first day
     * @param sum 0 or above
     * @param limit at which an alarm is given
     */
    record WeekView(String from, long n, double expected, double sum, double limit) {}

    /** @param from first day that counts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BaselineView(
            String id,
            @Nullable String item,
            @Nullable String code,
            String from,
            String why,
            @Nullable String recall,
            String at,
            String by) {}
}
