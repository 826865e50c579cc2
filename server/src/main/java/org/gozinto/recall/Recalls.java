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
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gozinto.access.Actor;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.quality.Baselines;
import org.gozinto.recall.RecallStore.Known;
import org.gozinto.recall.RecallStore.More;
import org.gozinto.recall.RecallStore.Recall;
import org.gozinto.recall.RecallStore.Taken;
import org.gozinto.recall.RecallStore.Wanted;
import org.gozinto.recall.RecallStore.Which;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases, from a suspicion to the end. Every change is a step that is judged, written and chained; what a step sets in
 * motion (the stop, the scope) follows it.
 *
 * <p>Safe for use by many threads. Steps are taken one at a time.
 */
public class Recalls {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int TITLE_LENGTH_MAX = 200;

    /** Steps of one case; one step ticks off up to a thousand rows of a pull list. */
    static final int STEPS_MAX = 20_000;

    private static final More NOTHING_MORE = (transaction, n) -> {};

    private final RecallStore store;
    private final CaseFiles files;
    private final CaseRules rules;
    private final CaseScopes scopes;
    private final Remedies remedies;
    private final Baselines baselines;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock taking = new ReentrantLock(true);

    /** What cases are made from. */
    record Parts(
            RecallStore store,
            CaseFiles files,
            CaseRules rules,
            CaseScopes scopes,
            Remedies remedies,
            Baselines baselines) {}

    Recalls(Parts parts, JsonMapper json, Clock clock) {
        this.store = parts.store();
        this.files = parts.files();
        this.rules = parts.rules();
        this.scopes = parts.scopes();
        this.remedies = parts.remedies();
        this.baselines = parts.baselines();
        this.json = json;
        this.clock = clock;
    }

    /** What a client sends to open a case. */
    record NewRecall(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String signal) {}

    /** @param repeated the same was sent before, and nothing was done */
    record Opened(CaseFile file, boolean repeated) {}

    /** Opens a case; what was sent before gets its first answer. */
    Opened open(NewRecall asked, Actor actor) {
        var faults = new Faults();
        String id = id(faults, asked.id());
        Kind kind = Kind.of(asked.kind());
        faults.expect(
                kind != null,
                "/kind",
                asked.kind() == null ? "is missing" : "is unknown",
                "recall, marketWithdrawal, stockRecovery or mock");
        String title = asked.title() == null ? "" : asked.title().strip();
        faults.expect(
                !title.isEmpty() && title.length() <= TITLE_LENGTH_MAX && Faults.isKeepable(title),
                "/title",
                asked.title() == null ? "is missing" : "is empty, too long, or has a NUL or half a character",
                "1 to " + TITLE_LENGTH_MAX + " characters");
        faults.text("/signal", asked.signal(), StepCheck.TEXT_LENGTH_MAX);
        faults.refuse("The case cannot be opened");
        if (kind == null) {
            throw new IllegalStateException("a missing kind is refused");
        }
        byte[] hash = HashChain.of(json.writeValueAsString(asked));
        taking.lock();
        try {
            Recall before = store.byId(id);
            if (before != null) {
                return new Opened(repeated(before, hash), true);
            }
            Instant now = clock.instant();
            Recall recall = store.open(
                    id,
                    kind,
                    title,
                    hash,
                    actor.name(),
                    micros(now),
                    now.atZone(ZoneOffset.UTC).getYear());
            CaseFile file = files.of(recall);
            return new Opened(
                    asked.signal() == null || asked.signal().isBlank()
                            ? file
                            : append(file, wanted(id, new Step.Note(asked.signal()), hash, actor)),
                    false);
        } finally {
            taking.unlock();
        }
    }

    private CaseFile repeated(Recall before, byte[] hash) {
        if (!Arrays.equals(before.requestHash(), hash)) {
            throw reused(before.id(), "A case was opened under it with other words.");
        }
        return files.of(before);
    }

    /** A step as it is sent. */
    record NewStep(@Nullable String id, @Nullable Step step) {}

