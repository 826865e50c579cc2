/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The tree of codes. There are at most {@link #CODES_MAX}, so they are read whole. Safe for use by many threads. */
final class ComplaintCodes {

    static final int CODES_MAX = 5_000;
    private static final int LEVELS_MAX = 10;
    private static final int NAME_LENGTH_MAX = 200;
    private static final String KIND = "complaintCode";

    private final Database database;
    private final JsonMapper json;
    private final Clock clock;

    ComplaintCodes(Database database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** All codes, in their order. */
    List<ComplaintCode> all() {
        return all(database.read());
    }

    private List<ComplaintCode> all(JdbcClient client) {
        return client.sql("select body from complaint_code order by code")
                .query((rows, n) -> json.readValue(rows.getString(1), ComplaintCode.class))
                .list();
    }

    @Nullable
    ComplaintCode find(String code) {
        return database.read()
                .sql("select body from complaint_code where code = ?")
                .param(code)
                .query((rows, n) -> json.readValue(rows.getString(1), ComplaintCode.class))
                .optional()
                .orElse(null);
    }

    /** A code and all below it. */
    Set<String> below(String top) {
        Set<String> found = new LinkedHashSet<>(Set.of(top));
        List<ComplaintCode> all = all();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (ComplaintCode code : all) {
                if (code.parent() != null && found.contains(code.parent())) {
                    grew |= found.add(Objects.requireNonNull(code.code()));
                }
            }
        }
        return found;
    }

    ComplaintCode create(ComplaintCode asked, String actor) {
        return database.write(transaction -> {
            List<ComplaintCode> all = all(transaction);
            ComplaintCode checked = checked(asked, all);
            if (all.stream().anyMatch(code -> Objects.equals(code.code(), checked.code()))) {
                throw Refusal.of("exists", "It exists already", "There is a code " + checked.code() + ".")
                        .status(409)
                        .at("/code", "a code that is not taken", "Take another, or change the one that there is.")
                        .asException();
            }
            if (all.size() >= CODES_MAX) {
                throw Refusal.of("too-many-codes", "There are too many codes", "There are " + all.size() + ".")
                        .at("", "at most " + CODES_MAX, "Use fewer, and say the rest in the description.")
                        .asException();
            }
            return kept(transaction, checked, 1, actor);
        });
    }

    ComplaintCode change(String code, ComplaintCode asked, @Nullable Long expected, String actor) {
        return database.write(transaction -> {
            List<ComplaintCode> all = all(transaction);
            ComplaintCode before = all.stream()
                    .filter(known -> code.equals(known.code()))
                    .findFirst()
                    .orElseThrow(() -> unknown(code, 404));
            if (asked.code() != null && !asked.code().equals(code)) {
                throw Refusal.of("code-fixed", "A code never changes", "It is " + code + ".")
                        .at("/code", code, "Make another code.")
                        .asException();
            }
            long version = before.version() == null ? 1 : before.version();
            Long based = expected == null ? asked.version() : expected;
            MasterChanges.refuseStale(code, version, based);
            var whole = new ComplaintCode(code, asked.name(), asked.parent(), asked.severity(), asked.active(), null);
            return kept(transaction, checked(whole, all), version + 1, actor);
        });
    }

    private ComplaintCode checked(ComplaintCode asked, List<ComplaintCode> all) {
        var faults = new Faults();
        String code = faults.code("/code", asked.code());
        String name = asked.name();
        faults.expect(name != null && !name.isBlank(), "/name", "is missing", "what it is called");
        faults.text("/name", name, NAME_LENGTH_MAX);
        faults.expect(
                asked.severity() == null || StepCheck.SEVERITIES.contains(asked.severity()),
                "/severity",
                "is unknown",
                String.join(", ", StepCheck.SEVERITIES));
        Map<String, ComplaintCode> byCode = new HashMap<>();
        all.forEach(known -> byCode.put(Objects.requireNonNull(known.code()), known));
        String parent = asked.parent();
        faults.expect(parent == null || byCode.containsKey(parent), "/parent", "is unknown", "a code that there is");
        faults.refuse("The code cannot be kept");
        requireTree(code, parent, byCode);
        return new ComplaintCode(code, name, parent, asked.severity(), !Boolean.FALSE.equals(asked.active()), null);
    }

    /** Above a code stands never itself, and not too many. */
    private static void requireTree(String code, @Nullable String parent, Map<String, ComplaintCode> byCode) {
        List<String> above = new ArrayList<>();
        String at = parent;
        while (at != null && !at.equals(code) && above.size() < LEVELS_MAX) {
            above.add(at);
            ComplaintCode known = byCode.get(at);
            at = known == null ? null : known.parent();
        }
        if (at != null) {
            throw Refusal.of(
                            "not-a-tree",
                            at.equals(code) ? "The codes would make a circle" : "The tree would be too deep",
                            "Above " + code + " would stand " + String.join(", ", above) + ".")
                    .at("/parent", "a code that is not below " + code, "Choose another one above it.")
                    .asException();
        }
    }

    private ComplaintCode kept(JdbcClient transaction, ComplaintCode code, long version, String actor) {
        var now = new ComplaintCode(code.code(), code.name(), code.parent(), code.severity(), code.active(), version);
        String body = json.writeValueAsString(now);
        transaction
                .sql("""
                        insert into complaint_code (code, parent, active, version, body) values (?, ?, ?, ?, ?)
                        on conflict (code) do update set parent = excluded.parent, active = excluded.active,
                            version = excluded.version, body = excluded.body
                        """)
                .param(now.code())
                .param(now.parent())
                .param(Boolean.TRUE.equals(now.active()) ? 1 : 0)
                .param(version)
                .param(body)
                .update();
        long atUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        MasterChanges.add(
                transaction,
                KIND,
                Objects.requireNonNull(now.code()),
                new MasterChanges.Change(version, atUs, actor, body));
        return now;
    }

    /** A code that new complaints may have, or a refusal. */
    ComplaintCode usable(String code) {
        ComplaintCode known = find(code);
        if (known == null) {
            throw unknown(code, 422);
        }
        if (!Boolean.TRUE.equals(known.active())) {
            throw Refusal.of("code-closed", "The code is not used any more", code + " is not active.")
                    .at("/code", "an active code", "Choose another code.")
                    .asException();
        }
        return known;
    }

    private static RefusedException unknown(String code, int status) {
        return Refusal.of("unknown-code", "No such code", "There is no complaint code " + code + ".")
                .status(status)
                .at("/code", "a code that there is", "Choose one of the codes, or leave it out.")
                .asException();
    }
}
