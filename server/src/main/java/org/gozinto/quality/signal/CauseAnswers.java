/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gozinto.analysis.cause.Cause;
import org.gozinto.analysis.cause.CauseAnswer;
import org.gozinto.analysis.cause.Counts;
import org.gozinto.analysis.cause.Explained;
import org.gozinto.analysis.cause.Window;
import org.gozinto.genealogy.Factor;
import org.gozinto.quality.signal.CauseView.AnswerView;
import org.gozinto.quality.signal.CauseView.CountsView;
import org.gozinto.quality.signal.CauseView.ExplainedView;
import org.gozinto.quality.signal.CauseView.FactorView;
import org.gozinto.quality.signal.CauseView.FoundView;
import org.gozinto.quality.signal.CauseView.WindowView;
import org.jspecify.annotations.Nullable;

/** Puts what the statistics found into the words of the API. */
final class CauseAnswers {

    private static final int FAILED_MAX = 1_000;
    private static final int SHARED_MAX = 50;
    private static final int POINTS_MAX = 2_000;
    private static final int TIMELINES_MAX = 20;
    private static final int LISTED_MAX = 20_000;

    private final Names names;
    private final FactorViews views;
    private final CauseTable table;
    private final Asked asked;

    /** Finds the way from a factor to a unit. */
    @FunctionalInterface
    interface Paths {
        List<Long> path(long unitId, Factor factor);
    }

    /**
     * What the answer is to.
     *
     * @param failed the failed units
     * @param beforeManufacture complaints that say a date before the unit was made
     */
    record Asked(
            List<Long> failed,
            Controls.Drawn drawn,
            List<CauseView.NamedView> unknown,
            List<String> beforeManufacture,
            Paths paths) {}

    CauseAnswers(Names names, CauseTable table, Asked asked) {
        this.names = names;
        this.views = new FactorViews(names);
        this.table = table;
        this.asked = asked;
    }

    AnswerView of(CauseAnswer answer) {
        return switch (answer) {
            case CauseAnswer.Unreadable bad ->
                throw new IllegalStateException("the table contradicts itself: " + bad.faults());
            case CauseAnswer.TooFewFailures few -> view("tooFewFailures", few.needed(), null, List.of(), null);
            case CauseAnswer.NoControls _ -> view("noControls", null, null, List.of(), null);
            case CauseAnswer.EveryoneFailed _ -> view("everyoneFailed", null, null, List.of(), null);
            case CauseAnswer.NothingInCommon _ -> view("nothingInCommon", null, null, List.of(), null);
            case CauseAnswer.Nothing nothing -> view("nothing", null, nothing, List.of(), null);
            case CauseAnswer.Found found -> view("found", null, null, found.causes(), found);
        };
    }

