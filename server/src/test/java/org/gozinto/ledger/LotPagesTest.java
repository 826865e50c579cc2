/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.gozinto.ledger.EntryPages.Bounds;
import org.gozinto.ledger.EntryPages.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The history of a lot is the same, however its entries are found. */
class LotPagesTest {

    private static final long LOT = 1;
    private static final long OTHER_LOT = 2;
    private static final int SERIALS_FROM = 10;
    private static final int SERIALS = 30;
    private static final int FIRST = 40;
    private static final int ENTRIES = 400;

    private static final Bounds BY_INDEX = new Bounds(1_000, 1_000, 5, SERIALS, 10_000);
    private static final Bounds MANY_SERIALS = new Bounds(1_000, 1_000, 5, 3, 10_000);
    private static final Bounds MANY_MOVEMENTS = new Bounds(1_000, 1_000, 5, SERIALS, 10);
    private static final Bounds SHORT_STEPS = new Bounds(7, 9, 2, 3, 10_000);
    private static final Bounds SHORT_OF_MOVEMENTS = new Bounds(1_000, 1, 2, 3, 10_000);

    private final TreeSet<Long> expected = new TreeSet<>();
    private int shortPages;

    @ParameterizedTest
    @EnumSource
    void theHistoryOfALotIsTheSameHoweverItsEntriesAreFound(Engines engine) throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var home = engine.home();
                var storage = home.open(Clock.systemUTC())) {
            Database database = storage.database();
            database.transaction(c -> {
                write(c, random);
                return null;
            });
            List<Long> oldest = List.copyOf(expected);
            for (Bounds bounds :
                    new Bounds[] {BY_INDEX, MANY_SERIALS, MANY_MOVEMENTS, SHORT_STEPS, SHORT_OF_MOVEMENTS}) {
                var pages = new EntryPages(database, bounds);
                shortPages = 0;
                for (int limit : new int[] {1, 4, 1_000}) {
                    assertThat(seqs(pages, false, limit))
                            .as("%s, %s a page, seed %s", bounds, limit, seed)
                            .isEqualTo(oldest);
                    assertThat(seqs(pages, true, limit))
                            .as("%s, %s a page, seed %s", bounds, limit, seed)
                            .isEqualTo(oldest.reversed());
                }
                assertThat(shortPages > 0).as(bounds.toString()).isEqualTo(bounds.steps() == 2);
            }
        }
    }

    private List<Long> seqs(EntryPages pages, boolean newest, int limit) {
        List<Long> seqs = new ArrayList<>();
        Long cursor = 0L;
        while (cursor != null) {
            var slice = pages.ofLot(LOT, FIRST, new Part(newest, 0, cursor, limit, true));
            slice.rows().forEach(row -> seqs.add(row.seq()));
            cursor = slice.next();
            if (cursor != null && slice.rows().size() < limit) {
                shortPages++;
            }
        }
        return seqs;
    }

    /** Entries that move serials of two lots, or none, or hold and release the lot. */
    private void write(Connection connection, Random random) throws SQLException {
        for (int i = 0; i < SERIALS * 2; i++) {
            run(connection, """
                    insert into unit (id, kind, item_id, issuer_id, number, twin, lot_id, first_seq, first_us)
                    values (?, 2, 7, 0, cast(? as text), 0, ?, 1, 0)
                    """, SERIALS_FROM + i, i, i % 2 == 0 ? LOT : OTHER_LOT);
        }
        for (long seq = 1; seq <= ENTRIES; seq++) {
            run(connection, """
                    insert into entry (seq, id, type, occurred_from_us, occurred_to_us, occurred_at, recorded_at_us,
                    actor, body, request_hash, hash, answer)
                    values (?, cast(? as text), 'move', 0, 0, '', 0, '', '{}', ?, ?, '')
                    """, seq, seq, new byte[0], new byte[0]);
            int kind = random.nextInt(5);
            if (kind == 0 && seq >= FIRST) {
                var released = random.nextInt(10) == 0 ? null : Math.min(seq + random.nextInt(5), ENTRIES);
                run(connection, "insert into hold values (?, ?, 1, '', ?)", seq, LOT, released);
                expected.add(seq);
                if (released != null) {
                    expected.add(released);
                }
            } else if (kind > 1) {
                move(connection, seq, 1 + random.nextInt(4), random);
            }
        }
    }

    private void move(Connection connection, long seq, int movements, Random random) throws SQLException {
        for (int n = 0; n < movements; n++) {
            int serial = random.nextInt(SERIALS);
            boolean ofLot = seq >= FIRST && random.nextInt(4) == 0;
            run(
                    connection,
                    "insert into movement (seq, n, unit_id, qty, from_id, to_id) values (?, ?, ?, 1, 20, 21)",
                    seq,
                    n,
                    SERIALS_FROM + serial * 2 + (ofLot ? 0 : 1));
            if (ofLot) {
                expected.add(seq);
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, java.sql.Types.BIGINT);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.executeUpdate();
        }
    }
}
