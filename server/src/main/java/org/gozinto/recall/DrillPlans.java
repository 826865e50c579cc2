/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.recall.RecallStore.Recall;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** When mock recalls are due. Safe for use by many threads. */
final class DrillPlans {

    private static final String KIND = "drillPlan";
    private static final long ROW = 1;
    private static final int DAYS_MAX = 3_650;

    private final Database database;
    private final RecallStore recalls;
    private final JsonMapper json;
    private final Clock clock;

    DrillPlans(Database database, RecallStore recalls, JsonMapper json, Clock clock) {
        this.database = database;
        this.recalls = recalls;
        this.json = json;
        this.clock = clock;
    }

    /** What a client sends, and what is kept. */
    record Body(
            @Nullable Integer everyDays,
            @Nullable Integer warnDays,
            @Nullable Long version) {}

    /** A plan with its version; version 0 is none. */
    private record Kept(long version, Body body) {}

    /** The plan, and when the next drill is due by it. */
    DrillPlanView view() {
        Kept kept = kept(database.read());
        Recall last = recalls.page(RecallStore.Which.ALL, Kind.MOCK, Long.MAX_VALUE, 1).items().stream()
                .findFirst()
                .orElse(null);
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate lastDay = last == null
                ? null
                : Instant.EPOCH
                        .plus(last.openedAtUs(), ChronoUnit.MICROS)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate();
        Integer everyDays = kept.body.everyDays();
        Integer warnDays = kept.body.warnDays();
        LocalDate next = everyDays == null ? null : lastDay == null ? today : lastDay.plusDays(everyDays);
        return new DrillPlanView(
                everyDays,
                warnDays,
                next == null ? null : next.toString(),
                lastDay == null ? null : lastDay.toString(),
                last == null ? null : last.code(),
                state(next, today, warnDays),
                kept.version);
    }

    private static String state(@Nullable LocalDate next, LocalDate today, @Nullable Integer warnDays) {
        if (next == null) {
            return "none";
        }
        if (!today.isBefore(next)) {
            return "due";
        }
        return warnDays != null && !today.isBefore(next.minusDays(warnDays)) ? "soon" : "planned";
    }

    private Kept kept(JdbcClient client) {
        return client.sql("select version, body from drill_plan where id = ?")
                .param(ROW)
                .query((rows, n) -> new Kept(rows.getLong(1), json.readValue(rows.getString(2), Body.class)))
                .optional()
                .orElse(new Kept(0, new Body(null, null, null)));
    }

    /** Makes another plan; {@code version} is the one that the change is based on, or null. */
    DrillPlanView change(Body asked, @Nullable Long version, String actor) {
        var faults = new Faults();
        Integer everyDays = asked.everyDays();
        Integer warnDays = asked.warnDays();
        faults.expect(
                everyDays == null || everyDays >= 1 && everyDays <= DAYS_MAX,
                "/everyDays",
                "is out of range",
                "1 to " + DAYS_MAX + " days, or null for no plan");
        faults.expect(
                warnDays == null || warnDays >= 0 && everyDays != null && warnDays < everyDays,
                "/warnDays",
                "is out of range",
                "0 or more days, and fewer than everyDays");
        faults.refuse("The plan cannot be kept");
        long atUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        database.write(transaction -> {
            Kept before = kept(transaction);
            MasterChanges.refuseStale("The plan", before.version, version);
            long next = before.version + 1;
            String text = json.writeValueAsString(new Body(everyDays, warnDays, next));
            transaction.sql("""
                            insert into drill_plan (id, version, body) values (?, ?, ?)
                            on conflict (id) do update set version = excluded.version, body = excluded.body
                            """).params(ROW, next, text).update();
            MasterChanges.add(transaction, KIND, KIND, new MasterChanges.Change(next, atUs, actor, text));
            return next;
        });
        return view();
    }
}