    /** @param repeated the same was sent before, and nothing was done */
    record Done(Taken step, CaseFile file, boolean repeated) {}

    /** Takes a step in a case, with all that it sets in motion; what was sent before gets its first answer. */
    Done take(String code, NewStep asked, Actor actor) {
        var faults = new Faults();
        String id = id(faults, asked.id());
        faults.expect(asked.step() != null, "/step", "is missing", "a step with its type");
        faults.refuse("The step cannot be taken");
        Step step = asked.step();
        if (step == null) {
            throw new IllegalStateException("a missing step is refused");
        }
        actor.require(step.needs());
        StepCheck.require(step);
        byte[] hash = HashChain.of(code + json.writeValueAsString(step));
        taking.lock();
        try {
            CaseFile file = files.existing(code);
            Known known = store.step(id);
            if (known != null) {
                return again(file, known, hash);
            }
            rules.require(file, step);
            ScopeQuestion question = step instanceof Step.Ask ask ? ask.question() : null;
            if (question != null) {
                Faults.within("/step", () -> scopes.check(question));
            }
            return taken(file, wanted(id, step, hash, actor), actor);
        } finally {
            taking.unlock();
        }
    }

    private static Done again(CaseFile file, Known known, byte[] hash) {
        if (known.recall() != file.recall().number()
                || !Arrays.equals(known.step().requestHash(), hash)) {
            throw reused(known.step().id(), "Another step was taken under it.");
        }
        return new Done(known.step(), file, true);
    }

    private Done taken(CaseFile file, Wanted wanted, Actor actor) {
        // What is decided to be dangerous is stopped before anything else is done, even before it is written down.
        if (wanted.step() instanceof Step.Decide decide && "act".equals(decide.action())) {
            scopes.stop(file);
        }
        Wanted filled = wanted.step() instanceof Step.DrawSample draw
                ? new Wanted(
                        wanted.id(),
                        rules.drawn(file, draw),
                        wanted.requestHash(),
                        wanted.actor(),
                        wanted.role(),
                        wanted.atUs())
                : wanted;
        CaseFile after;
        try {
            after = append(file, filled);
        } catch (RuntimeException e) {
            // What was not written down is not in force either.
            if (wanted.step() instanceof Step.Decide) {
                scopes.follow(files.existing(file.recall().code()));
            }
            throw e;
        }
        Taken step = after.steps().getLast();
        return new Done(step, followed(after, step, actor), false);
    }

    /** What a step sets in motion. */
    private CaseFile followed(CaseFile file, Taken taken, Actor actor) {
        return switch (taken.step()) {
            case Step.Decide _ -> file.acts() ? scoped(file, actor) : file;
            case Step.Release _, Step.Free _, Step.Undo _ -> {
                scopes.follow(file);
                yield file;
            }
            case Step.Publish _ -> {
                Taken first = file.firstPublished();
                if (first != null && first.n() == taken.n()) {
                    baselines.published(
                            file.recall().code(),
                            file.recall().title(),
                            scopes.items(file),
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                            actor.name());
                }
                yield file;
            }
            default -> file;
        };
    }

    /** What came of asking the question of a case again. */
    record Evaluated(boolean added, CaseFile file) {}

    /** Asks the question of a case again; an answer that says something else comes into force as the next version. */
    Evaluated evaluate(String code, Actor actor) {
        taking.lock();
        try {
            CaseFile file = files.existing(code);
            rules.requireScoped(file);
            long before = file.scoped().size();
            CaseFile after = scoped(file, actor);
            return new Evaluated(after.scoped().size() > before, after);
        } finally {
            taking.unlock();
        }
    }

    private CaseFile scoped(CaseFile file, Actor actor) {
        Step.Scoped next = scopes.next(file, actor.name());
        if (next == null) {
            return file;
        }
        CaseFile after = append(file, ours(file, next, actor));
        scopes.follow(after);
        return after;
    }

