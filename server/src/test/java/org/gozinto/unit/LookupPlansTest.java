/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Engines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking a number up goes by an index, also right after very many units came in and before any statistics. */
class LookupPlansTest {

    private static final int SERIALS = 20_000;

    private static final Map<String, String> QUESTIONS = Map.of(
            Units.WITH_NUMBER,
            "'S17', 50",
            Units.OF_ITEM,
            "'S17', 1, 2, 50",
            Units.WITH_SUPPLIER_LOT,
            "'X17', 50",
            Units.SUPPLIED_OF_ITEM,
            "'X17', 1, 50",
            Units.WITH_ANY,
            "'[\"S17\",\"S18\"]', 50",
            Units.WITH_ANY_OF_ITEMS,
            "'[\"S17\",\"S18\"]', '[1,2]', 50",
            Units.SUPPLIED_AS_ANY,
            "'[\"X17\",\"X18\"]', 50",
            "select min(u.number) from unit u where u.number >= ?",
            "'S17'");

    @ParameterizedTest
    @EnumSource
    void everyQuestionGoesByAnIndex(Engines engine) throws Exception {
        try (var home = engine.home();
                var storage = home.open(Clock.systemUTC())) {
            Database database = storage.database();
            fill(database);
            for (boolean analyzed : List.of(false, true)) {
                if (analyzed) {
                    run(database, "analyze");
                }
                QUESTIONS.forEach((question, values) -> {
                    var dialect = database.dialect();
                    String sql = question.formatted(dialect.texts(), dialect.numbers());
                    String plan = engine == Engines.SQLITE ? sqlite(database, sql) : postgres(database, sql, values);
                    assertThat(plan)
                            .as("%s, %s, analyzed: %s", engine, sql, analyzed)
                            .doesNotContain("Seq Scan", "SCAN u", "SCAN s");
                });
            }
        }
    }

    private static void fill(Database database) {
        run(database, """
                insert into unit (id, kind, item_id, issuer_id, number, twin, lot_id, first_seq, first_us)
                with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
                select i, 2, 1, 0, 'S' || i, 0, 0, 1, 1 from n
                """.formatted(SERIALS));
        run(database, """
                insert into supplier_lot (number, partner_id, unit_id)
                with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
                select 'X' || i, 7, i from n
                """.formatted(SERIALS));
    }

    private static void run(Database database, String sql) {
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static String sqlite(Database database, String sql) {
        return lines(database, "explain query plan " + sql.replace("?", "1"), 4);
    }

    /** The plan that is kept for every parameter, as it comes to be after some calls. */
    private static String postgres(Database database, String sql, String values) {
        String question = sql;
        for (int n = 1; question.contains("?"); n++) {
            question = question.replaceFirst("\\?", "\\$" + n);
        }
        String prepared = question;
        return database.moment(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local plan_cache_mode = force_generic_plan");
                statement.execute("prepare asked as " + prepared);
                var plan = new StringBuilder();
                try (var rows = statement.executeQuery("explain execute asked (" + values + ")")) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                statement.execute("deallocate asked");
                return plan.toString();
            }
        });
    }

    private static String lines(Database database, String sql, int column) {
        return String.join(
                "\n",
                database.read()
                        .sql(sql)
                        .query((rows, n) -> rows.getString(column))
                        .list());
    }
}
