/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/** The two engines, for tests that are written once and run on both. */
public enum Engines {
    SQLITE {
        @Override
        public Home home() {
            return new SqliteHome(directory());
        }
    },
    POSTGRESQL {
        @Override
        public Home home() {
            return new PostgresHome(directory(), Server.newSchema());
        }
    };

    private static final int READERS_MAX = 2;
    private static final AtomicInteger BOOKS = new AtomicInteger();

    /** A place for one book that nobody else has; nothing is in it before it is opened. */
    public abstract Home home();

    /** Where a book lives. Closing it throws the book away. */
    public interface Home extends AutoCloseable {

        /** Opens the book, as the server does. */
        Storage open(Clock clock);

        /** A connection past the server, as an administrator with a database tool has. */
        Connection connect() throws SQLException;

        /** A directory of its own for scratch files. */
        Path directory();

        @Override
        void close();
    }

    private record SqliteHome(Path directory) implements Home {

        @Override
        public Storage open(Clock clock) {
            return Storage.openSqlite(directory, READERS_MAX);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("gozinto.db"));
        }

        @Override
        public void close() {
            delete(directory);
        }
    }

    private record PostgresHome(Path directory, String url) implements Home {

        @Override
        public Storage open(Clock clock) {
            return Storage.openPostgres(url, "postgres", null, READERS_MAX, clock);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, "postgres", "");
        }

        @Override
        public void close() {
            Server.drop(url);
            delete(directory);
        }
    }

    /**
     * One PostgreSQL for all tests of this process; it is started by the first that needs it and ends with the
     * process.
     */
    private static final class Server {
        private static final String SCHEMA = "currentSchema=";
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL cannot be started", e);
            }
        }

        static String newSchema() {
            String schema = "book" + BOOKS.incrementAndGet();
            run("create schema " + schema);
            return POSTGRES.getJdbcUrl("postgres", "postgres") + "&" + SCHEMA + schema;
        }

        static void drop(String url) {
            run("drop schema " + url.substring(url.indexOf(SCHEMA) + SCHEMA.length()) + " cascade");
        }

        private static void run(String sql) {
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("gozinto-book-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a directory with all that is in it. */
    public static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
