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
import org.flywaydb.core.Flyway;

/**
 * The two engines, for tests that are written once and run on both. The schema is made once for each; a book is a copy
 * of it, since making it takes longer than most tests.
 */
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
            return new PostgresHome(directory(), Server.newBook());
        }
    };

    private static final String FILE = "gozinto.db";
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
            Path file = directory.resolve(FILE);
            if (!Files.exists(file)) {
                try {
                    Files.write(file, Empty.BOOK);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return Storage.openSqlite(directory, READERS_MAX);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(FILE));
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

    /** The file of a book in which nothing was done yet. */
    private static final class Empty {
        private static final byte[] BOOK = make();

        private static byte[] make() {
            Path directory = directory();
            try {
                Storage.openSqlite(directory, 1).close();
            } catch (Exception e) {
                throw new IllegalStateException("the empty book cannot be made", e);
            }
            try {
                return Files.readAllBytes(directory.resolve(FILE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(directory);
            }
        }
    }

    /**
     * One PostgreSQL for all tests of this process; it is started by the first that needs it and ends with the
     * process. Each book is a database, copied from one in which nothing was done yet.
     */
    private static final class Server {
        private static final String SCHEMA = "book";
        private static final String EMPTY = "empty";
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres started = EmbeddedPostgres.start();
                run(started, "postgres", "create database " + EMPTY);
                run(started, EMPTY, "create schema " + SCHEMA);
                Flyway.configure()
                        .dataSource(url(started, EMPTY), "postgres", "")
                        .locations("classpath:db/migration/postgresql")
                        .load()
                        .migrate();
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL cannot be started", e);
            }
        }

        private static String url(EmbeddedPostgres server, String database) {
            return server.getJdbcUrl("postgres", database) + "&currentSchema=" + SCHEMA;
        }

        /** The address of a new book. */
        static String newBook() {
            String database = "book" + BOOKS.incrementAndGet();
            run(POSTGRES, "postgres", "create database " + database + " template " + EMPTY);
            return url(POSTGRES, database);
        }

        static void drop(String url) {
            String database = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
            run(POSTGRES, "postgres", "drop database " + database + " with (force)");
        }

        private static void run(EmbeddedPostgres server, String database, String sql) {
            try (var connection = server.getDatabase("postgres", database).getConnection();
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