    /** A step that the server takes by itself, for the one who set it in motion. */
    private Wanted ours(CaseFile file, Step step, Actor actor) {
        String id = UUID.nameUUIDFromBytes(HashChain.of(file.recall().id() + ":" + (file.last() + 1)))
                .toString();
        return wanted(id, step, HashChain.of(json.writeValueAsString(step)), actor);
    }

    /** What a client sent, by the id that it gave, for which the server makes the step itself. */
    record Sent(String id, byte[] hash) {}

    /** A step that the server makes, and what belongs to it in other tables. */
    record Written(Step step, More more) {}

    /** What was sent, if its id is one; {@code what} is all that was sent. */
    Sent sent(@Nullable String id, String what) {
        var faults = new Faults();
        String good = id(faults, id);
        faults.refuse("It cannot be done");
        return new Sent(good, HashChain.of(what));
    }

    /** The first answer to what was sent before; null when it is new. */
    @Nullable
    Done before(String code, Sent sent) {
        CaseFile file = files.existing(code);
        Known known = store.step(sent.id());
        return known == null ? null : again(file, known, sent.hash());
    }

    /** Takes a step that the server makes of what was sent; what was sent before gets its first answer. */
    Done record(String code, Sent sent, Actor actor, Function<CaseFile, Written> maker) {
        taking.lock();
        try {
            Done before = before(code, sent);
            if (before != null) {
                return before;
            }
            CaseFile file = files.existing(code);
            Written written = maker.apply(file);
            rules.require(file, written.step());
            CaseFile after = append(file, wanted(sent.id(), written.step(), sent.hash(), actor), written.more());
            return new Done(after.steps().getLast(), after, false);
        } finally {
            taking.unlock();
        }
    }

    /** Takes a step that the server makes: notices that went out, an answer that came by a link. */
    CaseFile record(String code, Step step, Actor actor, More more) {
        taking.lock();
        try {
            CaseFile file = files.existing(code);
            rules.require(file, step);
            return append(file, ours(file, step, actor), more);
        } finally {
            taking.unlock();
        }
    }

    private Wanted wanted(String id, Step step, byte[] hash, Actor actor) {
        return new Wanted(id, step, hash, actor.name(), actor.role().word(), micros(clock.instant()));
    }

    private CaseFile append(CaseFile file, Wanted wanted) {
        More more = wanted.step() instanceof Step.Remedy remedy ? remedies.of(file.recall(), remedy) : NOTHING_MORE;
        return append(file, wanted, more);
    }

    private CaseFile append(CaseFile file, Wanted wanted, More more) {
        if (file.last() >= STEPS_MAX) {
            throw Refusal.of("too-many-steps", "The case has too many steps", "It has " + file.last() + ".")
                    .at("", "at most " + STEPS_MAX, "Close it and open another.")
                    .asException();
        }
        CaseFile after = files.with(file, wanted);
        Taken taken = store.append(file.recall(), file.last(), wanted, after.stage(), more);
        return files.took(file, taken);
    }

    /** The case with this number, or a refusal with status 404. */
    CaseFile existing(String code) {
        return files.existing(code);
    }

    /** Cases, newest first. */
    Page<Recall> page(Which which, @Nullable Kind kind, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        return store.page(which, kind, before, limit);
    }

    /** The first step whose hash does not fit, or null when all do. */
    @Nullable
    Long firstBroken(CaseFile file) {
        return store.firstBroken(file.recall());
    }

    private static String id(Faults faults, @Nullable String asked) {
        String id = asked == null ? "" : asked.toLowerCase(Locale.ROOT);
        faults.expect(
                UUID_TEXT.matcher(id).matches(),
                "/id",
                asked == null ? "is missing" : "is not a UUID",
                "a UUID made by the client, best a UUIDv7");
        return id;
    }

    private static RefusedException reused(String id, String detail) {
        return Refusal.of("id-reused", "The id was used for something else", "Id " + id + ": " + detail)
                .status(409)
                .at("/id", "a new UUID", "Make a new id, or send exactly what was sent before.")
                .asException();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
