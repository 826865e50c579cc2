/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.StepChain;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of cases and their steps. */
final class RecallStore {

    private static final String RECALL = """
            select r.number, r.id, r.code, r.kind, r.title, r.stage, r.request_hash, r.actor, r.opened_at_us
            from recall r
            """;

    private final Database database;
    private final StepChain<Step> chain;

    RecallStore(Database database, JsonMapper json) {
        this.database = database;
        this.chain = new StepChain<>(database, json, Step.class, "recall_step", "recall");
    }

    /** A case as a row; {@code code} is what people call it, such as R-2026-001. */
    record Recall(
            long number,
            String id,
            String code,
            Kind kind,
            String title,
            Stage stage,
            byte[] requestHash,
            String actor,
            long openedAtUs) {

        StepChain.Owner owner() {
            return new StepChain.Owner(number, id, code);
        }
    }

    /** A step that was taken. */
    record Taken(long n, String id, long atUs, String actor, String role, Step step, byte[] requestHash, byte[] hash) {

        private static Taken of(StepChain.Taken<Step> step) {
            return new Taken(
                    step.n(),
                    step.id(),
                    step.atUs(),
                    step.actor(),
                    step.role(),
                    step.step(),
                    step.requestHash(),
                    step.hash());
        }
    }

    /** A step that is to be taken. */
    record Wanted(String id, Step step, byte[] requestHash, String actor, String role, long atUs) {

        private StepChain.Wanted<Step> wanted() {
            return new StepChain.Wanted<>(id, step, requestHash, actor, role, atUs);
        }
    }

    static String time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }

    @Nullable
    Recall byId(String id) {
        return one(database.read(), "where r.id = ?", id);
    }

    @Nullable
    Recall byCode(String code) {
        return one(database.read(), "where r.code = ?", code);
    }

    /** The case with this number, which must be there. */
    Recall byNumber(long number) {
        Recall recall = one(database.read(), "where r.number = ?", number);
        if (recall == null) {
            throw new IllegalStateException("there is no recall " + number);
        }
        return recall;
    }

    private static @Nullable Recall one(JdbcClient client, String where, Object param) {
        return client.sql(RECALL + where)
                .param(param)
                .query((rows, n) -> recall(rows))
                .optional()
                .orElse(null);
    }

    /** Which cases a list has. */
    enum Which {
        ALL(""),
        OPEN(" and r.stage <> 'closed'"),
        CLOSED(" and r.stage = 'closed'");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    /** Cases with a number below {@code before}, newest first. */
    Page<Recall> page(Which which, @Nullable Kind kind, long before, int limit) {
        List<Object> params = new ArrayList<>(List.of(before));
        if (kind != null) {
            params.add(kind.word);
        }
        params.add(limit + 1);
        List<Recall> found = database.read()
                .sql(RECALL + "where r.number < ?" + which.condition + (kind == null ? "" : " and r.kind = ?")
                        + " order by r.number desc limit ?")
                .params(params)
                .query((rows, n) -> recall(rows))
                .list();
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Paging.cursor(String.valueOf(found.get(limit - 1).number())))
                : new Page<>(found, null);
    }

    /** All cases that are about the real world, oldest first. */
    List<Recall> real() {
        return database.read()
                .sql(RECALL + "where r.kind <> 'mock' order by r.number")
                .query((rows, n) -> recall(rows))
                .list();
    }

    /** Steps of a case after one, in order. */
    List<Taken> steps(Recall recall, long after, int limit) {
        return chain.steps(recall.owner(), after, limit).stream().map(Taken::of).toList();
    }

    /** A step by the id that its client gave it, and the case that it is of. */
    record Known(long recall, Taken step) {}

    @Nullable
    Known step(String id) {
        StepChain.Known<Step> known = chain.known(id);
        return known == null ? null : new Known(known.owner(), Taken.of(known.step()));
    }

    /** Keeps a new case and gives it the next number of its kind and year. */
    Recall open(String id, Kind kind, String title, byte[] requestHash, String actor, long atUs, int year) {
        return database.write(transaction -> {
            long number = transaction
                            .sql("select coalesce(max(number), 0) from recall")
                            .query(Long.class)
                            .single()
                    + 1;
            String prefix = kind.letter + "-" + year + "-";
            long ofYear = transaction
                            .sql("select count(*) from recall where code like ?")
                            .param(prefix + "%")
                            .query(Long.class)
                            .single()
                    + 1;
            var recall = new Recall(
                    number, id, prefix + "%03d".formatted(ofYear), kind, title, Stage.SIGNAL, requestHash, actor, atUs);
            transaction
                    .sql("""
                            insert into recall (number, id, code, kind, title, stage, request_hash, actor, opened_at_us)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(number, id, recall.code(), kind.word, title, recall.stage().word, requestHash, actor, atUs)
                    .update();
            return recall;
        });
    }

    /** Whether what the steps made of the case still holds when the next is written. */
    @FunctionalInterface
    interface More {
        /** Writes what belongs to the step into other tables. */
        void write(JdbcClient transaction, long n);
    }

    /**
     * Adds a step after the last one that the caller knows of.
     *
     * @param last the number of that step; refused (409) when there is a later one
     */
    Taken append(Recall recall, long last, Wanted wanted, Stage stage, More more) {
        return database.write(transaction -> {
            Taken taken = Taken.of(chain.append(transaction, recall.owner(), last, wanted.wanted()));
            transaction
                    .sql("update recall set stage = ? where number = ?")
                    .params(stage.word, recall.number())
                    .update();
            more.write(transaction, taken.n());
            return taken;
        });
    }

    /** The word of a step in the API. */
    static String type(Step step) {
        return StepChain.word(step);
    }

    /** The first step of a case whose hash does not fit, or null when all do. */
    @Nullable
    Long firstBroken(Recall recall) {
        return chain.firstBroken(recall.owner());
    }

    private static Recall recall(ResultSet rows) throws SQLException {
        Kind kind = Kind.of(rows.getString("kind"));
        Stage stage = Stage.of(rows.getString("stage"));
        if (kind == null || stage == null) {
            throw new IllegalStateException(
                    "recall " + rows.getString("code") + " has a kind or stage of a later release");
        }
        return new Recall(
                rows.getLong("number"),
                rows.getString("id"),
                rows.getString("code"),
                kind,
                rows.getString("title"),
                stage,
                rows.getBytes("request_hash"),
                rows.getString("actor"),
                rows.getLong("opened_at_us"));
    }
}
