/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.gozinto.ledger.Clerk;
import org.gozinto.ledger.Command;
import org.gozinto.ledger.Decision;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Preview;
import org.gozinto.ledger.Preview.Judged;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.EntryView.MovementView;
import org.gozinto.movement.Movements.Prepared;
import org.jspecify.annotations.Nullable;

/** Says what acts would do if they were recorded now; nothing is recorded. Safe for use by many threads. */
final class DryRun {

    /** Acts of one request at the most, since one copy of what they touch is kept for all of them. */
    static final int ACTS_MAX = 10_000;

    /** Units that the acts of one request touch, roughly, at the most; one act alone may touch as many as any. */
    static final int WEIGHT_MAX = 1_000_000;

    /** Movements shown of one act. */
    private static final int MOVEMENTS_MAX = 1_000;

    /** Movements shown of all acts of a request together. */
    private static final int SHOWN_MAX = 100_000;

    private final Preview preview;
    private final ActClerk clerk;
    private final Semaphore places;

    /** @param atOnce how many may run at the same time, since each keeps a reading connection */
    DryRun(Preview preview, ActClerk clerk, int atOnce) {
        this.preview = preview;
        this.clerk = clerk;
        this.places = new Semaphore(atOnce);
    }

    /** What would become of an act. */
    sealed interface Answer {
        record Possible(DryRunView view) implements Answer {}

        record Refused(Refusal refusal) implements Answer {}
    }

    /** Whether acts are too many, or touch too many units, to be judged together. */
    static boolean isTooMuch(int acts, long weight) {
        return acts > ACTS_MAX || acts > 1 && weight > WEIGHT_MAX;
    }

    /** Judges acts in their order, each on what those before it would have done; one answer for each act. */
    List<Answer> of(List<? extends Prepared> prepared, boolean atomic) {
        List<ActCommand> commands = commands(prepared);
        boolean unread = atomic && commands.size() < prepared.size();
        return merged(prepared, unread ? notTried(commands.size()) : answers(commands, atomic), Answer.Refused::new);
    }

    /** The same as verdicts only, for those who do not ask what would move. */
    List<Trial.Verdict> verdicts(List<? extends Prepared> prepared) {
        List<Trial.Verdict> verdicts = judge(commands(prepared), false, clerk).stream()
                .map(DryRun::verdict)
                .toList();
        return merged(prepared, verdicts, Trial.Verdict.Refused::new);
    }

    private static List<ActCommand> commands(List<? extends Prepared> prepared) {
        List<ActCommand> commands = new ArrayList<>();
        for (Prepared act : prepared) {
            if (act instanceof Prepared.Ready ready) {
                commands.add(ready.command());
            }
        }
        return commands;
    }

    /** What was judged, with the acts between that could not even be read. */
    private static <T> List<T> merged(
            List<? extends Prepared> prepared, List<T> judged, Function<Refusal, ? extends T> refused) {
        var next = judged.iterator();
        List<T> all = new ArrayList<>(prepared.size());
        for (Prepared act : prepared) {
            all.add(
                    switch (act) {
                        case Prepared.Ready ready -> next.next();
                        case Prepared.Refused unread -> refused.apply(unread.refusal());
                    });
        }
        return all;
    }

    private static List<Answer> notTried(int count) {
        return java.util.Collections.nCopies(count, new Answer.Refused(Movements.notTried()));
    }

    private List<Answer> answers(List<ActCommand> commands, boolean atomic) {
        var watching = new Watching();
        Iterator<Judged> judged = judge(commands, atomic, watching).iterator();
        return commands.stream()
                .map(command -> answer(command, judged.next(), watching))
                .toList();
    }

    private List<Judged> judge(List<ActCommand> commands, boolean atomic, Clerk judge) {
        if (commands.isEmpty()) {
            return List.of();
        }
        places.acquireUninterruptibly();
        try {
            return preview.judge(commands, atomic, judge);
        } finally {
            places.release();
        }
    }

    private static Trial.Verdict verdict(Judged judged) {
        return switch (judged) {
            case Judged.Refused refused -> new Trial.Verdict.Refused(refused.refusal());
            case Judged.Repeated repeated -> new Trial.Verdict.Repeated(repeated.seq());
            case Judged.Accepted accepted ->
                new Trial.Verdict.Possible(accepted.decision().alerts());
        };
    }

    private static Answer answer(ActCommand command, Judged judged, Watching watching) {
        String type = command.act().heading().type();
        return switch (judged) {
            case Judged.Refused refused -> new Answer.Refused(refused.refusal());
            case Judged.Repeated repeated ->
                new Answer.Possible(
                        new DryRunView(true, command.id(), type, true, repeated.seq(), null, null, null, null));
            case Judged.Accepted accepted -> {
                int count = accepted.decision().movements().size();
                List<MovementView> shown = watching.shown(command.id());
                yield new Answer.Possible(new DryRunView(
                        true,
                        command.id(),
                        type,
                        null,
                        null,
                        shown,
                        count,
                        shown.size() < count ? true : null,
                        accepted.decision().alerts()));
            }
        };
    }

    /**
     * A clerk that looks over the shoulder of the real one: what would move is put in words while the desk is open,
     * since units that an act would make are nowhere else.
     */
    private final class Watching implements Clerk {

        private final Map<String, List<MovementView>> shownById = new HashMap<>();
        private int shown;

        List<MovementView> shown(String id) {
            return shownById.getOrDefault(id, List.of());
        }

        @Override
        public Desk open(List<? extends Command> group, Connection connection) throws SQLException {
            var desk = clerk.open(group, connection);
            return new Desk() {
                private @Nullable Long firstSeq;

                @Override
                public Decision decide(Command command, long seq, long nowUs) throws SQLException {
                    firstSeq = firstSeq == null ? seq : firstSeq;
                    Decision decision = desk.decide(command, seq, nowUs);
                    if (decision instanceof Decision.Accepted accepted) {
                        int most = Math.min(MOVEMENTS_MAX, SHOWN_MAX - shown);
                        List<Movement> movements = accepted.movements();
                        var views = desk.views(movements.subList(0, Math.min(most, movements.size())), firstSeq);
                        shown += views.size();
                        shownById.put(command.id(), views);
                    }
                    return decision;
                }

                @Override
                public void write() {
                    throw new IllegalStateException("a dry run writes nothing");
                }
            };
        }
    }
}
