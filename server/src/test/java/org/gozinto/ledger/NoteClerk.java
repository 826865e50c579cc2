/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records notes. The word of a note says what happens: {@code boom} fails as a bug would, {@code busy} fails a few
 * times as
 * an engine that asks for another try, {@code stuck} does so for ever, {@code full} fails as a full disk, {@code
 * gate} waits
 * until the gate is opened.
 */
final class NoteClerk implements Clerk {

    private static final int BUSY_TIMES = 3;

    final AtomicInteger groups = new AtomicInteger();
    final AtomicInteger tries = new AtomicInteger();
    final CompletableFuture<Void> reached = new CompletableFuture<>();
    final CompletableFuture<Void> gate = new CompletableFuture<>();
    private final Dialect dialect;

    NoteClerk(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Desk open(List<? extends Command> group, Connection connection) throws SQLException {
        groups.incrementAndGet();
        var balances = new Balances(connection, dialect);
        balances.load(group.stream().map(c -> ((Note) c).unit()).toList());
        return new NoteDesk(balances);
    }

    private final class NoteDesk implements Desk {
        private final Balances balances;

        NoteDesk(Balances balances) {
            this.balances = balances;
        }

        @Override
        public Decision decide(Command command, long seq, long nowUs) throws SQLException {
            Note note = (Note) command;
            meet(note.word());
            long there = balances.at(note.unit(), note.from());
            if (note.from() != 1 && there < note.qty()) {
                return new Decision.Refused(Refusal.of("not-there", "Not there", there + " are there."));
            }
            var movement = new Movement(note.unit(), note.qty(), note.from(), note.to());
            balances.apply(movement);
            return new Decision.Accepted(
                    note.word(),
                    new Occurred(nowUs, nowUs, "now"),
                    note.body(),
                    null,
                    null,
                    null,
                    List.of(movement),
                    List.of(new Link(note.unit(), note.unit() + 1, 0)),
                    null);
        }

        private void meet(String word) throws SQLException {
            switch (word) {
                case "boom" -> throw new IllegalStateException("a bug");
                case "busy" -> {
                    if (tries.incrementAndGet() <= BUSY_TIMES) {
                        throw failure(5, "40001");
                    }
                }
                case "stuck" -> {
                    tries.incrementAndGet();
                    throw failure(5, "40001");
                }
                case "full" -> throw failure(13, "53100");
                case "gate" -> {
                    reached.complete(null);
                    gate.join();
                }
                default -> {
                    // All other words are nothing but words.
                }
            }
        }

        @Override
        public void write() throws SQLException {
            balances.write();
        }
    }

    private SQLException failure(int sqliteCode, String postgresState) {
        return dialect instanceof SqliteDialect
                ? new SQLException("as if", "", sqliteCode)
                : new SQLException("as if", postgresState);
    }
}
