/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gozinto.item.Item;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.StepChain;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Head;
import org.gozinto.quality.book.Kind;
import org.gozinto.unit.Inspected;
import org.gozinto.unit.Uninspected;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows inspections. Safe for use by many threads. */
final class InspectionViews {

    private static final int READINGS_SHOWN_MAX = 200;

    private final InspectionFiles files;
    private final Parts parts;
    private final JsonMapper json;

    /** What they are shown by. */
    record Parts(Subjects subjects, Records records, Plans plans, Inspected inspected) {}

    InspectionViews(InspectionFiles files, Parts parts, JsonMapper json) {
        this.files = files;
        this.parts = parts;
        this.json = json;
    }

    InspectionView of(File<InspectionStep> file) {
        InspectionStep.Open open = InspectionFiles.opening(file);
        Head head = file.head();
        Results results = Results.of(open, file.steps());
        boolean isOpen = head.state().equals("open");
        PlanBody plan = open.plan();
        Results.Proposal proposal = isOpen ? results.proposal() : null;
        Taken<InspectionStep> judged = judged(file);
        InspectionStep.Judge judge = judged != null && judged.step() instanceof InspectionStep.Judge j ? j : null;
        return new InspectionView(
                head.code(),
                head.id(),
                head.state(),
                plan == null
                        ? null
                        : new InspectionView.PlanView(
                                String.valueOf(plan.code()),
                                plan.version() == null ? 0 : plan.version(),
                                String.valueOf(plan.name())),
                subject(open, judge),
                open.place(),
                open.reason(),
                sample(open),
                results.found().entrySet().stream()
                        .map(e -> characteristic(e.getKey(), e.getValue(), results))
                        .toList(),
                proposal == null ? null : new InspectionView.ProposalView(proposal.accepted(), proposal.why()),
                judge == null || judged == null ? null : verdict(judge, judged),
                judge == null ? null : judge.nonconformance(),
                file.steps().stream()
                        .filter(t -> t.step() instanceof InspectionStep.Note)
                        .map(InspectionViews::note)
                        .toList(),
                time(head.openedAtUs()),
                head.actor(),
                file.last(),
                isOpen ? List.of("measure", "attributes", "note", "correct", "judge", "cancel") : List.of("note"));
    }

    static @Nullable Taken<InspectionStep> judged(File<InspectionStep> file) {
        return file.steps().stream()
                .filter(t -> t.step() instanceof InspectionStep.Judge)
                .findFirst()
                .orElse(null);
    }

    private InspectionView.SubjectView subject(InspectionStep.Open open, InspectionStep.@Nullable Judge judge) {
        Item item = parts.subjects.items().existing(open.item());
        List<Unit> units =
                judge == null ? files.units(open, item) : parts.subjects.inOrder(Subjects.numbers(judge.units()));
        boolean part = open.lotQty() != null && new BigDecimal(open.qty()).compareTo(new BigDecimal(open.lotQty())) < 0;
        return new InspectionView.SubjectView(
                item.code(),
                item.name(),
                open.lot(),
                parts.subjects.refs(units),
                units.size(),
                open.qty(),
                open.lotQty(),
                part,
                item.unit(),
                open.run());
    }

    private static InspectionView.SampleView sample(InspectionStep.Open open) {
        InspectionStep.Sample sample = open.sample();
        PlanBody.Sampling sampling = open.plan() == null ? null : open.plan().sampling();
        PlanBody.Sampling aql = sampling != null && "aql".equals(sampling.type()) ? sampling : null;
        return new InspectionView.SampleView(
                sample.size(),
                sample.accept(),
                sample.reject(),
                sample.letter(),
                sample.usedLetter(),
                aql == null ? null : aql.level(),
                aql == null ? null : aql.aql(),
                aql == null ? null : aql.severity() == null ? "normal" : aql.severity(),
                sample.full());
    }

    private static InspectionView.CharacteristicView characteristic(String code, Results.Found found, Results results) {
        PlanBody.Characteristic planned = found.planned;
        boolean measured = found.isMeasurement();
        List<Results.Told> readings = found.readings;
        BigDecimal mean = found.mean();
        return new InspectionView.CharacteristicView(
                code,
                planned == null ? null : planned.name(),
                measured ? "measurement" : "attribute",
                planned == null ? null : planned.unit(),
                planned == null ? null : planned.lower(),
                planned == null ? null : planned.target(),
                planned == null ? null : planned.upper(),
                planned == null ? null : planned.decimals(),
                planned == null || planned.criticality() == null ? "major" : planned.criticality(),
                found.looked(),
                found.defects(),
                measured ? null : List.copyOf(found.bad),
                measured
                        ? readings.subList(Math.max(0, readings.size() - READINGS_SHOWN_MAX), readings.size()).stream()
                                .map(InspectionViews::reading)
                                .toList()
                        : null,
                measured ? readings.size() : null,
                mean == null ? null : mean.toPlainString(),
                extreme(found, false),
                extreme(found, true),
                measured ? (int) found.outside() : null,
                results.isDone(found));
    }

    static @Nullable String extreme(Results.Found found, boolean greatest) {
        return found.readings.stream()
                .map(Results.Told::value)
                .reduce((a, b) -> greatest ? a.max(b) : a.min(b))
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }

