/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of scopes. */
final class ScopeStore {

    /** Rows that one transaction takes away, so that acts do not wait for long. */
    private static final int ROWS_A_WRITE = 2_000;

    private static final String SCOPE = """
            select s.number, s.id, s.name, s.question, s.request_hash, s.revision, s.actor, s.created_at_us from scope s
            """;

    private static final String VERSION = """
            select v.number, v.version, v.seq, v.head_hash, v.known_at_us, v.answer_hash, v.content_hash, v.unit_count,
                   v.complete, v.body, v.actor, v.frozen_at_us, v.unit_ids is not null as in_blocks
            from scope_version v
            """;

    private final Database database;
    private final JsonMapper json;

    ScopeStore(Database database, JsonMapper json) {
        this.database = database;
        // What an earlier release wrote may have members that are no more.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** @param revision counts the names, for If-Match */
    record Scope(
            long number,
            String id,
            String name,
            ScopeQuestion question,
            byte[] requestHash,
            long revision,
            String actor,
            long createdAtUs) {}

    /**
     * All of an answer but its units and what stands in columns.
     *
     * @param emptySeeds which of the question's seeds found nothing, from 0; null where it has no list of seeds
     */
    record Body(
            String policyText,
            TraceView.Policy policy,
            List<String> notAnswered,
            List<TraceView.CutView> cuts,
            TraceView.SummaryView summary,
            TraceView.@Nullable BalanceView balance,
            @Nullable List<Integer> emptySeeds) {}

    /** @param isInBlocks its units are in blocks, and not in rows of their own as in earlier releases */
    record Version(
            long number,
            long version,
            long seq,
            String headHash,
            long knownAtUs,
            String answerHash,
            String contentHash,
            long units,
            boolean complete,
            Body body,
            String actor,
            long frozenAtUs,
            boolean isInBlocks) {

        ScopeView.Head head() {
            return new ScopeView.Head(
                    version,
                    seq,
                    headHash,
                    time(knownAtUs),
                    time(frozenAtUs),
                    actor,
                    answerHash,
                    contentHash,
                    units,
                    complete);
        }

        ScopeView.Version view() {
            return new ScopeView.Version(
                    head(),
                    new TraceView.Proof(seq, headHash, body.policyText(), answerHash),
                    body.policy(),
                    body.notAnswered(),
                    body.cuts(),
                    body.summary(),
                    body.balance(),
                    body.emptySeeds());
        }
    }

    static String time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }

    @Nullable
    Scope find(String id) {
        return database.read()
                .sql(SCOPE + "where s.id = ?")
                .param(id)
                .query((rows, n) -> scope(rows))
                .optional()
                .orElse(null);
    }

