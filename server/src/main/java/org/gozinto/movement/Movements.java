/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.ledger.Ledger;
import org.gozinto.ledger.Outcome;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import tools.jackson.databind.JsonNode;

/**
 * Records acts. Each is read, judged and written, or refused with a reason; none takes another with it.
 *
 * <p>Safe for use by many threads.
 */
public class Movements {

    /** Acts that can be tried together, at the most; see {@link #tried}. */
    public static final int TRIED_MAX = DryRun.ACTS_MAX;

    private final Ledger ledger;
    private final DryRun dryRun;

    Movements(Ledger ledger, DryRun dryRun) {
        this.ledger = ledger;
        this.dryRun = dryRun;
    }

    /** Records one act, given as the JSON of the API. */
    public Outcome record(JsonNode act, Actor actor) {
        return record(List.of(act), actor, false).getFirst();
    }

    /** Records acts in their order; with {@code atomic} all of them or none. One outcome for each act. */
    public List<Outcome> record(List<JsonNode> acts, Actor actor, boolean atomic) {
        List<Prepared> prepared = new ArrayList<>(acts.size());
        for (JsonNode act : acts) {
            prepared.add(prepare(act, actor));
        }
        return submit(prepared, atomic);
    }

    /** An act that was read: a command for the writer, or the refusal of what could not be read. */
    sealed interface Prepared {

        /** Roughly how many units it touches. */
        int weight();

        record Ready(ActCommand command) implements Prepared {
            @Override
            public int weight() {
                return command.weight();
            }
        }

        record Refused(Refusal refusal) implements Prepared {
            @Override
            public int weight() {
                return 1;
            }
        }
    }

    Prepared prepare(JsonNode json, Actor actor) {
        try {
            Act act = ActReader.read(json);
            Refusal forbidden = actor.refusalToRecord(act.heading().type());
            return forbidden == null
                    ? new Prepared.Ready(ActCommand.of(act, actor.name()))
                    : new Prepared.Refused(forbidden);
        } catch (RefusedException e) {
            return new Prepared.Refused(e.refusal());
        }
    }

    /** What one act would do if it were recorded now. */
    DryRun.Answer preview(JsonNode act, Actor actor) {
        return dryRun.of(List.of(prepare(act, actor)), false).getFirst();
    }

    /** What acts would do if they were recorded now, in their order; at most {@link DryRun#ACTS_MAX}. */
    List<DryRun.Answer> preview(List<? extends Prepared> prepared, boolean atomic) {
        return dryRun.of(prepared, atomic);
    }

    /**
     * Judges acts as if they were recorded now, in their order, each on what those before it would have done; nothing
     * is recorded. Acts that are too much for one trial are not tried.
     */
    public Trial tried(List<? extends JsonNode> acts, Actor actor) {
        List<Prepared> prepared = new ArrayList<>(acts.size());
        long weight = 0;
        for (JsonNode act : acts) {
            Prepared next = prepare(act, actor);
            prepared.add(next);
            weight += next.weight();
            if (DryRun.isTooMuch(prepared.size(), weight)) {
                return new Trial.TooMuch();
            }
        }
        return new Trial.Judged(dryRun.verdicts(prepared));
    }

    List<Outcome> submit(List<? extends Prepared> prepared, boolean atomic) {
        List<ActCommand> commands = new ArrayList<>(prepared.size());
        for (Prepared act : prepared) {
            if (act instanceof Prepared.Ready ready) {
                commands.add(ready.command());
            }
        }
        boolean broken = commands.size() < prepared.size();
        var recorded =
                (atomic && broken ? refuseWithOthers(commands.size()) : ledger.submit(commands, atomic)).iterator();
        List<Outcome> outcomes = new ArrayList<>(prepared.size());
        for (Prepared act : prepared) {
            outcomes.add(
                    switch (act) {
                        case Prepared.Ready ready -> recorded.next();
                        case Prepared.Refused refused -> new Outcome.Refused(refused.refusal());
                    });
        }
        return outcomes;
    }

    private static List<Outcome> refuseWithOthers(int count) {
        return java.util.Collections.nCopies(count, new Outcome.Refused(notTried()));
    }

    /** The refusal of an act whose request was to be recorded as a whole and could not be read as a whole. */
    static Refusal notTried() {
        return Refusal.of(
                "with-others",
                "Not recorded because of others",
                "Nothing was tried with this one; another line of the same all-or-nothing request could not be read.");
    }
}
