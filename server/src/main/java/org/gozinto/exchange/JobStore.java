/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of imports in the background. */
final class JobStore {

    static final String QUEUED = "queued";
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String CANCELLED = "cancelled";
    static final String FAILED = "failed";

    /** Imports that wait or run, at the most: each keeps its file. */
    private static final int OPEN_MAX = 20;

    /** Verdicts that are kept of one import; further ones are only counted. */
    static final int VERDICTS_MAX = 100_000;

    private static final String SELECT = """
            select id, state, cancelling, kind, file_name, actor, created_at_us, started_at_us, finished_at_us,
                   done, row_count, counts, sheet, failure from import_job
            """;

    private final Database database;
    private final JsonMapper json;

    JobStore(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A job with what it needs to run. */
    record Open(long id, SheetKind kind, int done, RowCounts counts, Actor actor, boolean cancelling) {}

    long add(SheetFile file, int rows, @Nullable String name, Actor actor, long nowUs) {
        String sheet = json.writeValueAsString(SheetView.of(file));
        String counts = json.writeValueAsString(RowCounts.NONE);
        return database.write(transaction -> {
            int open = transaction
                    .sql("select count(*) from import_job where state in ('queued', 'running')")
                    .query(Integer.class)
                    .single();
            if (open >= OPEN_MAX) {
                throw Refusal.of("too-many-imports", "Too many imports wait", open + " imports wait or run.")
                        .status(429)
                        .at("", "at most " + OPEN_MAX, "Wait until some are done, or cancel some.")
                        .asException();
            }
            long id = transaction
                    .sql("select coalesce(max(id), 0) + 1 from import_job")
                    .query(Long.class)
                    .single();
            transaction
                    .sql("""
                            insert into import_job (id, state, cancelling, kind, file_name, actor, role, acts,
                                                    created_at_us, done, row_count, sheet, counts)
                            values (?, 'queued', 0, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)
                            """)
                    .param(id)
                    .param(file.kind().word())
                    .param(name)
                    .param(actor.name())
                    .param(actor.role().word())
                    .param(actor.acts() == null ? null : String.join(",", actor.acts()))
                    .param(nowUs)
                    .param(rows)
                    .param(sheet)
                    .param(counts)
                    .update();
            transaction
                    .sql("insert into import_file (job_id, content) values (?, ?)")
                    .param(id)
                    .param(file.content())
                    .update();
            return id;
        });
    }

    /** The job that is to run now: one that ran when the server ended, else the oldest that waits; null for none. */
    @Nullable
    Open next() {
        return database.read()
                .sql("""
                        select id, kind, done, counts, actor, role, acts, cancelling from import_job
                        where state in ('queued', 'running') order by case state when 'running' then 0 else 1 end, id
                        limit 1
                        """)
                .query((rows, n) -> new Open(
                        rows.getLong("id"),
                        java.util.Objects.requireNonNull(SheetKind.of(rows.getString("kind"))),
                        rows.getInt("done"),
                        json.readValue(rows.getString("counts"), RowCounts.class),
                        actor(rows),
                        rows.getInt("cancelling") == 1))
                .optional()
                .orElse(null);
    }

    private static Actor actor(ResultSet rows) throws SQLException {
        Role role = Role.of(rows.getString("role"));
        String acts = rows.getString("acts");
        return new Actor(
                rows.getString("actor"),
                role == null ? Role.VIEWER : role,
                acts == null ? null : Set.of(acts.split(",")),
                null);
    }

    /** The file of a job that is not over. */
    byte[] content(long id) {
        return database.read()
                .sql("select content from import_file where job_id = ?")
                .param(id)
                .query((rows, n) -> rows.getBytes(1))
                .optional()
                .orElseThrow(() -> Refusal.of(
                                "file-lost", "The file is lost", "The file of the import is not in the book any more.")
                        .asException());
    }

    void start(long id, long nowUs) {
        database.write(transaction -> transaction
                .sql("update import_job set state = 'running', started_at_us = coalesce(started_at_us, ?) where id = ?")
                .param(nowUs)
                .param(id)
                .update());
    }

    /** Notes what became of some rows; gives whether the job was told to end. */
    boolean progress(long id, int done, RowCounts counts, List<RowVerdict> verdicts) {
        String text = json.writeValueAsString(counts);
        return database.write(transaction -> {
            int before = transaction
                    .sql("select count(*) from import_row where job_id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
            verdicts.stream()
                    .filter(v -> v.isRefused() || v.isWarned())
                    .limit(Math.max(0, VERDICTS_MAX - before))
                    .forEach(v -> insert(transaction, id, v));
            transaction
                    .sql("update import_job set done = ?, counts = ? where id = ?")
                    .param(done)
                    .param(text)
                    .param(id)
                    .update();
            return transaction
                            .sql("select cancelling from import_job where id = ?")
                            .param(id)
                            .query(Integer.class)
                            .single()
                    == 1;
        });
    }

    private void insert(JdbcClient transaction, long id, RowVerdict verdict) {
        transaction
                .sql("insert into import_row (job_id, row_number, status, body) values (?, ?, ?, ?)")
                .param(id)
                .param(verdict.row())
                .param(verdict.isRefused() ? RowVerdict.REFUSED : RowVerdict.WARNED)
                .param(json.writeValueAsString(verdict))
                .update();
    }

    /** Ends the job; its file is not kept. */
    void end(long id, String state, @Nullable String failure, long nowUs) {
        database.write(transaction -> end(transaction, id, state, failure, nowUs));
    }

    private static int end(JdbcClient transaction, long id, String state, @Nullable String failure, long nowUs) {
        transaction.sql("delete from import_file where job_id = ?").param(id).update();
        return transaction
                .sql("update import_job set state = ?, cancelling = 0, failure = ?, finished_at_us = ? where id = ?")
                .param(state)
                .param(failure)
                .param(nowUs)
                .param(id)
                .update();
    }

    /** Ends a job that waits, and tells one that runs to end; whether it was still open. */
    boolean cancel(long id, long nowUs) {
        return database.write(transaction -> {
            String state = transaction
                    .sql("select state from import_job where id = ?")
                    .param(id)
                    .query(String.class)
                    .optional()
                    .orElse("");
            if (state.equals(QUEUED)) {
                return end(transaction, id, CANCELLED, null, nowUs) == 1;
            }
            return transaction
                            .sql("update import_job set cancelling = 1 where id = ? and state = 'running'")
                            .param(id)
                            .update()
                    == 1;
        });
    }

    @Nullable
    JobView find(long id) {
        return database.read()
                .sql(SELECT + "where id = ?")
                .param(id)
                .query((rows, n) -> view(rows))
                .optional()
                .orElse(null);
    }

    /** Jobs before an id, newest first. */
    Page<JobView> page(long before, int limit) {
        List<JobView> found = database.read()
                .sql(SELECT + "where id < ? order by id desc limit ?")
                .param(before)
                .param(limit + 1)
                .query((rows, n) -> view(rows))
                .list();
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Paging.cursor(String.valueOf(found.get(limit - 1).id())))
                : new Page<>(found, null);
    }

    /** Kept verdicts behind a row, each as JSON. */
    record Kept(int row, String body) {}

    List<Kept> verdicts(long id, long afterRow, @Nullable String status, int limit) {
        var where = status == null ? "" : " and status = ?";
        var query = database.read()
                .sql("select row_number, body from import_row where job_id = ? and row_number > ?" + where
                        + " order by row_number limit ?")
                .param(id)
                .param(afterRow);
        return (status == null ? query : query.param(status))
                .param(limit)
                .query((rows, n) -> new Kept(rows.getInt(1), rows.getString(2)))
                .list();
    }

    private JobView view(ResultSet rows) throws SQLException {
        long started = rows.getLong("started_at_us");
        long finished = rows.getLong("finished_at_us");
        return new JobView(
                rows.getLong("id"),
                rows.getString("state"),
                rows.getInt("cancelling") == 1 ? true : null,
                rows.getString("kind"),
                rows.getString("file_name"),
                rows.getString("actor"),
                JobView.time(rows.getLong("created_at_us")),
                started == 0 ? null : JobView.time(started),
                finished == 0 ? null : JobView.time(finished),
                rows.getInt("done"),
                rows.getInt("row_count"),
                json.readValue(rows.getString("counts"), RowCounts.class),
                json.readValue(rows.getString("sheet"), SheetView.class),
                rows.getString("failure"));
    }
}
