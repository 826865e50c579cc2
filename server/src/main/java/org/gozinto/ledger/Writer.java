/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one writer: takes what is waiting, records it as one transaction, and answers when it is on disk.
 *
 * <p>While one group is being synced to disk the next one gathers, so groups grow by themselves with the load and
 * nobody waits for a timer.
 */
final class Writer implements AutoCloseable {

    /** Commands that wait at the most; beyond it callers are told to come again. */
    private static final int WAITING_MAX = 20_000;

    /** Units that one transaction touches, roughly, at the most. */
    private static final int GROUP_WEIGHT_MAX = 20_000;

    private static final long SHUTDOWN_MS_MAX = 30_000;

    private record Request(List<? extends Command> commands, boolean atomic, CompletableFuture<List<Outcome>> answer) {
        int weight() {
            return commands.stream().mapToInt(Command::weight).sum();
        }
    }

    private final Database database;
    private final EntryStore entries;
    private final Clerk clerk;
    private final Clock clock;
    private final LongConsumer published;
    private final LinkedBlockingQueue<Request> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final Thread thread = new Thread(this::work, "ledger-writer");
    private volatile Ledger.Head head;
    private volatile boolean closed;

    Writer(Database database, Clerk clerk, Clock clock, LongConsumer published) {
        this.database = database;
        this.entries = new EntryStore(database.dialect());
        this.clerk = clerk;
        this.clock = clock;
        this.published = published;
        this.head = database.transaction(entries::head);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    Ledger.Head head() {
        return head;
    }

    CompletableFuture<List<Outcome>> submit(List<? extends Command> commands, boolean atomic) {
        var request = new Request(List.copyOf(commands), atomic, new CompletableFuture<>());
        if (closed || !waiting.offer(request)) {
            request.answer.complete(refuseAll(request, busy()));
        }
        return request.answer;
    }

    private void work() {
        @Nullable Request held = null;
        while (!closed || held != null || !waiting.isEmpty()) {
            try {
                Request first = held != null ? held : waiting.poll(100, TimeUnit.MILLISECONDS);
                held = null;
                if (first != null) {
                    List<Request> group = new ArrayList<>(List.of(first));
                    held = gather(first, group);
                    record(group);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Adds to the group what is waiting and fits; gives back a request that was taken but must go alone. */
    private @Nullable Request gather(Request first, List<Request> group) {
        if (first.atomic) {
            return null;
        }
        int weight = first.weight();
        while (weight < GROUP_WEIGHT_MAX) {
            Request next = waiting.poll();
            if (next == null) {
                return null;
            }
            if (next.atomic || weight + next.weight() > GROUP_WEIGHT_MAX) {
                return next;
            }
            group.add(next);
            weight += next.weight();
        }
        return null;
    }

    private void record(List<Request> group) {
        try {
            recordTogether(group);
        } catch (RefusedException e) {
            group.forEach(r -> r.answer.complete(refuseAll(r, e.refusal())));
        } catch (RuntimeException | Error e) {
            if (group.size() == 1) {
                group.getFirst().answer.completeExceptionally(e);
            } else {
                // One command that nobody foresaw must not take the others with it: each gets a transaction of its own.
                group.forEach(r -> record(List.of(r)));
            }
        }
    }

    private void recordTogether(List<Request> group) {
        List<Command> commands =
                group.stream().<Command>flatMap(r -> r.commands.stream()).toList();
        boolean atomic = group.getFirst().atomic;
        var recording = database.transaction(connection -> {
            var attempt = new Recording(connection, commands);
            attempt.run();
            if (atomic && attempt.anyRefused()) {
                connection.rollback();
                attempt.refuseRest();
            } else {
                attempt.write();
            }
            return attempt;
        });
        if (recording.written) {
            head = recording.head;
            recording.desk.committed();
        }
        int from = 0;
        for (Request request : group) {
            int to = from + request.commands.size();
            request.answer.complete(List.copyOf(recording.outcomes.subList(from, to)));
            from = to;
        }
        if (recording.written) {
            published.accept(head.seq());
        }
    }

    private static List<Outcome> refuseAll(Request request, Refusal refusal) {
        return request.commands.stream()
                .<Outcome>map(c -> new Outcome.Refused(refusal))
                .toList();
    }

    private static Refusal busy() {
        return Refusal.of(
                        "busy",
                        "Too much is waiting",
                        "More than " + WAITING_MAX
                                + " requests wait to be recorded, or the server is stopping. Nothing was recorded;"
                                + " send the same again later.")
                .status(503);
    }

    /** The refusal of another act under an id that is used. */
    static Refusal reused(String id, long seq) {
        return Refusal.of(
                        "id-reused",
                        "The id was used for something else",
                        "Entry " + seq + " was recorded under id " + id + " with other content.")
                .status(409)
                .at("/id", "a new UUID for a new act", "Make a new id, or send exactly what was sent before.");
    }

    /** The refusal of a good act whose request was to be recorded as a whole. */
    static Refusal withOthers() {
        return Refusal.of(
                "with-others",
                "Not recorded because of others",
                "Nothing wrong with this one; another line of the same all-or-nothing request was refused.");
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(SHUTDOWN_MS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One transaction's worth of commands. */
    private final class Recording {
        private final Connection connection;
        private final List<Command> commands;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final EntryStore.Rows rows = new EntryStore.Rows();
        private final Map<String, EntryStore.Known> known;
        private final Clerk.Desk desk;
        private Ledger.Head head = Writer.this.head;
        private boolean written;

        Recording(Connection connection, List<Command> commands) throws SQLException {
            this.connection = connection;
            this.commands = commands;
            this.known = new HashMap<>(
                    entries.known(connection, commands.stream().map(Command::id).toList()));
            var fresh =
                    commands.stream().filter(c -> !known.containsKey(c.id())).toList();
            this.desk = clerk.open(fresh, connection);
        }

        void run() throws SQLException {
            for (Command command : commands) {
                outcomes.add(outcome(command));
            }
        }

        private Outcome outcome(Command command) throws SQLException {
            var before = known.get(command.id());
            if (before != null) {
                return Arrays.equals(before.requestHash(), command.requestHash())
                        ? new Outcome.Repeated(before.seq(), before.answer())
                        : new Outcome.Refused(reused(command.id(), before.seq()));
            }
            long seq = head.seq() + 1;
            long nowUs = Math.max(recordedAtUs(command), head.recordedAtUs());
            return switch (desk.decide(command, seq, nowUs)) {
                case Decision.Accepted accepted -> accept(command, accepted, nowUs);
                case Decision.Refused refused -> new Outcome.Refused(refused.refusal());
            };
        }

        private long recordedAtUs(Command command) {
            Long given = command.recordedAtUs();
            return given != null ? given : ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        }

        private Outcome accept(Command command, Decision.Accepted accepted, long nowUs) {
            long seq = head.seq() + 1;
            byte[] hash = HashChain.next(head.hash(), seq, command.id(), nowUs, command.actor(), accepted.body());
            String answer = new JsonText()
                    .object()
                    .member("seq", seq)
                    .member("id", command.id())
                    .member("hash", HexFormat.of().formatHex(hash))
                    .raw("alerts", accepted.alerts())
                    .endObject()
                    .toString();
            rows.entries.add(new @Nullable Object[] {
                seq,
                command.id(),
                accepted.type(),
                accepted.occurred().fromUs(),
                accepted.occurred().toUs(),
                accepted.occurred().text(),
                nowUs,
                command.actor(),
                accepted.document(),
                accepted.place(),
                accepted.corrects(),
                accepted.body(),
                command.requestHash(),
                hash,
                answer
            });
            long n = 0;
            for (Movement m : accepted.movements()) {
                rows.movements.add(new Object[] {seq, n++, m.unit(), m.qty(), m.from(), m.to()});
            }
            n = 0;
            for (Link link : accepted.links()) {
                rows.links.add(new Object[] {seq, n++, link.input(), link.output(), link.qty()});
            }
            head = new Ledger.Head(seq, hash, nowUs);
            known.put(command.id(), new EntryStore.Known(seq, command.requestHash(), answer));
            return new Outcome.Recorded(seq, answer);
        }

        boolean anyRefused() {
            return outcomes.stream().anyMatch(Outcome.Refused.class::isInstance);
        }

        /** After a rollback: what would have been recorded is refused too, naming the reason. */
        void refuseRest() {
            outcomes.replaceAll(o -> isUndone(o) ? new Outcome.Refused(withOthers()) : o);
        }

        // An act that stands twice in the request is no repetition of anything when the first was not recorded.
        private boolean isUndone(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Recorded recorded -> true;
                case Outcome.Repeated repeated -> repeated.seq() > Writer.this.head.seq();
                case Outcome.Refused refused -> false;
            };
        }

        void write() throws SQLException {
            if (rows.entries.isEmpty()) {
                return;
            }
            desk.write();
            entries.append(connection, rows);
            written = true;
        }
    }
}
