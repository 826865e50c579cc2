/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gozinto.genealogy.ScopeStore.Scope;
import org.gozinto.genealogy.ScopeStore.Version;
import org.gozinto.genealogy.TraceView.Named;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Reached;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trace answers that are frozen, asked again, and compared. A recall is decided by an answer as it was known then; what
 * is recorded later must not change what was decided by, and must not go unnoticed either.
 *
 * <p>Safe for use by many threads. Answers are frozen one at a time, so that of two who ask again at once the second
 * sees what the first has added.
 */
final class Scopes {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int NAME_LENGTH_MAX = 200;

    /** Units of an answer that can be frozen. */
    private static final int UNITS_MAX = 5_000_000;

    /** Versions that are shown with a scope. */
    private static final int VERSIONS_SHOWN = 1_000;

    private final Traces traces;
    private final ScopeStore store;
    private final Entries entries;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock freezing = new ReentrantLock(true);

    Scopes(Traces traces, ScopeStore store, Entries entries, JsonMapper json, Clock clock) {
        this.traces = traces;
        this.store = store;
        this.entries = entries;
        this.json = json;
        this.clock = clock;
    }

    /** What a client asks to be frozen. */
    record NewScope(
            @Nullable String id,
            @Nullable String name,
            @Nullable TraceQuery question) {}

    /** @param repeated the same was sent before, and nothing was done */
    record Made(ScopeView.Frozen answer, boolean repeated) {}

    /** Freezes the answer to a question as version 1 of a new scope; what was sent before gets its first answer. */
    Made freeze(NewScope asked, String actor) {
        var faults = new Faults();
        String id = asked.id() == null ? "" : asked.id().toLowerCase(Locale.ROOT);
        faults.expect(
                UUID.matcher(id).matches(),
                "/id",
                asked.id() == null ? "is missing" : "is not a UUID",
                "a UUID made by the client, best a UUIDv7");
        String name = name(faults, asked.name());
        TraceQuery question = asked.question();
        faults.expect(question != null, "/question", "is missing", "the parameters of a trace");
        if (question != null) {
            faults.expect(question.limit() == null, "/question/limit", "is of pages", "no limit: all units are kept");
            faults.expect(question.cursor() == null, "/question/cursor", "is of pages", "no cursor");
        }
        faults.refuse("The scope cannot be frozen");
        if (question == null) {
            throw new IllegalStateException("a missing question is refused");
        }
        byte[] hash = HashChain.of(json.writeValueAsString(new NewScope(id, name, question)));
        freezing.lock();
        try {
            Scope before = store.find(id);
            if (before != null) {
                return new Made(repeated(before, hash), true);
            }
            Answered answered = asked(question, null);
            var scope = new Scope(0, id, name, named(question, answered), hash, 1, actor, nowUs());
            return new Made(
                    new ScopeView.Frozen(id, add(scope, 1, answered, actor).view()), false);
        } finally {
            freezing.unlock();
        }
    }

    private static String name(Faults faults, @Nullable String asked) {
        String name = asked == null ? "" : asked.strip();
        faults.expect(
                !name.isEmpty() && name.length() <= NAME_LENGTH_MAX && Faults.isKeepable(name),
                "/name",
                asked == null ? "is missing" : "is empty, too long, or has a NUL or half a character",
                "1 to " + NAME_LENGTH_MAX + " characters");
        return name;
    }

    private ScopeView.Frozen repeated(Scope scope, byte[] hash) {
        if (!Arrays.equals(scope.requestHash(), hash)) {
            throw Refusal.of(
                            "id-reused",
                            "The id was used for something else",
                            "A scope was frozen under id " + scope.id() + " with another name or question.")
                    .status(409)
                    .at("/id", "a new UUID for a new scope", "Make a new id, or send exactly what was sent before.")
                    .asException();
        }
        return new ScopeView.Frozen(scope.id(), version(scope, 1).view());
    }

    /** The answer to a question that came in a body, whose members the faults are to name. */
    private Answered asked(TraceQuery question, @Nullable Set<Long> seeds) {
        try {
            return traces.answered(question, seeds);
        } catch (RefusedException e) {
            Refusal refusal = e.refusal();
            var faults = refusal.faults().stream()
                    .map(f -> new Refusal.Fault("/question/" + f.pointer(), f.detail(), f.expected(), f.action()))
                    .toList();
            throw new Refusal(refusal.status(), refusal.code(), refusal.title(), refusal.detail(), faults)
                    .asException();
        }
    }

    /** One number of two items is ambiguous; a question that was clear once is to stay clear. */
    private TraceQuery named(TraceQuery question, Answered answered) {
        List<Named> seeds = body(answered).policy().seeds();
        boolean byNumber = question.lot() != null || question.serial() != null;
        if (!byNumber || seeds.isEmpty()) {
            return question;
        }
        String issuer = seeds.getFirst().issuer();
        return question.named(seeds.getFirst().item(), issuer == null ? "" : issuer);
    }

