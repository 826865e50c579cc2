/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.analysis.signal.Field.Siblings;
import org.gozinto.analysis.signal.Unanswered.Reason;

/** One run of {@link Signals}. */
final class SignalRun {

    private final Field field;
    private final Settings settings;
    private final Drifts.Rule rule;
    private final Tally tally;
    private final Mix mix;
    private final List<Unanswered> unanswered = new ArrayList<>();
    private final List<Drift> drifts = new ArrayList<>();

    SignalRun(Field field, Settings settings) {
        this.field = field;
        this.settings = settings;
        this.rule = Drifts.Rule.of(
                settings,
                field.siblings().stream()
                        .filter(Siblings::hasDenominators)
                        .mapToInt(siblings -> siblings.complaints().size())
                        .sum());
        this.tally = new Tally(field.codes().size());
        this.mix = new Mix(field);
    }

    Report report() {
        for (Siblings siblings : field.siblings()) {
            if (siblings.hasDenominators()) {
                tellBad(siblings);
                judge(siblings);
            } else {
                mix.add(siblings);
            }
        }
        Judged judged = new Judged(field, tally, settings, false);
        Judged byMix = new Judged(field, mix.tally(), settings, true);
        unanswered.addAll(judged.unanswered());
        unanswered.addAll(byMix.unanswered());
        drifts.sort(
                Comparator.comparing(Drift::alarmOn).thenComparing(Drift::item).thenComparing(Drift::code));
        return new Report(
                field.asOf(),
                judged.findings(),
                judged.unlisted() + byMix.unlisted(),
                byMix.findings().stream().map(mix::told).toList(),
                unanswered,
                drifts,
                field.apart(),
                judged.dispersions(),
                judged.prior(),
                judged.falseAlarms());
    }

    private void tellBad(Siblings siblings) {
        Map<Integer, Long> complaints = new HashMap<>();
        siblings.complaints()
                .values()
                .forEach(ofCode -> ofCode.forEach(one -> complaints.merge(one.lot(), 1L, Long::sum)));
        for (int i = 0; i < siblings.services().size(); i++) {
            String bad = siblings.services().get(i).bad();
            int lot = siblings.firstLot() + i;
            if (bad != null) {
                String id = field.lots().get(lot).id();
                unanswered.add(new Unanswered(id, null, complaints.getOrDefault(lot, 0L), Reason.BAD_EXPOSURE, bad));
            }
        }
    }

    private void judge(Siblings siblings) {
        Map<Window, LifeTable> tables = new HashMap<>();
        siblings.complaints().forEach((code, complaints) -> {
            String name = field.codes().get(code);
            Window window = field.window(siblings.item(), name);
            LifeTable table = tables.computeIfAbsent(window, days -> LifeTable.of(siblings, days, field.markets()));
            CodeTable cells = CodeTable.of(siblings, complaints, table);
            if (cells.complaints() >= siblings.units()) {
                tellAllFailed(siblings, name, cells);
                return;
            }
            tally.column(code, siblings.firstLot(), cells.expected(), cells.shares(), cells.found());
            Drift drift = Drifts.of(siblings.item(), name, cells, rule);
            if (drift != null) {
                drifts.add(drift);
            }
        });
    }

    private void tellAllFailed(Siblings siblings, String code, CodeTable cells) {
        String detail = cells.complaints() + " complaints of " + siblings.units() + " units in service";
        for (int i = 0; i < cells.found().length; i++) {
            if (cells.found()[i] > 0) {
                String id = field.lots().get(siblings.firstLot() + i).id();
                unanswered.add(new Unanswered(id, code, cells.found()[i], Reason.ALL_FAILED, detail));
            }
        }
    }
}
