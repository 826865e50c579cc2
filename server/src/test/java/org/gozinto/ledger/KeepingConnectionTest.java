/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Statements are kept as if they were new, on a real file. */
class KeepingConnectionTest {

    private static final String BY_NUMBER =
            "select u.id from json_each(?) k cross join unit u where u.number = k.value order by u.id";

    @TempDir
    Path folder;

    private KeepingConnection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = another();
        execute("create table unit (id integer primary key, number text not null unique)");
        execute("insert into unit (id, number) values (1, 'A'), (2, 'B'), (3, 'C')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private KeepingConnection another() throws SQLException {
        var pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("busy_timeout", "100");
        Path file = folder.resolve("book.db");
        return new KeepingConnection("jdbc:sqlite:" + file, file.toString(), pragmas);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Long> ids(String numbers) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BY_NUMBER)) {
            query.setString(1, numbers);
            return all(query.executeQuery());
        }
    }

    private static List<Long> all(ResultSet rows) throws SQLException {
        List<Long> all = new ArrayList<>();
        while (rows.next()) {
            all.add(rows.getLong(1));
        }
        return all;
    }

    @Test
    void sameTextIsPreparedOnce() throws SQLException {
        PreparedStatement first = connection.prepareStatement(BY_NUMBER);
        first.close();
        PreparedStatement second = connection.prepareStatement(BY_NUMBER);
        assertThat(second).isSameAs(first);
        assertThat(second.isClosed()).isFalse();
        second.close();
        assertThat(second.isClosed()).isTrue();
        assertThat(ids("[\"A\",\"C\"]")).containsExactly(1L, 3L);
        assertThat(ids("[\"B\"]")).containsExactly(2L);
        assertThat(ids("[]")).isEmpty();
        assertThat(connection.kept()).isEqualTo(1);
    }

    @Test
    void closedTwiceIsGivenBackOnce() throws SQLException {
        PreparedStatement first = connection.prepareStatement(BY_NUMBER);
        first.close();
        first.close();
        try (var one = connection.prepareStatement(BY_NUMBER);
                var other = connection.prepareStatement(BY_NUMBER)) {
            assertThat(one).isNotSameAs(other);
        }
        assertThat(connection.kept()).isEqualTo(1);
    }

    @Test
    void textThatIsUsedTwiceAtOnceHasTwoStatements() throws SQLException {
        try (var outer = connection.prepareStatement(BY_NUMBER)) {
            outer.setString(1, "[\"A\",\"B\"]");
            ResultSet rows = outer.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(ids("[\"C\"]")).containsExactly(3L);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isEqualTo(2L);
        }
        assertThat(connection.kept()).isEqualTo(1);
    }

    @Test
    void nothingOfTheLastUserIsLeft() throws SQLException {
        String sql = "select ? is null";
        try (var query = connection.prepareStatement(sql)) {
            query.setMaxRows(1);
            query.setQueryTimeout(7);
            query.setString(1, "secret");
            assertThat(all(query.executeQuery())).containsExactly(0L);
        }
        try (var query = connection.prepareStatement(sql)) {
            assertThat(query.getMaxRows()).isZero();
            assertThat(query.getQueryTimeout()).isZero();
            assertThat(all(query.executeQuery())).as("the value is null again").containsExactly(1L);
        }
        String insert = "insert into unit (id, number) values (?, ?)";
        try (var rows = connection.prepareStatement(insert)) {
            rows.setLong(1, 4);
            rows.setString(2, "D");
            rows.addBatch();
        }
        try (var rows = connection.prepareStatement(insert)) {
            assertThat(rows.executeBatch()).as("what was not executed is gone").isEmpty();
        }
    }

    @Test
    void failedStatementIsNotUsedAgain() throws SQLException {
        assertThatThrownBy(() -> ids("no JSON")).isInstanceOf(SQLException.class);
        assertThat(connection.kept()).isZero();
        assertThat(ids("[\"A\"]")).containsExactly(1L);
        assertThatThrownBy(() -> ids("[\"A\"")).isInstanceOf(SQLException.class);
        assertThat(ids("[\"B\"]")).containsExactly(2L);
    }

    @Test
    void refusedRowLeavesStatementThatWorks() throws SQLException {
        String insert = "insert into unit (id, number) values (?, ?)";
        for (String number : List.of("A", "E", "A", "F")) {
            try (var row = connection.prepareStatement(insert)) {
                row.setObject(1, null);
                row.setString(2, number);
                if (number.equals("A")) {
                    assertThatThrownBy(row::executeUpdate).hasMessageContaining("UNIQUE");
                } else {
                    assertThat(row.executeUpdate()).isEqualTo(1);
                }
            }
        }
        assertThat(ids("[\"E\",\"F\"]")).hasSize(2);
    }

    @Test
    void interruptedQueryIsNotUsedAgain() throws Exception {
        String endless = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n"
                + " where ? = 1";
        try (var query = connection.prepareStatement(endless)) {
            query.setInt(1, 1);
            Thread stopper = Thread.ofVirtual().start(() -> cancelUntilInterrupted(query));
            assertThatThrownBy(query::executeQuery).hasMessageContaining("interrupt");
            stopper.interrupt();
            stopper.join();
        }
        assertThat(connection.kept()).isZero();
        assertThat(ids("[\"A\"]")).containsExactly(1L);
    }

    private static void cancelUntilInterrupted(PreparedStatement query) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                query.cancel();
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void changedSchemaIsSeenByKeptStatements() throws SQLException {
        String sql = "select max(id) from unit";
        try (var query = connection.prepareStatement(sql)) {
            assertThat(all(query.executeQuery())).containsExactly(3L);
        }
        try (var other = another();
                var statement = other.createStatement()) {
            statement.execute("create table made (id integer primary key, number text, more text)");
            statement.execute("insert into made (id, number) values (9, 'Z')");
            statement.execute("drop table unit");
            statement.execute("alter table made rename to unit");
        }
        try (var query = connection.prepareStatement(sql)) {
            assertThat(all(query.executeQuery())).containsExactly(9L);
        }
        execute("drop table unit");
        assertThatThrownBy(() -> connection.prepareStatement(sql).executeQuery())
                .hasMessageContaining("no such table");
    }

    @Test
    void keptStatementHoldsNoReadTransaction() throws SQLException {
        try (var writer = another();
                var query = connection.prepareStatement("select id from unit order by id")) {
            ResultSet rows = query.executeQuery();
            assertThat(rows.next()).isTrue();
            insert(writer, 10);
            assertThat(isBusy(writer)).as("half read, it sees its moment").isTrue();
            // Not read to its end, and its rows are not closed by hand: giving it back must do.
            query.close();
            assertThat(connection.kept()).isEqualTo(1);
            assertThat(isBusy(writer)).as("given back, it holds nothing").isFalse();
            insert(writer, 11);
            assertThat(ids("[\"N11\"]"))
                    .as("the next one sees what was written since")
                    .containsExactly(11L);
        }
    }

    @Test
    void statementThatWasRunButNotReadHoldsNoReadTransaction() throws SQLException {
        try (var writer = another()) {
            try (var query = connection.prepareStatement("select id from unit order by id")) {
                assertThat(query.execute()).isTrue();
            }
            insert(writer, 12);
            assertThat(isBusy(writer)).isFalse();
        }
    }

    private static void insert(Connection writer, long id) throws SQLException {
        try (var row = writer.prepareStatement("insert into unit (id, number) values (?, ?)")) {
            row.setLong(1, id);
            row.setString(2, "N" + id);
            row.executeUpdate();
        }
    }

    /** Whether something keeps the write-ahead log from being folded into the file as a whole. */
    private static boolean isBusy(Connection writer) throws SQLException {
        try (var statement = writer.createStatement();
                var rows = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            return rows.getInt(1) != 0;
        }
    }

    @Test
    void rolledBackWorkLeavesStatementsThatWork() throws SQLException {
        connection.setAutoCommit(false);
        insert(connection, 20);
        assertThat(ids("[\"N20\"]")).hasSize(1);
        connection.rollback();
        assertThat(ids("[\"N20\"]")).isEmpty();
        insert(connection, 20);
        connection.commit();
        connection.setAutoCommit(true);
        assertThat(ids("[\"N20\"]")).containsExactly(20L);
    }

    @Test
    void fewAreKept() throws SQLException {
        for (int i = 0; i < KeepingConnection.KEPT_MAX * 2; i++) {
            connection.prepareStatement("select " + i).close();
        }
        assertThat(connection.kept()).isEqualTo(KeepingConnection.KEPT_MAX);
        PreparedStatement last = connection.prepareStatement("select " + (KeepingConnection.KEPT_MAX * 2 - 1));
        assertThat(all(last.executeQuery())).containsExactly(KeepingConnection.KEPT_MAX * 2L - 1);
        last.close();
    }

    @Test
    void closedConnectionClosesWhatItKept() throws SQLException {
        var other = another();
        PreparedStatement kept = other.prepareStatement(BY_NUMBER);
        kept.close();
        PreparedStatement lent = other.prepareStatement("select 1");
        other.close();
        lent.close();
        assertThat(lent.isClosed()).isTrue();
        assertThatThrownBy(() -> other.prepareStatement(BY_NUMBER)).hasMessageContaining("closed");
    }

    @Test
    void clientOfSpringUsesThem() {
        var client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        for (String number : List.of("A", "B", "C")) {
            assertThat(client.sql(BY_NUMBER)
                            .param("[\"" + number + "\"]")
                            .query(Long.class)
                            .list())
                    .hasSize(1);
        }
        assertThat(connection.kept()).isEqualTo(1);
    }
}
