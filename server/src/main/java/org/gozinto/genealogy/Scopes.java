/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gozinto.genealogy.ScopeStore.Scope;
import org.gozinto.genealogy.ScopeStore.Version;
import org.gozinto.genealogy.TraceView.Named;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.genealogy.Traces.Scoped;
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
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trace answers that are frozen, asked again, and compared. A recall is decided by an answer as it was known then; what
 * is recorded later must not change what was decided by, and must not go unnoticed either.
 *
 * <p>Safe for use by many threads. Answers are frozen one at a time, so that of two who ask again at once the second
 * sees what the first has added.
 */
public final class Scopes {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int NAME_LENGTH_MAX = 200;

    /** Units of an answer that can be frozen. */
    private static final int UNITS_MAX = 20_000_000;

    /** Units that can be reached for which it is quicker to be exact than to be told that one is not. */
    private static final int EXACT_MAX = 10_000;

    /** Versions that are shown with a scope. */
    private static final int VERSIONS_SHOWN = 1_000;

    private final Traces traces;
    private final ScopeStore store;
    private final ScopeUnitStore units;
    private final ScopeBinder binder;
    private final Entries entries;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock freezing = new ReentrantLock(true);

    Scopes(Traces traces, Stores stores, Entries entries, JsonMapper json, Clock clock) {
        this.traces = traces;
        this.store = stores.scopes();
        this.units = stores.units();
        this.binder = stores.binder();
        this.entries = entries;
        this.json = json;
        this.clock = clock;
    }

    /** Where scopes and their units are kept. */
    record Stores(ScopeStore scopes, ScopeUnitStore units, ScopeBinder binder) {}

    /** What a client asks to be frozen. */
    record NewScope(
            @Nullable String id,
            @Nullable String name,
            @Nullable ScopeQuestion question) {}

    /**
     * Which units a question reaches, without where they are and without a hash.
     *
     * @param units ids; never fewer than the answer names
     * @param seq the last entry that was read, 0 for none
     * @param headHash that entry's hash in the chain
     * @param isExact they are those that the answer names; else some may be named whose suspect quantity was used up on
     *     the way, or hosts that a suspect part has left again
     * @param complete the answer is known to be complete; that is found out only where the units are exact
     * @param emptySeeds which of the question's seeds found nothing, from 0
     */
    public record Reach(
            RoaringBitmap units,
            long seq,
            String headHash,
            boolean isExact,
            boolean complete,
            List<Integer> emptySeeds) {}

    /**
     * A version of a scope in short.
     *
     * @param seq the last entry that was read
     * @param answerHash SHA-256 over the canonical answer
     * @param units how many it names
     * @param cuts how many things were not followed, 0 when it is complete
     */
    public record Frozen(
            String id, long version, long seq, String answerHash, long units, boolean complete, int cuts) {}

    /**
     * Finds which units a question reaches; a million of them in about a tenth of a second.
     *
     * @throws RefusedException when the question makes no sense or its seeds find nothing; faults are named by
     *     {@code /question/…}
     */
    public Reach reach(ScopeQuestion question) {
        return pointed("/question/", () -> {
            Traces.Reachable quick = traces.reachable(question);
            if (quick.units().getCardinality() > EXACT_MAX) {
                return new Reach(
                        quick.units(), quick.seq(), traces.hash(quick.seq()), false, false, orNone(quick.emptySeeds()));
            }
            Scoped scoped = traces.scoped(question, false);
            Answer answer = scoped.answered().answer();
            long seq = answer.knownAtSeq();
            return new Reach(ids(answer), seq, traces.hash(seq), true, answer.complete(), orNone(scoped.emptySeeds()));
        });
    }

    private static List<Integer> orNone(@Nullable List<Integer> seeds) {
        return seeds == null ? List.of() : seeds;
    }

    /** Answers a question by all that is known, and keeps nothing; refuses as {@link #reach} does. */
    public LiveAnswer live(ScopeQuestion question) {
        Answered answered =
                pointed("/question/", () -> traces.scoped(question, false)).answered();
        return new LiveAnswer(answered, traces.views(answered));
    }

