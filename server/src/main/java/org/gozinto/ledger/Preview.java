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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges commands as the writer would if they came now, and records nothing.
 *
 * <p>The desk is opened on a reading connection that sees one moment. A desk changes only its own copy until it is
 * told to write, which here nobody does. Safe for use by many threads.
 */
public final class Preview {

    private final Database database;
    private final EntryStore entries;
    private final Clock clock;

    public Preview(Database database, Clock clock) {
        this.database = database;
        this.entries = new EntryStore(database.dialect());
        this.clock = clock;
    }

    /** What would become of a command. */
    public sealed interface Judged {

        record Accepted(Decision.Accepted decision) implements Judged {}

        /** @param seq null when the first of the two is a command of the same request */
        record Repeated(@Nullable Long seq) implements Judged {}

        record Refused(Refusal refusal) implements Judged {}
    }

    /**
     * Judges the commands in order, each on what those before it would have done; with {@code atomic} as all of them
     * or none.
     */
    public List<Judged> judge(List<? extends Command> commands, boolean atomic, Clerk clerk) {
        List<Judged> judged = database.moment(connection -> new Sitting(connection, commands, clerk).judge(commands));
        if (atomic && judged.stream().anyMatch(Judged.Refused.class::isInstance)) {
            judged.replaceAll(j -> j instanceof Judged.Accepted ? new Judged.Refused(Writer.withOthers()) : j);
        }
        return judged;
    }

    /** One request's worth of commands. */
    private final class Sitting {
        private final Ledger.Head head;
        private final Map<String, EntryStore.Known> known;
        private final Clerk.Desk desk;
        private long seq;

        Sitting(Connection connection, List<? extends Command> commands, Clerk clerk) throws SQLException {
            this.head = entries.head(connection);
            this.seq = head.seq();
            this.known = new HashMap<>(
                    entries.known(connection, commands.stream().map(Command::id).toList()));
            this.desk = clerk.open(
                    commands.stream().filter(c -> !known.containsKey(c.id())).toList(), connection);
        }

        List<Judged> judge(List<? extends Command> commands) throws SQLException {
            List<Judged> judged = new ArrayList<>(commands.size());
            for (Command command : commands) {
                judged.add(judge(command));
            }
            return judged;
        }

        private Judged judge(Command command) throws SQLException {
            var before = known.get(command.id());
            if (before != null) {
                return Arrays.equals(before.requestHash(), command.requestHash())
                        ? new Judged.Repeated(before.seq() > head.seq() ? null : before.seq())
                        : new Judged.Refused(Writer.reused(command.id(), before.seq()));
            }
            long nowUs = Math.max(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()), head.recordedAtUs());
            return switch (desk.decide(command, seq + 1, nowUs)) {
                case Decision.Accepted accepted -> {
                    seq++;
                    known.put(command.id(), new EntryStore.Known(seq, command.requestHash(), ""));
                    yield new Judged.Accepted(accepted);
                }
                case Decision.Refused refused -> new Judged.Refused(refused.refusal());
            };
        }
    }
}
