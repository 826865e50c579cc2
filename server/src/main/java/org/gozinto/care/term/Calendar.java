/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.care.term.UnitFacts.Repair;
import org.jspecify.annotations.Nullable;

/**
 * Ends on the calendar. The day of the event is not counted, and a period ends with the same day of the later month or,
 * where there is none, with its last day: Regulation (EEC, Euratom) No 1182/71, Article 3 (1) and (2) c. That is what
 * {@link LocalDate#plus} does.
 */
final class Calendar {

    private Calendar() {}

    /**
     * Days in repair, by the zone of a term.
     *
     * @param to null while it goes on
     */
    record Away(LocalDate from, @Nullable LocalDate to) {}

    static List<Away> repairs(UnitFacts facts, ZoneId zone) {
        List<Away> repairs = new ArrayList<>(facts.repairs().size());
        for (Repair repair : facts.repairs()) {
            repairs.add(new Away(
                    repair.from().day(zone),
                    repair.to() == null ? null : repair.to().day(zone)));
        }
        return repairs;
    }

    /**
     * An end and what moved it.
     *
     * @param end the last covered day
     * @param stoppedDays by how many days repairs moved it
     * @param running whether a repair that still goes on moves it
     */
    record End(LocalDate end, long stoppedDays, boolean running) {}

    /**
     * The end of a period, moved by each repair that begins within it by as many days as the repair takes.
     *
     * @param from the first day of the stretch whose repairs count
     * @param counted the day from which the period is counted
     * @param repairs in their order; none where the clock does not stop
     * @param asOf the day until which a repair that goes on counts
     */
    static End end(LocalDate from, LocalDate counted, Period period, List<Away> repairs, LocalDate asOf) {
        LocalDate end = counted.plus(period);
        long stopped = 0;
        boolean running = false;
        for (Away repair : repairs) {
            LocalDate to = repair.to() == null ? asOf : repair.to();
            if (repair.from().isBefore(from) || repair.from().isAfter(end) || to.isBefore(repair.from())) {
                continue;
            }
            long days = ChronoUnit.DAYS.between(repair.from(), to);
            end = end.plusDays(days);
            stopped += days;
            running |= repair.to() == null;
        }
        return new End(end, stopped, running);
    }
}
