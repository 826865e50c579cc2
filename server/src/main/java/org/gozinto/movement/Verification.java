/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Storage;
import org.gozinto.ledger.Tables;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proves a book: walks the hash chain, does every act again in a scratch book, and compares the derived tables row by
 * row.
 */
public class Verification {

    private final Database database;
    private final JsonMapper json;
    private final Clock clock;
    private final Path scratchParent;

    /** @param scratchParent a directory in which a scratch book may be made */
    public Verification(Database database, JsonMapper json, Clock clock, Path scratchParent) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.scratchParent = scratchParent;
    }

    /**
     * What a verification found.
     *
     * @param hash of the last entry
     * @param firstDifference in words, or null when all is well
     */
    public record Report(
            boolean ok,
            long entries,
            String hash,
            double seconds,
            @Nullable String firstDifference) {}

    /** Verifies the book as it is at this moment; others go on reading and writing. */
    public Report run() {
        long start = System.nanoTime();
        Path scratch = null;
        try {
            Files.createDirectories(scratchParent);
            scratch = Files.createTempDirectory(scratchParent, "verify-");
            try (var storage = Storage.openSqlite(scratch, 2);
                    var live = database.readConnection()) {
                return verify(live, storage.database(), start);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the verification could not be done", e);
        } finally {
            delete(scratch);
        }
    }

    private Report verify(Connection live, Database scratch, long start) throws SQLException {
        live.setAutoCommit(false);
        live.setTransactionIsolation(
                database.dialect().name().equals("postgresql")
                        ? Connection.TRANSACTION_REPEATABLE_READ
                        : Connection.TRANSACTION_SERIALIZABLE);
        try {
            var replayed = new Replay(live, scratch, json, clock).run();
            String difference = replayed.difference();
            if (difference == null) {
                try (var rebuilt = scratch.readConnection()) {
                    difference = Tables.firstDifference(live, rebuilt);
                }
            }
            double seconds = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
            return new Report(difference == null, replayed.entries(), replayed.hash(), seconds, difference);
        } finally {
            live.rollback();
            live.setAutoCommit(true);
        }
    }

    private static void delete(@Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
