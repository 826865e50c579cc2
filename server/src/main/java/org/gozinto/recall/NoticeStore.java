/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.gozinto.recall.RecallStore.Recall;

/** The SQL of notices. */
final class NoticeStore {

    private final Database database;

    NoticeStore(Database database) {
        this.database = database;
    }

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
}
