/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.util.List;
import org.gozinto.care.term.StandingStore.Mark;
import org.gozinto.care.term.StandingStore.Row;
import org.jspecify.annotations.Nullable;

/** Sums the coverages of a serial up to the one row that lists have of it. Stateless. */
final class StandingRule {

    private StandingRule() {}

    /** From the first day of any coverage to the last day of the longest; the day asked about does not matter. */
    static Row of(UnitFacts facts, List<Judgement> lines) {
        LocalDate start = null;
        Judgement longest = null;
        boolean unknown = false;
        for (Judgement line : lines) {
            LocalDate from = line.start();
            if (!line.promise().isForHolder() || line.state() == Judgement.State.EXCLUDED || line.empty()) {
                continue;
            }
            if (from == null || !line.certain()) {
                unknown |= line.state() == Judgement.State.UNKNOWN;
                continue;
            }
            start = start == null || from.isBefore(start) ? from : start;
            longest = longest == null || endsLater(line, longest) ? line : longest;
        }
        if (longest == null) {
            return new Row(facts.unitId(), facts.itemId(), unknown ? Mark.UNKNOWN : Mark.NONE, null, null, null);
        }
        return new Row(
                facts.unitId(),
                facts.itemId(),
                Mark.DATED,
                start,
                end(longest),
                longest.promise().code());
    }

    /** A repair that goes on moves the end each day. */
    private static @Nullable LocalDate end(Judgement line) {
        return line.running() && line.endsBy() == Judgement.EndsBy.CALENDAR ? null : line.end();
    }

    private static boolean endsLater(Judgement one, Judgement other) {
        LocalDate end = end(one);
        LocalDate others = end(other);
        return others != null && (end == null || end.isAfter(others));
    }

    /** covered, expired, notStarted, unknown or none on a day. */
    static String state(Row row, LocalDate day) {
        return switch (row.mark()) {
            case UNKNOWN -> "unknown";
            case NONE -> "none";
            case DATED -> {
                LocalDate start = row.start();
                LocalDate end = row.end();
                yield end != null && end.isBefore(day)
                        ? "expired"
                        : start != null && start.isAfter(day) ? "notStarted" : "covered";
            }
        };
    }
}
