/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run over all lots and codes, kept whole.
 *
 * @param state running, done or failed
 * @param asOf last day that counted
 * @param seq the last entry of the ledger that it knew
 * @param by who asked for it; {@code schedule} when it came by the calendar
 * @param done what came of it; null while it runs
 * @param failure why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalRunView(
        long number,
        String id,
        String state,
        String asOf,
        long seq,
        String startedAt,
        @Nullable String finishedAt,
        String by,
        @Nullable DoneView done,
        @Nullable String failure) {

    /**
     * What a run looked at and what it comes to.
     *
     * @param items with lots that were judged
     * @param signals lots × codes that stand out
     * @param watched lots × codes that are above what was expected, but no signal
     * @param falseAlarmsExpected at most so many of this run's signals are expected to be false
     * @param falseAlarmsPerMonth the same for a month of such runs
     * @param whenNothingIsWrong signals of one run that are expected when no lot at all is bad
     * @param level share of signals that may be false
     * @param complaintsMin fewest complaints of a signal
     * @param overDispersed codes of which lots differ more than by chance
     * @param apart complaints that are in no count, by reason
     * @param unlisted findings that are not listed because the list was full; none is a signal
     * @param method how exposure and rates were computed, by name and version
     */
    record DoneView(
            int items,
            long lots,
            int codes,
            long complaints,
            long tests,
            long signals,
            long watched,
            double falseAlarmsExpected,
            double falseAlarmsPerMonth,
            double whenNothingIsWrong,
            double level,
            int complaintsMin,
            List<DispersionView> overDispersed,
            Map<String, Long> apart,
            long unlisted,
            int unanswered,
            String method,
            long tookMs) {}

    /** @param size of the negative binomial: the variance of a lot is E + E² ÷ size */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DispersionView(String code, @Nullable String codeName, double z, double p, double size) {}
}
