/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.jspecify.annotations.Nullable;

/**
 * Mock recalls: the whole way of a recall on the real book, timed step by step, that stops nothing, tells nobody and
 * moves nothing. What was found is kept as a case of kind {@code mock}. Safe for use by many threads.
 */
final class Drills {

    /** Before the names of the figures among the facts of the case. */
    static final String FIGURE = "drill.";

    /** The figure that is written last: a case that has it was run to its end. */
    static final String TOTAL = FIGURE + "totalMs";

    private static final String WORDS = "Drill: nothing is stopped and nobody is told.";

    private final Recalls recalls;
    private final PaperCase.Sources sources;
    private final Pulls pulls;
    private final MassBalances balances;

    Drills(Recalls recalls, PaperCase.Sources sources, Pulls pulls, MassBalances balances) {
        this.recalls = recalls;
        this.sources = sources;
        this.pulls = pulls;
        this.balances = balances;
    }

    /** What a client sends to run a drill. */
    record NewDrill(
            @Nullable String id,
            @Nullable String title,
            @Nullable ScopeQuestion question) {}

    /** @param repeated the same was sent before; what had not been done then is done now */
    record Run(CaseFile file, boolean repeated) {}

    /** Runs a drill to its end; one that was sent before gets its first answer. */
    Run run(NewDrill asked, Actor actor) {
        actor.require(Permission.RECALL);
        var faults = new Faults();
        ScopeQuestion question = asked.question();
        faults.expect(question != null, "/question", "is missing", "a question as of a scope");
        faults.expect(
                question == null
                        || question.trace().direction() == null
                        || question.trace().direction().equals("forward"),
                "/question/direction",
                "is not forward",
                "forward: where it went; what went into it is told as well");
        faults.refuse("The drill cannot be run");
        if (question == null) {
            throw new IllegalStateException("a missing question is refused");
        }
        // A question that cannot be answered leaves no case behind.
        sources.scopes().reach(question);
        Recalls.Opened opened =
                recalls.open(new Recalls.NewRecall(asked.id(), Kind.MOCK.word, asked.title(), null), actor);
        var drill = new Drill(opened.file(), actor);
        // Taken again even when it is done: another question under the same id is refused by its steps.
        drill.take("investigate", new Step.Investigate(WORDS));
        drill.take("hazard", new Step.EvaluateHazard(WORDS, "negligible", "remote", null, null, WORDS));
        drill.take("ask", new Step.Ask(question, null, null));
        CaseFile file = drill.file;
        return new Run(file.facts().containsKey(TOTAL) ? file : drill.timed(question), opened.repeated());
    }

    /** One drill while it runs. */
    private final class Drill {
        private final String code;
        private final String id;
        private final Actor actor;
        private final Map<String, String> figures = new LinkedHashMap<>();
        private CaseFile file;

        Drill(CaseFile file, Actor actor) {
            this.code = file.recall().code();
            this.id = file.recall().id();
            this.actor = actor;
            this.file = file;
        }

        void take(String name, Step step) {
            String stepId =
                    UUID.nameUUIDFromBytes(HashChain.of(id + ":drill:" + name)).toString();
            file = recalls.take(code, new Recalls.NewStep(stepId, step), actor).file();
        }

        CaseFile timed(ScopeQuestion question) {
            long begun = System.nanoTime();
            time(
                    "scopeMs",
                    () -> take("decide", new Step.Decide("act", null, "consumer", List.of(), "A", false, null, WORDS)));
            time("stopMs", () -> {
                PullView view = pulls.of(file, new Pulls.Asked(null, false, null, 1));
                say("stopRows", view.open() + view.done() + view.missing());
                say("stopPlaces", view.places().size());
            });
            time(
                    "consigneesMs",
                    () -> say(
                            "consignees",
                            new PaperCase(file, sources).consignees().size()));
            MassBalances.Side[] sides = new MassBalances.Side[2];
            time("backwardMs", () -> sides[0] = balances.backward(question));
            time("forwardMs", () -> sides[1] = balances.forward(question));
            say("backwardUnits", sides[0].units().size());
            say("forwardUnits", sides[1].units().size());
            say("accountedPercent", new MassBalances.Sheet(sides[1], sides[0], List.of()).accounted());
            say("totalMs", (System.nanoTime() - begun) / 1_000_000);
            take("figures", new Step.Facts(figures));
            return file;
        }

        private void time(String name, Runnable work) {
            long begun = System.nanoTime();
            work.run();
            say(name, (System.nanoTime() - begun) / 1_000_000);
        }

        private void say(String name, Object value) {
            figures.put(FIGURE + name, String.valueOf(value));
        }
    }
}
