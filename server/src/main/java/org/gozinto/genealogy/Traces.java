/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Places;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Question;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Siblings;
import org.gozinto.trace.TooLargeException;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** Answers trace questions: where units went and what they are made of. Safe for use by many threads. */
public class Traces {

    /** Answers that are kept, so that the pages of one need not be computed again. */
    private static final int KEPT_MAX = 4;

    /** Sets of reached units that are kept; each takes a bit or less for every unit of the book. */
    private static final int REACHED_MAX = 8;

    /** Seeds that a heading names. */
    private static final int SEEDS_NAMED = 3;

    private final Entries entries;
    private final Places places;
    private final LedgerBook book;
    private final Questions questions;
    private final Pictures pictures;
    private final Map<Asked, Answered> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT_MAX * 2, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, Answered> eldest) {
                    return size() > KEPT_MAX;
                }
            });

    /** A decision asks several times what is reached, of one state of the ledger. */
    private final Map<Asked, RoaringBitmap> reached =
            Collections.synchronizedMap(new LinkedHashMap<>(REACHED_MAX * 2, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, RoaringBitmap> eldest) {
                    return size() > REACHED_MAX;
                }
            });

    private final Semaphore answering = new Semaphore(AnswerRoom.AT_ONCE, true);

    /** An answer, read one unit at a time. */
    public record Listed(
            boolean complete,
            String hash,
            TraceView.KnownAt knownAt,
            boolean amounts,
            List<TraceView.CutView> cuts,
            Iterable<TraceView.ReachedView> units) {}

    /** A question at one state of the ledger, and of what units and places are called. */
    private record Asked(Question question, long head, long facts) {}

    /** An answer of the engine and the book that it was read from. */
    record Answered(Answer answer, LedgerBook.View book) {}

    Traces(LedgerBook book, Entries entries, Questions questions, Pictures pictures, Places places) {
        this.entries = entries;
        this.places = places;
        this.book = book;
        this.pictures = pictures;
        this.questions = questions;
    }

    /** One page of the answer, with all its totals. */
    TraceView page(TraceQuery query) {
        int limit = Paging.limit(query.limit());
        var cursor = PageCursor.of(query.cursor());
        Answered answered = answer(query, cursor);
        List<Reached> units = answered.answer.units();
        int from = Math.min(cursor == null ? 0 : cursor.offset(), units.size());
        int to = Math.min(from + limit, units.size());
        String next = to == units.size() ? null : new PageCursor(to, answered.book.head()).text();
        return new TraceViews(answered.book, places)
                .view(answered.answer, units.subList(from, to), hash(answered.answer.knownAtSeq()), next);
    }

    /** All of the answer; each unit is put into words when its turn comes. */
    public Listed listed(TraceQuery query) {
        Answered answered = answer(query, null);
        var views = new TraceViews(answered.book, places);
        TraceView head = views.view(answered.answer, List.of(), hash(answered.answer.knownAtSeq()), null);
        return new Listed(
                head.complete(),
                head.hash(),
                head.knownAt(),
                head.policy().amounts(),
                head.cuts(),
                () -> answered.answer.units().stream().map(views::reached).iterator());
    }

    /** The answer as a drawing of at most so many boxes. */
    PictureView picture(TraceQuery query, int nodes, Set<String> open) {
        Answered answered = answer(query, null);
        return pictures.of(answered.answer, answered.book, hash(answered.answer.knownAtSeq()), nodes, open);
    }

    /** What the question is about, in words for a heading. */
    String heading(TraceQuery query) {
        Answered answered = answer(query, null);
        var views = new TraceViews(answered.book, places);
        TraceView.Policy policy =
                views.view(answered.answer, List.of(), "", null).policy();
        String seeds =
                policy.seeds().stream().limit(SEEDS_NAMED).map(Traces::words).collect(Collectors.joining(", "));
        String more =
                policy.seeds().size() > SEEDS_NAMED ? " and " + (policy.seeds().size() - SEEDS_NAMED) + " more" : "";
        String asOf = policy.asOf() == null ? "" : ", as of " + policy.asOf();
        return (policy.direction().equals("forward")
                        ? "Where " + seeds + more + " went"
                        : "What " + seeds + more + " is made of")
                + asOf;
    }

    private static String words(TraceView.Named named) {
        String number = named.serial() != null ? named.serial() : named.lot() != null ? named.lot() : named.container();
        return named.item() == null ? String.valueOf(number) : named.item() + " " + number;
    }

    /**
     * Where all of one unit came from and what became of it.
     *
     * @param withSerials the serials of a lot are counted with it
     * @throws org.gozinto.ledger.RefusedException when there is no such unit (404)
     */
    public MassBalanceView balance(long unitId, boolean withSerials, @Nullable String asOf, @Nullable String knownAt) {
        LedgerBook.View view = book.latest();
        var balance = view.balance(
                known(unitId, view),
                withSerials,
                Questions.asOf(asOf),
                Questions.knownAtSeq(knownAt),
                Questions.knownAtUs(knownAt));
        return new TraceViews(view, places).balance(balance, hash(balance.knownAtSeq()));
    }

    /** One page of what shares something with a unit; later pages are of the ledger as it was for the first. */
    SiblingsView siblings(long unitId, SiblingsQuery query) {
        int limit = Paging.limit(query.limit());
        var cursor = PageCursor.of(query.cursor());
        LedgerBook.View view = book.latest();
        long head = cursor == null ? view.head() : Math.min(cursor.head(), view.head());
        Long asked = Questions.knownAtSeq(query.knownAt());
        int from = cursor == null ? 0 : Math.min(cursor.offset(), view.unitCount());
        int unit = known(unitId, view);
        Siblings found = AnswerRoom.readingAll(
                view.rows(),
                () -> Siblings.of(
                        view,
                        unit,
                        Questions.asOf(query.asOf()),
                        asked == null ? head : Math.min(asked, head),
                        Questions.knownAtUs(query.knownAt()),
                        query.chosen(),
                        query.span().toNanos() / 1_000,
                        from + limit));
        int to = found.units().size();
        String next = found.leftOut() == 0 ? null : new PageCursor(to, head).text();
        return new TraceViews(view, places)
                .siblings(
                        found,
                        found.units().subList(Math.min(from, to), to),
                        query.span(),
                        hash(found.knownAtSeq()),
                        next);
    }

    /** The engine's number of a unit that exists. */
    private static int known(long unitId, LedgerBook.View view) {
        if (unitId < 1 || unitId > view.unitCount()) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no unit " + unitId + ".")
                    .status(404)
                    .asException();
        }
        return LedgerBook.number(unitId);
    }

    /** How the question's seeds came to a unit of the answer. */
    List<TraceView.StepView> path(TraceQuery query, long unitId) {
        Answered answered = answer(query, null);
        var steps = answered.answer.paths().of(LedgerBook.number(unitId));
        if (steps.isEmpty()) {
            throw Refusal.of("not-reached", "The trace does not reach it", "Unit " + unitId + " is not in the answer.")
                    .status(404)
                    .asException();
        }
        return new TraceViews(answered.book, places).steps(steps);
    }

    /** The answer to the question, or to the part of it that is about these units. */
    Answered answered(TraceQuery query, @Nullable Set<Long> seeds) {
        LedgerBook.View view = book.latest();
        return answer(Questions.about(seeds, questions.of(query, view)), view, null);
    }

    /**
     * The answer to the question of a scope.
     *
     * @param emptySeeds see {@link Questions.Asked}
     */
    record Scoped(Answered answered, @Nullable List<Integer> emptySeeds, ScopeQuestion named) {}

    /** @param mayBeEmpty seeds that found something when it was first asked may find nothing now */
    Scoped scoped(ScopeQuestion question, boolean mayBeEmpty) {
        LedgerBook.View view = book.latest();
        Questions.Asked asked = questions.of(question, view, mayBeEmpty);
        return new Scoped(answer(asked.question(), view, null), asked.empty(), asked.named());
    }

    /** The question of a scope as it is put to the engine; what cannot be asked is refused. */
    Question asked(ScopeQuestion question) {
        return questions.of(question, book.latest(), false).question();
    }

    /** The seq of the last entry, 0 for an empty ledger. */
    long head() {
        return book.latest().head();
    }

    /**
     * What the answer to the question of a scope can name, which is found much faster than the answer.
     *
     * @param units ids; never fewer than the answer names. The caller's own
     * @param seq the last entry that was read
     */
    record Reachable(
            RoaringBitmap units, long seq, @Nullable List<Integer> emptySeeds) {}

    Reachable reachable(ScopeQuestion question) {
        LedgerBook.View view = book.latest();
        Questions.Asked asked = questions.of(question, view, false);
        var key = new Asked(asked.question(), view.head(), view.facts());
        RoaringBitmap units = reached.get(key);
        if (units == null) {
            units = reachable(asked.question(), view);
            reached.put(key, units);
        }
        return new Reachable(units.clone(), view.index().lastSeqOf(asked.question()), asked.empty());
    }

    private static RoaringBitmap reachable(Question question, LedgerBook.View view) {
        RoaringBitmapWriter<RoaringBitmap> ids = RoaringBitmapWriter.writer().get();
        for (int unit : view.index().reachable(question)) {
            ids.add(Math.toIntExact(LedgerBook.unitId(unit)));
        }
        return ids.get();
    }

    TraceViews views(Answered answered) {
        return new TraceViews(answered.book, places);
    }

    private Answered answer(TraceQuery query, @Nullable PageCursor cursor) {
        LedgerBook.View view = book.latest();
        return answer(questions.of(query, view), view, cursor);
    }

    private Answered answer(Question question, LedgerBook.View view, @Nullable PageCursor cursor) {
        Long knownAt = question.knownAtSeq();
        long head = cursor == null ? view.head() : Math.min(cursor.head(), view.head());
        // Later pages are of the ledger as it was for the first, whatever was recorded meanwhile.
        Question pinned = knownAt != null && knownAt <= head || question.knownAtUs() != null && cursor == null
                ? question
                : question.knownAt(head, question.knownAtUs());
        var asked = new Asked(pinned, head, view.facts());
        Answered known = kept.get(asked);
        if (known == null) {
            known = new Answered(answered(pinned, view), view);
            keep(asked, known);
        }
        return known;
    }

    private Answer answered(Question question, LedgerBook.View view) {
        try {
            return answered(question, view, 1);
        } catch (TooLargeException tooLarge) {
            int most = AnswerRoom.ALONE.movements();
            if (tooLarge.movements() > most) {
                throw AnswerRoom.refused(new TooLargeException(tooLarge.movements(), most, tooLarge.units()));
            }
        }
        forgetLarge();
        try {
            return answered(question.limits(AnswerRoom.ALONE), view, AnswerRoom.AT_ONCE);
        } catch (TooLargeException tooLarge) {
            throw AnswerRoom.refused(tooLarge);
        }
    }

    /** @param permits how many of the answers that can be made at once this one counts for */
    private Answer answered(Question question, LedgerBook.View view, int permits) {
        answering.acquireUninterruptibly(permits);
        try {
            return view.answer(question);
        } finally {
            answering.release(permits);
        }
    }

    private void forgetLarge() {
        synchronized (kept) {
            kept.values().removeIf(Traces::isLarge);
        }
    }

    private void keep(Asked asked, Answered answered) {
        synchronized (kept) {
            if (isLarge(answered)) {
                kept.values().removeIf(Traces::isLarge);
            }
            kept.put(asked, answered);
        }
    }

    private static boolean isLarge(Answered answered) {
        return answered.answer().units().size() > AnswerRoom.UNITS_LARGE;
    }

    /** The hash of an entry in the chain, in hex; zeros for the place before the first. */
    String hash(long seq) {
        EntryRow entry = seq == 0 ? null : entries.bySeq(seq);
        return HexFormat.of().formatHex(entry == null ? HashChain.GENESIS : entry.hash());
    }

    /** Where the next page starts, and the state of the ledger that the pages are of. */
    private record PageCursor(int offset, long head) {

        static @Nullable PageCursor of(@Nullable String text) {
            String key = Paging.after(text);
            if (key == null) {
                return null;
            }
            try {
                String[] parts = key.split(":", 2);
                return new PageCursor(Math.max(0, Integer.parseInt(parts[0])), Long.parseLong(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw Paging.badParameter("cursor", "is not one of ours", "the next of the page before");
            }
        }

        @Nullable
        String text() {
            return Paging.cursor(offset + ":" + head);
        }
    }
}
