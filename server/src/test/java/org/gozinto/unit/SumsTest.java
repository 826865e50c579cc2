/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Random;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Engines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums that are kept and brought forward are what one gets by adding up anew. */
class SumsTest {

    private static final int LOT = 1;
    private static final int SERIALS_FROM = 10;
    private static final int CONTAINER = 5;
    private static final int ITEM = 7;
    private static final long[] PLACES = {
        1, 2, 3, 4, 20, 21, 22, -CONTAINER, -SERIALS_FROM, 1_000_000_000, 1_000_000_001
    };

    private long seq;
    private long units = SERIALS_FROM;

    @ParameterizedTest
    @EnumSource
    void sumsBroughtForwardAreTheSumsAddedUpAnew(Engines engine) throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var home = engine.home();
                var storage = home.open(Clock.systemUTC())) {
            Database database = storage.database();
            var kept = new Sums(database, -1);
            database.transaction(c -> {
                unit(c, LOT, 1, 0);
                unit(c, CONTAINER, 3, 0);
                return null;
            });
            for (int round = 0; round < 60; round++) {
                int acts = round % 20 == 19 ? 1_500 : random.nextInt(4);
                database.transaction(c -> {
                    for (int i = 0; i < acts; i++) {
                        act(c, random);
                    }
                    return null;
                });
                for (var of : new Sums.Of[] {
                    new Sums.Of(Sums.Scope.UNIT, LOT),
                    new Sums.Of(Sums.Scope.LOT, LOT),
                    new Sums.Of(Sums.Scope.ITEM, ITEM)
                }) {
                    assertThat(kept.of(of))
                            .as("%s after %s acts, seed %s", of, seq, seed)
                            .isEqualTo(new Sums(database, Long.MAX_VALUE).of(of));
                }
            }
        }
    }

    private void act(Connection connection, Random random) throws SQLException {
        seq++;
        try (var insert = connection.prepareStatement("""
                insert into entry (seq, id, type, occurred_from_us, occurred_to_us, occurred_at, recorded_at_us, actor,
                body, request_hash, hash, answer) values (?, ?, 'move', 0, 0, '', 0, '', '', ?, ?, '')
                """)) {
            insert.setLong(1, seq);
            insert.setString(2, "act " + seq);
            insert.setBytes(3, new byte[0]);
            insert.setBytes(4, new byte[0]);
            insert.executeUpdate();
        }
        if (random.nextInt(3) == 0) {
            unit(connection, units, 2, LOT);
            move(connection, units++, 1, random);
        } else if (random.nextBoolean() || units == SERIALS_FROM) {
            move(connection, LOT, 1 + random.nextInt(9), random);
        } else {
            move(connection, SERIALS_FROM + random.nextLong(units - SERIALS_FROM), 1, random);
        }
    }

    private void unit(Connection connection, long id, int kind, long lot) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into unit (id, kind, item_id, issuer_id, number, twin, lot_id, first_seq, first_us)
                values (?, ?, ?, 0, ?, 0, ?, ?, 0)
                """)) {
            insert.setLong(1, id);
            insert.setInt(2, kind);
            insert.setLong(3, kind == 3 ? 0 : ITEM);
            insert.setString(4, "N" + id);
            insert.setLong(5, lot);
            insert.setLong(6, seq);
            insert.executeUpdate();
        }
    }

    private void move(Connection connection, long unit, long qty, Random random) throws SQLException {
        long from = PLACES[random.nextInt(PLACES.length)];
        long to = from;
        while (to == from) {
            to = PLACES[random.nextInt(PLACES.length)];
        }
        try (var insert = connection.prepareStatement(
                "insert into movement (seq, n, unit_id, qty, from_id, to_id) values (?, 0, ?, ?, ?, ?)")) {
            long[] values = {seq, unit, qty, from, to};
            for (int i = 0; i < values.length; i++) {
                insert.setLong(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
        change(connection, unit, from, -qty);
        change(connection, unit, to, qty);
    }

    private static void change(Connection connection, long unit, long place, long by) throws SQLException {
        long before = 0;
        try (var query = connection.prepareStatement("select qty from holding where unit_id = ? and place_id = ?")) {
            query.setLong(1, unit);
            query.setLong(2, place);
            try (var rows = query.executeQuery()) {
                before = rows.next() ? rows.getLong(1) : 0;
            }
        }
        run(connection, "delete from holding where unit_id = ? and place_id = ?", unit, place);
        if (before + by != 0) {
            run(connection, "insert into holding (unit_id, place_id, qty) values (?, ?, ?)", unit, place, before + by);
        }
    }

    private static void run(Connection connection, String sql, long... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
