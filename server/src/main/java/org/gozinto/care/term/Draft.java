/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gozinto.care.term.Calendar.Away;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.Judgement.EndsBy;
import org.gozinto.care.term.Judgement.EventOn;
import org.gozinto.care.term.Judgement.State;
import org.gozinto.care.term.ScopeMatch.Met;
import org.gozinto.care.term.UnitFacts.Contract;
import org.jspecify.annotations.Nullable;

/** A coverage while it is being judged: first its days, then what cuts them, then how it stands on the day. */
final class Draft {

    final Promise promise;
    final @Nullable Contract contract;
    final Promise.Cover cover;

    private final UnitFacts facts;
    private final Engine.Asked asked;
    private final List<Away> repairs;
    private final List<Reason> why = new ArrayList<>(1);

    private boolean certain;
    private @Nullable LocalDate start;
    private @Nullable LocalDate calendarEnd;
    private @Nullable LocalDate end;
    private EndsBy endsBy = EndsBy.CALENDAR;
    private @Nullable EventOn startedBy;
    private @Nullable EventOn cappedBy;
    private long stoppedDays;
    private boolean running;
    private boolean waits;
    private boolean empty;
    private @Nullable LocalDate transfer;
    private @Nullable LocalDate lastBelow;
    private @Nullable LocalDate firstAbove;

    Draft(Candidate candidate, @Nullable Contract contract, Promise.Cover cover, UnitFacts facts, Engine.Asked asked) {
        this.promise = candidate.promise();
        this.contract = contract;
        this.cover = cover;
        this.facts = facts;
        this.asked = asked;
        this.certain = candidate.match().met() == Met.YES;
        this.why.addAll(candidate.match().why());
        this.repairs = promise.stopInRepair() ? Calendar.repairs(facts, promise.zone()) : List.of();
    }

    /** A term that may be for a unit. */
    record Candidate(Promise promise, ScopeMatch.Match match) {}

    boolean appends() {
        return promise.extension() != null && promise.extension().mode() == Promise.Mode.APPEND;
    }

    boolean replaces() {
        return promise.extension() != null && promise.extension().mode() == Promise.Mode.REPLACE;
    }

    boolean isCertain() {
        return certain;
    }

    @Nullable
    LocalDate start() {
        return start;
    }

    /** The end by the calendar, whatever cuts it. */
    @Nullable
    LocalDate calendarEnd() {
        return calendarEnd;
    }

    // --- its days

    /** Begins with its own events. */
    void begin() {
        switch (Beginning.of(promise, facts)) {
            case Beginning.Unknown(var reasons) -> why.addAll(reasons);
            case Beginning.Known(var day, var by, var cap) -> {
                startedBy = by;
                cappedBy = cap;
                run(day, day, day);
            }
        }
    }

    /** Begins the day after what it is added to ends. */
    void append(Draft base) {
        certain &= base.certain;
        startedBy = base.startedBy;
        cappedBy = base.cappedBy;
        if (base.start == null) {
            waits = base.waits;
            why.add(new Reason(
                    base.waits ? "base-goes-on" : "no-base-start",
                    "It begins when " + base.promise.code() + " ends, and that day is not known."));
            return;
        }
        LocalDate last = base.lastDay();
        LocalDate counted = base.calendarEnd != null ? base.calendarEnd : last;
        if (last == null || counted == null) {
            waits = true;
            why.add(new Reason("base-goes-on", "It begins when " + base.promise.code() + " ends."));
            return;
        }
        run(last.plusDays(1), counted, counted.plusDays(1));
    }

    void noBase() {
        why.add(new Reason("no-base", "What it extends does not cover this."));
    }

