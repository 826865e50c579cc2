/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.gozinto.analysis.signal.Evidence;
import org.gozinto.analysis.signal.LotRate;
import org.gozinto.analysis.signal.Signals;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.certificate.Certificates;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.quality.inspection.Inspections;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** What is known of the quality of a unit, and of its lot among its siblings. */
final class UnitQuality {

    private static final int SIBLINGS_MAX = 200;
    private static final int RECORDS_MAX = 100;

    /** Complaints of one lot that are counted. */
    private static final int COMPLAINTS_MAX = 100_000;

    private static final double TAIL = 0.025;

    private final SignalStore store;
    private final BaselineStore baselines;
    private final Names names;
    private final ComplaintFacts complaints;
    private final Inspections inspections;
    private final Certificates certificates;

    UnitQuality(
            SignalStore store,
            BaselineStore baselines,
            Names names,
            ComplaintFacts complaints,
            Inspections inspections,
            Certificates certificates) {
        this.store = store;
        this.baselines = baselines;
        this.names = names;
        this.complaints = complaints;
        this.inspections = inspections;
        this.certificates = certificates;
    }

    UnitQualityView of(long unitId) {
        Unit unit = names.units.find(unitId);
        if (unit == null) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no unit " + unitId + ".")
                    .status(404)
                    .asException();
        }
        long lotId = unit.kind() == Unit.Kind.LOT ? unitId : unit.lotId();
        Map<Long, UnitRef> refs = names.refs(lotId == 0 ? List.of(unitId) : List.of(unitId, lotId));
        UnitRef self = refs.getOrDefault(unitId, new UnitRef(String.valueOf(unitId), null, null, null, null));
        Codes codes = Codes.of(complaints.codes());
        Map<String, Long> byCode = new HashMap<>();
        List<UnitQualityView.RecordView> records = new ArrayList<>();
        for (ComplaintFacts.Fact fact : complaints.of(unitId, COMPLAINTS_MAX)) {
            byCode.merge(fact.code() == null ? "" : fact.code(), 1L, Long::sum);
            records.add(new UnitQualityView.RecordView(
                    fact.complaint(), "", fact.code(), fact.reportedDay().toString()));
        }
        SignalStore.Row latest = store.latest();
        String item = self.item();
        Map<Long, LotRecord> siblings = item == null || latest == null ? Map.of() : store.lots(item);
        LotRecord lot = siblings.get(lotId);
        Set<Long> both = new HashSet<>(Set.of(unitId));
        if (lotId != 0) {
            both.add(lotId);
        }
        return new UnitQualityView(
                self,
                refs.get(lotId),
                records.size(),
                byCode.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(one ->
                                new UnitQualityView.CodeCount(one.getKey(), codes.name(one.getKey()), one.getValue()))
                        .toList(),
                latest == null ? null : latest.view().number(),
                latest == null ? null : latest.view().asOf(),
                lot == null ? 0 : lot.unitsInService(),
                latest == null || lot == null ? List.of() : rates(lotId, siblings, latest.view(), codes),
                records.subList(0, Math.min(RECORDS_MAX, records.size())),
                about(inspections.nonconformances(both, RECORDS_MAX)),
                about(inspections.inspections(both, RECORDS_MAX)),
                certificates.about(both, RECORDS_MAX).stream()
                        .map(one -> new UnitQualityView.RecordView(one.number(), one.state(), one.title(), one.at()))
                        .toList());
    }

    private static List<UnitQualityView.RecordView> about(List<Inspections.About> list) {
        return list.stream()
                .map(one -> new UnitQualityView.RecordView(one.number(), one.state(), one.title(), one.openedAt()))
                .toList();
    }

    // --- rates

    private List<UnitQualityView.RateView> rates(
            long lotId, Map<Long, LotRecord> siblings, SignalRunView run, Codes codes) {
        Evidence evidence = new Evidences(names.items).of(LocalDate.parse(run.asOf()), siblings, baselines.all());
        Map<String, String> verdicts = store.verdicts(run.number(), lotId);
        Map<String, Long> seen = new LinkedHashMap<>();
        LotRecord own = siblings.get(lotId);
        if (own == null) {
            return List.of();
        }
        own.complaints().forEach(said -> seen.merge(said.code(), 1L, Long::sum));
        List<UnitQualityView.RateView> rates = new ArrayList<>();
        for (String code : seen.keySet().stream().sorted().toList()) {
            List<LotRate> all = Signals.siblings(evidence, own.item(), code);
            rates.add(rate(lotId, code, all, siblings, codes.name(code), verdicts.get(code)));
        }
        rates.sort(Comparator.comparingLong(UnitQualityView.RateView::n).reversed());
        return rates;
    }

    private UnitQualityView.RateView rate(
            long lotId,
            String code,
            List<LotRate> all,
            Map<Long, LotRecord> lots,
            @Nullable String name,
            @Nullable String verdict) {
        List<LotRate> sorted = all.stream()
                .sorted(Comparator.comparing((LotRate one) -> madeOn(one, lots))
                        .thenComparingLong(one -> Long.parseLong(one.lot())))
                .toList();
        int at = 0;
        while (at < sorted.size() && Long.parseLong(sorted.get(at).lot()) != lotId) {
            at++;
        }
        int from = Math.clamp(at - SIBLINGS_MAX / 2L, 0, Math.max(0, sorted.size() - SIBLINGS_MAX));
        List<LotRate> shown = sorted.subList(from, Math.min(sorted.size(), from + SIBLINGS_MAX));
        Map<Long, UnitRef> refs =
                names.refs(shown.stream().map(one -> Long.parseLong(one.lot())).toList());
        LotRate self = at < sorted.size() ? sorted.get(at) : null;
        long n = self == null ? 0 : self.complaints();
        double expected = self == null ? 0 : self.exposure();
        return new UnitQualityView.RateView(
                code,
                name,
                n,
                expected,
                expected > 0 ? (Double) (n / expected) : null,
                expected > 0 ? (Double) (low(n) / expected) : null,
                expected > 0 ? (Double) (high(n) / expected) : null,
                verdict,
                shown.stream().map(one -> sibling(one, lotId, lots, refs)).toList(),
                sorted.size());
    }

    private static String madeOn(LotRate rate, Map<Long, LotRecord> lots) {
        LotRecord lot = lots.get(Long.parseLong(rate.lot()));
        return lot == null || lot.madeOn() == null ? "" : lot.madeOn();
    }

    private static UnitQualityView.SiblingView sibling(
            LotRate one, long lotId, Map<Long, LotRecord> lots, Map<Long, UnitRef> refs) {
        long id = Long.parseLong(one.lot());
        String madeOn = madeOn(one, lots);
        return new UnitQualityView.SiblingView(
                refs.getOrDefault(id, new UnitRef(one.lot(), null, null, null, null)),
                id == lotId,
                madeOn.isEmpty() ? null : madeOn,
                one.complaints(),
                one.exposure(),
                one.exposure() > 0 ? (Double) (one.complaints() / one.exposure()) : null,
                one.band().low(),
                one.band().high());
    }

    // The exact interval of a count (Garwood, Biometrika 28 (1936) 437–442).
    private static double low(long n) {
        return n == 0 ? 0 : ChiSquaredDistribution.of(2.0 * n).inverseCumulativeProbability(TAIL) / 2;
    }

    private static double high(long n) {
        return ChiSquaredDistribution.of(2.0 * n + 2).inverseSurvivalProbability(TAIL) / 2;
    }
}
