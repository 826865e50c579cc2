/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Head;
import org.gozinto.quality.book.Kind;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** What inspections say of units, read from the records. Safe for use by many threads. */
final class InspectionRecords implements Inspections {

    private static final int RESULTS_MAX = 1_000;
    private static final List<String> JUDGED = List.of("accepted", "rejected");

    private final InspectionFiles files;
    private final Subjects subjects;
    private final Records records;

    InspectionRecords(InspectionFiles files, Subjects subjects, Records records) {
        this.files = files;
        this.subjects = subjects;
        this.records = records;
    }

    @Override
    public Set<Long> accepted(Collection<Long> units) {
        List<Unit> found = subjects.inOrder(units);
        Map<Long, Head> last = records.last(Kind.INSPECTION, JUDGED, RecordQuery.withLots(found));
        Set<Long> accepted = new HashSet<>();
        for (Unit unit : found) {
            Head own = last.get(unit.id());
            Head ofLot = last.get(unit.lotId());
            Head later = own == null || ofLot != null && ofLot.number() > own.number() ? ofLot : own;
            if (later != null && later.state().equals("accepted")) {
                accepted.add(unit.id());
            }
        }
        return accepted;
    }

    @Override
    public List<Inspected> results(long unit) {
        var filter = new Records.Filter(null, null, RecordQuery.withLots(subjects.inOrder(List.of(unit))));
        Page<Records.Listed> page = records.page(Kind.INSPECTION, filter, null, RESULTS_MAX);
        List<Inspected> all = new ArrayList<>();
        for (Records.Listed listed : page.items()) {
            File<InspectionStep> file = JUDGED.contains(listed.head().state())
                    ? files.byNumber(listed.head().number())
                    : null;
            Inspected inspected = file == null ? null : inspected(file);
            if (inspected != null) {
                all.add(inspected);
            }
        }
        return all;
    }

    private static @Nullable Inspected inspected(File<InspectionStep> file) {
        Taken<InspectionStep> judged = InspectionViews.judged(file);
        if (judged == null || !(judged.step() instanceof InspectionStep.Judge judge)) {
            return null;
        }
        InspectionStep.Open open = InspectionFiles.opening(file);
        List<Result> results = new ArrayList<>();
        Results.of(open, file.steps()).found().forEach((code, found) -> results.add(result(code, found)));
        return new Inspected(
                file.head().code(),
                Boolean.TRUE.equals(judge.accept()),
                InspectionViews.deviates(judge),
                InspectionViews.time(judged.atUs()),
                judged.actor(),
                open.plan() == null ? null : open.plan().code(),
                open.qty(),
                results);
    }

    private static Result result(String code, Results.Found found) {
        PlanBody.Characteristic planned = found.planned;
        var mean = found.mean();
        return new Result(
                code,
                planned == null ? null : planned.name(),
                found.isMeasurement() ? "measurement" : "attribute",
                planned == null ? null : planned.unit(),
                planned == null ? null : planned.lower(),
                planned == null ? null : planned.target(),
                planned == null ? null : planned.upper(),
                found.looked(),
                found.defects(),
                mean == null ? null : mean.toPlainString(),
                InspectionViews.extreme(found, false),
                InspectionViews.extreme(found, true));
    }

    @Override
    public List<About> inspections(Collection<Long> units, int limit) {
        return about(Kind.INSPECTION, units, limit);
    }

    @Override
    public List<About> nonconformances(Collection<Long> units, int limit) {
        return about(Kind.NONCONFORMANCE, units, limit);
    }

    private List<About> about(Kind kind, Collection<Long> units, int limit) {
        return records.page(kind, new Records.Filter(null, null, units), null, limit).items().stream()
                .map(Records.Listed::head)
                .map(h -> new About(h.code(), h.state(), h.title(), InspectionViews.time(h.openedAtUs())))
                .toList();
    }
}