    /**
     * Whether a question can be asked today, without answering it.
     *
     * @throws RefusedException as {@link #reach} does
     */
    public void check(ScopeQuestion question) {
        pointed("/question/", () -> traces.asked(question));
    }

    /** The ids of the units of an answer. */
    static RoaringBitmap ids(Answer answer) {
        var ids = new RoaringBitmap();
        int size = answer.units().size();
        for (int position = 0; position < size; position++) {
            ids.add(Math.toIntExact(LedgerBook.unitId(answer.unit(position))));
        }
        return ids;
    }

    /**
     * Freezes the answer to a question as version 1 of a new scope. The same again gets its first answer.
     *
     * @param id a UUID made by the caller
     * @throws RefusedException when the question makes no sense, or the id was used for another one (409)
     */
    public Frozen freeze(String id, String name, ScopeQuestion question, String actor) {
        Made made = freeze(new NewScope(id, name, question), actor);
        return frozen(made.answer().id(), made.answer().version().head().version());
    }

    /**
     * Asks the question of a scope again, with all that is known now.
     *
     * @return the last version: a new one, or that of before when the answer says the same
     * @throws RefusedException when there is no such scope (404)
     */
    public Frozen again(String id, String actor) {
        return frozen(id, evaluate(id, actor).version().version());
    }

    /**
     * A version of a scope in short.
     *
     * @throws RefusedException when there is no such scope or version (404)
     */
    public Frozen frozen(String id, long version) {
        Scope scope = existing(id);
        Version of = version(scope, version);
        int cuts = of.body().cuts().size();
        return new Frozen(scope.id(), of.version(), of.seq(), of.answerHash(), of.units(), of.complete(), cuts);
    }

    /** Whether there is a scope of this id. */
    public boolean exists(String id) {
        return store.find(id.toLowerCase(Locale.ROOT)) != null;
    }

    /** The last 1,000 versions of a scope in short, newest first. */
    public List<ScopeView.Head> versions(String id) {
        return store.heads(existing(id), VERSIONS_SHOWN);
    }

    /** The totals of a version. */
    public TraceView.SummaryView summary(String id, long version) {
        return version(existing(id), version).body().summary();
    }

    /** The ids of the units of a version. */
    public RoaringBitmap units(String id, long version) {
        return units.ids(version(existing(id), version));
    }

    /** Where the units of a version are, counted. */
    public ScopeSpots spots(String id, long version) {
        Scope scope = existing(id);
        Version of = version(scope, version);
        ScopeSpots known = units.spots(of);
        if (known != null) {
            return known;
        }
        complete(scope, of);
        ScopeSpots counted = units.counted(of);
        units.keep(of, counted);
        return counted;
    }

    /**
     * How an answer with all that is known now differs from a version of a scope. Large answers are compared by what
     * they can name, which errs on both sides alike.
     *
     * @param seq the last entry that was read
     */
    public record Drift(long seq, long added, long removed) {}

    /**
     * Finds how a question would be answered now, beside a version of a scope that froze its answer.
     *
     * @throws RefusedException when the scope does not exist (404), or its seeds find nothing any more
     */
    public Drift drift(String id, long version) {
        Scope scope = existing(id);
        Version was = version(scope, version);
        ScopeQuestion question = scope.question().knownAt(null);
        Reach now = reach(question);
        RoaringBitmap before = now.isExact()
                ? units.ids(was)
                : traces.reachable(question.knownAt(String.valueOf(was.seq()))).units();
        return new Drift(
                now.seq(),
                RoaringBitmap.andNot(now.units(), before).getLongCardinality(),
                RoaringBitmap.andNot(before, now.units()).getLongCardinality());
    }

    /** Gives the units of a version, in the order of its answer and one after the other. */
    public void forEach(String id, long version, Consumer<TraceView.ReachedView> taker) {
        Scope scope = existing(id);
        Version of = version(scope, version);
        complete(scope, of);
        units.read(of, (n, unitId, body) -> taker.accept(units.unit(body)));
    }

    /** @param repeated the same was sent before, and nothing was done */
    record Made(ScopeView.Frozen answer, boolean repeated) {}

