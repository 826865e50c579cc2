/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The plans of inspections. Safe for use by many threads. */
final class Plans {

    private static final String KIND = "inspectionPlan";
    private static final int CHARACTERISTICS_MAX = 200;
    private static final int SAMPLE_MAX = 1_000_000;
    private static final int DECIMALS_MAX = 9;

    private final Database database;
    private final Items items;
    private final SamplingTable table;
    private final JsonMapper json;
    private final Clock clock;

    Plans(Database database, Items items, SamplingTable table, JsonMapper json, Clock clock) {
        this.database = database;
        this.items = items;
        this.table = table;
        this.json = json;
        this.clock = clock;
    }

    SamplingTable table() {
        return table;
    }

    /** Plans in the order of their codes; {@code item} null for those of any. */
    Page<PlanBody> page(@Nullable String item, @Nullable String cursor, int limit) {
        String after = Paging.after(cursor);
        List<PlanBody> fitting = new ArrayList<>();
        for (PlanBody plan : all(after == null ? "" : after)) {
            if (item == null || plan.item() == null || plan.item().equals(item)) {
                fitting.add(plan);
            }
        }
        return fitting.size() > limit
                ? new Page<>(
                        fitting.subList(0, limit),
                        Paging.cursor(fitting.get(limit - 1).code()))
                : new Page<>(fitting, null);
    }

    private List<PlanBody> all(String after) {
        return database.read()
                .sql("select body from inspection_plan where code > ? order by code")
                .param(after)
                .query((rows, n) -> json.readValue(rows.getString(1), PlanBody.class))
                .list();
    }

    /** The plan of this code, or null. */
    @Nullable
    PlanBody find(String code) {
        return find(database.read(), code);
    }

    private @Nullable PlanBody find(JdbcClient client, String code) {
        return client.sql("select body from inspection_plan where code = ?")
                .param(code)
                .query((rows, n) -> json.readValue(rows.getString(1), PlanBody.class))
                .optional()
                .orElse(null);
    }

    /** The plan of this code, or a refusal with status 404. */
    PlanBody existing(String code) {
        PlanBody plan = Faults.isKeepable(code) ? find(code) : null;
        if (plan == null) {
            throw Refusal.of("unknown-plan", "No such plan", "There is no inspection plan " + code + ".")
                    .status(404)
                    .asException();
        }
        return plan;
    }

    /** The one active plan for an item that came in a way; null when there is none, or more than one. */
    @Nullable
    PlanBody only(String item, @Nullable String way) {
        List<PlanBody> fitting = all("").stream()
                .filter(p -> Boolean.TRUE.equals(p.active()) && item.equals(p.item()))
                .filter(p -> way == null || "any".equals(p.stage()) || way.equals(p.stage()))
                .toList();
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    /** Makes a plan; refused when the code is taken. */
    PlanBody create(PlanBody body, String actor) {
        PlanBody plan = checked(body, 1);
        return database.write(transaction -> {
            if (find(transaction, String.valueOf(plan.code())) != null) {
                throw Refusal.of("exists", "The code is taken", "There is a plan " + plan.code() + " already.")
                        .status(409)
                        .at("/code", "a code that no plan has", "Change the plan with PUT, or choose another code.")
                        .asException();
            }
            return written(transaction, plan, actor);
        });
    }

    /** Changes a plan; {@code version} is the one that the change is based on, or null. */
    PlanBody change(String code, PlanBody body, @Nullable Long version, String actor) {
        return database.write(transaction -> {
            PlanBody before = find(transaction, code);
            if (before == null || before.version() == null) {
                throw Refusal.of("unknown-plan", "No such plan", "There is no inspection plan " + code + ".")
                        .status(404)
                        .asException();
            }
            MasterChanges.refuseStale(code, before.version(), version);
            PlanBody plan = checked(body, before.version() + 1);
            if (!code.equals(plan.code())) {
                throw Refusal.of("invalid", "Some fields are wrong", "The code in the body is another one.")
                        .at("/code", code, "Give the same code in both.")
                        .asException();
            }
            return written(transaction, plan, actor);
        });
    }

    private PlanBody written(JdbcClient transaction, PlanBody plan, String actor) {
        String text = json.writeValueAsString(plan);
        long version = plan.version() == null ? 1 : plan.version();
        transaction.sql("""
                        insert into inspection_plan (code, version, body) values (?, ?, ?)
                        on conflict (code) do update set version = excluded.version, body = excluded.body
                        """).params(String.valueOf(plan.code()), version, text).update();
        long atUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        MasterChanges.add(
                transaction, KIND, String.valueOf(plan.code()), new MasterChanges.Change(version, atUs, actor, text));
        return plan;
    }

    // --- whether it says what it must

    private PlanBody checked(PlanBody body, long version) {
        var faults = new Faults();
        String code = faults.code("/code", body.code());
        faults.text("/name", body.name(), 200);
        faults.expect(
                body.item() == null || items.find(body.item()) != null,
                "/item",
                "is unknown",
                "the code of an item, or nothing for any");
        String stage = body.stage() == null ? "any" : body.stage();
        word(faults, "/stage", stage, "received", "produced", "any");
        sampling(faults, body.sampling());
        List<PlanBody.Characteristic> characteristics =
                body.characteristics() == null ? List.of() : body.characteristics();
        faults.expect(
                !characteristics.isEmpty() && characteristics.size() <= CHARACTERISTICS_MAX,
                "/characteristics",
                "are missing or too many",
                "1 to " + CHARACTERISTICS_MAX);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(characteristics.size(), CHARACTERISTICS_MAX); i++) {
            characteristic(faults, "/characteristics/" + i, characteristics.get(i), seen);
        }
        faults.refuse("The plan cannot be kept");
        return new PlanBody(
                code,
                body.name() == null ? code : body.name(),
                body.item(),
                stage,
                body.sampling(),
                characteristics,
                body.active() == null || body.active(),
                version);
    }

