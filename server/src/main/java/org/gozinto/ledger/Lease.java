/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/**
 * The right to write a book that several processes can reach (PostgreSQL): one row with a holder, a term and a fencing
 * number.
 *
 * <p>The number grows with each new holder and every writing transaction confirms it, so a process that slept
 * through the end of its term cannot write any more: its transactions find another number.
 */
final class Lease implements Database.Fence, AutoCloseable {

    private static final Duration TERM = Duration.ofSeconds(10);

    private final DataSource source;
    private final Clock clock;
    private final String holder;
    private final Thread renewal;
    private volatile long fence;
    private volatile boolean closed;

    private Lease(DataSource source, Clock clock, String holder) {
        this.source = source;
        this.clock = clock;
        this.holder = holder;
        this.renewal = new Thread(this::renew, "lease-renewal");
    }

    /** Takes the lease; waits one term for a holder that has gone, and refuses when it is still held then. */
    static Lease take(DataSource source, Clock clock, String holder) {
        var lease = new Lease(source, clock, holder);
        try {
            lease.insertRow();
            Instant giveUp = clock.instant().plus(TERM).plusSeconds(1);
            while (!lease.tryTake()) {
                if (clock.instant().isAfter(giveUp)) {
                    throw lease.held();
                }
                Thread.sleep(250);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lease cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the lease", e);
        }
        lease.renewal.setDaemon(true);
        lease.renewal.start();
        return lease;
    }

    private void insertRow() throws SQLException {
        run(
                "insert into lease (name, holder, fence, expires_at_us) values ('writer', '', 0, 0) on conflict (name) do nothing");
    }

    private boolean tryTake() throws SQLException {
        try (Connection connection = source.getConnection();
                var update = connection.prepareStatement("""
                        update lease set holder = ?, fence = fence + 1, expires_at_us = ?
                        where name = 'writer' and expires_at_us < ?
                        returning fence
                        """)) {
            update.setString(1, holder);
            update.setLong(2, micros(clock.instant().plus(TERM)));
            update.setLong(3, micros(clock.instant()));
            try (var rows = update.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                fence = rows.getLong(1);
                return true;
            }
        }
    }

    private RefusedException held() {
        return Refusal.of(
                        "in-use",
                        "Another server writes this book",
                        "The lease of the database is held by another running Gozinto server.")
                .at(
                        "",
                        "one writing server for each book",
                        "Stop the other server, or name another database or schema.")
                .asException();
    }

    @Override
    public void confirm(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select fence from lease where name = 'writer'");
                var rows = query.executeQuery()) {
            if (!rows.next() || rows.getLong(1) != fence) {
                throw new Refusal(
                                503,
                                "lease-lost",
                                "This server may not write any more",
                                "Another server has taken over the book. Nothing was recorded.",
                                List.of())
                        .asException();
            }
        }
    }

    private void renew() {
        while (!closed) {
            try {
                Thread.sleep(TERM.toMillis() / 3);
                run("update lease set expires_at_us = " + micros(clock.instant().plus(TERM))
                        + " where name = 'writer' and fence = " + fence);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                // The database is away for a moment; the next turn tries again, and the fence guards every write
                // meanwhile.
                continue;
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        renewal.interrupt();
        run("update lease set expires_at_us = 0 where name = 'writer' and fence = " + fence);
    }
}
