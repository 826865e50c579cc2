/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The terms with all their versions. There are at most {@link #TERMS_MAX}; those of now are kept in memory as promises
 * until one changes. Safe for use by many threads.
 */
final class TermBook implements Terms {

    static final int TERMS_MAX = 10_000;
    private static final String KIND = "term";
    private static final Set<String> PROMISED = Set.of("commercial", "statutory");

    private final Database database;
    private final Places places;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Known known = new Known("", List.of(), new Promises(List.of()));

    /** @param stamp changes with each change of any term */
    private record Known(String stamp, List<Term> terms, Promises promises) {}

    TermBook(Database database, Places places, JsonMapper json, Clock clock) {
        this.database = database;
        this.places = places;
        this.json = json;
        this.clock = clock;
    }

    /** The terms that count, for judging. */
    static final class Promises {

        private final List<Promise> all;
        private final List<Promise> ofAnyItem;
        private final Map<String, List<Promise>> byItem = new HashMap<>();

        Promises(Collection<Promise> promises) {
            this.all = List.copyOf(promises);
            this.ofAnyItem = all.stream().filter(p -> p.scope().items() == null).toList();
            for (Promise promise : all) {
                Set<String> items = promise.scope().items();
                if (items != null) {
                    items.forEach(item ->
                            byItem.computeIfAbsent(item, i -> new ArrayList<>()).add(promise));
                }
            }
        }

        List<Promise> all() {
            return all;
        }

        /** Those that may be for an item. */
        List<Promise> of(String item) {
            List<Promise> named = naming(item);
            if (ofAnyItem.isEmpty()) {
                return named;
            }
            List<Promise> both = new ArrayList<>(named);
            both.addAll(ofAnyItem);
            return both;
        }

        /** Those that name an item. */
        List<Promise> naming(String item) {
            return byItem.getOrDefault(item, List.of());
        }

        /** Codes of the items that any is for; null when one is for all items. */
        @Nullable
        Set<String> items() {
            return ofAnyItem.isEmpty() ? byItem.keySet() : null;
        }

        boolean readsChanges() {
            return all.stream().anyMatch(Promise::readsChanges);
        }
    }

    /** A text that changes with each change of any term. */
    String stamp() {
        return database.read()
                .sql("select count(*), coalesce(sum(version), 0) from term")
                .query((rows, i) -> rows.getLong(1) + "/" + rows.getLong(2))
                .single();
    }

    private Known known() {
        String stamp = stamp();
        Known now = known;
        if (!now.stamp.equals(stamp)) {
            List<Term> terms = all(database.read());
            now = new Known(stamp, terms, promises(terms));
            known = now;
        }
        return now;
    }

    private static Promises promises(Collection<Term> terms) {
        return new Promises(terms.stream()
                .filter(term -> !Boolean.FALSE.equals(term.active()))
                .map(PromiseReader::kept)
                .toList());
    }

    /** The terms as they were known; null for now. */
    Promises promises(@Nullable Instant knownAt) {
        return knownAt == null ? known().promises : promises(at(knownAt).values());
    }

    /** The terms of now, with these in place of those of the same codes. */
    Promises tried(Collection<Term> drafts) {
        Map<String, Term> byCode = new HashMap<>();
        known().terms.forEach(term -> byCode.put(String.valueOf(term.code()), term));
        drafts.forEach(term -> byCode.put(String.valueOf(term.code()), term));
        return promises(byCode.values());
    }

    private Map<String, Term> at(Instant knownAt) {
        Map<String, Term> byCode = new HashMap<>();
        database.read()
                .sql("select code, body from master_change where kind = ? and at_us <= ? order by code, version")
                .params(KIND, ChronoUnit.MICROS.between(Instant.EPOCH, knownAt))
                .query((rows, i) -> byCode.put(rows.getString(1), term(rows.getString(2))))
                .list();
        return byCode;
    }

    private Term term(String body) {
        return json.readValue(body, Term.class);
    }

    /** All terms, in the order of their codes. */
    List<Term> all() {
        return known().terms;
    }

    private List<Term> all(JdbcClient client) {
        return client.sql("select body from term order by code")
                .query((rows, n) -> term(rows.getString(1)))
                .list();
    }

    @Override
    public List<Term> promised(String item) {
        return known().terms.stream()
                .filter(term -> !Boolean.FALSE.equals(term.active()) && PROMISED.contains(String.valueOf(term.kind())))
                .filter(term -> {
                    Term.Scope scope = term.scope();
                    List<String> items = scope == null ? null : scope.items();
                    return items == null || items.isEmpty() || items.contains(item);
                })
                .toList();
    }

    Term existing(String code) {
        return known().terms.stream()
                .filter(term -> code.equals(term.code()))
                .findFirst()
                .orElseThrow(() -> unknown(code, 404));
    }

    /** All versions of a term, oldest first. */
    List<MasterChanges.Change> versions(String code) {
        existing(code);
        return new MasterChanges(database).of(KIND, code);
    }

    // --- changing

    /** Checks a draft as it would be kept. */
    Term checked(Term term) {
        return checked(term, known().terms);
    }

    private Term checked(Term term, Collection<Term> all) {
        var faults = new Faults();
        PromiseReader.of(term, faults);
        Place supplier = term.supplier() == null ? null : places.find(term.supplier());
        faults.expect(
                term.supplier() == null || supplier != null && supplier.kind() == Place.Kind.PARTNER,
                "/supplier",
                "is unknown",
                "a partner that there is");
        faults.expect(!isCircle(term, all), "/extends/term", "makes a circle", "a term that does not extend this one");
        faults.refuse("The term cannot be kept");
        return term;
    }

    private static boolean isCircle(Term term, Collection<Term> all) {
        Map<String, Term> byCode = new HashMap<>();
        all.forEach(one -> byCode.put(String.valueOf(one.code()), one));
        byCode.put(String.valueOf(term.code()), term);
        Set<String> seen = new HashSet<>();
        Term at = term;
        while (at != null && at.extension() != null && at.extension().term() != null) {
            if (!seen.add(String.valueOf(at.code()))) {
                return true;
            }
            at = byCode.get(at.extension().term());
        }
        return false;
    }

    Term create(Term asked, String actor) {
        return database.write(transaction -> {
            List<Term> all = all(transaction);
            Term checked = checked(asked, all);
            if (all.stream().anyMatch(term -> Objects.equals(term.code(), checked.code()))) {
                throw Refusal.of("exists", "It exists already", "There is a term " + checked.code() + ".")
                        .status(409)
                        .at("/code", "a code that is not taken", "Take another, or change the one that there is.")
                        .asException();
            }
            if (all.size() >= TERMS_MAX) {
                throw Refusal.of("too-many-terms", "There are too many terms", "There are " + all.size() + ".")
                        .at("", "at most " + TERMS_MAX, "Use fewer, with a scope of several items each.")
                        .asException();
            }
            return kept(transaction, checked, 1, actor);
        });
    }

    Term change(String code, Term asked, @Nullable Long expected, String actor) {
        return database.write(transaction -> {
            List<Term> all = all(transaction);
            Term before = all.stream()
                    .filter(term -> code.equals(term.code()))
                    .findFirst()
                    .orElseThrow(() -> unknown(code, 404));
            if (asked.code() != null && !asked.code().equals(code)) {
                throw Refusal.of("code-fixed", "A code never changes", "It is " + code + ".")
                        .at("/code", code, "Make another term.")
                        .asException();
            }
            long version = before.version() == null ? 1 : before.version();
            Long based = expected == null ? asked.version() : expected;
            MasterChanges.refuseStale(code, version, based);
            return kept(transaction, checked(named(asked, code, null), all), version + 1, actor);
        });
    }

    /** The same term with a code and version, and with what was left out told. */
    private static Term named(Term term, @Nullable String code, @Nullable Long version) {
        return new Term(
                code,
                term.name(),
                !Boolean.FALSE.equals(term.active()),
                version,
                term.kind(),
                term.supplier(),
                term.rank() == null ? 0 : term.rank(),
                term.scope(),
                term.start(),
                term.latestStart(),
                term.timeZone(),
                term.coverages(),
                term.parts(),
                term.exclusions(),
                !Boolean.FALSE.equals(term.transferable()),
                Boolean.TRUE.equals(term.stopInRepair()),
                term.extension(),
                Boolean.TRUE.equals(term.perSerial()),
                term.shown() == null ? "no" : term.shown());
    }

    private Term kept(JdbcClient transaction, Term term, long version, String actor) {
        Term now = named(term, term.code(), version);
        String code = String.valueOf(now.code());
        String body = json.writeValueAsString(now);
        transaction
                .sql("""
                        insert into term (code, kind, active, version, body) values (?, ?, ?, ?, ?)
                        on conflict (code) do update set kind = excluded.kind, active = excluded.active,
                            version = excluded.version, body = excluded.body
                        """)
                .params(code, String.valueOf(now.kind()), Boolean.TRUE.equals(now.active()) ? 1 : 0, version, body)
                .update();
        long atUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        MasterChanges.add(transaction, KIND, code, new MasterChanges.Change(version, atUs, actor, body));
        return now;
    }

    static RefusedException unknown(String code, int status) {
        return Refusal.of("unknown-term", "No such term", "There is no term " + code + ".")
                .status(status)
                .at("/term", "a term that there is", "Choose one of the terms.")
                .asException();
    }
}
