/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.gozinto.care.term.Calendar.Away;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.Judgement.EndsBy;
import org.gozinto.care.term.Judgement.EventOn;
import org.gozinto.care.term.Judgement.State;
import org.gozinto.care.term.UnitFacts.Stay;
import org.jspecify.annotations.Nullable;

/**
 * Judges what terms promise for a part of a product. A part that came in before the coverage began ends with the
 * product; for one that came in later the term says what it gets. Stateless.
 */
final class PartEngine {

    private PartEngine() {}

    /**
     * A part as it is in the product on the day.
     *
     * @param since when it first came into the product; null when nobody knows
     */
    record Built(
            UnitFacts part,
            @Nullable String position,
            @Nullable When since) {}

    /** @param replacement whether it came in after the coverage of the product began */
    record Judged(List<Judgement> lines, boolean replacement) {}

    /**
     * @param product facts of the product
     * @param lines what was judged for the product
     * @param own the terms that name the part's own item
     */
    static Judged judge(
            Built built, UnitFacts product, List<Judgement> lines, Collection<Promise> own, Engine.Asked asked) {
        List<Judgement> found = new ArrayList<>();
        for (Judgement line : lines) {
            Judgement ofPart = ofPart(built, product, line, asked);
            if (ofPart != null) {
                found.add(ofPart);
            }
        }
        if (!own.isEmpty()) {
            found.addAll(Engine.lines(built.part, own, asked));
        }
        return new Judged(found, isReplacement(built, product, lines));
    }

    private static boolean isReplacement(Built built, UnitFacts product, List<Judgement> lines) {
        if (built.since == null) {
            return false;
        }
        LocalDate began = null;
        for (Judgement line : lines) {
            LocalDate start = line.start();
            if (start != null && line.promise().isForHolder() && (began == null || start.isBefore(began))) {
                began = start;
            }
        }
        if (began != null) {
            return built.since.day(java.time.ZoneOffset.UTC).isAfter(began);
        }
        return !product.deliveries().isEmpty()
                && built.since.compareTo(product.deliveries().getFirst().when()) > 0;
    }

    private static @Nullable Judgement ofPart(Built built, UnitFacts product, Judgement line, Engine.Asked asked) {
        Promise promise = line.promise();
        Promise.PartRule rule = null;
        if (promise.parts() != null) {
            for (Promise.PartRule one : promise.parts()) {
                if (rule == null && one.meets(built.part.item(), built.position)) {
                    rule = one;
                }
            }
            if (rule == null) {
                return null;
            }
        }
        LocalDate start = line.start();
        LocalDate installed = built.since == null ? null : built.since.day(promise.zone());
        boolean original = start == null || installed != null && !installed.isAfter(start);
        Judgement whole = opened(built, line, asked);
        Period period = rule == null ? null : rule.period();
        if (rule == null || original || installed == null || period == null || line.endsBy() == EndsBy.REPLACED) {
            return whole;
        }
        var own = new Own(built, product, whole, asked);
        return switch (rule.replacement()) {
            case REMAINDER -> whole;
            case FRESH -> own.fresh(period);
            case LONGER -> own.longer(own.fresh(period));
            case AT_LEAST -> own.longer(own.from(installed, period, "at-least"));
        };
    }

    /** What was opened or is foreign in the part itself counts too. */
    private static Judgement opened(Built built, Judgement line, Engine.Asked asked) {
        if (line.state() == State.EXPIRED || line.state() == State.EXCLUDED) {
            return line;
        }
        List<Reason> met = Exclusions.of(line.promise(), built.part, asked.asOf(), Set.of());
        return met.isEmpty() ? line : line.with(State.EXCLUDED, met);
    }

    /** A time of the part's own, beside that of the product. */
    private record Own(Built built, UnitFacts product, Judgement line, Engine.Asked asked) {

        /** From the first day on which it served, so that moving it to another product does not make it new. */
        Judgement fresh(Period period) {
            ZoneId zone = line.promise().zone();
            When first = served(built);
            When since = first != null ? first : built.since;
            return since == null ? line : from(since.day(zone), period, "fresh");
        }

        Judgement from(LocalDate begins, Period period, String reason) {
            Promise promise = line.promise();
            List<Away> repairs = promise.stopInRepair() ? Calendar.repairs(product, promise.zone()) : List.of();
            Calendar.End found = Calendar.end(begins, begins, period, repairs, asked.asOf());
            LocalDate end = found.end();
            LocalDate transfer = line.transfer();
            boolean cut = transfer != null && !transfer.isAfter(end);
            end = cut && transfer != null ? transfer.minusDays(1) : end;
            boolean empty = end.isBefore(begins);
            return new Judgement(
                    promise,
                    line.contract(),
                    line.cover(),
                    state(begins, end),
                    begins,
                    empty ? null : end,
                    new EventOn(Promise.Event.INSTALLATION, begins, null),
                    null,
                    found.stoppedDays(),
                    found.running(),
                    percent(begins),
                    cut ? EndsBy.TRANSFER : EndsBy.CALENDAR,
                    transfer,
                    line.certain(),
                    empty,
                    List.of(new Reason(reason, "It came in later, and is covered for " + period + " of its own.")));
        }

        /** The shares count from the part's own beginning. */
        private int percent(LocalDate begins) {
            List<Promise.Share> shares = line.cover().shares();
            for (Promise.Share share : shares) {
                if (!asked.asOf().isAfter(begins.plus(share.until()))) {
                    return share.percent();
                }
            }
            return shares.isEmpty() ? 100 : shares.getLast().percent();
        }

        private State state(LocalDate begins, LocalDate end) {
            if (asked.asOf().isAfter(end)) {
                return State.EXPIRED;
            }
            if (line.state() == State.EXCLUDED) {
                return State.EXCLUDED;
            }
            if (!line.certain()) {
                return State.UNKNOWN;
            }
            return asked.asOf().isBefore(begins) ? State.NOT_STARTED : State.COVERED;
        }

        /** Whichever ends later; what goes on without an end is longest. */
        Judgement longer(Judgement other) {
            boolean goesOn = line.start() != null && line.end() == null && !line.empty();
            LocalDate end = line.end();
            LocalDate others = other.end();
            return goesOn || others == null || end != null && !others.isAfter(end) ? line : other;
        }

        /** The first day in a product that had been delivered, since a run made it new. */
        private static @Nullable When served(Built built) {
            When renewed = built.part.renewed();
            When first = null;
            for (Stay stay : built.part.stays()) {
                When served = stay.served();
                if (served == null || renewed != null && served.compareTo(renewed) < 0) {
                    continue;
                }
                first = first == null || served.compareTo(first) < 0 ? served : first;
            }
            return first;
        }
    }
}
