/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.gozinto.access.Actor;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.StepChain;
import org.gozinto.ledger.StepChain.Known;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.ledger.StepChain.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * All records of one kind. A record is opened with its first step; each further step is judged on those before it,
 * written and chained. What was sent before gets its first answer.
 *
 * <p>Safe for use by many threads. Steps of one kind are taken one at a time.
 *
 * @param <S> what a step says
 */
public final class QualityBook<S> {

    /** Steps of one record. */
    public static final int STEPS_MAX = 10_000;

    private static final String HEAD =
            "select r.number, r.id, r.code, r.title, r.state, r.request_hash, r.actor, r.opened_at_us"
                    + " from quality_record r ";
    private static final int STEPS_A_READ = 1_000;

    private final Database database;
    private final StepChain<S> chain;
    private final Kind kind;
    private final Clock clock;
    private final ReentrantLock taking = new ReentrantLock(true);

    public QualityBook(Database database, JsonMapper json, Kind kind, Class<S> steps, Clock clock) {
        this.database = database;
        this.chain = new StepChain<>(database, json, steps, "quality_step", "record");
        this.kind = kind;
        this.clock = clock;
    }

    /** @param repeated the same was sent before, and nothing was done */
    public record Done<S>(File<S> file, Taken<S> step, boolean repeated) {}

    /** The record that was opened by what is sent again; null when it is new. */
    public @Nullable Done<S> opened(Sent sent) {
        Head before = one("where r.id = ? and r.kind = ?", sent.id(), kind.word());
        if (before == null) {
            return null;
        }
        if (!Arrays.equals(before.requestHash(), sent.hash())) {
            throw reused(sent.id(), before.code() + " was opened under it with other words.");
        }
        File<S> file = file(before);
        return new Done<>(file, file.steps().getFirst(), true);
    }

    /**
     * Opens a record with its first step and gives it the next number of its kind and year.
     *
     * @param maker what the step makes of the new record, by its code; may refuse
     */
    public Done<S> open(Sent sent, String title, S step, Actor actor, Function<String, Change> maker) {
        return open(sent, title, actor, code -> new Judged<>(step, maker.apply(code)));
    }

    /**
     * Opens a record with a step that is made when its number is known, such as a paper that bears it.
     *
     * @param maker gets the code that the record will have; may refuse, and may take its time
     */
    public Done<S> open(Sent sent, String title, Actor actor, Function<String, Judged<S>> maker) {
        taking.lock();
        try {
            Done<S> before = opened(sent);
            if (before != null) {
                return before;
            }
            Instant now = clock.instant();
            Numbered next = next(now);
            var draft = new Head(0, sent.id(), next.code(kind), title, "", sent.hash(), actor.name(), micros(now));
            Judged<S> judged = maker.apply(draft.code());
            return database.write(transaction -> written(
                    transaction,
                    new File<>(added(transaction, draft, next), List.of()),
                    wanted(sent, judged.step(), actor, now),
                    judged.change()));
        } finally {
            taking.unlock();
        }
    }

    /** Takes a step in a record. */
    public Done<S> take(String code, Sent sent, S step, Actor actor, Function<File<S>, Change> judge) {
        return take(code, sent, actor, file -> new Judged<>(step, judge.apply(file)));
    }

    /** A step that was made for a record, and what it makes of it. */
    public record Judged<S>(S step, Change change) {}

    /** Takes a step that is made on the record as it is. */
    public Done<S> take(String code, Sent sent, Actor actor, Function<File<S>, Judged<S>> maker) {
        taking.lock();
        try {
            File<S> file = existing(code);
            Known<S> known = chain.known(sent.id());
            if (known != null) {
                return again(file, known, sent);
            }
            if (file.last() >= STEPS_MAX) {
                throw Refusal.of("too-many-steps", "The record has too many steps", "It has " + file.last() + ".")
                        .at("", "at most " + STEPS_MAX, "Open another.")
                        .asException();
            }
            Judged<S> judged = maker.apply(file);
            Wanted<S> wanted = wanted(sent, judged.step(), actor, clock.instant());
            return database.write(transaction -> written(transaction, file, wanted, judged.change()));
        } finally {
            taking.unlock();
        }
    }

    private Done<S> written(JdbcClient transaction, File<S> file, Wanted<S> wanted, Change change) {
        Head head = file.head();
        Taken<S> taken = chain.append(transaction, head.owner(), file.last(), wanted);
        transaction
                .sql("update quality_record set state = ? where number = ?")
                .params(change.state(), head.number())
                .update();
        change.more().write(transaction, head.number(), taken.n());
        List<Taken<S>> steps = new ArrayList<>(file.steps());
        steps.add(taken);
        var after = new Head(
                head.number(),
                head.id(),
                head.code(),
                head.title(),
                change.state(),
                head.requestHash(),
                head.actor(),
                head.openedAtUs());
        return new Done<>(new File<>(after, List.copyOf(steps)), taken, false);
    }