    private void run(LocalDate first, LocalDate counted, LocalDate repairsFrom) {
        start = first;
        if (cover.period() != null) {
            Calendar.End found = Calendar.end(repairsFrom, counted, cover.period(), repairs, asked.asOf());
            calendarEnd = found.end();
            end = found.end();
            stoppedDays = found.stoppedDays();
            running = found.running();
        }
        for (Promise.Meter meter : cover.meters()) {
            Meters.Crossing crossing = Meters.crossing(facts.readings(), meter);
            LocalDate above = crossing.firstAbove();
            if (above != null && (firstAbove == null || above.isBefore(firstAbove))) {
                firstAbove = above;
                lastBelow = crossing.lastBelow();
            }
        }
    }

    /** The last day that is surely covered; null when it goes on. */
    private @Nullable LocalDate lastDay() {
        LocalDate first = start;
        LocalDate above = firstAbove;
        if (above == null || first == null || calendarEnd != null && above.isAfter(calendarEnd)) {
            return calendarEnd;
        }
        LocalDate last = lastBelow == null || lastBelow.isBefore(first) ? above.minusDays(1) : lastBelow;
        return last.isBefore(first) ? first.minusDays(1) : last;
    }

    // --- what cuts them

    /** Another term takes its place from a day on. */
    void replaceFrom(LocalDate day) {
        cut(day.minusDays(1), EndsBy.REPLACED);
    }

    private void cut(LocalDate last, EndsBy by) {
        if (start != null && (end == null || last.isBefore(end))) {
            end = last;
            endsBy = by;
            empty = last.isBefore(start);
        }
    }

    /** Ends with the day before a transfer to another owner, where the term is not transferable. */
    void transfers(List<LocalDate> days) {
        LocalDate owned = contract != null ? contract.soldOn() : startedBy != null ? startedBy.on() : start;
        if (owned == null || promise.transferable()) {
            return;
        }
        for (LocalDate day : days) {
            if (day.isAfter(owned)) {
                transfer = day;
                cut(day.minusDays(1), EndsBy.TRANSFER);
                return;
            }
        }
    }

    void meters() {
        if (firstAbove != null) {
            cut(firstAbove.minusDays(1), EndsBy.METER);
        }
    }

    // --- how it stands

    Judgement judgement(Set<String> codes) {
        State state = certainly(byDays());
        List<Reason> excluded = Exclusions.of(promise, facts, asked.asOf(), codes);
        if (!excluded.isEmpty() && state != State.EXPIRED) {
            state = State.EXCLUDED;
            why.addAll(excluded);
        }
        return new Judgement(
                promise,
                contract,
                cover,
                state,
                start,
                empty ? null : end,
                startedBy,
                cappedBy,
                stoppedDays,
                running,
                state == State.COVERED || state == State.UNKNOWN ? percent() : 0,
                endsBy,
                transfer,
                certain,
                empty,
                List.copyOf(why));
    }

    private State byDays() {
        LocalDate day = asked.asOf();
        if (start == null) {
            return waits ? State.NOT_STARTED : State.UNKNOWN;
        }
        if (empty || end != null && day.isAfter(end)) {
            why.add(new Reason(
                    "ended",
                    empty ? "It ended before it began." : "Its last day was " + end + ", by " + endsBy.word() + "."));
            return State.EXPIRED;
        }
        if (day.isBefore(start)) {
            return State.NOT_STARTED;
        }
        boolean between = firstAbove != null && (lastBelow == null || day.isAfter(lastBelow));
        if (between) {
            why.add(new Reason(
                    "meter-between",
                    "A meter was above its limit on " + firstAbove + "; when it passed it is not known."));
            return State.UNKNOWN;
        }
        return State.COVERED;
    }

    private State certainly(State state) {
        return certain || state == State.EXPIRED ? state : State.UNKNOWN;
    }

    private int percent() {
        LocalDate first = start;
        if (first == null || cover.shares().isEmpty()) {
            return first == null ? 0 : 100;
        }
        for (Promise.Share share : cover.shares()) {
            LocalDate last = Calendar.end(first, first, share.until(), repairs, asked.asOf())
                    .end();
            if (!asked.asOf().isAfter(last)) {
                return share.percent();
            }
        }
        return cover.period() == null ? 0 : cover.shares().getLast().percent();
    }
}