    private static InspectionView.ReadingView reading(Results.Told told) {
        return new InspectionView.ReadingView(
                told.step(),
                told.reading().serial(),
                told.reading().n(),
                String.valueOf(told.reading().value()),
                told.outside());
    }

    static boolean deviates(InspectionStep.Judge judge) {
        boolean hadPlan =
                judge.proposed() != null || judge.why() != null && !judge.why().isEmpty();
        return hadPlan && !java.util.Objects.equals(judge.proposed(), judge.accept());
    }

    private static InspectionView.VerdictView verdict(InspectionStep.Judge judge, Taken<InspectionStep> judged) {
        List<String> why = new ArrayList<>(judge.why() == null ? List.of() : judge.why());
        if (judge.reason() != null) {
            why.add(judge.reason());
        }
        return new InspectionView.VerdictView(
                Boolean.TRUE.equals(judge.accept()),
                why,
                deviates(judge),
                judge.reason(),
                judged.actor(),
                time(judged.atUs()),
                judge.entries() == null ? List.of() : judge.entries());
    }

    private static InspectionView.NoteView note(Taken<InspectionStep> taken) {
        String text = taken.step() instanceof InspectionStep.Note note ? String.valueOf(note.text()) : "";
        return new InspectionView.NoteView(taken.n(), text, time(taken.atUs()), taken.actor());
    }

    InspectionView.StepView step(File<InspectionStep> file, Taken<InspectionStep> taken) {
        boolean withdrawn =
                Results.of(InspectionFiles.opening(file), file.steps()).isWithdrawn(taken.n());
        return new InspectionView.StepView(
                taken.n(),
                taken.id(),
                StepChain.word(taken.step()),
                time(taken.atUs()),
                taken.actor(),
                taken.role(),
                taken.step(),
                HexFormat.of().formatHex(taken.hash()),
                withdrawn ? true : null);
    }

    /** Steps after one, oldest first. */
    Page<InspectionView.StepView> steps(File<InspectionStep> file, long after, int limit) {
        return file.page(after, limit, taken -> step(file, taken));
    }

    Page<InspectionView.Head> heads(Records.Filter filter, @Nullable String cursor, int limit) {
        Page<Records.Listed> page = parts.records.page(Kind.INSPECTION, filter, cursor, limit);
        return new Page<>(page.items().stream().map(this::head).toList(), page.nextCursor());
    }

    private InspectionView.Head head(Records.Listed listed) {
        Head head = listed.head();
        InspectionStep step = json.readValue(listed.opening(), InspectionStep.class);
        InspectionStep.Open open = step instanceof InspectionStep.Open o ? o : null;
        return new InspectionView.Head(
                head.code(),
                head.id(),
                head.state(),
                head.title(),
                open == null ? null : open.item(),
                open == null ? null : open.lot(),
                open == null ? null : open.run(),
                time(head.openedAtUs()),
                head.actor());
    }

    /** Units that wait for an inspection, those that wait longest first. */
    Page<DueView> due(@Nullable String cursor, int limit) {
        long[] after = position(cursor);
        List<Uninspected> waiting = parts.inspected.waiting(after[0], after[1], limit + 1);
        List<Uninspected> shown = waiting.subList(0, Math.min(limit, waiting.size()));
        List<Unit> units =
                parts.subjects.inOrder(shown.stream().map(Uninspected::unitId).toList());
        List<Long> asked = new ArrayList<>(units.stream().map(Unit::id).toList());
        units.stream().map(Unit::lotId).filter(l -> l != 0).forEach(asked::add);
        Map<Long, Head> open = parts.records.last(Kind.INSPECTION, List.of("open"), asked);
        List<DueView> views = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            views.add(due(shown.get(i), units.get(i), open));
        }
        String next = waiting.size() > limit
                ? Paging.cursor(shown.getLast().seq() + ":" + shown.getLast().unitId())
                : null;
        return new Page<>(views, next);
    }

    private static long[] position(@Nullable String cursor) {
        String key = Paging.after(cursor);
        if (key == null) {
            return new long[] {0, 0};
        }
        if (!key.matches("[0-9]{1,18}:[0-9]{1,18}")) {
            throw Paging.badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
        }
        int colon = key.indexOf(':');
        return new long[] {Long.parseLong(key.substring(0, colon)), Long.parseLong(key.substring(colon + 1))};
    }

    private DueView due(Uninspected waits, Unit unit, Map<Long, Head> open) {
        Item item = parts.subjects.items().get(unit.itemId());
        List<Units.At> at = parts.subjects.atLocations(unit);
        PlanBody plan = parts.plans.only(item.code(), waits.way().word());
        Head inspection = open.getOrDefault(unit.id(), open.get(unit.lotId()));
        return new DueView(
                parts.subjects.refs(List.of(unit)).getFirst(),
                waits.way().word(),
                waits.since().toString(),
                waits.seq(),
                item.quantity(parts.subjects.there(item, List.of(unit))),
                item.unit(),
                at.isEmpty()
                        ? null
                        : parts.subjects.places().get(at.getFirst().placeId()).code(),
                plan == null ? null : plan.code(),
                inspection == null ? null : inspection.code());
    }

    static String time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }
}