    private static <S> Done<S> again(File<S> file, Known<S> known, Sent sent) {
        if (known.owner() != file.head().number() || !Arrays.equals(known.step().requestHash(), sent.hash())) {
            throw reused(sent.id(), "Another step was taken under it.");
        }
        return new Done<>(file, known.step(), true);
    }

    private static RefusedException reused(String id, String detail) {
        return Refusal.of("id-reused", "The id was used for something else", "Id " + id + ": " + detail)
                .status(409)
                .at("/id", "a new UUID", "Make a new id, or send exactly what was sent before.")
                .asException();
    }

    private Wanted<S> wanted(Sent sent, S step, Actor actor, Instant now) {
        return new Wanted<>(
                sent.id(), step, sent.hash(), actor.name(), actor.role().word(), micros(now));
    }

    /** A place in the numbers of a year. */
    private record Numbered(int year, long ofYear) {
        String code(Kind kind) {
            return "%s-%d-%05d".formatted(kind.letter(), year, ofYear);
        }
    }

    /** The next number of the kind: nobody else takes it, since records of a kind are opened one at a time. */
    private Numbered next(Instant now) {
        int year = now.atZone(ZoneOffset.UTC).getYear();
        long last = database.read()
                .sql("select coalesce(max(of_year), 0) from quality_record where kind = ? and opened_year = ?")
                .params(kind.word(), year)
                .query(Long.class)
                .single();
        return new Numbered(year, last + 1);
    }

    private Head added(JdbcClient transaction, Head draft, Numbered as) {
        long number = transaction
                        .sql("select coalesce(max(number), 0) from quality_record")
                        .query(Long.class)
                        .single()
                + 1;
        transaction
                .sql("""
                        insert into quality_record
                            (number, id, code, kind, opened_year, of_year, title, state, request_hash, actor,
                                opened_at_us)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number,
                        draft.id(),
                        draft.code(),
                        kind.word(),
                        as.year(),
                        as.ofYear(),
                        draft.title(),
                        draft.state(),
                        draft.requestHash(),
                        draft.actor(),
                        draft.openedAtUs())
                .update();
        return new Head(
                number,
                draft.id(),
                draft.code(),
                draft.title(),
                draft.state(),
                draft.requestHash(),
                draft.actor(),
                draft.openedAtUs());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    // --- reading

    /** The record of this number, or a refusal with status 404. */
    public File<S> existing(String code) {
        Head head = one("where r.code = ? and r.kind = ?", code, kind.word());
        if (head == null) {
            throw Refusal.of("unknown-" + kind.word(), "No such " + kind.word(), "There is no " + code + ".")
                    .status(404)
                    .asException();
        }
        return file(head);
    }

    /** The record of an internal number; null when it is none of this kind. */
    public @Nullable File<S> byNumber(long number) {
        Head head = one("where r.number = ? and r.kind = ?", number, kind.word());
        return head == null ? null : file(head);
    }

    /** Records, newest first; {@code state} null for those of any. */
    public Page<Head> page(@Nullable String state, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        List<Object> params = new ArrayList<>(List.of(kind.word(), before));
        if (state != null) {
            params.add(state);
        }
        params.add(limit + 1);
        List<Head> found = database.read()
                .sql(HEAD + "where r.kind = ? and r.number < ?" + (state == null ? "" : " and r.state = ?")
                        + " order by r.number desc limit ?")
                .params(params)
                .query((rows, n) -> head(rows))
                .list();
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Paging.cursor(String.valueOf(found.get(limit - 1).number())))
                : new Page<>(found, null);
    }

    /** The first step of a record whose hash does not fit, or null when all do. */
    public @Nullable Long firstBroken(File<S> file) {
        return chain.firstBroken(file.head().owner());
    }

    private File<S> file(Head head) {
        List<Taken<S>> all = new ArrayList<>();
        List<Taken<S>> some = chain.steps(head.owner(), 0, STEPS_A_READ);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = some.size() < STEPS_A_READ ? List.of() : chain.steps(head.owner(), all.size(), STEPS_A_READ);
        }
        return new File<>(head, List.copyOf(all));
    }

    private @Nullable Head one(String where, Object... params) {
        return database.read()
                .sql(HEAD + where)
                .params(List.of(params))
                .query((rows, n) -> head(rows))
                .optional()
                .orElse(null);
    }

    private static Head head(ResultSet rows) throws SQLException {
        return new Head(
                rows.getLong("number"),
                rows.getString("id"),
                rows.getString("code"),
                rows.getString("title"),
                rows.getString("state"),
                rows.getBytes("request_hash"),
                rows.getString("actor"),
                rows.getLong("opened_at_us"));
    }
}
