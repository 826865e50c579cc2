/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.List;
import java.util.Map;
import org.gozinto.care.registration.Registrations;
import org.gozinto.genealogy.TraceView;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.recall.RecallStore.Recall;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;

/** Shows cases. Safe for use by many threads. */
final class RecallViews {

    private final CaseScopes scopes;
    private final CaseRules rules;
    private final Parts parts;

    /** What the parts of a case are shown by. */
    record Parts(
            Consignees consignees,
            Deliveries deliveries,
            Pulls pulls,
            Reconciliations reconciliations,
            Figures figures,
            Remedies remedies,
            StopEntries entries,
            Registrations registrations) {}

    RecallViews(CaseScopes scopes, CaseRules rules, Parts parts) {
        this.scopes = scopes;
        this.rules = rules;
        this.parts = parts;
    }

    RecallView of(CaseFile file) {
        Recall recall = file.recall();
        Step.Ask asked = file.asked();
        Taken decided = file.decided();
        return new RecallView(
                recall.code(),
                recall.id(),
                recall.kind().word,
                recall.title(),
                file.stage().word,
                stages(file),
                RecallStore.time(recall.openedAtUs()),
                recall.actor(),
                file.last(),
                rules.next(file),
                file.question(),
                asked == null ? null : asked.unitCosts(),
                asked == null ? null : asked.currency(),
                file.investigation(),
                file.hazard(),
                decided == null || !(decided.step() instanceof Step.Decide decide)
                        ? null
                        : new RecallView.DecisionView(
                                decide, decided.n(), RecallStore.time(decided.atUs()), decided.actor()),
                scope(file),
                file.scoped().stream().map(RecallViews::version).toList(),
                scopes.stopped(file),
                counts(file),
                published(file),
                file.facts());
    }

    private static List<RecallView.StageView> stages(CaseFile file) {
        return file.reached().entrySet().stream()
                .map(e -> new RecallView.StageView(
                        e.getKey().word,
                        e.getValue().n(),
                        RecallStore.time(e.getValue().atUs()),
                        e.getValue().actor(),
                        e.getValue().role()))
                .toList();
    }

    private RecallView.@Nullable ScopeView scope(CaseFile file) {
        Step.Scoped scoped = file.scope();
        TraceView.SummaryView summary = scopes.summary(file);
        if (scoped == null || summary == null) {
            return null;
        }
        CaseScopes.Whole whole = scopes.whole(file);
        return new RecallView.ScopeView(
                scoped.scope(),
                scoped.scopeVersion(),
                scoped.version(),
                scoped.seq(),
                scoped.answerHash(),
                scoped.units(),
                summary.lots(),
                summary.serials(),
                whole.complete(),
                whole.cuts(),
                file.stage() == Stage.CLOSED ? null : scopes.drift(file));
    }

    private static RecallView.VersionView version(Taken taken) {
        Step.Scoped scoped = (Step.Scoped) taken.step();
        return new RecallView.VersionView(
                scoped.version(),
                scoped.scope(),
                scoped.scopeVersion(),
                scoped.seq(),
                RecallStore.time(taken.atUs()),
                taken.actor(),
                scoped.units(),
                scoped.added(),
                scoped.removed(),
                scoped.changed(),
                scoped.because());
    }

    private RecallView.CountsView counts(CaseFile file) {
        if (file.scope() == null) {
            return new RecallView.CountsView(0, 0, 0, 0, 0, 0, 0, 0);
        }
        Step.DrawSample sample = file.sample();
        return new RecallView.CountsView(
                parts.consignees().codes(file).size(),
                file.told().size(),
                file.answers().size(),
                sample == null || sample.consignees() == null
                        ? 0
                        : sample.consignees().size(),
                file.checks().size(),
                file.pulls().size(),
                parts.remedies().all(file).getCardinality(),
                parts.entries().count(file.recall().code()));
    }

    private static RecallView.@Nullable PublicView published(CaseFile file) {
        Taken taken = file.published();
        if (taken == null || !(taken.step() instanceof Step.Publish publish)) {
            return null;
        }
        Map<String, PublicRecalls.Text> texts = publish.texts() == null ? Map.of() : publish.texts();
        return new RecallView.PublicView(
                String.valueOf(publish.language()),
                texts.keySet().stream().sorted().toList(),
                RecallStore.time(taken.atUs()),
                taken.n());
    }

    Page<RecallView.Head> heads(Page<Recall> page) {
        return new Page<>(
                page.items().stream()
                        .map(r -> new RecallView.Head(
                                r.code(),
                                r.id(),
                                r.kind().word,
                                r.title(),
                                r.stage().word,
                                RecallStore.time(r.openedAtUs()),
                                r.actor()))
                        .toList(),
                page.nextCursor());
    }

    RecallView.StepView step(CaseFile file, Taken taken) {
        return new RecallView.StepView(
                taken.n(),
                taken.id(),
                RecallStore.type(taken.step()),
                RecallStore.time(taken.atUs()),
                taken.actor(),
                taken.role(),
                taken.step(),
                java.util.HexFormat.of().formatHex(taken.hash()),
                file.isUndone(taken.n()) ? true : null);
    }

    /** Steps after one, oldest first. */
    Page<RecallView.StepView> steps(CaseFile file, long after, int limit) {
        int from = (int) Math.min(after, file.last());
        int to = (int) Math.min(file.last(), (long) from + limit);
        return new Page<>(
                file.steps().subList(from, to).stream().map(t -> step(file, t)).toList(),
                to < file.last() ? Paging.cursor(String.valueOf(to)) : null);
    }

    PullView pulls(CaseFile file, Pulls.Asked asked) {
        rules.requireScoped(file);
        return parts.pulls().of(file, asked);
    }

    Page<ConsigneeView> consignees(CaseFile file, @Nullable String state, @Nullable String cursor, int limit) {
        return parts.consignees().page(file, state, cursor, limit);
    }

    Page<ConsigneeView.Goods> goods(CaseFile file, String consignee, @Nullable String cursor, int limit) {
        rules.requireScoped(file);
        return parts.deliveries().page(file, consignee, cursor, limit);
    }

    /** The same goods with those who registered them. */
    Page<ConsigneeView.Goods> held(Page<ConsigneeView.Goods> page) {
        Map<Long, Registrations.Holder> holders = parts.registrations()
                .holders(page.items().stream()
                        .map(goods -> Long.parseLong(goods.unit()))
                        .toList());
        return new Page<>(
                page.items().stream()
                        .map(goods -> goods.heldBy(holder(holders.get(Long.parseLong(goods.unit())))))
                        .toList(),
                page.nextCursor());
    }

    private static ConsigneeView.@Nullable Holder holder(Registrations.@Nullable Holder known) {
        return known == null
                ? null
                : new ConsigneeView.Holder(
                        known.registration(),
                        known.name(),
                        known.email(),
                        known.phone(),
                        known.country(),
                        known.language());
    }

    ReconciliationView reconciliation(CaseFile file) {
        return parts.reconciliations().of(file);
    }

    FiguresView figures(CaseFile file) {
        return parts.figures().of(file);
    }

    /** Entries that moved what is stopped, after one. */
    Page<RecallView.EntryHead> entries(CaseFile file, long after, int limit) {
        return parts.entries().page(file.recall().code(), after, limit);
    }
}
