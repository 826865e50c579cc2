/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.unit.Stops;

/** The entries that moved what a recall stops: returns, resales, ways to the cage. Safe for use by many threads. */
final class StopEntries {

    private final Database database;
    private final Stops stops;

    StopEntries(Database database, Stops stops) {
        this.database = database;
        this.stops = stops;
    }

    long count(String recall) {
        return database.read()
                .sql("select count(*) from stop_entry where recall = ?")
                .param(recall)
                .query(Long.class)
                .single();
    }

    /** Entries after one, oldest first. */
    Page<RecallView.EntryHead> page(String recall, long after, int limit) {
        List<Long> seqs = stops.entries(recall, after, limit + 1);
        boolean more = seqs.size() > limit;
        List<Long> shown = more ? seqs.subList(0, limit) : seqs;
        Map<Long, RecallView.EntryHead> heads = new HashMap<>();
        var array = new JsonText().array();
        shown.forEach(array::element);
        database.read()
                .sql("select e.seq, e.type, e.occurred_at, e.actor, e.document,"
                        + " (select count(*) from movement m where m.seq = e.seq) from "
                        + database.dialect().numbers() + " k cross join entry e where e.seq = k.value")
                .param(array.endArray().toString())
                .query((rows, n) -> heads.put(
                        rows.getLong(1),
                        new RecallView.EntryHead(
                                rows.getLong(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getLong(6))))
                .list();
        List<RecallView.EntryHead> found = new ArrayList<>();
        for (long seq : shown) {
            RecallView.EntryHead head = heads.get(seq);
            if (head != null) {
                found.add(head);
            }
        }
        return new Page<>(found, more ? Paging.cursor(String.valueOf(shown.getLast())) : null);
    }
}