    /** Freezes what a client asks for, as {@link #freeze(String, String, ScopeQuestion, String)} does. */
    Made freeze(NewScope asked, String actor) {
        var faults = new Faults();
        String id = asked.id() == null ? "" : asked.id().toLowerCase(Locale.ROOT);
        faults.expect(
                UUID.matcher(id).matches(),
                "/id",
                asked.id() == null ? "is missing" : "is not a UUID",
                "a UUID made by the client, best a UUIDv7");
        String name = name(faults, asked.name());
        ScopeQuestion question = asked.question();
        expectWhole(faults, "/question", question);
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
            Scoped scoped = pointed("/question/", () -> traces.scoped(question, false));
            Said said = said(scoped);
            var scope = new Scope(0, id, name, named(scoped, said.body()), hash, 1, actor, nowUs());
            Version added = add(scope, 1, said, actor);
            return new Made(new ScopeView.Frozen(id, added.view()), false);
        } finally {
            freezing.unlock();
        }
    }

    /** A question is of all units of its answer. */
    static void expectWhole(Faults faults, String pointer, @Nullable ScopeQuestion question) {
        faults.expect(question != null, pointer, "is missing", "the parameters of a trace");
        if (question != null) {
            faults.expect(question.limit() == null, pointer + "/limit", "is of pages", "no limit: all units are meant");
            faults.expect(question.cursor() == null, pointer + "/cursor", "is of pages", "no cursor");
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

    /** Does work on a question that came in a body, whose members the faults are to name. */
    static <T> T pointed(String before, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException e) {
            Refusal refusal = e.refusal();
            var faults = refusal.faults().stream()
                    .map(f -> new Refusal.Fault(before + f.pointer(), f.detail(), f.expected(), f.action()))
                    .toList();
            throw new Refusal(refusal.status(), refusal.code(), refusal.title(), refusal.detail(), faults)
                    .asException();
        }
    }

    /** One number of two items is ambiguous; a question that was clear once is to stay clear. */
    private static ScopeQuestion named(Scoped scoped, ScopeStore.Body body) {
        ScopeQuestion question = scoped.named();
        List<Named> seeds = body.policy().seeds();
        boolean byNumber = question.lot() != null || question.serial() != null;
        if (!byNumber || seeds.isEmpty()) {
            return question;
        }
        String issuer = seeds.getFirst().issuer();
        return question.named(seeds.getFirst().item(), issuer == null ? "" : issuer);
    }

    /**
     * Asks the question again with all that is known now; another answer is added as a new version.
     *
     * @throws RefusedException when there is no such scope (404)
     */
    ScopeView.Evaluated evaluate(String id, String actor) {
        freezing.lock();
        try {
            Scope scope = existing(id);
            Version last = last(scope);
            Scoped now =
                    pointed("/question/", () -> traces.scoped(scope.question().knownAt(null), true));
            Said said = said(now);
            long seq = now.answered().answer().knownAtSeq();
            boolean same = said.digest().equals(last.contentHash());
            Version version = same ? last : add(scope, last.version() + 1, said, actor);
            return new ScopeView.Evaluated(!same, version.head(), seq, traces.hash(seq));
        } finally {
            freezing.unlock();
        }
    }

    /**
     * An answer with its totals in words, and where its units are.
     *
     * @param digest SHA-256 in hex over what the answer says; the same for two states of the ledger that say the same
     */
    private record Said(Answered answered, ScopeStore.Body body, String digest, ScopeSpots spots) {}

    private Said said(Scoped scoped) {
        ScopeStore.Body body = body(scoped);
        Answered answered = scoped.answered();
        var digest = new AnswerDigest();
        var counter = new SpotCounter();
        digest.addAll(answered.answer().units(), answered.book(), counter);
        return new Said(answered, body, digest.end(body), counter.end());
    }

    /** Seals a version with its proof; its units are written after it. */
    private Version add(Scope scope, long version, Said said, String actor) {
        Answer answer = said.answered().answer();
        int size = answer.units().size();
        if (size > UNITS_MAX) {
            throw Refusal.of("too-many-units", "The answer is too large to be frozen", "It names " + size + " units.")
                    .at("/question", "at most " + UNITS_MAX + " units", "Ask a narrower question.")
                    .asException();
        }
        EntryRow head = entries.bySeq(answer.knownAtSeq());
        var added = new Version(
                store.nextVersion(),
                version,
                answer.knownAtSeq(),
                traces.hash(answer.knownAtSeq()),
                head == null ? 0 : head.recordedAtUs(),
                answer.hash(),
                said.digest(),
                size,
                answer.complete(),
                said.body(),
                actor,
                nowUs(),
                true);
        store.seal(scope, added, new ScopeStore.Gist(ids(answer), said.spots()));
        binder.bind(added, said.answered());
        return added;
    }

    private ScopeStore.Body body(Scoped scoped) {
        Answer answer = scoped.answered().answer();
        TraceView view =
                traces.views(scoped.answered()).view(answer, List.of(), traces.hash(answer.knownAtSeq()), null);
        return new ScopeStore.Body(
                view.proof().policy(),
                view.policy(),
                view.notAnswered(),
                view.cuts(),
                view.summary(),
                view.balance(),
                scoped.emptySeeds());
    }

    /** The answer that a version was frozen from, worked out again by the server's engine. */
    Answered again(Scope scope, Version version) {
        ScopeQuestion then = scope.question().knownAt(String.valueOf(version.seq()));
        if (then.seeds() != null) {
            return traces.scoped(then, true).answered();
        }
        Set<Long> seeds = version.body().policy().seeds().stream()
                .map(seed -> Long.valueOf(seed.unit()))
                .collect(Collectors.toSet());
        return traces.answered(then.query(), seeds);
    }

    /** The answer of a version again. If it is another one now, it explains nothing of the version. */
    Answered same(Scope scope, Version version) {
        Answered again = again(scope, version);
        if (!again.answer().hash().equals(version.answerHash())) {
            throw damaged("Version " + version.version() + " has another answer now, for the same entries.");
        }
        return again;
    }

    static RefusedException damaged(String detail) {
        return Refusal.of("scope-damaged", "The scope is not what the ledger says", detail)
                .status(409)
                .at("", "the answer of then", "Verify the scope and the ledger; a changed master can do it too.")
                .asException();
    }

    /** Sees to it that all units of a version are written, from its answer as it is worked out now. */
    void bound(Version version, Answered again) {
        boolean isSame = again.answer().hash().equals(version.answerHash());
        if (isSame) {
            binder.complete(version, () -> again);
        }
    }

    /** Sees to it that all units of a version are written. */
    void complete(Scope scope, Version version) {
        binder.complete(version, () -> same(scope, version));
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
    Page<TraceView.ReachedView> units(Scope scope, Version version, @Nullable String cursor, int limit) {
        long after = cursor == null ? -1 : Paging.afterNumber(cursor);
        // Asked before the page is read: what is written in between would be taken for complete and is not in the page.
        boolean isComplete = binder.isComplete(version);
        List<ScopeUnitStore.Unit> found = units.page(version, after, limit + 1);
        if (found.size() <= limit && !isComplete) {
            found = ofAnswer(scope, version, after, limit + 1);
        }
        boolean more = found.size() > limit;
        List<ScopeUnitStore.Unit> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(ScopeUnitStore.Unit::view).toList(),
                more ? Paging.cursor(String.valueOf(shown.getLast().n())) : null);
    }

    /** Units of a version that are not written yet. */
    private List<ScopeUnitStore.Unit> ofAnswer(Scope scope, Version version, long after, int limit) {
        Answered atHand = binder.atHand(version);
        Answered answered = atHand != null ? atHand : same(scope, version);
        if (atHand == null) {
            binder.bind(version, answered);
        }
        List<Reached> all = answered.answer().units();
        TraceViews views = traces.views(answered);
        int from = (int) Math.clamp(after + 1, 0, (long) all.size());
        int to = Math.min(all.size(), from + limit);
        return IntStream.range(from, to)
                .mapToObj(n -> new ScopeUnitStore.Unit(n, views.reached(all.get(n))))
                .toList();
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
