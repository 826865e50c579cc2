/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.recall.RecallStore.Taken;

/** Whether a step fits a case as it is: what must have come before it, and whom and what it names. */
final class CaseRules {

    private final Consignees consignees;
    private final Reconciliations reconciliations;
    private final AnswerRule answers;
    private final Places places;

    CaseRules(Consignees consignees, Reconciliations reconciliations, AnswerRule answers, Places places) {
        this.consignees = consignees;
        this.reconciliations = reconciliations;
        this.answers = answers;
        this.places = places;
    }

    /** Refuses a step that does not fit. */
    void require(CaseFile file, Step step) {
        boolean ofTheEnd = step instanceof Step.Notified told && told.kind().equals(NoticeKind.CLOSING.word());
        if (file.stage() == Stage.CLOSED && !(step instanceof Step.Reopen || step instanceof Step.Note || ofTheEnd)) {
            throw early(file, "The case is closed.", "Reopen it, or open another.");
        }
        switch (step) {
            case Step.Note _, Step.Investigate _, Step.Facts _, Step.Ask _ -> {}
            case Step.EvaluateHazard _ ->
                need(file, Stage.INVESTIGATION, "Nothing was investigated yet.", "Write down what was found first.");
            case Step.Decide decide -> decision(file, decide);
            case Step.Scoped _, Step.Pull _, Step.Dispose _, Step.Remedy _, Step.Free _ -> requireScoped(file);
            case Step.Notified _ -> {
                requireScoped(file);
                if (ofTheEnd) {
                    need(file, Stage.RECONCILED, "It is not at its end.", "Reconcile the quantities first.");
                }
            }
            case Step.Release release -> release(file, release);
            case Step.Answer answer -> {
                requireScoped(file);
                answers.require(consignees.require(file, answer.consignee()), answer);
            }
            case Step.DrawSample _ ->
                need(file, Stage.NOTIFIED, "Nobody was told yet.", "Send notices before their effect is checked.");
            case Step.Check check -> {
                requireScoped(file);
                consignees.require(file, check.consignee());
            }
            case Step.Publish _ -> publication(file);
            case Step.Advance advance -> advance(file, advance);
            case Step.Close close -> close(file, close);
            case Step.Reopen _ -> {
                if (file.stage() != Stage.CLOSED) {
                    throw early(file, "The case is open.", "Go on with it.");
                }
            }
            case Step.Undo undo -> undo(file, undo);
        }
    }

    /** The types of the steps that can be taken now. */
    List<String> next(CaseFile file) {
        List<String> next = new ArrayList<>(List.of("note"));
        if (file.stage() == Stage.CLOSED) {
            next.add("reopen");
            return next;
        }
        next.addAll(List.of("investigate", "ask", "facts", "undo"));
        boolean scoped = file.scope() != null;
        add(next, "evaluateHazard", !file.stage().isBefore(Stage.INVESTIGATION));
        add(next, "decide", canDecide(file));
        for (String word : List.of("evaluate", "notify", "answer", "pull", "check", "dispose", "remedy", "free")) {
            add(next, word, scoped);
        }
        add(next, "release", file.scoped().size() > 1);
        add(next, "publish", scoped && file.recall().kind().isReal());
        add(next, "drawSample", !file.stage().isBefore(Stage.NOTIFIED));
        add(next, "advance", scoped && file.stage().isBefore(Stage.RECONCILED));
        add(next, "close", file.stage() == Stage.RECONCILED || file.decision() != null && !file.acts());
        return next;
    }

    private static void add(List<String> next, String word, boolean can) {
        if (can) {
            next.add(word);
        }
    }

    private static boolean canDecide(CaseFile file) {
        return !file.stage().isBefore(Stage.HAZARD_EVALUATION) && file.decision() == null;
    }

    /** Refuses what needs a scope in a case that has none. */
    void requireScoped(CaseFile file) {
        if (!file.acts()) {
            throw early(file, "It was not decided to act.", "Decide first.");
        }
    }

    private void decision(CaseFile file, Step.Decide decide) {
        need(file, Stage.HAZARD_EVALUATION, "The hazard was not evaluated.", "Evaluate the hazard first.");
        if (file.decision() != null) {
            throw early(file, "It is decided.", "Undo the decision to decide otherwise.");
        }
        if ("act".equals(decide.action()) && file.question() == null) {
            throw early(file, "No question says what is in scope.", "Ask the question of the scope first.");
        }
        String cage = decide.cage();
        if (cage != null) {
            Place place = places.find(cage);
            if (place == null || !place.kind().isLocation()) {
                throw Refusal.of("unknown-place", "No such place", "There is no location " + cage + ".")
                        .at("/step/cage", "the code of a location", "Make the place first, or correct the code.")
                        .asException();
            }
        }
    }

