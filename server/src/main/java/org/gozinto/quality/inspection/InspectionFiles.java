/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.item.InspectionRule;
import org.gozinto.item.Item;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.Sent;
import org.gozinto.unit.Inspected;
import org.gozinto.unit.Uninspected;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Inspections: opened, filled with results, judged. Safe for use by many threads. */
final class InspectionFiles {

    private static final String OPEN = "open";
    private static final int TITLE_LENGTH_MAX = 200;

    private final QualityBook<InspectionStep> book;
    private final Parts parts;
    private final JsonMapper json;

    /** What inspections are made with. */
    record Parts(
            Plans plans,
            Subjects subjects,
            Records records,
            NonconformanceFiles nonconformances,
            Inspected inspected) {}

    InspectionFiles(QualityBook<InspectionStep> book, Parts parts, JsonMapper json) {
        this.book = book;
        this.parts = parts;
        this.json = json;
    }

    /** Opens an inspection; what was sent before gets its first answer. */
    QualityBook.Done<InspectionStep> open(Asked.NewInspection asked, Actor actor) {
        actor.require(Permission.INSPECT);
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        faults.text("/reason", asked.reason(), StepCheck.TEXT_LENGTH_MAX);
        faults.expect(isLocation(asked.place()), "/place", "is unknown", "the code of a location, or nothing");
        faults.refuse("The inspection cannot be opened");
        QualityBook.Done<InspectionStep> before = book.opened(sent);
        if (before != null) {
            return before;
        }
        Subjects.Subject subject = parts.subjects.find(new Subjects.Named(
                asked.item(), asked.lot(), asked.serial(), asked.serials(), asked.run(), asked.qty()));
        if (subject.qty() == 0) {
            throw Refusal.of("nothing-there", "Nothing of it is there", subject.words() + " is not in our hands.")
                    .at("/qty", "a quantity that is there", "Receive or produce it first, or say how much it will be.")
                    .asException();
        }
        PlanBody plan = plan(asked.plan(), subject);
        InspectionStep.Sample sample = parts.plans
                .table()
                .sample(plan == null ? null : plan.sampling(), Subjects.pieces(subject.item(), subject.qty()));
        boolean ofRun = asked.run() != null && asked.lot() == null && asked.serials() == null && asked.serial() == null;
        var opening = new InspectionStep.Open(
                plan,
                subject.item().code(),
                subject.lot() == null ? null : subject.lot().number(),
                ofRun ? List.of() : subject.ids(),
                asked.run(),
                subject.item().quantity(subject.qty()),
                subject.lot() == null ? null : subject.item().quantity(subject.there()),
                asked.place(),
                asked.reason(),
                sample);
        String title = subject.words();
        return book.open(
                sent,
                title.substring(0, Math.min(title.length(), TITLE_LENGTH_MAX)),
                opening,
                actor,
                _ -> new Change(
                        OPEN,
                        (transaction, number, n) -> parts.records.note(
                                transaction,
                                number,
                                subject.item().id(),
                                subject.units().stream().map(Unit::id).toList())));
    }

    private boolean isLocation(@Nullable String code) {
        Place place = code == null ? null : parts.subjects.places().find(code);
        return code == null || place != null && place.kind().isLocation();
    }

    /** The plan of this code, or the only one that fits. */
    private @Nullable PlanBody plan(@Nullable String code, Subjects.Subject subject) {
        if (code == null) {
            Unit first = subject.units().isEmpty() ? null : subject.units().getFirst();
            Uninspected waits = first == null ? null : parts.inspected.of(first);
            String way =
                    waits != null ? waits.way().word() : subject.run() != null ? InspectionRule.PRODUCED.word() : null;
            return parts.plans.only(subject.item().code(), way);
        }
        PlanBody plan = Faults.isKeepable(code) ? parts.plans.find(code) : null;
        boolean fits = plan != null
                && Boolean.TRUE.equals(plan.active())
                && (plan.item() == null || plan.item().equals(subject.item().code()));
        if (!fits) {
            throw Refusal.of(
                            "unknown-plan",
                            "No such plan",
                            plan == null ? "There is no plan " + code + "." : code + " is closed, or of another item.")
                    .at("/plan", "an active plan for the item", "Choose another, or none.")
                    .asException();
        }
        return plan;
    }