    /** Asks the question again with all that is known now; another answer is added as a new version. */
    ScopeView.Evaluated evaluate(String id, String actor) {
        freezing.lock();
        try {
            Scope scope = existing(id);
            Version last = store.versions(scope, 1).getFirst();
            Answered now = asked(scope.question().knownAt(null), null);
            long seq = now.answer().knownAtSeq();
            boolean same = digest(now).equals(last.contentHash());
            Version version = same ? last : add(scope, last.version() + 1, now, actor);
            return new ScopeView.Evaluated(!same, version.head(), seq, traces.hash(seq));
        } finally {
            freezing.unlock();
        }
    }

    /** Writes a version, its units first and in portions: what waits to be recorded goes in between. */
    private Version add(Scope scope, long version, Answered answered, String actor) {
        Answer answer = answered.answer();
        if (answer.units().size() > UNITS_MAX) {
            throw Refusal.of(
                            "too-many-units",
                            "The answer is too large to be frozen",
                            "It names " + answer.units().size() + " units.")
                    .at("/question", "at most " + UNITS_MAX + " units", "Ask a narrower question.")
                    .asException();
        }
        long number = store.nextVersion();
        TraceViews views = traces.views(answered);
        List<Object[]> rows = new ArrayList<>();
        long n = 0;
        for (Reached unit : answer.units()) {
            rows.add(store.row(number, n++, views.reached(unit)));
            if (rows.size() == ScopeStore.ROWS_A_WRITE) {
                store.append(rows);
                rows.clear();
            }
        }
        if (!rows.isEmpty()) {
            store.append(rows);
        }
        EntryRow head = entries.bySeq(answer.knownAtSeq());
        var added = new Version(
                number,
                version,
                answer.knownAtSeq(),
                traces.hash(answer.knownAtSeq()),
                head == null ? 0 : head.recordedAtUs(),
                answer.hash(),
                digest(answered),
                n,
                answer.complete(),
                body(answered),
                actor,
                nowUs());
        store.seal(scope, added);
        return added;
    }

    private ScopeStore.Body body(Answered answered) {
        Answer answer = answered.answer();
        TraceView view = traces.views(answered).view(answer, List.of(), traces.hash(answer.knownAtSeq()), null);
        return new ScopeStore.Body(
                view.proof().policy(), view.policy(), view.notAnswered(), view.cuts(), view.summary(), view.balance());
    }

    /** SHA-256 in hex over what the answer says; the same for two states of the ledger that say the same. */
    String digest(Answered answered) {
        TraceViews views = traces.views(answered);
        var digest = new AnswerDigest();
        answered.answer().units().forEach(unit -> digest.add(views.reached(unit)));
        return digest.end(body(answered));
    }

    /** The answer that a version was frozen from, worked out again by the server's engine. */
    Answered again(Scope scope, Version version) {
        Set<Long> seeds = version.body().policy().seeds().stream()
                .map(seed -> Long.valueOf(seed.unit()))
                .collect(Collectors.toSet());
        return traces.answered(scope.question().knownAt(String.valueOf(version.seq())), seeds);
    }

    /** The scope of this id, or a refusal with status 404. */
    Scope existing(String id) {
        Scope scope = store.find(id.toLowerCase(Locale.ROOT));
        if (scope == null) {
            throw Refusal.of("unknown-scope", "No such scope", "There is no scope " + id + ".")
                    .status(404)
                    .asException();
        }
        return scope;
    }

    /** A version of a scope, or a refusal with status 404. */
    Version version(Scope scope, long number) {
        Version version = store.version(scope, number);
        if (version == null) {
            throw Refusal.of(
                            "unknown-version",
                            "No such version",
                            "Scope " + scope.id() + " has no version " + number + ".")
                    .status(404)
                    .asException();
        }
        return version;
    }

    /** The last version of a scope. */
    Version last(Scope scope) {
        return store.versions(scope, 1).getFirst();
    }

    Scope rename(String id, @Nullable String name, @Nullable Long revision) {
        Scope scope = existing(id);
        var faults = new Faults();
        String asked = name(faults, name);
        faults.refuse("The scope cannot be renamed");
        store.rename(scope.id(), asked, revision);
        return existing(id);
    }

    ScopeView view(Scope scope, boolean withVersions) {
        List<ScopeView.Head> heads = store.heads(scope, withVersions ? VERSIONS_SHOWN : 1);
        return new ScopeView(
                scope.id(),
                scope.name(),
                scope.question(),
                ScopeStore.time(scope.createdAtUs()),
                scope.actor(),
                heads.getFirst().version(),
                heads.getFirst(),
                withVersions ? heads : null);
    }

    /** Scopes, newest first. */
    Page<ScopeView> page(@Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        Page<Scope> page = store.page(before, limit);
        return new Page<>(page.items().stream().map(s -> view(s, false)).toList(), page.nextCursor());
    }

    /** Units of a version, in the order of its answer. */
    Page<TraceView.ReachedView> units(Version version, @Nullable String cursor, int limit) {
        long after = cursor == null ? -1 : Paging.afterNumber(cursor);
        List<ScopeStore.Unit> found = store.units(version, after, limit + 1);
        boolean more = found.size() > limit;
        List<ScopeStore.Unit> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(ScopeStore.Unit::view).toList(),
                more ? Paging.cursor(String.valueOf(shown.getLast().n())) : null);
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
