/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A desk finds what is in a container without reading the stock of all places. */
class DeskPlansTest {

    private static final long BIN = 7;
    private static final long CARTON = 3;
    private static final long EMPTY_CARTON = 4;
    private static final int SERIALS_FROM = 10;
    private static final int SERIALS = 20_000;

    private Engines.Home home;
    private Storage storage;

    private Database open(Engines engine) {
        home = engine.home();
        storage = home.open(Clock.systemUTC());
        return storage.database();
    }

    @AfterEach
    void close() throws Exception {
        storage.close();
        home.close();
    }

    /** All stock at one bin, as right after a large receipt, but for two pieces in a carton. */
    private static void fill(Database database) {
        database.transaction(connection -> {
            try (var insert = connection.prepareStatement("""
                    with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
                    insert into holding (unit_id, place_id, qty)
                    select ? + i, case when i <= 2 then ? else ? end, 1 from n
                    """)) {
                insert.setInt(1, SERIALS);
                insert.setInt(2, SERIALS_FROM);
                insert.setLong(3, -CARTON);
                insert.setLong(4, BIN);
                return insert.executeUpdate();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInCartonsIsFoundAndAnEmptyOneIsEmpty(Engines engine) {
        Database database = open(engine);
        fill(database);
        database.moment(connection -> {
            var balances = new Balances(connection, database.dialect());
            balances.loadContents(List.of(-EMPTY_CARTON, -CARTON));
            assertThat(balances.unitsAt(-EMPTY_CARTON)).isEmpty();
            assertThat(balances.unitsAt(-CARTON)).containsExactly(SERIALS_FROM + 1L, SERIALS_FROM + 2L);
            assertThat(balances.unitsAt(BIN)).hasSize(SERIALS - 2);
            return null;
        });
    }

    @Test
    void postgresqlFindsThemByTheIndexAlsoWhenAlmostAllIsAtOnePlace() {
        Database database = open(Engines.POSTGRESQL);
        fill(database);
        assertThat(contentsPlan(database)).as("before statistics").satisfies(DeskPlansTest::goesByTheIndex);
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("analyze holding");
            }
        });
        assertThat(contentsPlan(database)).as("with statistics").satisfies(DeskPlansTest::goesByTheIndex);
    }

    private static void goesByTheIndex(String plan) {
        assertThat(plan).contains("holding_place", "Index Cond: (place_id = ").doesNotContain("Seq Scan on holding");
    }

    /** The plan that is kept for every parameter, as it comes to be after some calls. */
    private static String contentsPlan(Database database) {
        return database.moment(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local plan_cache_mode = force_generic_plan");
                statement.execute("prepare contents (text) as "
                        + Balances.contents(database.dialect()).replace("?", "$1"));
                var plan = new StringBuilder();
                try (var rows = statement.executeQuery("explain execute contents ('[-4]')")) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                statement.execute("deallocate contents");
                return plan.toString();
            }
        });
    }
}
