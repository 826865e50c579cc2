/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gozinto.ledger.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Runs with what they found, and the lots as the latest of them counted them. */
final class SignalStore {

    private static final int ROWS_A_WRITE = 5_000;
    private static final String RUN = "select number, id, state, as_of_day, seq, started_at_us, finished_at_us, actor,"
            + " level, request_hash, done, failure from signal_run ";

    private final Database database;
    private final JsonMapper json;

    SignalStore(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param level share of signals that may be false */
    record Row(SignalRunView view, double level, byte[] requestHash) {}

    /** A finding as a row; {@code body} is what is shown. */
    record Found(String kind, int n, long lotId, String code, String verdict, String body) {}

    // --- runs

    /** Adds a run that is running. */
    SignalRunView open(String id, LocalDate asOf, double level, byte[] hash, String actor, long seq, long atUs) {
        database.write(transaction -> {
            long number = transaction
                            .sql("select coalesce(max(number), 0) from signal_run")
                            .query(Long.class)
                            .single()
                    + 1;
            return transaction
                    .sql("insert into signal_run (number, id, state, as_of_day, seq, started_at_us, actor, level,"
                            + " request_hash) values (?, ?, 'running', ?, ?, ?, ?, ?, ?)")
                    .params(number, id, asOf.toEpochDay(), seq, atUs, actor, String.valueOf(level), hash)
                    .update();
        });
        Row row = byId(id);
        if (row == null) {
            throw new IllegalStateException("a run that was written is not there");
        }
        return row.view();
    }

    void end(long number, long seq, SignalRunView.DoneView done, long atUs) {
        String text = json.writeValueAsString(done);
        database.write(transaction -> transaction
                .sql("update signal_run set state = 'done', seq = ?, done = ?, finished_at_us = ? where number = ?")
                .params(seq, text, atUs, number)
                .update());
    }

    void fail(long number, String why, long atUs) {
        database.write(transaction -> transaction
                .sql("update signal_run set state = 'failed', failure = ?, finished_at_us = ? where number = ?")
                .params(why, atUs, number)
                .update());
    }

    @Nullable
    Row byId(String id) {
        return one("where id = ?", id);
    }

    @Nullable
    Row byNumber(long number) {
        return one("where number = ?", number);
    }

    /** The latest run that is done, or null. */
    @Nullable
    Row latest() {
        return one("where state = ? order by number desc limit 1", "done");
    }

    List<Row> running() {
        return database.read()
                .sql(RUN + "where state = 'running' order by number")
                .query((rows, n) -> row(rows))
                .list();
    }

    /** Runs, newest first. */
    List<SignalRunView> page(long before, int limit) {
        return database.read()
                .sql(RUN + "where number < ? order by number desc limit ?")
                .params(before, limit)
                .query((rows, n) -> row(rows).view())
                .list();
    }

    private @Nullable Row one(String where, Object param) {
        return database.read()
                .sql(RUN + where)
                .param(param)
                .query((rows, n) -> row(rows))
                .optional()
                .orElse(null);
    }

    private Row row(ResultSet rows) throws SQLException {
        long finishedUs = rows.getLong("finished_at_us");
        boolean finished = !rows.wasNull();
        String done = rows.getString("done");
        var view = new SignalRunView(
                rows.getLong("number"),
                rows.getString("id"),
                rows.getString("state"),
                LocalDate.ofEpochDay(rows.getLong("as_of_day")).toString(),
                rows.getLong("seq"),
                Days.text(rows.getLong("started_at_us")),
                finished ? Days.text(finishedUs) : null,
                rows.getString("actor"),
                done == null ? null : json.readValue(done, SignalRunView.DoneView.class),
                rows.getString("failure"));
        return new Row(view, Double.parseDouble(rows.getString("level")), rows.getBytes("request_hash"));
    }

    // --- findings

    void write(long run, List<Found> found) {
        for (int from = 0; from < found.size(); from += ROWS_A_WRITE) {
            List<Found> some = found.subList(from, Math.min(found.size(), from + ROWS_A_WRITE));
            database.write(transaction -> {
                some.forEach(one -> insert(transaction, run, one));
                return some.size();
            });
        }
    }

    // A run that was not done when the server stopped is made again.
    private static void insert(JdbcClient transaction, long run, Found one) {
        transaction
                .sql("insert into signal_finding (run, kind, n, lot_id, code, verdict, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (run, kind, n) do update set"
                        + " lot_id = excluded.lot_id, code = excluded.code, verdict = excluded.verdict,"
                        + " body = excluded.body")
                .params(run, one.kind(), one.n(), one.lotId(), one.code(), one.verdict(), one.body())
                .update();
    }

    /** Findings of a run and kind after a place, in their order; {@code verdict} null for any. */
    <T> List<T> findings(long run, String kind, @Nullable String verdict, Class<T> type, long after, int limit) {
        List<Object> params = new ArrayList<>(List.of(run, kind, after));
        if (verdict != null) {
            params.add(verdict);
        }
        params.add(limit);
        return database.read()
                .sql("select body from signal_finding where run = ? and kind = ? and n > ?"
                        + (verdict == null ? "" : " and verdict = ?") + " order by n limit ?")
                .params(params)
                .query((rows, n) -> json.readValue(rows.getString(1), type))
                .list();
    }

    /** Since which run each signal of a run has been one without a break, by lot and code. */
    Map<String, Long> since(long run) {
        Map<String, Long> since = new HashMap<>();
        database.read()
                .sql("select lot_id, code, body from signal_finding where run = ? and kind = ? and verdict = ?")
                .params(run, "signal", "signal")
                .query(rows -> {
                    SignalsView.SignalView view = json.readValue(rows.getString(3), SignalsView.SignalView.class);
                    since.put(rows.getLong(1) + " " + rows.getString(2), view.since() == null ? run : view.since());
                });
        return since;
    }

    /** What the latest run said of a lot, by code. */
    Map<String, String> verdicts(long run, long lotId) {
        Map<String, String> verdicts = new HashMap<>();
        database.read()
                .sql("select code, verdict from signal_finding where lot_id = ? and run = ? and kind = 'signal'")
                .params(lotId, run)
                .query(rows -> {
                    verdicts.put(rows.getString(1), rows.getString(2));
                });
        return verdicts;
    }

    // --- lots

    /** Puts the lots of a run in the place of those of the runs before it. */
    void replace(long run, Map<Long, LotRecord> lots) {
        List<Map.Entry<Long, LotRecord>> list = List.copyOf(lots.entrySet());
        for (int from = 0; from < list.size(); from += ROWS_A_WRITE) {
            List<Map.Entry<Long, LotRecord>> some = list.subList(from, Math.min(list.size(), from + ROWS_A_WRITE));
            database.write(transaction -> {
                some.forEach(one -> put(transaction, run, one.getKey(), one.getValue()));
                return some.size();
            });
        }
        database.write(transaction -> transaction
                .sql("delete from signal_lot where run <> ?")
                .param(run)
                .update());
    }

    private void put(JdbcClient transaction, long run, long lotId, LotRecord lot) {
        transaction
                .sql("insert into signal_lot (lot_id, item, run, body) values (?, ?, ?, ?)"
                        + " on conflict (lot_id) do update set item = excluded.item, run = excluded.run,"
                        + " body = excluded.body")
                .params(lotId, lot.item(), run, json.writeValueAsString(lot))
                .update();
    }

    /** The lots of an item by their ids. */
    Map<Long, LotRecord> lots(String item) {
        Map<Long, LotRecord> lots = new TreeMap<>();
        database.read()
                .sql("select lot_id, body from signal_lot where item = ? order by lot_id")
                .params(Arrays.asList(item))
                .query(rows -> {
                    lots.put(rows.getLong(1), json.readValue(rows.getString(2), LotRecord.class));
                });
        return lots;
    }
}