    /** The answer when nothing that was named is a unit. */
    static AnswerView noFailures(List<CauseView.NamedView> unknown) {
        return new AnswerView(
                "noFailures",
                0,
                0,
                0,
                null,
                0,
                List.of(),
                unknown,
                List.of(),
                0,
                0,
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private AnswerView view(
            String is,
            @Nullable Integer needed,
            CauseAnswer.@Nullable Nothing nothing,
            List<Cause> causes,
            CauseAnswer.@Nullable Found found) {
        var screening = found != null ? found.screening() : nothing != null ? nothing.screening() : null;
        List<FoundView> shown = new ArrayList<>();
        for (Cause cause : causes) {
            shown.add(cause(shown.size() + 1, cause));
        }
        return new AnswerView(
                is,
                asked.failed().size(),
                asked.drawn().controls().size(),
                asked.drawn().strataWithBoth(),
                needed,
                asked.drawn().comparable(),
                names.list(asked.drawn().notMatched()),
                asked.unknown(),
                asked.beforeManufacture(),
                screening == null ? 0 : screening.tested(),
                screening == null ? 0 : screening.tooRare() + screening.uninformative(),
                nothing == null ? null : finite(nothing.leastQ()),
                shown,
                found == null ? List.of() : names.list(found.unexplained()),
                found != null && found.more(),
                windows(causes),
                shared(),
                timelines(causes),
                names.list(asked.failed()
                        .subList(0, Math.min(LISTED_MAX, asked.failed().size()))));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    // --- causes

    private FoundView cause(int rank, Cause cause) {
        List<FactorView> factors = factors(cause.factors(), cause.window());
        return new FoundView(
                rank,
                factors,
                window(cause.window()),
                counts(cause.counts()),
                finite(cause.effect().oddsRatio()),
                finite(cause.effect().oddsLow()),
                finite(cause.effect().oddsHigh()),
                cause.effect().share(),
                bounded(cause.effect().shareLow()),
                bounded(cause.effect().shareHigh()),
                cause.p(),
                cause.q(),
                cause.pGivenOthers(),
                cause.failedUnits().stream()
                        .limit(FAILED_MAX)
                        .map(String::valueOf)
                        .toList(),
                cause.explained().stream().map(this::explained).toList(),
                cause.explainedInAll(),
                path(cause));
    }

    // A share of failures that is far below nothing says no more than one that is below nothing.
    private static double bounded(double share) {
        return Double.isNaN(share) ? 0 : Math.clamp(share, -1e9, 1);
    }

    private ExplainedView explained(Explained one) {
        return new ExplainedView(
                factors(one.factors(), one.window()),
                window(one.window()),
                counts(one.counts()),
                one.p(),
                one.pGivenCause(),
                one.pOfCause(),
                one.relation().name().toLowerCase(Locale.ROOT),
                one.rival());
    }

    private List<FactorView> factors(List<org.gozinto.analysis.cause.Factor> factors, @Nullable Window window) {
        return window != null
                ? List.of(FactorViews.ofWindow(window))
                : factors.stream().map(one -> views.of(one, table)).toList();
    }

    private static @Nullable WindowView window(@Nullable Window window) {
        return window == null ? null : FactorViews.view(window);
    }

    private CountsView counts(Counts counts) {
        return new CountsView(
                counts.failures(),
                asked.failed().size(),
                counts.controls(),
                asked.drawn().controls().size(),
                counts.failuresByChance(),
                counts.certain());
    }

    private List<UnitRef> path(Cause cause) {
        if (cause.failedUnits().isEmpty()) {
            return List.of();
        }
        long unit = cause.failedUnits().getFirst();
        for (var named : cause.factors()) {
            Factor factor = table.factor(named.family(), named.key());
            List<Long> path = factor == null ? List.of() : asked.paths().path(unit, factor);
            if (!path.isEmpty()) {
                return names.list(withFactor(path, factor));
            }
        }
        return names.list(List.of(unit));
    }

    private static List<Long> withFactor(List<Long> path, @Nullable Factor factor) {
        if (factor == null || factor.unitId() == 0 || path.getFirst() == factor.unitId()) {
            return path;
        }
        // The lot of a serial is one step before it.
        List<Long> longer = new ArrayList<>(path);
        longer.addFirst(factor.unitId());
        return longer;
    }

    // --- what is beside them

    private static List<Window> windowsOf(List<Cause> causes) {
        Set<Window> windows = new LinkedHashSet<>();
        for (Cause cause : causes) {
            if (cause.window() != null) {
                windows.add(cause.window());
            }
            cause.explained().stream().map(Explained::window).forEach(window -> {
                if (window != null) {
                    windows.add(window);
                }
            });
        }
        return List.copyOf(windows);
    }

    private static List<WindowView> windows(List<Cause> causes) {
        return windowsOf(causes).stream().map(FactorViews::view).toList();
    }

    private List<CauseView.SharedView> shared() {
        List<CauseTable.Shared> shared = table.shared(SHARED_MAX);
        views.load(shared.stream().map(CauseTable.Shared::factor).toList());
        return shared.stream()
                .map(one -> new CauseView.SharedView(
                        views.of(one.factor()),
                        one.controls(),
                        asked.drawn().controls().size()))
                .toList();
    }

    private List<CauseView.TimelineView> timelines(List<Cause> causes) {
        Set<String> equipments = new LinkedHashSet<>();
        windowsOf(causes).forEach(window -> equipments.add(window.series()));
        for (Cause cause : causes) {
            add(cause.factors(), equipments);
            cause.explained().forEach(one -> add(one.factors(), equipments));
        }
        Map<String, CauseView.TimelineView> lines = new LinkedHashMap<>();
        equipments.stream().limit(TIMELINES_MAX).forEach(line -> lines.put(line, timeline(line)));
        return List.copyOf(lines.values());
    }

    private void add(Collection<org.gozinto.analysis.cause.Factor> factors, Set<String> equipments) {
        for (var named : factors) {
            Factor factor = table.factor(named.family(), named.key());
            String text = factor == null ? null : factor.text();
            boolean isOfLine = factor != null
                    && (factor.family() == Factor.Family.EQUIPMENT || factor.family() == Factor.Family.HOUR);
            if (isOfLine && text != null) {
                equipments.add(text);
            }
        }
    }

    private CauseView.TimelineView timeline(String equipment) {
        List<CauseTable.Pass> passes = table.passes(equipment);
        long failed =
                passes.stream().filter(pass -> table.isFailed(pass.unit())).count();
        long others = passes.size() - failed;
        // All failed units, and of the others every n-th in the order of time.
        long step = Math.max(1, (others + POINTS_MAX - 1) / Math.max(1, POINTS_MAX - Math.min(failed, POINTS_MAX - 1)));
        List<CauseView.PointView> points = new ArrayList<>();
        long seen = 0;
        var sorted = passes.stream()
                .sorted(Comparator.comparingLong(CauseTable.Pass::atUs))
                .toList();
        for (CauseTable.Pass pass : sorted) {
            boolean isFailed = table.isFailed(pass.unit());
            if (points.size() < POINTS_MAX && (isFailed || seen++ % step == 0)) {
                points.add(new CauseView.PointView(Days.text(pass.atUs()), isFailed));
            }
        }
        return new CauseView.TimelineView(equipment, points, points.size() == passes.size());
    }
}
