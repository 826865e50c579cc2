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
 * An inquiry into what failed units share.
 *
 * @param number such as U-2026-00001
 * @param state running, done or failed
 * @param seq the last entry of the ledger that it knew
 * @param failure why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CauseView(
        String number,
        String id,
        String state,
        ProgressView progress,
        CauseQuestion asked,
        String askedAt,
        String by,
        long seq,
        @Nullable String finishedAt,
        @Nullable String failure,
        @Nullable AnswerView answer) {

    /** @param stage waiting, failures, controls, factors, statistics or done */
    record ProgressView(String stage, int done, int of) {}

    /** An inquiry in a list; {@code is} is null while it runs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String number,
            String id,
            String title,
            String state,
            String askedAt,
            String by,
            @Nullable String is) {}

    /**
     * The answer, or why there is none.
     *
     * @param is found, nothing, noFailures, tooFewFailures, noControls, everyoneFailed, nothingInCommon or unreadable
     * @param failures failed units that were looked at
     * @param controls comparable units that did not fail
     * @param strata groups of units that are alike in market and age
     * @param needed failures that an answer needs; only with tooFewFailures
     * @param comparable units of the same items that there are, failed ones included
     * @param notMatched failed units without any control in their stratum
     * @param unknown what was named and is no unit that is known
     * @param beforeManufacture complaints that say a date before the unit was made; the unit is counted, the date is
     * not
     * @param factorsTested that could reach significance, {@code screenedOut} those that could not
     * @param leastQ share of false causes at which the first would have been named; only with nothing
     * @param causes strongest first
     * @param unexplained failed units that have none of them
     * @param more whether more causes than are listed have an excess
     * @param windows times of a line in which more failed: those of {@code causes} and of what they explain
     * @param shared factors that all failed units have, with how many of the controls have them too
     * @param timelines when the units were on each equipment of a cause or of a window
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            String is,
            int failures,
            int controls,
            int strata,
            @Nullable Integer needed,
            long comparable,
            List<UnitRef> notMatched,
            List<NamedView> unknown,
            List<String> beforeManufacture,
            int factorsTested,
            int screenedOut,
            @Nullable Double leastQ,
            List<FoundView> causes,
            List<UnitRef> unexplained,
            boolean more,
            List<WindowView> windows,
            List<SharedView> shared,
            List<TimelineView> timelines,
            List<UnitRef> failed) {}

    /** What was named in the question. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NamedView(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String complaint,
            String why) {}

    /**
     * A factor in numbers and names; which of them are there depends on its family.
     *
     * @param family lot, serialLot, supplier, supplierLot, run, step, equipment, operator, hour, vessel, place, item,
     *     attribute, position, hostLot, market or window; two of them joined by {@code " × "} for a combination
     * @param key which one, stable
     * @param words the names of things that it is about, without a sentence
     * @param from beginning of an hour or window, inclusive
     * @param to its end, inclusive
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactorView(
            String family,
            String key,
            String words,
            @Nullable UnitRef unit,
            @Nullable String item,
            @Nullable String itemName,
            @Nullable String partner,
            @Nullable String partnerName,
            @Nullable String run,
            @Nullable String place,
            @Nullable String equipment,
            @Nullable String operator,
            @Nullable String step,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * How many have it.
     *
     * @param expected failed units that would have it if it did not matter
     * @param certain whether each of them has it for certain, and not only perhaps
     */
    record CountsView(int failures, int of, int controls, int ofControls, double expected, boolean certain) {}

    /**
     * A cause.
     *
     * @param factors more than one when the data cannot tell them apart
     * @param ratio of the odds; null for infinite, as are the ends of its interval
     * @param share of all failures that would not have been without it
     * @param pGivenOthers among units alike in the other causes
     * @param failed ids of the failed units that have it, at most 1,000
     * @param explains what looks guilty and is explained by it
     * @param path genealogy from the factor to one failed unit, the factor's unit first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundView(
            int rank,
            List<FactorView> factors,
            @Nullable WindowView window,
            CountsView withIt,
            @Nullable Double ratio,
            @Nullable Double low,
            @Nullable Double high,
            double share,
            double shareLow,
            double shareHigh,
            double p,
            double q,
            double pGivenOthers,
            List<String> failed,
            List<ExplainedView> explains,
            int explainsInAll,
            List<UnitRef> path) {}

    /**
     * What a cause explains.
     *
     * @param p by itself
     * @param pAfter when the cause is known
     * @param pOfCause of the cause when this is known
     * @param relation around, inside or across the units of the cause
     * @param rival whether the data can hardly tell which of both it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExplainedView(
            List<FactorView> factors,
            @Nullable WindowView window,
            CountsView withIt,
            double p,
            double pAfter,
            double pOfCause,
            String relation,
            boolean rival) {}

    /**
     * A time of an equipment in which more failed than before and after; ends are inclusive.
     *
     * @param outerFrom earliest beginning that fits nearly as well
     * @param outerTo latest end that does
     */
    record WindowView(String equipment, String from, String to, String outerFrom, String outerTo) {}

    /** Something that all failed units have. */
    record SharedView(FactorView factor, int controls, int ofControls) {}

    /** Units on an equipment in the order of time, at most 2,000: all failed ones, and controls evenly drawn. */
    record TimelineView(String equipment, List<PointView> points, boolean complete) {}

    record PointView(String at, boolean failed) {}
}