    private static void release(CaseFile file, Step.Release release) {
        Step.Scoped scope = file.scope();
        Long version = release.version();
        if (scope == null || version == null || version != scope.version()) {
            throw Refusal.of(
                            "old-version",
                            "Another version counts",
                            scope == null
                                    ? "There is no scope yet."
                                    : "Version " + scope.version() + " of the scope counts, not " + version + ".")
                    .status(409)
                    .at("/step/version", "the version that counts", "Look at what it removes, then release that.")
                    .asException();
        }
    }

    private static void publication(CaseFile file) {
        if (!file.recall().kind().isReal()) {
            throw early(file, "A drill is not told to anybody.", "Leave it out.");
        }
        need(file, Stage.SCOPED, "There is no scope yet.", "Decide first.");
    }

    private void advance(CaseFile file, Step.Advance advance) {
        requireScoped(file);
        Stage to = Stage.of(advance.to());
        if (to == null || !file.stage().isBefore(to)) {
            throw early(file, "The case is past that.", "Undo the step that brought it further.");
        }
        if (to == Stage.RECONCILED) {
            ReconciliationView view = reconciliations.of(file);
            boolean explained = advance.reason() != null && !advance.reason().isBlank();
            if (!view.addsUp() || view.isOpen() && !explained) {
                throw Refusal.of(
                                "not-reconciled",
                                "The quantities do not add up yet",
                                view.addsUp()
                                        ? "Some is open with consignees or not accounted for, and no reason is given."
                                        : "The states do not add up to the scope.")
                        .at(
                                "/step/reason",
                                "nothing open, or why the rest will stay open",
                                "Enter the answers that are missing, or say why they will not come.")
                        .asException();
            }
        }
    }

    private static void close(CaseFile file, Step.Close close) {
        boolean none = file.decision() != null && !file.acts();
        if (!none && file.stage() != Stage.RECONCILED) {
            throw early(file, "It is not reconciled.", "Reconcile the quantities first.");
        }
    }

    private static void undo(CaseFile file, Step.Undo undo) {
        long n = undo.step() == null ? 0 : undo.step();
        if (n < 1 || n > file.last()) {
            throw Refusal.of("unknown-step", "No such step", "The case has no step " + n + ".")
                    .at("/step/step", "1 to " + file.last(), "Look at the steps of the case.")
                    .asException();
        }
        Taken target = file.steps().get(Math.toIntExact(n) - 1);
        if (file.isUndone(n)) {
            throw early(file, "Step " + n + " was undone.", "Nothing is to be done.");
        }
        String why = switch (target.step()) {
            case Step.Undo _, Step.Scoped _, Step.Notified _, Step.Reopen _ -> "Step " + n + " cannot be taken back.";
            case Step.Decide _ ->
                file.notified().isEmpty() && file.published() == null
                        ? ""
                        : "Others were told of the decision already.";
            case Step.Release _, Step.Free _ -> "What was released may have been used.";
            default -> made(file, target) ? "Later stages stand on step " + n + "." : "";
        };
        if (!why.isEmpty()) {
            throw Refusal.of("not-undoable", "It cannot be undone", why)
                    .status(409)
                    .at("/step/step", "a step on which nothing stands", "Undo what came after it first.")
                    .asException();
        }
    }

    /** Whether the step brought the case to a stage after which it went on. */
    private static boolean made(CaseFile file, Taken target) {
        return file.reached().entrySet().stream()
                .anyMatch(e -> e.getValue().n() == target.n() && e.getKey().isBefore(file.stage()));
    }

    /** The consignees to check: all, or as many of a hundred as the level says, at least one. */
    Step.DrawSample drawn(CaseFile file, Step.DrawSample draw) {
        List<String> all = new ArrayList<>(new TreeSet<>(Set.copyOf(consignees.codes(file))));
        int percent = switch (String.valueOf(draw.level())) {
            case "A" -> 100;
            case "B" -> draw.percent() == null ? 100 : draw.percent();
            case "C" -> 10;
            case "D" -> 2;
            default -> 0;
        };
        int count = percent == 0 ? 0 : Math.max(1, Math.ceilDiv(all.size() * percent, 100));
        // The same case draws the same sample, so that anybody can draw it again; nobody can choose whom it has.
        Collections.shuffle(
                all, new Random(java.util.Arrays.hashCode(file.recall().requestHash()) * 31L + file.last()));
        List<String> chosen =
                all.subList(0, Math.min(count, all.size())).stream().sorted().toList();
        return new Step.DrawSample(draw.level(), draw.percent(), chosen);
    }

    private static void need(CaseFile file, Stage stage, String detail, String action) {
        if (file.stage().isBefore(stage)) {
            throw early(file, detail, action);
        }
    }

    private static RefusedException early(CaseFile file, String detail, String action) {
        return Refusal.of(
                        "wrong-stage",
                        "Not at this stage",
                        file.recall().code() + " is at the stage " + file.stage().word + ": " + detail)
                .status(409)
                .at("", "a step that fits the stage", action)
                .asException();
    }
}
