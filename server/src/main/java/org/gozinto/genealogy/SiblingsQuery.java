/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.gozinto.ledger.Paging;
import org.gozinto.trace.Siblings.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A question about siblings in the words of the API.
 *
 * @param kinds input, vessel, run, place and time, separated by commas; all of them when left out
 * @param window the longest time apart for place and time, such as PT2H; none when left out
 * @param asOf an instant, or a day for its end (UTC)
 * @param knownAt a sequence number, or an instant
 */
record SiblingsQuery(
        @Nullable String kinds,
        @Nullable String window,
        @Nullable String asOf,
        @Nullable String knownAt,
        @Nullable Integer limit,
        @Nullable String cursor) {

    /** The kinds that are asked for, in their order. */
    Set<Kind> chosen() {
        if (kinds == null) {
            return EnumSet.allOf(Kind.class);
        }
        Set<Kind> chosen = EnumSet.noneOf(Kind.class);
        for (String kind : kinds.split(",", -1)) {
            chosen.add(Questions.word(kind.strip(), "kinds", Kind.values(), Kind.INPUT));
        }
        return chosen;
    }

    /** The window; a refusal when it is none, or when none of the kinds has one. */
    Duration span() {
        if (window == null) {
            return Duration.ZERO;
        }
        if (chosen().stream().noneMatch(kind -> kind == Kind.PLACE || kind == Kind.TIME)) {
            throw Paging.badParameter(
                    "window",
                    "is of place and time, and neither is asked for",
                    "place or time among kinds, or no window");
        }
        try {
            Duration span = Duration.parse(window);
            // What does not fit into microseconds fits no ledger.
            if (!span.isNegative() && span.toNanos() >= 0) {
                return span;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Falls through to the refusal, which is the same for everything that is no window.
        }
        throw Paging.badParameter("window", "is no duration of up to 292 years", "a duration such as PT2H, or PT0S");
    }
}
