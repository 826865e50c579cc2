/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;

/** Says how a case goes, in figures. */
final class Figures {

    private final CaseScopes scopes;
    private final Consignees consignees;
    private final Reconciliations reconciliations;

    Figures(CaseScopes scopes, Consignees consignees, Reconciliations reconciliations) {
        this.scopes = scopes;
        this.consignees = consignees;
        this.reconciliations = reconciliations;
    }

    /** How the case goes, in figures. */
    FiguresView of(CaseFile file) {
        Taken first = file.steps().isEmpty() ? null : file.steps().getFirst();
        long openedUs = file.recall().openedAtUs();
        ReconciliationView view = reconciliations.of(file);
        int told = file.told().size();
        long answered =
                file.answers().keySet().stream().filter(file.told()::contains).count();
        int inspected = 0;
        int defective = 0;
        for (Taken taken : file.disposals()) {
            Step.Dispose dispose = (Step.Dispose) taken.step();
            inspected += dispose.inspected() == null ? 0 : dispose.inspected();
            defective += dispose.defective() == null ? 0 : dispose.defective();
        }
        for (Taken taken : file.remedies()) {
            Step.Remedy remedy = (Step.Remedy) taken.step();
            inspected += remedy.inspected() == null ? 0 : remedy.inspected();
            defective += remedy.defective() == null ? 0 : remedy.defective();
        }
        long effective = file.checks().values().stream()
                .filter(c -> ((Step.Check) c.step()).result() instanceof String r && r.equals("effective"))
                .count();
        Taken scoped = file.scoped().isEmpty() ? null : file.scoped().getFirst();
        Taken notified = file.notified().isEmpty() ? null : file.notified().getFirst();
        return new FiguresView(
                seconds(openedUs, scoped),
                seconds(openedUs, file.acts() ? file.decided() : null),
                seconds(openedUs, notified),
                located(file, scoped),
                told == 0 ? null : Reconciliations.share(BigDecimal.valueOf(answered), BigDecimal.valueOf(told)),
                file.checks().isEmpty()
                        ? null
                        : Reconciliations.share(
                                BigDecimal.valueOf(effective),
                                BigDecimal.valueOf(file.checks().size())),
                defective == 0
                        ? null
                        : BigDecimal.valueOf(inspected)
                                .divide(BigDecimal.valueOf(defective), 2, RoundingMode.HALF_EVEN)
                                .toPlainString(),
                first == null ? List.of() : curve(file, view));
    }

    private static @Nullable Long seconds(long openedUs, @Nullable Taken step) {
        return step == null ? null : (step.atUs() - openedUs) / 1_000_000;
    }

    private static final int[] HOURS = {2, 4, 24};

    /**
     * The share of the quantity of which one knew where it is: what was in our hands or used up when the scope was
     * frozen, and what consignees had answered by then.
     */
    private List<FiguresView.Located> located(CaseFile file, @Nullable Taken scoped) {
        List<FiguresView.Located> located = new ArrayList<>();
        for (int hours : HOURS) {
            long byUs = file.recall().openedAtUs() + hours * 3_600_000_000L;
            located.add(new FiguresView.Located(
                    hours, scoped == null || scoped.atUs() > byUs ? null : accounted(file, byUs)));
        }
        return located;
    }

    /** The share that was accounted for by an instant, over all items that are counted alike: the mean of items. */
    private String accounted(CaseFile file, long byUs) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (Map.Entry<String, Whereabouts.Amounts> of :
                scopes.whereabouts(file).items().entrySet()) {
            BigDecimal whole = of.getValue().sum();
            if (whole.signum() > 0) {
                BigDecimal open = BigDecimal.ZERO;
                for (Consignees.Consignee consignee : consignees.of(file).values()) {
                    if (consignee.via() == null && !saidBy(file, consignee.code(), byUs)) {
                        open = open.add(scopes.whereabouts(file).at(consignee.code(), of.getKey()));
                    } else if (consignee.via() == null) {
                        open = open.add(new Share(
                                        file,
                                        consignee.code(),
                                        of.getKey(),
                                        scopes.whereabouts(file).at(consignee.code(), of.getKey()),
                                        BigDecimal.ZERO)
                                .open());
                    }
                }
                sum = sum.add(new BigDecimal(Reconciliations.share(whole.subtract(open), whole)));
                count++;
            }
        }
        return count == 0 ? "1" : Reconciliations.share(sum, BigDecimal.valueOf(count));
    }

    private static boolean saidBy(CaseFile file, String consignee, long byUs) {
        Taken answer = file.answers().get(consignee);
        return answer != null && answer.atUs() <= byUs;
    }

    private static final int POINTS_MAX = 60;

    private List<FiguresView.Point> curve(CaseFile file, ReconciliationView now) {
        Taken from = file.decided();
        if (from == null || file.scope() == null) {
            return List.of();
        }
        List<Long> moments = file.answers().values().stream()
                .map(Taken::atUs)
                .sorted()
                .distinct()
                .toList();
        List<FiguresView.Point> points = new ArrayList<>();
        points.add(point(file, from.atUs()));
        int stride = Math.max(1, Math.ceilDiv(moments.size(), POINTS_MAX));
        for (int i = stride - 1; i < moments.size(); i += stride) {
            points.add(point(file, moments.get(i)));
        }
        String last = RecallStore.time(file.steps().getLast().atUs());
        points.add(new FiguresView.Point(last, answered(file, Long.MAX_VALUE), mean(now)));
        return points;
    }

    private FiguresView.Point point(CaseFile file, long atUs) {
        return new FiguresView.Point(RecallStore.time(atUs), answered(file, atUs), accounted(file, atUs));
    }

    private static String answered(CaseFile file, long byUs) {
        int told = file.told().size();
        long by = file.answers().entrySet().stream()
                .filter(e -> e.getValue().atUs() <= byUs && file.told().contains(e.getKey()))
                .count();
        return told == 0 ? "0" : Reconciliations.share(BigDecimal.valueOf(by), BigDecimal.valueOf(told));
    }

    private static String mean(ReconciliationView view) {
        BigDecimal sum = view.items().stream()
                .map(item -> new BigDecimal(item.accounted()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return view.items().isEmpty()
                ? "1"
                : Reconciliations.share(sum, BigDecimal.valueOf(view.items().size()));
    }
}
