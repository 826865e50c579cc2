/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.UnitFacts.Contract;
import org.jspecify.annotations.Nullable;

/**
 * What one coverage of one term is for a unit on a day.
 *
 * @param contract by which it was sold; null for what nobody has to buy
 * @param start null when it is not known
 * @param end the last covered day; null when it is not known or meters alone end it
 * @param transfer the first transfer after which the term would end, were it not transferable; null for none
 * @param certain whether the term is known to be for the unit
 * @param empty whether it ended before it began
 */
record Judgement(
        Promise promise,
        @Nullable Contract contract,
        Promise.Cover cover,
        State state,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable EventOn startedBy,
        @Nullable EventOn cappedBy,
        long stoppedDays,
        boolean running,
        int percent,
        EndsBy endsBy,
        @Nullable LocalDate transfer,
        boolean certain,
        boolean empty,
        List<Reason> why) {

    enum State {
        COVERED("covered"),
        EXPIRED("expired"),
        NOT_STARTED("notStarted"),
        UNKNOWN("unknown"),
        EXCLUDED("excluded");

        final String word;

        State(String word) {
            this.word = word;
        }
    }

    enum EndsBy {
        CALENDAR,
        METER,
        TRANSFER,
        REPLACED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An event on a day, and what a term adds to it. */
    record EventOn(
            Promise.Event event, LocalDate on, @Nullable String plus) {}

    Judgement with(State other, List<Reason> reasons) {
        return new Judgement(
                promise,
                contract,
                cover,
                other,
                start,
                end,
                startedBy,
                cappedBy,
                stoppedDays,
                running,
                percent,
                endsBy,
                transfer,
                certain,
                empty,
                reasons);
    }
}
