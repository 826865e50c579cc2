/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A book that moves takes its frozen answers along. */
class KeptTablesTest {

    private static final int UNITS = 12_345;
    private static final int BLOCKS = 300;
    private static final int BLOCK_BYTES = 20_000;

    @ParameterizedTest
    @EnumSource
    void frozenAnswersMoveToTheOtherEngineAsTheyAre(Engines engine) throws Exception {
        Engines other = engine == Engines.SQLITE ? Engines.POSTGRESQL : Engines.SQLITE;
        try (var from = engine.home();
                var to = other.home();
                var source = from.open(Clock.systemUTC());
                var target = to.open(Clock.systemUTC())) {
            freeze(source.database());
            try (var connection = source.database().readConnection()) {
                connection.setAutoCommit(false);
                Tables.copyKept(connection, target.database());
                connection.rollback();
            }
            assertThat(content(target.database())).isEqualTo(content(source.database()));
            assertThat(content(target.database())).hasSize(UNITS + BLOCKS + 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void furtherNumbersOfItemsMoveWithTheItems(Engines engine) throws Exception {
        Engines other = engine == Engines.SQLITE ? Engines.POSTGRESQL : Engines.SQLITE;
        try (var from = engine.home();
                var to = other.home();
                var source = from.open(Clock.systemUTC());
                var target = to.open(Clock.systemUTC())) {
            source.database()
                    .write(transaction -> transaction
                            .sql("insert into item_code (scheme, value, item_id, shared) values"
                                    + " ('gtin', '19506000134359', 1, 0), ('part', 'P-1', 1, 1), ('part', 'P-1', 2, 1)")
                            .update());
            try (var connection = source.database().readConnection()) {
                connection.setAutoCommit(false);
                Tables.copyMasters(connection, target.database());
                connection.rollback();
            }
            assertThat(target.database()
                            .read()
                            .sql("select scheme, value, item_id, shared from item_code order by scheme, value, item_id")
                            .query((rows, n) -> String.join(
                                    " ", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)))
                            .list())
                    .containsExactly("gtin 19506000134359 1 0", "part P-1 1 1", "part P-1 2 1");
        }
    }

    private static void freeze(Database database) {
        database.write(transaction -> {
            transaction
                    .sql("insert into scope (number, id, name, question, request_hash, revision, actor, created_at_us)"
                            + " values (1, 'a', 'Bad cells', '{}', ?, 3, 'anna', 17)")
                    .param(new byte[] {1, 2})
                    .update();
            return transaction
                    .sql("""
                            insert into scope_version (number, scope, version, seq, head_hash, known_at_us, answer_hash,
                                content_hash, unit_count, complete, body, actor, frozen_at_us, unit_ids)
                            values (1, 1, 1, 9, ?, 17, ?, ?, 2, 1, '{}', 'anna', 18, ?)
                            """)
                    .params(new byte[] {3}, new byte[] {4}, new byte[] {5}, new byte[] {6, 7})
                    .update();
        });
        List<Object[]> rows = new ArrayList<>();
        for (long n = 0; n < UNITS; n++) {
            rows.add(new Object[] {1L, n, n + 1, "{\"unit\":\"" + (n + 1) + "\"}"});
        }
        database.transaction(connection -> {
            database.dialect().append(connection, "scope_unit", List.of("version", "n", "unit_id", "body"), rows);
            List<Object[]> blocks = new ArrayList<>();
            for (long n = 0; n < BLOCKS; n++) {
                var body = new byte[BLOCK_BYTES];
                Arrays.fill(body, (byte) n);
                blocks.add(new Object[] {1L, n * 1_000, 1_000L, body});
            }
            database.dialect().append(connection, "scope_block", List.of("version", "n", "unit_count", "body"), blocks);
            return rows.size();
        });
    }

    private static List<String> content(Database database) {
        List<String> content = new ArrayList<>(database.read()
                .sql("select id, name, question, revision, actor, created_at_us from scope")
                .query((rows, n) -> rows.getString(1) + rows.getString(2) + rows.getLong(4) + rows.getLong(6))
                .list());
        content.addAll(database.read()
                .sql("select number, seq, head_hash, answer_hash, content_hash, body, unit_ids from scope_version")
                .query((rows, n) -> rows.getLong(1) + " " + rows.getLong(2) + rows.getBytes(3)[0] + rows.getBytes(4)[0]
                        + rows.getBytes(5)[0] + rows.getString(6) + rows.getBytes(7)[1])
                .list());
        content.addAll(database.read()
                .sql("select n, unit_id, body from scope_unit order by n")
                .query((rows, n) -> rows.getLong(1) + " " + rows.getLong(2) + " " + rows.getString(3))
                .list());
        content.addAll(database.read()
                .sql("select n, unit_count, body from scope_block order by n")
                .query((rows, n) -> rows.getLong(1) + " " + rows.getLong(2) + " " + Arrays.hashCode(rows.getBytes(3)))
                .list());
        return content;
    }
}
