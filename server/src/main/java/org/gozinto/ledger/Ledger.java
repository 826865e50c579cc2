/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/**
 * The append-only ledger. Commands go in, each becomes an entry with the next number and a hash over the one before,
 * or is refused with a reason; a command that was recorded before gets its first answer again.
 *
 * <p>Safe for use by many threads; one writer thread does the recording.
 */
public final class Ledger implements AutoCloseable {

    /**
     * The last entry.
     *
     * @param seq 0 when there is none
     * @param hash of the last entry, 32 bytes
     * @param recordedAtUs when it was recorded
     */
    public record Head(long seq, byte[] hash, long recordedAtUs) {}

    private final Writer writer;
    private final List<LongConsumer> followers = new CopyOnWriteArrayList<>();

    public Ledger(Database database, Clerk clerk, Clock clock) {
        this.writer = new Writer(database, clerk, clock, seq -> followers.forEach(f -> f.accept(seq)));
        writer.start();
    }

    /** Records the commands in order and waits until they are on disk; with {@code atomic} all of them or none. */
    public List<Outcome> submit(List<? extends Command> commands, boolean atomic) {
        return commands.isEmpty() ? List.of() : writer.submit(commands, atomic).join();
    }

    /** The last entry that is committed. */
    public Head head() {
        return writer.head();
    }

    /** Calls the follower, on the writer's thread, with the last seq after each commit; it must return at once. */
    public void follow(LongConsumer follower) {
        followers.add(follower);
    }

    @Override
    public void close() {
        writer.close();
    }
}
