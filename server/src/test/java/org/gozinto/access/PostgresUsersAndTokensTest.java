/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import org.gozinto.ledger.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresUsersAndTokensTest extends UsersAndTokensContract {

    static EmbeddedPostgres postgres;
    static int books;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Override
    Storage open() throws Exception {
        String name = "book" + ++books;
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return Storage.openPostgres(postgres.getJdbcUrl("postgres", name), "postgres", null, 2, Clock.systemUTC());
    }
}
