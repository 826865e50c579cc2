/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the seam between the engines promises. */
abstract class DialectContract {

    private static final List<String> COLUMNS = List.of("n", "words", "bytes");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain",
            "\t",
            "a\tb",
            "line\nline\r\nline\r",
            "\\",
            "\\N",
            "\\.",
            "\\t\\n\\x41",
            "back\\slash at the end\\",
            "'quoted' \"twice\" `and` ;--",
            "ünïcödé Straße 株式会社",
            "emoji 😀 and 👩‍🔬",
            "\u0001\u001f\u007f\u0085\u2028\ufeff",
            "?, $1, %s, {}",
            "x".repeat(100_000));

    private final Engines engine;
    private Engines.Home home;
    private Storage storage;
    private Database database;

    DialectContract(Engines engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        home = engine.home();
        storage = home.open(Clock.systemUTC());
        database = storage.database();
        String bytes = engine == Engines.SQLITE ? "blob" : "bytea";
        execute("create table scratch (n bigint primary key, words text, bytes " + bytes + ")");
    }

    @AfterEach
    void close() throws Exception {
        storage.close();
        home.close();
    }

    private void execute(String sql) {
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private void append(List<Object[]> rows) {
        database.transaction(connection -> {
            database.dialect().append(connection, "scratch", COLUMNS, rows);
            return rows.size();
        });
    }

    @Test
    void appendsEveryCharacter() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            rows.add(new Object[] {(long) i, TEXTS.get(i), null});
        }
        append(rows);
        assertThat(database.read()
                        .sql("select words from scratch order by n")
                        .query(String.class)
                        .list())
                .isEqualTo(TEXTS);
    }

    @Test
    void appendsNullsAndBytesAndTheWidestNumbers() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        append(List.of(
                new Object[] {Long.MIN_VALUE, null, all},
                new Object[] {Long.MAX_VALUE, "text", null},
                new Object[] {0L, null, new byte[0]}));
        List<List<Object>> rows = database.read()
                .sql("select n, words, bytes from scratch order by n")
                .query((r, n) -> Arrays.<Object>asList(r.getLong(1), r.getString(2), r.getBytes(3)))
                .list();
        assertThat(rows.get(0).get(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(rows.get(0).get(1)).isNull();
        assertThat((byte[]) rows.get(0).get(2)).isEqualTo(all);
        assertThat((byte[]) rows.get(1).get(2)).isEmpty();
        assertThat(rows.get(2)).isEqualTo(Arrays.asList(Long.MAX_VALUE, "text", null));
    }

    @Test
    void appendsManyRowsAtOnce() {
        append(LongStream.range(0, 25_000)
                .mapToObj(n -> new Object[] {n, "word " + n, null})
                .toList());
        assertThat(database.read()
                        .sql("select count(distinct words) from scratch")
                        .query(Long.class)
                        .single())
                .isEqualTo(25_000);
    }

    @Test
    void aRowThatCannotBeAppendedTakesTheWholeTransaction() {
        assertThatThrownBy(() -> append(List.of(
                        new Object[] {1L, "a", null}, new Object[] {2L, "b", null}, new Object[] {1L, "again", null})))
                .isInstanceOf(RuntimeException.class);
        assertThat(database.read()
                        .sql("select count(*) from scratch")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aTableOfTextsGivesBackEveryText() {
        var array = new JsonText().array();
        TEXTS.forEach(array::element);
        var found = database.read()
                .sql("select k.value from " + database.dialect().texts() + " k")
                .param(array.endArray().toString())
                .query((rows, n) -> rows.getString(1))
                .list();
        assertThat(new HashSet<>(found)).isEqualTo(new HashSet<>(TEXTS)).hasSize(TEXTS.size());
    }

    @Test
    void aTableOfNumbersGivesBackEveryNumber() {
        var numbers = new ArrayList<>(LongStream.range(0, 30_000).boxed().toList());
        numbers.addAll(List.of(Long.MAX_VALUE, Long.MIN_VALUE, -17L));
        var found = database.read()
                .sql("select k.value from " + database.dialect().numbers() + " k")
                .param(Balances.jsonArray(numbers))
                .query(Long.class)
                .list();
        assertThat(found).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void anEmptyTableOfNumbersIsEmpty() {
        assertThat(database.read()
                        .sql("select k.value from " + database.dialect().numbers() + " k")
                        .param("[]")
                        .query(Long.class)
                        .list())
                .isEmpty();
    }

    @Test
    void theSizeOfTheBookIsKnown() {
        assertThat(database.read()
                        .sql(database.dialect().size())
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void tellsWhatMayBeTriedAgainAndWhatHasNoRoom() {
        Dialect dialect = database.dialect();
        boolean sqlite = engine == Engines.SQLITE;
        var again = sqlite ? new SQLException("busy", "", 5 | 2 << 8) : new SQLException("serialization", "40001");
        var full = sqlite ? new SQLException("full", "", 13) : new SQLException("full", "53100");
        var broken = sqlite ? new SQLException("io", "", 10 | 3 << 8) : new SQLException("io", "58030");
        var other = sqlite ? new SQLException("constraint", "", 19) : new SQLException("unique", "23505");
        assertThat(dialect.isRetryable(again)).isTrue();
        assertThat(dialect.isStorageFailure(again)).isFalse();
        for (var storageFailure : List.of(full, broken)) {
            assertThat(dialect.isRetryable(storageFailure)).isFalse();
            assertThat(dialect.isStorageFailure(storageFailure)).isTrue();
        }
        assertThat(dialect.isRetryable(other) || dialect.isStorageFailure(other))
                .isFalse();
        var bare = new SQLException("nothing known");
        assertThat(dialect.isRetryable(bare) || dialect.isStorageFailure(bare)).isFalse();
    }

    @Test
    void readersDoNotWaitForTheWriter() {
        long seen = database.transaction(connection -> {
            database.dialect().append(connection, "scratch", COLUMNS, List.<Object[]>of(new Object[] {1L, "a", null}));
            return database.read()
                    .sql("select count(*) from scratch")
                    .query(Long.class)
                    .single();
        });
        assertThat(seen).isZero();
    }
}
