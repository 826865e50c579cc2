/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Engines;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL keeps plans that it made while a table was empty, until it has gathered statistics. A book that is filled
 * at once must not pay for them: what a desk asks for is found by the index of what it asks with.
 */
class DeskOfAYoungBookTest {

    @Test
    void serialsAreFoundByTheirNumbersBeforeThereAreAny() throws Exception {
        inAYoungBook((connection, database) -> assertThat(plan(
                        connection, UnitDesk.byKey(database.dialect()), "(text, bigint, bigint, int)", "'[]', 1, 0, 2"))
                .containsPattern("Index Cond: \\(\\(number = .*item_id = "));
    }

    @Test
    void holdsAreFoundByTheirUnitsBeforeThereAreAny() throws Exception {
        inAYoungBook((connection, database) -> assertThat(
                        plan(connection, UnitDesk.openHolds(database.dialect()), "(text)", "'[]'"))
                .contains("Index Cond: (unit_id = "));
    }

    @Test
    void reservedNumbersAreFoundByTheirNumbersBeforeThereAreAny() throws Exception {
        inAYoungBook((connection, database) -> assertThat(plan(
                        connection,
                        NumberDesk.byNumber(database.dialect(), "p.unit_id"),
                        "(text, bigint, bigint, bigint)",
                        "'[]', 1, 2, 0"))
                .containsPattern("Index Cond: \\(.*number = "));
    }

    private interface Check {
        void of(Connection connection, Database database) throws SQLException;
    }

    private static void inAYoungBook(Check check) throws Exception {
        try (var home = Engines.POSTGRESQL.home();
                var storage = home.open(Clock.systemUTC())) {
            Database database = storage.database();
            database.moment(connection -> {
                check.of(connection, database);
                return null;
            });
            database.transaction(connection -> {
                check.of(connection, database);
                return null;
            });
        }
    }

    private static String plan(Connection connection, String sql, String types, String values) throws SQLException {
        var numbered = new StringBuilder(sql);
        for (int n = 1, at; (at = numbered.indexOf("?")) >= 0; n++) {
            numbered.replace(at, at + 1, "$" + n);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("prepare asked " + types + " as " + numbered);
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain execute asked (" + values + ")")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            statement.execute("deallocate asked");
            return plan.toString();
        }
    }
}
