/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes empty databases: a folder for SQLite, a database of one PostgreSQL for the other. Both promise that what was
 * committed survives a loss of power.
 */
final class Databases implements AutoCloseable {

    private static final List<String> SHOWN = List.of(
            "fsync", "synchronous_commit", "full_page_writes", "wal_sync_method", "shared_buffers", "max_wal_size");

    private final Path folder;
    private @Nullable EmbeddedPostgres postgres;
    private int made;

    Databases() throws IOException {
        this.folder = Files.createTempDirectory("gozinto-bench-");
    }

    /**
     * An empty database.
     *
     * @param data the server's folder; for SQLite the book is in it
     * @param url of PostgreSQL, or null
     */
    record Place(Engine engine, Path data, @Nullable String url) {

        /** A connection for the raw peer, with the settings that the server uses. */
        Connection connect() throws SQLException {
            if (url != null) {
                return DriverManager.getConnection(url + "&reWriteBatchedInserts=true");
            }
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("gozinto.db")
                    + "?page_size=8192&journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=10000"
                    + "&cache_size=-262144&temp_store=MEMORY&transaction_mode=IMMEDIATE");
            try (var statement = connection.createStatement()) {
                statement.execute("pragma wal_autocheckpoint = 8192");
            }
            return connection;
        }
    }

    Place create(Engine engine) throws IOException, SQLException {
        String name = "book" + ++made;
        Path data = Files.createDirectory(folder.resolve(name));
        if (engine == Engine.SQLITE) {
            return new Place(engine, data, null);
        }
        try (var connection = postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new Place(engine, data, postgres().getJdbcUrl("postgres", name));
    }

    /** Gives the room back; the next run is to find the disk as this one did. */
    void drop(Place place) throws IOException, SQLException {
        if (place.url() != null) {
            try (var connection = postgres().getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("drop database " + place.data().getFileName() + " with (force)");
                statement.execute("checkpoint");
            }
        }
        delete(place.data());
    }

    private EmbeddedPostgres postgres() throws IOException {
        EmbeddedPostgres running = postgres;
        if (running == null) {
            running = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setDataDirectory(Files.createDirectory(folder.resolve("postgresql")))
                    .start();
            postgres = running;
        }
        return running;
    }

    /** Version and settings, as the database itself tells them. */
    String told(Engine engine) throws IOException, SQLException {
        Place place = create(engine);
        try (var connection = place.connect();
                var statement = connection.createStatement()) {
            if (engine == Engine.SQLITE) {
                try (var rows = statement.executeQuery("select sqlite_version()")) {
                    rows.next();
                    return "SQLite " + rows.getString(1)
                            + ": journal_mode=WAL, synchronous=FULL, page_size=8192, cache 256 MiB,"
                            + " wal_autocheckpoint=8192";
                }
            }
            List<String> settings = new ArrayList<>();
            for (String name : SHOWN) {
                try (var rows = statement.executeQuery("show " + name)) {
                    rows.next();
                    settings.add(name + "=" + rows.getString(1));
                }
            }
            try (var rows = statement.executeQuery("show server_version")) {
                rows.next();
                return "PostgreSQL " + rows.getString(1).split(" ", 2)[0] + ": "
                        + String.join(", ", settings).replace(", wal_sync_method", ",\n  wal_sync_method");
            }
        } finally {
            drop(place);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
        delete(folder);
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
