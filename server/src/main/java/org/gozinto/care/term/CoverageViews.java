/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gozinto.care.term.CoverageView.EventView;
import org.gozinto.care.term.CoverageView.FactsView;
import org.gozinto.care.term.CoverageView.Left;
import org.gozinto.care.term.CoverageView.Line;
import org.gozinto.care.term.CoverageView.MeterLeft;
import org.gozinto.care.term.CoverageView.Money;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.Judgement.EventOn;
import org.gozinto.care.term.Judgement.State;
import org.gozinto.care.term.RegistrationFacts.Proof;
import org.gozinto.care.term.RegistrationFacts.Registration;
import org.jspecify.annotations.Nullable;

/** Judgements and facts in the words of the API. Stateless. */
final class CoverageViews {

    private CoverageViews() {}

    /** How a unit stands by all its coverages, and the last covered day. */
    record Standing(String state, @Nullable LocalDate until) {}

    /**
     * The best state of what is promised to the holder. Excluded coverages count for nothing, and what a supplier owes
     * to us neither.
     */
    static Standing standing(List<Judgement> lines) {
        for (State state : List.of(State.COVERED, State.UNKNOWN, State.NOT_STARTED, State.EXPIRED)) {
            List<Judgement> these = lines.stream()
                    .filter(line -> line.state() == state && line.promise().isForHolder())
                    .toList();
            if (!these.isEmpty()) {
                LocalDate until = until(these);
                return new Standing(state.word, state == State.COVERED ? followed(until, lines) : until);
            }
        }
        return new Standing("none", null);
    }

    private static @Nullable LocalDate until(List<Judgement> lines) {
        boolean goesOn = lines.stream().anyMatch(line -> line.end() == null && !line.empty());
        return goesOn
                ? null
                : lines.stream()
                        .map(Judgement::end)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** The day to which coverages follow one another without a day between them, such as appended extensions. */
    private static @Nullable LocalDate followed(@Nullable LocalDate until, List<Judgement> lines) {
        LocalDate end = until;
        while (end != null) {
            LocalDate next = end.plusDays(1);
            List<Judgement> following = lines.stream()
                    .filter(line -> line.state() == State.NOT_STARTED
                            && line.promise().isForHolder()
                            && line.start() != null
                            && !line.start().isAfter(next))
                    .toList();
            LocalDate last = following.isEmpty() ? end : until(following);
            if (last != null && !last.isAfter(end)) {
                return end;
            }
            end = last;
        }
        return null;
    }

    static List<Line> lines(List<Judgement> judgements, UnitFacts facts, LocalDate asOf) {
        return judgements.stream().map(one -> line(one, facts, asOf)).toList();
    }

    private static Line line(Judgement one, UnitFacts facts, LocalDate asOf) {
        Promise promise = one.promise();
        Term.Deductible deductible = one.cover().deductible();
        List<Reason> why = new ArrayList<>(one.why());
        if (facts.twins() > 0) {
            why.add(new Reason(
                    "twin", "Its number is claimed by " + facts.twins() + " more; this is about one of them."));
        }
        return new Line(
                promise.code(),
                promise.version() == 0 ? null : promise.version(),
                promise.name(),
                one.contract() == null ? null : one.contract().n(),
                promise.kind().word(),
                one.cover().what(),
                one.state().word,
                text(one.start()),
                text(one.end()),
                event(one.startedBy()),
                event(one.cappedBy()),
                one.stoppedDays(),
                one.running(),
                one.percent(),
                deductible == null
                        ? null
                        : new Money(String.valueOf(deductible.amount()), String.valueOf(deductible.currency())),
                one.endsBy().word(),
                one.state() == State.COVERED ? left(one, facts, asOf) : null,
                why);
    }

    private static Left left(Judgement one, UnitFacts facts, LocalDate asOf) {
        List<MeterLeft> meters = new ArrayList<>();
        for (Promise.Meter meter : one.cover().meters()) {
            BigDecimal left = Meters.left(facts.readings(), meter, asOf);
            if (left != null) {
                meters.add(new MeterLeft(meter.name(), left.toPlainString()));
            }
        }
        LocalDate end = one.end();
        return new Left(
                end == null ? null : ChronoUnit.DAYS.between(asOf, end),
                one.cover().meters().isEmpty() ? null : meters);
    }

    private static @Nullable EventView event(@Nullable EventOn event) {
        return event == null
                ? null
                : new EventView(event.event().word(), event.on().toString(), event.plus());
    }

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static FactsView facts(UnitFacts facts) {
        UnitFacts.Receipt received = facts.received();
        UnitFacts.Delivery first =
                facts.deliveries().isEmpty() ? null : facts.deliveries().getFirst();
        UnitFacts.Delivery last =
                facts.deliveries().isEmpty() ? null : facts.deliveries().getLast();
        Registration registration = EventDays.counted(facts).stream()
                .min(Comparator.comparing(Registration::registeredOn))
                .orElse(null);
        LocalDate sold = EventDays.of(facts, Promise.Event.SALE, Proof.SAID, ZoneOffset.UTC);
        LocalDate installed = EventDays.of(facts, Promise.Event.INSTALLATION, Proof.SAID, ZoneOffset.UTC);
        LocalDate bought = registration == null ? null : registration.boughtOn();
        return new FactsView(
                EventDays.shown(facts.made()),
                received == null ? null : EventDays.shown(received.when()),
                received == null ? null : received.supplier(),
                first == null ? null : EventDays.shown(first.when()),
                last == null ? null : last.partner(),
                EventDays.market(facts),
                text(sold),
                registration == null ? null : registration.registeredOn().toString(),
                text(bought),
                bought == null || registration == null
                        ? null
                        : registration.proof().word(),
                text(installed),
                facts.repairs().stream()
                        .map(repair -> new CoverageView.RepairView(
                                repair.from().day(ZoneOffset.UTC).toString(), EventDays.shown(repair.to())))
                        .toList(),
                facts.readings().stream()
                        .map(reading -> new CoverageView.ReadingView(
                                reading.name(),
                                reading.meter() ? "meter" : "version",
                                reading.value(),
                                reading.on().toString()))
                        .toList(),
                EventDays.transfers(facts).size(),
                facts.revision(),
                facts.lot(),
                facts.twins());
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
