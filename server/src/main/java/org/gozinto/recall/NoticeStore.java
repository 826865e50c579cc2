/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.recall.RecallStore.Recall;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of notices. */
final class NoticeStore {

    static final String WAITING = "waiting";
    static final String SENT = "sent";
    static final String FAILED = "failed";
    static final String PRINTED = "printed";

    private static final String ROW = """
            select recall, n, consignee, channel, language, kind, address, state, tries, next_us, sent_at_us, detail,
            document from recall_notice
            """;

    private final Database database;
    private final JsonMapper json;

    NoticeStore(Database database, JsonMapper json) {
        this.database = database;
        // What an earlier release wrote may have members that are no more.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * A notice as a row.
     *
     * @param recall the number of its case
     * @param state waiting, sent, failed or printed
     * @param nextUs when it is tried next, while it waits
     * @param sentAtUs when it was sent or written for print
     * @param detail what went wrong last
     */
    record Row(
            long recall,
            long n,
            String consignee,
            String channel,
            String language,
            String kind,
            @Nullable String address,
            String state,
            int tries,
            long nextUs,
            @Nullable Long sentAtUs,
            @Nullable String detail,
            Notice notice) {}

    /** The notices of a case in short, by consignee and oldest first. */
    Map<String, List<ConsigneeView.NoticeHead>> heads(Recall recall) {
        Map<String, List<ConsigneeView.NoticeHead>> byConsignee = new LinkedHashMap<>();
        database.read()
                .sql("""
                        select consignee, n, kind, channel, language, state, sent_at_us, detail from recall_notice
                        where recall = ? order by n
                        """)
                .param(recall.number())
                .query((rows, i) -> {
                    long sentUs = rows.getLong("sent_at_us");
                    String at = rows.wasNull() ? null : RecallStore.time(sentUs);
                    return byConsignee
                            .computeIfAbsent(rows.getString("consignee"), c -> new ArrayList<>())
                            .add(new ConsigneeView.NoticeHead(
                                    rows.getLong("n"),
                                    rows.getString("kind"),
                                    rows.getString("channel"),
                                    rows.getString("language"),
                                    rows.getString("state"),
                                    at,
                                    rows.getString("detail")));
                })
                .list();
        return byConsignee;
    }

    /** Writes new notices. */
    void add(JdbcClient transaction, List<Row> rows) {
        for (Row row : rows) {
            transaction
                    .sql("""
                            insert into recall_notice (recall, n, consignee, channel, language, kind, address, state,
                            tries, next_us, sent_at_us, detail, document)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(row.recall())
                    .param(row.n())
                    .param(row.consignee())
                    .param(row.channel())
                    .param(row.language())
                    .param(row.kind())
                    .param(row.address())
                    .param(row.state())
                    .param(row.tries())
                    .param(row.nextUs())
                    .param(row.sentAtUs())
                    .param(row.detail())
                    .param(json.writeValueAsString(row.notice()))
                    .update();
        }
    }

    @Nullable
    Row find(Recall recall, long n) {
        return database.read()
                .sql(ROW + "where recall = ? and n = ?")
                .params(recall.number(), n)
                .query((rows, i) -> row(rows))
                .optional()
                .orElse(null);
    }

    /** Which notices a list has; null is any. */
    record Which(
            @Nullable String consignee,
            @Nullable String state,
            @Nullable String channel,
            @Nullable String kind) {}

    /** Notices after one, in the order in which they were written. */
    Page<Row> page(Recall recall, Which which, long after, int limit) {
        List<Object> params = new ArrayList<>(List.of(recall.number(), after));
        var conditions = new StringBuilder();
        and(conditions, params, "consignee", which.consignee());
        and(conditions, params, "state", which.state());
        and(conditions, params, "channel", which.channel());
        and(conditions, params, "kind", which.kind());
        params.add(limit + 1);
        List<Row> found = database.read()
                .sql(ROW + "where recall = ? and n > ?" + conditions + " order by n limit ?")
                .params(params)
                .query((rows, i) -> row(rows))
                .list();
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Paging.cursor(String.valueOf(found.get(limit - 1).n())))
                : new Page<>(found, null);
    }

    private static void and(StringBuilder conditions, List<Object> params, String column, @Nullable String value) {
        if (value != null) {
            conditions.append(" and ").append(column).append(" = ?");
            params.add(value);
        }
    }

    // --- what waits

    /** The notice that is to be sent next, or null when none is due. */
    @Nullable
    Row due(long nowUs) {
        return database.read()
                .sql(ROW + "where state = 'waiting' and next_us <= ? order by next_us, recall, n limit 1")
                .param(nowUs)
                .query((rows, i) -> row(rows))
                .optional()
                .orElse(null);
    }

    /** When the next one is due, or null when none waits. */
    @Nullable
    Long nextUs() {
        return database.read()
                .sql("select next_us from recall_notice where state = 'waiting' order by next_us limit 1")
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /**
     * Takes a notice for one try; only who may write the book can, and only once. Should the process end before it says
     * what came of it, the notice is tried again at {@code againUs}.
     */
    boolean claim(Row row, long againUs) {
        return database.write(transaction -> transaction
                        .sql("""
                        update recall_notice set tries = tries + 1, next_us = ?
                        where recall = ? and n = ? and state = 'waiting' and tries = ?
                        """)
                        .params(againUs, row.recall(), row.n(), row.tries())
                        .update())
                == 1;
    }

    void sent(Row row, long atUs) {
        end(row, SENT, atUs, null);
    }

    void failed(Row row, String detail) {
        end(row, FAILED, null, detail);
    }

    private void end(Row row, String state, @Nullable Long sentAtUs, @Nullable String detail) {
        database.write(transaction -> transaction
                .sql("""
                        update recall_notice set state = ?, sent_at_us = ?, detail = ?
                        where recall = ? and n = ? and state = 'waiting'
                        """)
                .param(state)
                .param(sentAtUs)
                .param(detail)
                .param(row.recall())
                .param(row.n())
                .update());
    }

    void again(Row row, long nextUs, String detail) {
        database.write(transaction -> transaction
                .sql("""
                        update recall_notice set next_us = ?, detail = ?
                        where recall = ? and n = ? and state = 'waiting'
                        """)
                .params(nextUs, detail, row.recall(), row.n())
                .update());
    }

    private Row row(ResultSet rows) throws SQLException {
        long sentUs = rows.getLong("sent_at_us");
        Long sentAtUs = rows.wasNull() ? null : sentUs;
        return new Row(
                rows.getLong("recall"),
                rows.getLong("n"),
                rows.getString("consignee"),
                rows.getString("channel"),
                rows.getString("language"),
                rows.getString("kind"),
                rows.getString("address"),
                rows.getString("state"),
                rows.getInt("tries"),
                rows.getLong("next_us"),
                sentAtUs,
                rows.getString("detail"),
                json.readValue(rows.getString("document"), Notice.class));
    }
}
