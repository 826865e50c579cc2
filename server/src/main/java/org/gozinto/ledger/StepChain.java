/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps of records that are what was done in them: never changed, numbered from 1 in each record, and chained by
 * {@link HashChain} from the hash of the record's id. Safe for use by many threads.
 *
 * @param <S> what a step says, kept as JSON
 */
public final class StepChain<S> {

    private static final String COLUMNS = " s.n, s.id, s.at_us, s.actor, s.role, s.body, s.request_hash, s.hash ";

    private final Database database;
    private final JsonMapper json;
    private final Class<S> type;
    private final String table;
    private final String owner;

    /**
     * @param table with the columns n, id, type, at_us, actor, role, body, request_hash, hash and {@code owner}
     * @param owner the column with the number of the record
     */
    public StepChain(Database database, JsonMapper json, Class<S> type, String table, String owner) {
        this.database = database;
        // What an earlier release wrote may have members that are no more.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.type = type;
        this.table = table;
        this.owner = owner;
    }

    /** The record that steps belong to. */
    public record Owner(long number, String id, String code) {}

    /** A step that was taken. */
    public record Taken<S>(
            long n, String id, long atUs, String actor, String role, S step, byte[] requestHash, byte[] hash) {}

    /** A step that is to be taken. */
    public record Wanted<S>(String id, S step, byte[] requestHash, String actor, String role, long atUs) {}

    /** A step by the id that its client gave it, and the number of the record that it is of. */
    public record Known<S>(long owner, Taken<S> step) {}

    /** Steps of a record after one, in order. */
    public List<Taken<S>> steps(Owner of, long after, int limit) {
        return database.read()
                .sql("select" + COLUMNS + "from " + table + " s where s." + owner
                        + " = ? and s.n > ? order by s.n limit ?")
                .params(of.number(), after, limit)
                .query((rows, n) -> taken(rows))
                .list();
    }

    /** The step with an id, of whichever record; null when there is none. */
    public @Nullable Known<S> known(String id) {
        return database.read()
                .sql("select" + COLUMNS + ", s." + owner + " as owner_number from " + table + " s where s.id = ?")
                .param(id)
                .query((rows, n) -> new Known<>(rows.getLong("owner_number"), taken(rows)))
                .optional()
                .orElse(null);
    }

    /**
     * Writes a step after the last one that the caller knows of.
     *
     * @param last the number of that step; refused (409) when there is a later one
     */
    public Taken<S> append(JdbcClient transaction, Owner to, long last, Wanted<S> wanted) {
        Taken<S> before = transaction
                .sql("select" + COLUMNS + "from " + table + " s where s." + owner + " = ? order by s.n desc limit 1")
                .param(to.number())
                .query((rows, n) -> taken(rows))
                .optional()
                .orElse(null);
        long n = before == null ? 0 : before.n();
        if (n != last) {
            throw Refusal.of(
                            "changed-meanwhile",
                            "Somebody else was faster",
                            "Another step was taken in " + to.code() + " at the same moment.")
                    .status(409)
                    .at("", "it as it is now", "Look at it again and repeat the step.")
                    .asException();
        }
        String body = json.writeValueAsString(wanted.step());
        byte[] previous = before == null ? HashChain.of(to.id()) : before.hash();
        byte[] hash = HashChain.next(previous, n + 1, wanted.id(), wanted.atUs(), wanted.actor(), body);
        transaction
                .sql("insert into " + table + " (" + owner
                        + ", n, id, type, at_us, actor, role, body, request_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        to.number(),
                        n + 1,
                        wanted.id(),
                        word(wanted.step()),
                        wanted.atUs(),
                        wanted.actor(),
                        wanted.role(),
                        body,
                        wanted.requestHash(),
                        hash)
                .update();
        return new Taken<>(
                n + 1,
                wanted.id(),
                wanted.atUs(),
                wanted.actor(),
                wanted.role(),
                wanted.step(),
                wanted.requestHash(),
                hash);
    }

    /** The number of the first step of a record whose hash does not fit, or null when all do. */
    public @Nullable Long firstBroken(Owner of) {
        record Kept(long n, String id, long atUs, String actor, String body, byte[] hash) {}
        List<Kept> all = database.read()
                .sql("select n, id, at_us, actor, body, hash from " + table + " where " + owner + " = ? order by n")
                .param(of.number())
                .query((row, i) -> new Kept(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6)))
                .list();
        byte[] previous = HashChain.of(of.id());
        for (Kept kept : all) {
            byte[] hash = HashChain.next(previous, kept.n, kept.id, kept.atUs, kept.actor, kept.body);
            if (!Arrays.equals(hash, kept.hash)) {
                return kept.n;
            }
            previous = hash;
        }
        return null;
    }

    /** The word of a step in the API: the name of its record, such as {@code drawSample}. */
    public static String word(Object step) {
        String name = step.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private Taken<S> taken(ResultSet rows) throws SQLException {
        return new Taken<>(
                rows.getLong("n"),
                rows.getString("id"),
                rows.getLong("at_us"),
                rows.getString("actor"),
                rows.getString("role"),
                json.readValue(rows.getString("body"), type),
                rows.getBytes("request_hash"),
                rows.getBytes("hash"));
    }
}