    private void sampling(Faults faults, PlanBody.@Nullable Sampling sampling) {
        if (!faults.expect(sampling != null, "/sampling", "is missing", "{\"type\":\"full\"}, fixed or aql")
                || sampling == null) {
            return;
        }
        String type = String.valueOf(sampling.type());
        word(faults, "/sampling/type", sampling.type(), "full", "fixed", "aql");
        boolean fixed = type.equals("fixed");
        boolean aql = type.equals("aql");
        Integer n = sampling.n();
        faults.expect(
                fixed ? n != null && n >= 1 && n <= SAMPLE_MAX : n == null,
                "/sampling/n",
                fixed ? "is missing or out of range" : "belongs to fixed",
                fixed ? "1 to " + SAMPLE_MAX : "no n");
        Integer accept = sampling.accept();
        faults.expect(
                accept == null || !aql && accept >= 0 && accept <= SAMPLE_MAX,
                "/sampling/accept",
                aql ? "follows from the AQL" : "is out of range",
                aql ? "no accept" : "0 or more");
        for (var member : List.of("level", "aql", "severity")) {
            String value = switch (member) {
                case "level" -> sampling.level();
                case "aql" -> sampling.aql();
                default -> sampling.severity();
            };
            List<String> words = switch (member) {
                case "level" -> table.levels();
                case "aql" -> table.aqls();
                default -> List.of("normal", "tightened", "reduced");
            };
            boolean mayLack = !aql || member.equals("severity");
            faults.expect(
                    value == null ? mayLack : aql && words.contains(value),
                    "/sampling/" + member,
                    aql ? "is missing or not in the tables" : "belongs to aql",
                    aql ? String.join(", ", words) : "no " + member);
        }
    }

    private static void characteristic(
            Faults faults, String at, PlanBody.@Nullable Characteristic one, Set<String> seen) {
        if (!faults.expect(one != null, at, "is null", "a characteristic") || one == null) {
            return;
        }
        String code = faults.code(at + "/code", one.code());
        faults.expect(seen.add(code), at + "/code", "stands twice", "each code once");
        faults.text(at + "/name", one.name(), 200);
        word(faults, at + "/kind", one.kind(), "attribute", "measurement");
        faults.text(at + "/unit", one.unit(), 20);
        if (one.criticality() != null) {
            word(faults, at + "/class", one.criticality(), "critical", "major", "minor");
        }
        boolean measured = "measurement".equals(one.kind());
        BigDecimal lower = limit(faults, at + "/lower", one.lower(), measured);
        limit(faults, at + "/target", one.target(), measured);
        BigDecimal upper = limit(faults, at + "/upper", one.upper(), measured);
        faults.expect(
                lower == null || upper == null || lower.compareTo(upper) <= 0,
                at + "/upper",
                "is below the lower limit",
                "the lower limit or more");
        Integer decimals = one.decimals();
        faults.expect(
                decimals == null || measured && decimals >= 0 && decimals <= DECIMALS_MAX,
                at + "/decimals",
                "is out of range, or not of a measurement",
                "0 to " + DECIMALS_MAX);
    }

    private static @Nullable BigDecimal limit(Faults faults, String at, @Nullable String value, boolean measured) {
        boolean good = value == null || measured && StepCheck.isNumber(value);
        faults.expect(good, at, "is no number, or not of a measurement", "a decimal text");
        return value == null || !good ? null : new BigDecimal(value);
    }

    private static void word(Faults faults, String at, @Nullable String value, String... words) {
        faults.expect(
                Arrays.asList(words).contains(value),
                at,
                value == null ? "is missing" : "is unknown",
                String.join(", ", words));
    }
}