    /** Scopes with a number below {@code before}, newest first; the cursor is a number. */
    Page<Scope> page(long before, int limit) {
        List<Scope> found = database.read()
                .sql(SCOPE + "where s.number < ? order by s.number desc limit ?")
                .param(before)
                .param(limit + 1)
                .query((rows, n) -> scope(rows))
                .list();
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Paging.cursor(String.valueOf(found.get(limit - 1).number())))
                : new Page<>(found, null);
    }

    /** Versions of a scope, newest first. */
    List<Version> versions(Scope scope, int limit) {
        return database.read()
                .sql(VERSION + "where v.scope = ? order by v.version desc limit ?")
                .param(scope.number())
                .param(limit)
                .query((rows, n) -> version(rows))
                .list();
    }

    /** Versions of a scope in short, newest first. */
    List<ScopeView.Head> heads(Scope scope, int limit) {
        return database.read()
                .sql("""
                        select version, seq, head_hash, known_at_us, frozen_at_us, actor, answer_hash, content_hash,
                               unit_count, complete
                        from scope_version where scope = ? order by version desc limit ?
                        """)
                .param(scope.number())
                .param(limit)
                .query((rows, n) -> new ScopeView.Head(
                        rows.getLong(1),
                        rows.getLong(2),
                        HexFormat.of().formatHex(rows.getBytes(3)),
                        time(rows.getLong(4)),
                        time(rows.getLong(5)),
                        rows.getString(6),
                        HexFormat.of().formatHex(rows.getBytes(7)),
                        HexFormat.of().formatHex(rows.getBytes(8)),
                        rows.getLong(9),
                        rows.getLong(10) == 1))
                .list();
    }

    @Nullable
    Version version(Scope scope, long version) {
        return database.read()
                .sql(VERSION + "where v.scope = ? and v.version = ?")
                .param(scope.number())
                .param(version)
                .query((rows, n) -> version(rows))
                .optional()
                .orElse(null);
    }

    /** The number of the next version. What a freezing of an earlier release left under it is taken away. */
    long nextVersion() {
        long next = database.read()
                .sql("select coalesce(max(number), 0) + 1 from scope_version")
                .query(Long.class)
                .single();
        long last = database.read()
                .sql("select coalesce(max(n), -1) from scope_unit where version = ?")
                .param(next)
                .query(Long.class)
                .single();
        for (long from = 0; from <= last; from += ROWS_A_WRITE) {
            long first = from;
            database.write(transaction -> transaction
                    .sql("delete from scope_unit where version = ? and n >= ? and n < ?")
                    .param(next)
                    .param(first)
                    .param(first + ROWS_A_WRITE)
                    .update());
        }
        return next;
    }

    /** What is kept of the units of a version beside themselves: their ids, and where they are. */
    record Gist(RoaringBitmap ids, ScopeSpots spots) {}

    /** Writes a version down with the gist of its units, and its scope when that is new. */
    void seal(Scope scope, Version version, Gist gist) {
        byte[] ids = ScopeUnitStore.bytes(gist.ids());
        byte[] spots = gist.spots().bytes();
        String body = json.writeValueAsString(version.body());
        database.write(transaction -> {
            long number = scope.number() > 0 ? scope.number() : add(transaction, scope);
            ScopeUnitStore.addSpots(transaction, version, spots);
            return transaction
                    .sql("""
                            insert into scope_version (number, scope, version, seq, head_hash, known_at_us, answer_hash,
                                                       content_hash, unit_count, complete, body, actor, frozen_at_us,
                                                       unit_ids)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(version.number())
                    .param(number)
                    .param(version.version())
                    .param(version.seq())
                    .param(HexFormat.of().parseHex(version.headHash()))
                    .param(version.knownAtUs())
                    .param(HexFormat.of().parseHex(version.answerHash()))
                    .param(HexFormat.of().parseHex(version.contentHash()))
                    .param(version.units())
                    .param(version.complete() ? 1L : 0L)
                    .param(body)
                    .param(version.actor())
                    .param(version.frozenAtUs())
                    .param(ids)
                    .update();
        });
    }

    private long add(JdbcClient transaction, Scope scope) {
        long number = transaction
                .sql("select coalesce(max(number), 0) + 1 from scope")
                .query(Long.class)
                .single();
        transaction
                .sql("""
                        insert into scope (number, id, name, question, request_hash, revision, actor, created_at_us)
                        values (?, ?, ?, ?, ?, 1, ?, ?)
                        """)
                .param(number)
                .param(scope.id())
                .param(scope.name())
                .param(json.writeValueAsString(scope.question()))
                .param(scope.requestHash())
                .param(scope.actor())
                .param(scope.createdAtUs())
                .update();
        return number;
    }

    /** Gives a scope another name; {@code revision} is the one that the change is based on, or null. */
    void rename(String id, String name, @Nullable Long revision) {
        database.write(transaction -> {
            long now = transaction
                    .sql("select revision from scope where id = ?")
                    .param(id)
                    .query(Long.class)
                    .single();
            if (revision != null && revision != now) {
                throw Refusal.of(
                                "changed-meanwhile",
                                "Somebody else changed it",
                                "The scope is at revision " + now + ", the change is based on " + revision + ".")
                        .status(412)
                        .asException();
            }
            return transaction
                    .sql("update scope set name = ?, revision = revision + 1 where id = ?")
                    .param(name)
                    .param(id)
                    .update();
        });
    }

    private Scope scope(ResultSet rows) throws SQLException {
        return new Scope(
                rows.getLong("number"),
                rows.getString("id"),
                rows.getString("name"),
                json.readValue(rows.getString("question"), ScopeQuestion.class),
                rows.getBytes("request_hash"),
                rows.getLong("revision"),
                rows.getString("actor"),
                rows.getLong("created_at_us"));
    }

    private Version version(ResultSet rows) throws SQLException {
        return new Version(
                rows.getLong("number"),
                rows.getLong("version"),
                rows.getLong("seq"),
                HexFormat.of().formatHex(rows.getBytes("head_hash")),
                rows.getLong("known_at_us"),
                HexFormat.of().formatHex(rows.getBytes("answer_hash")),
                HexFormat.of().formatHex(rows.getBytes("content_hash")),
                rows.getLong("unit_count"),
                rows.getLong("complete") == 1,
                json.readValue(rows.getString("body"), Body.class),
                rows.getString("actor"),
                rows.getLong("frozen_at_us"),
                rows.getBoolean("in_blocks"));
    }
}
