/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.recall.RecallStore.Recall;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * What the steps of a case amount to. A step that was undone counts no more; all others are taken in order.
 *
 * <p>Immutable once {@link #of} has returned it.
 */
final class CaseFile {

    private final Recall recall;
    private final List<Taken> steps;
    private final Set<Long> undone;

    private Stage stage = Stage.SIGNAL;
    private final Map<Stage, Taken> reached = new LinkedHashMap<>();
    private Step.@Nullable Investigate investigation;
    private Step.@Nullable EvaluateHazard hazard;
    private Step.@Nullable Ask asked;
    private @Nullable Taken decided;
    private final List<Taken> scoped = new ArrayList<>();
    private final List<Taken> releases = new ArrayList<>();
    private final RoaringBitmap freed = new RoaringBitmap();
    private final List<Taken> notified = new ArrayList<>();
    private final Map<String, Taken> answers = new LinkedHashMap<>();
    private final Map<String, List<Step.SubConsignee>> passedOn = new LinkedHashMap<>();
    private final Map<PullKey, Pulled> pulls = new HashMap<>();
    private Step.@Nullable DrawSample sample;
    private final Map<String, Taken> checks = new LinkedHashMap<>();
    private final List<Taken> disposals = new ArrayList<>();
    private final List<Taken> remedies = new ArrayList<>();
    private @Nullable Taken published;
    private @Nullable Taken firstPublished;
    private final Map<String, String> facts = new LinkedHashMap<>();

    /** A unit at a place of the pull list. */
    record PullKey(String unit, String place) {}

    /** A row of the pull list that was ticked off, and the step that did. */
    record Pulled(Step.PullLine line, Taken by) {}

    private CaseFile(Recall recall, List<Taken> steps, Set<Long> undone) {
        this.recall = recall;
        this.steps = List.copyOf(steps);
        this.undone = undone;
    }

    static CaseFile of(Recall recall, List<Taken> steps) {
        var file = new CaseFile(recall, steps, undone(steps));
        for (Taken taken : steps) {
            if (!file.undone.contains(taken.n())) {
                file.take(taken);
            }
        }
        return file;
    }

    /**
     * The steps that count no more. With a decision the scopes go that came into force after it: they were made by it.
     */
    private static Set<Long> undone(List<Taken> steps) {
        Set<Long> undone = new HashSet<>();
        for (Taken taken : steps) {
            if (taken.step() instanceof Step.Undo undo && undo.step() != null) {
                long step = undo.step();
                undone.add(step);
                Taken target = steps.get(Math.toIntExact(step) - 1);
                if (target.step() instanceof Step.Decide) {
                    steps.stream()
                            .filter(s -> s.n() > step && s.n() < taken.n() && s.step() instanceof Step.Scoped)
                            .forEach(s -> undone.add(s.n()));
                }
            }
        }
        return undone;
    }

    private void take(Taken taken) {
        switch (taken.step()) {
            case Step.Note _, Step.Undo _ -> {}
            case Step.Investigate step -> {
                investigation = step;
                atLeast(Stage.INVESTIGATION, taken);
            }
            case Step.EvaluateHazard step -> {
                hazard = step;
                atLeast(Stage.HAZARD_EVALUATION, taken);
            }
            case Step.Ask step -> asked = step;
            case Step.Decide _ -> {
                decided = taken;
                atLeast(Stage.DECISION, taken);
            }
            case Step.Scoped _ -> {
                scoped.add(taken);
                atLeast(Stage.SCOPED, taken);
            }
            case Step.Release _ -> releases.add(taken);
            case Step.Free step ->
                (step.units() == null ? List.<String>of() : step.units())
                        .forEach(id -> freed.add(Integer.parseInt(id)));
            case Step.Notified _ -> {
                notified.add(taken);
                atLeast(Stage.NOTIFIED, taken);
            }
            case Step.Answer step -> take(taken, step);
            case Step.Pull step -> take(taken, step);
            case Step.DrawSample step -> sample = step;
            case Step.Check step -> {
                checks.put(String.valueOf(step.consignee()), taken);
                inProgress(taken);
            }
            case Step.Dispose _ -> {
                disposals.add(taken);
                inProgress(taken);
            }
            case Step.Remedy _ -> {
                remedies.add(taken);
                inProgress(taken);
            }
            case Step.Publish _ -> {
                published = taken;
                firstPublished = firstPublished == null ? taken : firstPublished;
            }
            case Step.Facts step -> {
                if (step.facts() != null) {
                    facts.putAll(step.facts());
                }
            }
            case Step.Advance step -> {
                Stage to = Stage.of(step.to());
                if (to != null) {
                    atLeast(to, taken);
                }
            }
            case Step.Close _ -> atLeast(Stage.CLOSED, taken);
            case Step.Reopen _ -> {
                reached.remove(Stage.CLOSED);
                reached.remove(Stage.RECONCILED);
                stage = acts() ? Stage.IN_PROGRESS : Stage.DECISION;
                reached.putIfAbsent(stage, taken);
            }
        }
    }

    private void take(Taken taken, Step.Answer step) {
        String consignee = String.valueOf(step.consignee());
        answers.put(consignee, taken);
        if (step.subConsignees() != null) {
            passedOn.put(consignee, step.subConsignees());
        }
        inProgress(taken);
    }

    private void take(Taken taken, Step.Pull step) {
        for (Step.PullLine line : step.lines() == null ? List.<Step.PullLine>of() : step.lines()) {
            pulls.put(new PullKey(String.valueOf(line.unit()), String.valueOf(line.place())), new Pulled(line, taken));
        }
        inProgress(taken);
    }

    private void atLeast(Stage to, Taken by) {
        if (stage.isBefore(to)) {
            stage = to;
            reached.put(to, by);
        }
    }

    /** Work that is done for a recall begins when the first word of it has gone out, or the first piece is pulled. */
    private void inProgress(Taken by) {
        if (!stage.isBefore(Stage.SCOPED)) {
            atLeast(Stage.IN_PROGRESS, by);
        }
    }

    Recall recall() {
        return recall;
    }

    List<Taken> steps() {
        return steps;
    }

    /** The number of the last step, 0 before the first. */
    long last() {
        return steps.size();
    }

    boolean isUndone(long step) {
        return undone.contains(step);
    }

    Stage stage() {
        return stage;
    }

    /** The step that brought the case to each stage that it has come to. */
    Map<Stage, Taken> reached() {
        return reached;
    }

    Step.@Nullable Investigate investigation() {
        return investigation;
    }

    Step.@Nullable EvaluateHazard hazard() {
        return hazard;
    }

    Step.@Nullable Ask asked() {
        return asked;
    }

    @Nullable
    ScopeQuestion question() {
        return asked == null ? null : asked.question();
    }

    /** When it was decided and by whom; its step is a {@link Step.Decide}. */
    @Nullable
    Taken decided() {
        return decided;
    }

    Step.@Nullable Decide decision() {
        return decided != null && decided.step() instanceof Step.Decide decide ? decide : null;
    }

    /** Whether it was decided to act. */
    boolean acts() {
        Step.Decide decision = decision();
        return decision != null && "act".equals(decision.action());
    }

    /** Whether the question was asked anew after the scope that counts was frozen. */
    boolean asksAnew() {
        long scopedBy = scoped.isEmpty() ? 0 : scoped.getLast().n();
        return steps.stream().anyMatch(s -> s.n() > scopedBy && s.step() instanceof Step.Ask && !isUndone(s.n()));
    }

    /** The versions of the scope, oldest first. */
    List<Taken> scoped() {
        return scoped;
    }

    Step.@Nullable Scoped scope() {
        return scoped.isEmpty() ? null : (Step.Scoped) scoped.getLast().step();
    }

    /** The version to which the stop was narrowed last; 0 when it never was. */
    long releasedTo() {
        return releases.isEmpty()
                        || !(releases.getLast().step() instanceof Step.Release(var version, var reason))
                        || version == null
                ? 0
                : version;
    }

    /** Ids of units that may be used again. */
    RoaringBitmap freed() {
        return freed;
    }

    List<Taken> notified() {
        return notified;
    }

    /** What each consignee said last. */
    Map<String, Taken> answers() {
        return answers;
    }

    /** To whom each consignee passed it on. */
    Map<String, List<Step.SubConsignee>> passedOn() {
        return passedOn;
    }

    Map<PullKey, Pulled> pulls() {
        return pulls;
    }

    Step.@Nullable DrawSample sample() {
        return sample;
    }

    Map<String, Taken> checks() {
        return checks;
    }

    List<Taken> disposals() {
        return disposals;
    }

    List<Taken> remedies() {
        return remedies;
    }

    /** What was last said to consumers; null when nothing is. */
    @Nullable
    Taken published() {
        return published;
    }

    /** When something was first said to consumers that counts. */
    @Nullable
    Taken firstPublished() {
        return firstPublished;
    }

    Map<String, String> facts() {
        return facts;
    }

    /** Codes of everybody to whom a notice was made. */
    Set<String> told() {
        Set<String> told = new LinkedHashSet<>();
        notified.forEach(taken -> told.addAll(((Step.Notified) taken.step()).consignees()));
        return told;
    }
}
