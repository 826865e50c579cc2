/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** An opened book: its database, with the schema brought up to date, and what must be closed with it. */
public final class Storage implements AutoCloseable {

    private static final int SQLITE_CACHE_KIB = 262_144;

    /** How long a connection waits for another that writes. */
    static final int SQLITE_BUSY_MS = 10_000;

    /** Pages of the write-ahead log before it is folded into the file: 64 MiB at 8 KiB a page. */
    private static final int SQLITE_CHECKPOINT_PAGES = 8_192;

    private final Database database;
    private final Deque<AutoCloseable> closing;

    private Storage(Database database, Deque<AutoCloseable> closing) {
        this.database = database;
        this.closing = closing;
    }

    public Database database() {
        return database;
    }

    /** Opens the book that the settings name. */
    public static Storage open(LedgerSettings settings, Clock clock) {
        String url = settings.database();
        if (url == null || url.isBlank()) {
            return openSqlite(settings.data(), settings.readersMax());
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw Refusal.of("database-url", "The database URL is not understood", url + " is not a PostgreSQL URL.")
                    .at("", "jdbc:postgresql://host/database", "Leave --database out for the embedded database.")
                    .asException();
        }
        return openPostgres(url, settings, clock);
    }

    /** Opens, or makes, the embedded database in the directory. */
    public static Storage openSqlite(Path data, int readersMax) {
        Deque<AutoCloseable> closing = new ArrayDeque<>();
        var directory = DataDirectory.open(data);
        closing.push(directory);
        Path file = directory.path().resolve("gozinto.db");
        // The native library is unpacked beside the data: the system's temporary directory may forbid to run code.
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            System.setProperty("org.sqlite.tmpdir", directory.path().toString());
        }
        var writer = pool(sqliteConfig(file, "writer", 1));
        closing.push(writer);
        checkPragmas(writer);
        var dialect = new SqliteDialect();
        migrate(writer, dialect);
        var readers = pool(sqliteConfig(file, "readers", readersMax));
        closing.push(readers);
        return new Storage(new Database(writer, readers, dialect, connection -> {}), closing);
    }

    private static HikariConfig sqliteConfig(Path file, String name, int size) {
        var properties = new Properties();
        properties.setProperty("page_size", "8192");
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("busy_timeout", String.valueOf(SQLITE_BUSY_MS));
        properties.setProperty("cache_size", String.valueOf(-SQLITE_CACHE_KIB / Math.max(1, size / 2)));
        properties.setProperty("temp_store", "MEMORY");
        // Nobody asks for keys that SQLite made, and the driver would ask for them after each insert.
        properties.setProperty("jdbc.get_generated_keys", "false");
        if (name.equals("writer")) {
            properties.setProperty("transaction_mode", "IMMEDIATE");
            // What is deleted, or moved to another page, does not stay behind in a page that is written anyway.
            properties.setProperty("secure_delete", "FAST");
        }
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setDataSource(new SqliteSource(file, properties));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        // Connections to a file do not go stale; giving them up would only lose their page cache.
        config.setIdleTimeout(0);
        config.setMaxLifetime(0);
        config.setConnectionInitSql(
                name.equals("writer")
                        ? "pragma wal_autocheckpoint = " + SQLITE_CHECKPOINT_PAGES
                        : "pragma query_only = true");
        return config;
    }

    /** A pragma that did not take is silent in SQLite, so each is read back. */
    private static void checkPragmas(HikariDataSource writer) {
        try (Connection connection = writer.getConnection()) {
            expect(connection, "journal_mode", "wal");
            expect(connection, "synchronous", "2");
            expect(connection, "foreign_keys", "1");
            expect(connection, "secure_delete", "2");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void expect(Connection connection, String pragma, String expected) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma " + pragma)) {
            String value = rows.next() ? rows.getString(1) : "nothing";
            if (!expected.equals(value)) {
                throw new IllegalStateException("SQLite runs with " + pragma + " = " + value + ", not " + expected);
            }
        }
    }

    private static Storage openPostgres(String url, LedgerSettings settings, Clock clock) {
        return openPostgres(url, settings.databaseUser(), settings.databasePassword(), settings.readersMax(), clock);
    }

    /** Opens a PostgreSQL database (one schema is one book) and takes its lease. */
    public static Storage openPostgres(
            String url, @Nullable String user, @Nullable String password, int readersMax, Clock clock) {
        Deque<AutoCloseable> closing = new ArrayDeque<>();
        var writer = pool(postgresConfig(url, user, password, "writer", 3));
        closing.push(writer);
        var dialect = new PostgresDialect();
        migrate(writer, dialect);
        try {
            var lease = Lease.take(writer, clock, UUID.randomUUID().toString());
            var readers = pool(postgresConfig(url, user, password, "readers", readersMax));
            closing.push(readers);
            closing.push(lease);
            return new Storage(new Database(writer, readers, dialect, lease), closing);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static HikariConfig postgresConfig(
            String url, @Nullable String user, @Nullable String password, String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        if (user != null) {
            config.setUsername(user);
        }
        if (password != null) {
            config.setPassword(password);
        }
        // Every join here is meant to go through an index. The planner knows neither how many numbers a parameter holds
        // nor, right after a bulk load, how large a table has become, and would read all of it to be safe.
        // Compiling a query that it takes for a large one costs more than all of the query's rows.
        var always = "set enable_hashjoin = off; set enable_mergejoin = off; set jit = off";
        config.setConnectionInitSql(name.equals("writer") ? always + "; " + PostgresDialect.DESK : always);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", "3");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        return config;
    }

    private static HikariDataSource pool(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new Refusal(
                            503,
                            "database",
                            "The database cannot be opened",
                            config.getJdbcUrl() + ": " + rootMessage(e),
                            java.util.List.of())
                    .at(
                            "",
                            "a database that can be reached and written",
                            "Check the address, the user and the permissions.")
                    .asException();
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static void migrate(HikariDataSource writer, Dialect dialect) {
        Flyway.configure()
                .dataSource(writer)
                .locations("classpath:db/migration/" + dialect.name())
                .load()
                .migrate();
    }

    @Override
    public void close() throws Exception {
        while (!closing.isEmpty()) {
            closing.pop().close();
        }
    }
}
