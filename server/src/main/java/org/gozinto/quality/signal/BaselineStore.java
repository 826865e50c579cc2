/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gozinto.access.Actor;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.Baselines;
import org.gozinto.quality.book.Sent;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Days from which complaints count anew. Safe for use by many threads. */
final class BaselineStore implements Baselines {

    private static final int WHY_MAX = 500;
    private static final String COLUMNS = "id, item_id, code, from_day, why, recall, request_hash, actor, at_us";

    private final Database database;
    private final JsonMapper json;
    private final Items items;
    private final ComplaintFacts complaints;
    private final Clock clock;

    BaselineStore(Database database, JsonMapper json, Items items, ComplaintFacts complaints, Clock clock) {
        this.database = database;
        this.json = json;
        this.items = items;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * A new beginning.
     *
     * @param itemId 0 for all
     * @param code empty for all
     */
    record Row(
            String id,
            long itemId,
            String code,
            LocalDate from,
            String why,
            @Nullable String recall,
            byte[] requestHash,
            String actor,
            long atUs) {}

    /** @param repeated the same was sent before */
    record Kept(TrendView.BaselineView view, boolean repeated) {}

    @Override
    public void published(String recall, String title, Collection<Long> itemIds, LocalDate on, String actor) {
        for (long itemId : itemIds) {
            String id = UUID.nameUUIDFromBytes(("baseline " + recall + " " + itemId).getBytes(StandardCharsets.UTF_8))
                    .toString();
            String why = title.substring(0, Math.min(WHY_MAX, title.length()));
            write(new Row(id, itemId, "", on, why, recall, HashChain.of(id), actor, Days.us(clock.instant())));
        }
    }

    Kept keep(BaselineAsked asked, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        String item = asked.item();
        Item named = item == null ? null : items.find(item);
        faults.expect(item == null || named != null, "/item", "is " + item, "the code of an item");
        String code = asked.code();
        boolean isCode = code == null || Codes.of(complaints.codes()).name(code) != null;
        faults.expect(isCode, "/code", "is " + code, "the code of a kind of failure");
        String at = asked.at();
        LocalDate from = CauseChecks.day("/at", at, faults);
        faults.expect(at != null, "/at", "is missing", "the first day that counts");
        String why = asked.why() == null ? "" : asked.why().strip();
        faults.expect(!why.isEmpty(), "/why", "is missing", "a reason");
        faults.text("/why", why, WHY_MAX);
        faults.refuse("The baseline cannot be kept");
        if (from == null) {
            throw new IllegalStateException("a missing day is refused");
        }
        var row = new Row(
                sent.id(),
                named == null ? 0 : named.id(),
                code == null ? "" : code,
                from,
                why,
                null,
                sent.hash(),
                actor.name(),
                Days.us(clock.instant()));
        boolean isNew = write(row);
        Row kept = database.read()
                .sql("select " + COLUMNS + " from quality_baseline where id = ?")
                .param(sent.id())
                .query((rows, n) -> row(rows))
                .single();
        if (!Arrays.equals(kept.requestHash(), sent.hash())) {
            throw Refusal.of("id-reused", "The id was used for something else", "Id " + sent.id() + " has other words.")
                    .status(409)
                    .at("/id", "a new UUID", "Make a new id, or send exactly what was sent before.")
                    .asException();
        }
        return new Kept(view(kept), !isNew);
    }

    private boolean write(Row row) {
        return database.write(transaction -> insert(transaction, row)) > 0;
    }

    private static int insert(JdbcClient transaction, Row row) {
        return transaction
                .sql("insert into quality_baseline (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do nothing")
                .params(Arrays.asList(
                        row.id(),
                        row.itemId(),
                        row.code(),
                        row.from().toEpochDay(),
                        row.why(),
                        row.recall(),
                        row.requestHash(),
                        row.actor(),
                        row.atUs()))
                .update();
    }

    /** All of them, oldest first. */
    List<Row> all() {
        return database.read()
                .sql("select " + COLUMNS + " from quality_baseline order by from_day, id")
                .query((rows, n) -> row(rows))
                .list();
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getString("id"),
                rows.getLong("item_id"),
                rows.getString("code"),
                LocalDate.ofEpochDay(rows.getLong("from_day")),
                rows.getString("why"),
                rows.getString("recall"),
                rows.getBytes("request_hash"),
                rows.getString("actor"),
                rows.getLong("at_us"));
    }

    TrendView.BaselineView view(Row row) {
        return new TrendView.BaselineView(
                row.id(),
                row.itemId() == 0 ? null : items.get(row.itemId()).code(),
                row.code().isEmpty() ? null : row.code(),
                row.from().toString(),
                row.why(),
                row.recall(),
                Days.text(row.atUs()),
                row.actor());
    }
}
