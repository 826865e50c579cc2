/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gozinto.analysis.signal.Drift;
import org.gozinto.analysis.signal.Finding;
import org.gozinto.analysis.signal.Report;
import org.gozinto.analysis.signal.Settings;
import org.gozinto.analysis.signal.Unanswered;
import org.gozinto.analysis.signal.Verdict;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.signal.SignalStore.Found;
import org.gozinto.quality.signal.SignalsView.SignalView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts what a run found into the words of the API. */
final class SignalReports {

    /** How numbers come about, by name; it changes when they would. */
    static final String METHOD = "gammaPoisson-midP-bh-1";

    private final Names names;
    private final JsonMapper json;
    private final Codes codes;
    private final Map<Long, LotRecord> lots;
    private final Map<String, Long> before;
    private final LocalDate asOf;
    private final Map<Long, UnitRef> refs = new HashMap<>();

    /** @param before since which run each signal of the run before has been one */
    SignalReports(
            Names names,
            JsonMapper json,
            Codes codes,
            Map<Long, LotRecord> lots,
            Map<String, Long> before,
            LocalDate asOf) {
        this.names = names;
        this.json = json;
        this.codes = codes;
        this.lots = lots;
        this.before = before;
        this.asOf = asOf;
    }

    /** All that is kept of a report, in its order. */
    List<Found> found(Report report) {
        Set<Long> ids = new HashSet<>();
        report.findings().forEach(one -> ids.add(Long.parseLong(one.lot())));
        report.mix().forEach(one -> ids.add(Long.parseLong(one.finding().lot())));
        report.unanswered().forEach(one -> ids.add(Long.parseLong(one.lot())));
        refs.putAll(names.refs(ids));
        List<Found> found = new ArrayList<>();
        int rank = 0;
        for (Finding finding : report.findings()) {
            found.add(row("signal", ++rank, finding));
        }
        rank = 0;
        for (var mix : report.mix()) {
            found.add(row("mix", ++rank, mix.finding()));
        }
        rank = 0;
        for (Drift drift : report.drifts()) {
            String body = json.writeValueAsString(drift(drift));
            found.add(new Found("drift", ++rank, 0, drift.code(), "", body));
        }
        rank = 0;
        for (Unanswered one : report.unanswered()) {
            String code = one.code() == null ? "" : one.code();
            String body = json.writeValueAsString(unanswered(one));
            found.add(new Found("unanswered", ++rank, Long.parseLong(one.lot()), code, Words.of(one.reason()), body));
        }
        return found;
    }

    private Found row(String kind, int rank, Finding finding) {
        SignalView view = view(rank, finding);
        return new Found(
                kind,
                rank,
                Long.parseLong(finding.lot()),
                finding.code(),
                view.verdict(),
                json.writeValueAsString(view));
    }

    private SignalView view(int rank, Finding finding) {
        long lotId = Long.parseLong(finding.lot());
        LotRecord lot = lots.get(lotId);
        UnitRef ref = refs.get(lotId);
        boolean isSignal = finding.verdict() == Verdict.SIGNAL;
        String item = lot == null ? "" : lot.item();
        return new SignalView(
                rank,
                item,
                names.item(item),
                lot != null && lot.finished() ? "finished" : "component",
                ref == null ? new UnitRef(finding.lot(), null, null, null, null) : ref,
                finding.code(),
                codes.name(finding.code()),
                finding.complaints(),
                finding.exposure(),
                finding.ratio(),
                finding.ebgm(),
                finding.eb05(),
                finding.eb95(),
                finding.midP(),
                finding.q(),
                Words.of(finding.verdict()),
                Words.of(finding.method()),
                finding.band().low(),
                finding.band().high(),
                finding.allFailed(),
                lot == null ? 0 : lot.unitsInService(),
                lot == null ? null : lot.oldestMonths(asOf),
                isSignal ? before.get(lotId + " " + finding.code()) : null);
    }

    SignalsView.DriftView drift(Drift drift) {
        return new SignalsView.DriftView(
                drift.item(),
                names.item(drift.item()),
                drift.code(),
                codes.name(drift.code()),
                drift.alarmOn().toString(),
                drift.beganOn().toString(),
                drift.beganFrom().toString(),
                drift.beganTo().toString(),
                drift.daysToDetection(),
                drift.complaints(),
                drift.exposure());
    }

    private SignalsView.UnansweredView unanswered(Unanswered one) {
        UnitRef ref = refs.get(Long.parseLong(one.lot()));
        return new SignalsView.UnansweredView(
                ref == null ? new UnitRef(one.lot(), null, null, null, null) : ref,
                one.code(),
                one.complaints(),
                Words.of(one.reason()),
                one.detail());
    }

    /** What a run comes to. */
    SignalRunView.DoneView done(Report report, Settings settings, long complaints, long tookMs) {
        Set<String> items = new HashSet<>();
        lots.values().forEach(lot -> items.add(lot.item()));
        Map<String, Long> apart = new TreeMap<>();
        report.apart().forEach((why, count) -> apart.put(Words.of(why), count));
        long watched = report.findings().stream()
                .filter(one -> one.verdict() == Verdict.WATCH)
                .count();
        var alarms = report.falseAlarms();
        return new SignalRunView.DoneView(
                items.size(),
                lots.size(),
                report.dispersions().size(),
                complaints,
                alarms.tests(),
                alarms.signals(),
                watched,
                alarms.thisRun(),
                alarms.perMonth(),
                alarms.whenNothingIsWrong(),
                alarms.level(),
                settings.complaintsMin(),
                report.dispersions().stream()
                        .filter(one -> Double.isFinite(one.size()))
                        .map(one -> new SignalRunView.DispersionView(
                                one.code(), name(one.code()), one.z(), one.p(), one.size()))
                        .toList(),
                apart,
                report.unlisted(),
                report.unanswered().size(),
                METHOD,
                tookMs);
    }

    private @Nullable String name(String code) {
        return codes.name(code);
    }
}