    /** Takes a step; what was sent before gets its first answer. */
    QualityBook.Done<InspectionStep> take(String code, Asked.NewInspectionStep asked, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), code + json.writeValueAsString(asked.step()));
        faults.expect(asked.step() != null, "/step", "is missing", "a step with its type");
        faults.refuse("The step cannot be taken");
        InspectionStep step = asked.step();
        if (step == null) {
            throw new IllegalStateException("a missing step is refused");
        }
        actor.require(step.needs());
        StepCheck.require(step);
        return book.take(code, sent, actor, file -> judged(file, step, actor));
    }

    private QualityBook.Judged<InspectionStep> judged(File<InspectionStep> file, InspectionStep step, Actor actor) {
        String state = file.head().state();
        if (!state.equals(OPEN) && !(step instanceof InspectionStep.Note)) {
            throw Refusal.of("wrong-stage", "Not at this stage", file.head().code() + " is " + state + ".")
                    .status(409)
                    .at("", "an inspection that is open", "Open another inspection.")
                    .asException();
        }
        switch (step) {
            case InspectionStep.Measure measure -> requireKind(opening(file), measure.characteristic(), "measurement");
            case InspectionStep.Attributes attributes ->
                requireKind(opening(file), attributes.characteristic(), "attribute");
            case InspectionStep.Correct correct -> requireResult(file, correct);
            case InspectionStep.Judge judge -> {
                return verdict(file, judge, actor);
            }
            case InspectionStep.Cancel _ -> {
                return new QualityBook.Judged<>(step, Change.to("cancelled"));
            }
            case InspectionStep.Note _, InspectionStep.Open _ -> {}
        }
        return new QualityBook.Judged<>(step, Change.to(state));
    }

    static InspectionStep.Open opening(File<InspectionStep> file) {
        return file.all(InspectionStep.Open.class).findFirst().orElseThrow();
    }

    private static void requireKind(InspectionStep.Open open, @Nullable String characteristic, String kind) {
        PlanBody plan = open.plan();
        if (plan == null || plan.characteristics() == null) {
            return;
        }
        boolean fits = plan.characteristics().stream()
                .anyMatch(c -> String.valueOf(c.code()).equals(characteristic) && kind.equals(c.kind()));
        if (!fits) {
            String codes = plan.characteristics().stream()
                    .filter(c -> kind.equals(c.kind()))
                    .map(c -> String.valueOf(c.code()))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("none");
            throw Refusal.of(
                            "unknown-characteristic",
                            "No such characteristic",
                            "The plan has no " + kind + " " + characteristic + ".")
                    .at("/step/characteristic", "one of " + codes, "Choose one of the plan, or write a note.")
                    .asException();
        }
    }

    private static void requireResult(File<InspectionStep> file, InspectionStep.Correct correct) {
        long n = correct.n() == null ? 0 : correct.n();
        InspectionStep target = n < 1 || n > file.last()
                ? null
                : file.steps().get(Math.toIntExact(n) - 1).step();
        boolean result = target instanceof InspectionStep.Measure || target instanceof InspectionStep.Attributes;
        if (!result || Results.of(opening(file), file.steps()).isWithdrawn(n)) {
            throw Refusal.of("unknown-step", "No such step", "Step " + n + " has no results that count.")
                    .at("/step/n", "the number of a step with results", "Look at the steps of the inspection.")
                    .asException();
        }
    }

    // --- the verdict

    private QualityBook.Judged<InspectionStep> verdict(
            File<InspectionStep> file, InspectionStep.Judge judge, Actor actor) {
        InspectionStep.Open open = opening(file);
        boolean accept = Boolean.TRUE.equals(judge.accept());
        Results.Proposal proposal = Results.of(open, file.steps()).proposal();
        requireReason(judge, proposal, accept, actor);
        Item item = parts.subjects.items().existing(open.item());
        List<Unit> units = units(open, item);
        List<Long> ids = units.stream().map(Unit::id).toList();
        String code = file.head().code();
        NonconformanceFiles.Rejected rejected =
                accept ? null : parts.nonconformances.rejected(file.head(), open, units, actor);
        var step = new InspectionStep.Judge(
                accept,
                judge.reason(),
                proposal == null ? null : proposal.accepted(),
                proposal == null ? List.of() : proposal.why(),
                ids.stream().map(String::valueOf).toList(),
                rejected == null ? List.of() : rejected.entries(),
                rejected == null ? null : rejected.nonconformance());
        return new QualityBook.Judged<>(step, new Change(accept ? "accepted" : "rejected", (transaction, number, n) -> {
            parts.records.note(transaction, number, item.id(), ids);
            if (accept) {
                parts.inspected.accept(transaction, ids);
            } else {
                parts.inspected.reject(transaction, ids, code);
            }
        }));
    }

    private static void requireReason(
            InspectionStep.Judge judge, Results.@Nullable Proposal proposal, boolean accept, Actor actor) {
        boolean deviates = proposal != null && (proposal.accepted() == null || proposal.accepted() != accept);
        if (deviates) {
            actor.require(Permission.QUALITY);
        }
        if ((deviates || proposal == null)
                && (judge.reason() == null || judge.reason().isBlank())) {
            throw reasonNeeded(proposal);
        }
    }

    private static RefusedException reasonNeeded(Results.@Nullable Proposal proposal) {
        String says = proposal == null
                ? "There is no plan that judges."
                : proposal.accepted() == null
                        ? "The sample is not complete: " + String.join("; ", proposal.why()) + "."
                        : "The plan says otherwise: " + String.join("; ", proposal.why()) + ".";
        return Refusal.of("reason-needed", "A reason is needed", says)
                .at("/step/reason", "why it is judged so", "Give the reason, or judge as the plan says.")
                .asException();
    }

    /** What is inspected: the units that were named, or what has come out of the run by now. */
    List<Unit> units(InspectionStep.Open open, Item item) {
        return open.units().isEmpty() && open.run() != null
                ? parts.subjects.ofRun(item, open.run())
                : parts.subjects.inOrder(Subjects.numbers(open.units()));
    }

    /** The inspection of this number, or a refusal with status 404. */
    File<InspectionStep> existing(String code) {
        return book.existing(code);
    }

    @Nullable
    File<InspectionStep> byNumber(long number) {
        return book.byNumber(number);
    }
}
