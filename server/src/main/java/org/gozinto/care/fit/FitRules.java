/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fit rules. Those in use are kept in memory too, as one picture that is swapped as a whole; another server's
 * changes are seen within a second. Safe for use by many threads.
 */
final class FitRules {

    static final int RULES_MAX = 5_000;
    private static final String KIND = "fitRule";
    private static final long CHECK_NS = 1_000_000_000L;
    private static final String REVISION = "select coalesce(sum(version), 0) from fit_rule";
    private static final String ACTIVE = "select body from fit_rule where active = 1 order by code";

    private final Database database;
    private final RuleCheck check;
    private final JsonMapper json;
    private final Clock clock;
    private volatile FitBook known = FitBook.UNREAD;
    private volatile long checkedNs;

    FitRules(Database database, Items items, JsonMapper json, Clock clock) {
        this.database = database;
        this.check = new RuleCheck(items);
        this.json = json;
        this.clock = clock;
    }

    // --- the picture

    /** The rules in use. */
    FitBook book() {
        FitBook book = known;
        if (!isFresh(book)) {
            refresh();
            book = known;
        }
        return book;
    }

    /** The rules in use, for the writer, which has a connection; nothing is asked of it more than once a second. */
    FitBook book(Connection connection) throws SQLException {
        FitBook book = known;
        return isFresh(book) ? book : adopt(connection);
    }

    private boolean isFresh(FitBook book) {
        return book.revision() >= 0 && System.nanoTime() - checkedNs <= CHECK_NS;
    }

    private void refresh() {
        database.moment(this::adopt);
    }

    /** Every change adds one to the version of one rule, so their sum tells whether any changed. */
    private FitBook adopt(Connection connection) throws SQLException {
        long now = System.nanoTime();
        try (var query = connection.prepareStatement(REVISION);
                var rows = query.executeQuery()) {
            rows.next();
            long revision = rows.getLong(1);
            FitBook book = known;
            FitBook next = book.revision() == revision ? book : read(connection, revision);
            return swap(next, now);
        }
    }

    private FitBook read(Connection connection, long revision) throws SQLException {
        List<Rule> rules = new ArrayList<>();
        try (var query = connection.prepareStatement(ACTIVE);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                rules.add(Rule.of(json.readValue(rows.getString(1), FitRule.class)));
            }
        }
        return new FitBook(revision, rules);
    }

    private synchronized FitBook swap(FitBook next, long atNs) {
        if (next.revision() >= known.revision()) {
            known = next;
            checkedNs = atNs;
        }
        return known;
    }

    // --- the records

    /** Which rules a list has; null members narrow nothing. */
    record Filter(
            @Nullable String item,
            @Nullable String relation,
            @Nullable Boolean active) {}

    /** Rules in the order of their codes. */
    Page<FitRule> page(Filter filter, @Nullable String cursor, int limit) {
        String after = Paging.after(cursor);
        List<Object> params = new ArrayList<>(List.of(after == null ? "" : after));
        var where = new StringBuilder("where code > ?");
        if (filter.item() != null) {
            where.append(" and (subject_item = ? or object_item = ?)");
            params.add(filter.item());
            params.add(filter.item());
        }
        if (filter.relation() != null) {
            where.append(" and relation = ?");
            params.add(filter.relation());
        }
        if (filter.active() != null) {
            where.append(" and active = ?");
            params.add(filter.active() ? 1 : 0);
        }
        params.add(limit + 1);
        List<FitRule> found = database.read()
                .sql("select body from fit_rule " + where + " order by code limit ?")
                .params(params)
                .query((rows, n) -> json.readValue(rows.getString(1), FitRule.class))
                .list();
        boolean more = found.size() > limit;
        List<FitRule> shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown, more ? Paging.cursor(shown.getLast().code()) : null);
    }

    /** The rule of this code, or a refusal with status 404. */
    FitRule existing(String code) {
        FitRule rule = Faults.isKeepable(code) ? find(database.read(), code) : null;
        if (rule == null) {
            throw unknown(code);
        }
        return rule;
    }

    private static RefusedException unknown(String code) {
        return Refusal.of("unknown-rule", "No such rule", "There is no fit rule " + code + ".")
                .status(404)
                .asException();
    }

    private @Nullable FitRule find(JdbcClient client, String code) {
        return client.sql("select body from fit_rule where code = ?")
                .param(code)
                .query((rows, n) -> json.readValue(rows.getString(1), FitRule.class))
                .optional()
                .orElse(null);
    }

    /** A draft as it would be kept, or the refusal that it would get. */
    FitRule draft(FitRule sent) {
        return check.checked(sent, 0);
    }

    /** Makes a rule; refused when the code is taken. */
    FitRule create(FitRule sent, String actor) {
        FitRule rule = check.checked(sent, 1);
        FitRule made = database.write(transaction -> {
            if (find(transaction, Objects.requireNonNull(rule.code())) != null) {
                throw Refusal.of("exists", "The code is taken", "There is a rule " + rule.code() + " already.")
                        .status(409)
                        .at("/code", "a code that no rule has", "Change the rule with PUT, or choose another code.")
                        .asException();
            }
            long count = transaction
                    .sql("select count(*) from fit_rule")
                    .query(Long.class)
                    .single();
            if (count >= RULES_MAX) {
                throw Refusal.of("too-many-rules", "There are too many rules", "There are " + count + ".")
                        .at("", "at most " + RULES_MAX, "Name several revisions or ranges in one rule.")
                        .asException();
            }
            return written(transaction, rule, actor);
        });
        refresh();
        return made;
    }

    /** Changes a rule; {@code version} is the one that the change is based on, or null. */
    FitRule change(String code, FitRule sent, @Nullable Long version, String actor) {
        FitRule changed = database.write(transaction -> {
            FitRule before = Faults.isKeepable(code) ? find(transaction, code) : null;
            if (before == null || before.version() == null) {
                throw unknown(code);
            }
            MasterChanges.refuseStale(code, before.version(), version);
            FitRule rule = check.checked(sent, before.version() + 1);
            if (!code.equals(rule.code())) {
                throw Refusal.of("invalid", "Some fields are wrong", "The code in the body is another one.")
                        .at("/code", code, "Give the same code in both.")
                        .asException();
            }
            return written(transaction, rule, actor);
        });
        refresh();
        return changed;
    }

    private FitRule written(JdbcClient transaction, FitRule rule, String actor) {
        String text = json.writeValueAsString(rule);
        String code = Objects.requireNonNull(rule.code());
        long version = rule.version() == null ? 1 : rule.version();
        transaction
                .sql("""
                        insert into fit_rule (code, subject_item, object_item, relation, active, version, body)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (code) do update set subject_item = excluded.subject_item,
                            object_item = excluded.object_item, relation = excluded.relation,
                            active = excluded.active, version = excluded.version, body = excluded.body
                        """)
                .params(
                        code,
                        Objects.requireNonNull(
                                Objects.requireNonNull(rule.subject()).item()),
                        Objects.requireNonNull(
                                Objects.requireNonNull(rule.object()).item()),
                        Objects.requireNonNull(rule.relation()),
                        Boolean.TRUE.equals(rule.active()) ? 1 : 0,
                        version,
                        text)
                .update();
        long atUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        MasterChanges.add(transaction, KIND, code, new MasterChanges.Change(version, atUs, actor, text));
        return rule;
    }
}
