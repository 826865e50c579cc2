/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.gozinto.trace.Act;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Book;
import org.gozinto.trace.Direction;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Excerpt;
import org.gozinto.trace.MassBalance;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Movement;
import org.gozinto.trace.Named;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Reference;
import org.gozinto.trace.Seed;
import org.gozinto.trace.TooLargeException;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Utf8;
import org.gozinto.trace.Window;
import org.jspecify.annotations.Nullable;

/** The index as it was at one moment; it does not change. Safe for use by many threads. */
public final class View implements Excerpt.Whole {

    private final Named names;
    private final Columns columns;
    private final Columns.Size size;
    private final List<Stretch> stretches;
    private final Scratch.Pool scratch;

    View(Named names, Columns columns, Columns.Size size, List<Stretch> stretches, Scratch.Pool scratch) {
        this.names = names;
        this.columns = columns;
        this.size = size;
        this.stretches = stretches;
        this.scratch = scratch;
    }

    /**
     * Answers a question: the same answer, to the hash, as {@link Reference#answer(Book, Question)} gives for the whole
     * book.
     *
     * @throws TooLargeException when more movements matter to it than the question allows
     */
    public Answer answer(Question question) {
        int movementsMax = question.limits().movements();
        if (question.contact() != null) {
            if (rows() > movementsMax) {
                throw new TooLargeException(rows(), movementsMax, 0);
            }
            // Whoever shared a place with the label may be anybody.
            return Reference.answer(this, question);
        }
        var knowledge = new Knowledge(this, question);
        Excerpt excerpt = excerpt(question, knowledge, (closure, lists, working) -> {
            var labels = new Labels(this, knowledge, lists, question.direction(), working);
            labels.find(question);
            closure.find(labels, question);
            if (closure.rows().size() > movementsMax) {
                throw new TooLargeException(
                        closure.rows().size(), movementsMax, labels.labelled().size());
            }
        });
        return Reference.answer(excerpt, this, question, knowledge.lastSeq(), knowledge.hasSpans());
    }

    /**
     * The mass balance of one unit, as {@link MassBalance#of(Book, int, boolean, Long, Long, Long)} gives it for the
     * whole book.
     */
    public MassBalance balance(
            int unit, boolean withSerials, @Nullable Long asOfUs, @Nullable Long knownAtSeq, @Nullable Long knownAtUs) {
        Question question = Question.forward(Seed.of(unit)).asOf(asOfUs).knownAt(knownAtSeq, knownAtUs);
        var knowledge = new Knowledge(this, question);
        Excerpt excerpt = excerpt(question, knowledge, (closure, lists, working) -> closure.findAround(unit));
        return MassBalance.of(excerpt, unit, withSerials, knowledge.lastSeq());
    }

    private interface Search {
        void find(Closure closure, Lists lists, Scratch working);
    }

    private Excerpt excerpt(Question question, Knowledge knowledge, Search search) {
        Scratch working = scratch.take(size);
        try {
            var lists = new Lists(this, knowledge);
            var closure = new Closure(this, lists, working);
            search.find(closure, lists, working);
            return new Extract(this, closure, question).excerpt();
        } finally {
            scratch.give(working);
        }
    }

    /**
     * How many units the label of the seeds can come to, without drawing the state graph. Quantities are not looked at:
     * where a label was used up on the way there are fewer in the answer. Hosts, and what shares a vessel with a label,
     * are in the answer without a label of their own.
     */
    public int reach(Question question) {
        Scratch working = scratch.take(size);
        try {
            var knowledge = new Knowledge(this, question);
            var labels = new Labels(this, knowledge, new Lists(this, knowledge), question.direction(), working);
            labels.find(question);
            return labels.labelled().size();
        } finally {
            scratch.give(working);
        }
    }

    /**
     * The units that the answer can name, ascending, found without drawing the state graph: never fewer than it names.
     * Quantities and the question's policy on hosts are not looked at, so that there are more where a label was used up
     * on the way, or where a part has left its host again.
     */
    public int[] reachable(Question question) {
        Scratch working = scratch.take(size);
        try {
            var knowledge = new Knowledge(this, question);
            var lists = new Lists(this, knowledge);
            var labels = new Labels(this, knowledge, lists, question.direction(), working);
            labels.find(question);
            boolean forward = question.direction() == Direction.FORWARD;
            int[] found = withCompany(labels, lists, forward).toArray();
            return named(found, knowledge, lists);
        } finally {
            scratch.give(working);
        }
    }

    // Packing is not genealogy; and what nothing is known of yet is in no answer, but for a lot known by its serials
    // and a host known by what is in it.
    private int[] named(int[] found, Knowledge knowledge, Lists lists) {
        boolean readsAll = knowledge.readsAllRows();
        int count = 0;
        int last = -1;
        Unit.Kind kind = Unit.Kind.LOT;
        for (int unit : found) {
            int sort = names.sortOf(unit);
            // Units come sort by sort as a rule.
            if (sort < 0 || sort != last) {
                kind = names.unit(unit).kind();
                last = sort;
            }
            boolean isNamed = switch (kind) {
                case CONTAINER -> false;
                case LOT -> true;
                case SERIAL, UNTRACKED ->
                    readsAll || lists.hasReadRow(unit) || columns.ways().isWrapper(unit);
            };
            if (isNamed) {
                found[count++] = unit;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The labelled units, and those that are in the answer without a label of their own. */
    private NumberSet withCompany(Labels labels, Lists lists, boolean forward) {
        NumberSet units = labels.labelled();
        if (!forward) {
            for (int unit : units.toArray()) {
                addLot(unit, units);
            }
            return units;
        }
        TimedLabels timed = labels.timed();
        for (int thing = 0; thing < timed.size(); thing++) {
            int id = timed.id(thing);
            switch (timed.kind(thing)) {
                case UNIT -> units.add(id);
                case WRAPPER -> units.add(id);
                case POOL -> {
                    if (columns.mixes(id)) {
                        lists.forEachRowAt(id, row -> units.add(columns.unit(row)));
                    }
                }
            }
        }
        return units;
    }

    private void addLot(int unit, NumberSet units) {
        int lot = columns.lotOf(unit);
        if (lot >= 0) {
            units.add(lot);
        }
    }

    /** Takes a movement that a question reads. */
    @FunctionalInterface
    public interface MovementVisitor {

        /** @param entry of the movement, by which {@link View#act}, {@link View#occurred} and the like tell of it */
        void visit(int entry, int unit, long qty, int from, int to);
    }

    /** Gives the movements of the entries that the question reads and that happened, or may have, within a span. */
    public void forEachMovement(Question question, Window within, MovementVisitor visitor) {
        var knowledge = new Knowledge(this, question);
        for (int entry = 0; entry < size.entries(); entry++) {
            boolean isWithin = columns.fromUs(entry) <= within.toUs() && columns.toUs(entry) >= within.fromUs();
            if (isWithin && knowledge.reads(entry)) {
                for (int row = columns.firstRow(entry); row < columns.endRow(entry); row++) {
                    visitor.visit(entry, columns.unit(row), columns.qty(row), columns.from(row), columns.to(row));
                }
            }
        }
    }

    /** Reads movements of single units and places as the question does. */
    public MovementReader reader(Question question) {
        return new MovementReader(this, question);
    }

    /** Gives the movements into and out of a run or vessel that the question reads, in the order of the ledger. */
    public void forEachMovementAt(Question question, int place, MovementVisitor visitor) {
        var lists = new Lists(this, new Knowledge(this, question));
        lists.forEachRowAt(
                place,
                row -> visitor.visit(
                        columns.entry(row), columns.unit(row), columns.qty(row), columns.from(row), columns.to(row)));
    }

    /** Gives the entries that the question reads and that emptied a vessel of whatever was in it. */
    public void forEachCleaning(Question question, int vessel, IntConsumer visitor) {
        var lists = new Lists(this, new Knowledge(this, question));
        lists.forEachEntryAt(vessel, entry -> {
            if (columns.act(entry) == Act.CLEAN && columns.place(entry) == vessel) {
                visitor.accept(entry);
            }
        });
    }

    /** What sort of act an entry is, by its number. */
    public Act act(int entry) {
        return columns.act(entry);
    }

    /** When an entry happened, by its number. */
    public Moment occurred(int entry) {
        return columns.moment(entry);
    }

    /** The document behind an entry, by its number. */
    public @Nullable String document(int entry) {
        return columns.document(entry);
    }

    /** The greatest seq that a question may know of, 0 for none. */
    public long lastSeqOf(Question question) {
        return new Knowledge(this, question).lastSeq();
    }

    /** The seq of the last entry, 0 for an empty ledger. */
    public long head() {
        return size.entries();
    }

    /** The greatest seq of what was recorded until an instant (microseconds since 1970 UTC), 0 for none. */
    public long lastSeqAt(long us) {
        int entry = size.entries() - 1;
        while (entry >= 0 && columns.recordedUs(entry) > us) {
            entry--;
        }
        return entry + 1L;
    }

    /** When an entry happened, or when the span began in which it did; microseconds since 1970 UTC. */
    public long occurredUs(long seq) {
        return columns.fromUs((int) seq - 1);
    }

    /** Movements that are listed: what the index has to follow. */
    public long rows() {
        return size.rows();
    }

    /** Bytes of memory of the columns and lists, without names, texts and what few entries have. */
    public long bytes() {
        return columns.bytes() + stretches.stream().mapToLong(Stretch::bytes).sum();
    }

    Columns columns() {
        return columns;
    }

    Columns.Size size() {
        return size;
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /** All entries, oldest recorded first. What a void entry moved back is not in them: a trace does not read it. */
    @Override
    public Iterable<Entry> entries() {
        return () -> (Iterator<Entry>)
                IntStream.range(0, size.entries()).mapToObj(this::entry).iterator();
    }

    private Entry entry(int number) {
        List<Movement> movements = new ArrayList<>();
        for (int row = columns.firstRow(number); row < columns.endRow(number); row++) {
            movements.add(new Movement(columns.unit(row), columns.qty(row), columns.from(row), columns.to(row)));
        }
        Detail detail = columns.detail(number);
        return new Entry(
                number + 1L,
                columns.act(number),
                columns.moment(number),
                columns.recordedUs(number),
                movements,
                detail.links(),
                columns.place(number),
                columns.closesRun(number),
                detail.step(),
                detail.voids(),
                columns.document(number),
                detail.position(),
                detail.equipment(),
                detail.operator());
    }

    @Override
    public int sortOf(int unit) {
        return names.sortOf(unit);
    }

    @Override
    public int lotOf(int unit) {
        return columns.lotOf(unit);
    }

    @Override
    public Place.Kind kindOf(int place) {
        return columns.kind(place);
    }

    @Override
    public boolean mixes(int place) {
        return columns.mixes(place);
    }

    @Override
    public int unitOfPlace(int place) {
        return columns.unitOfPlace(place);
    }

    @Override
    public Unit unit(int id) {
        return names.unit(id);
    }

    @Override
    public boolean appendLot(int id, Utf8 text) {
        return names.appendLot(id, text);
    }

    @Override
    public boolean appendSerial(int id, Utf8 text) {
        return names.appendSerial(id, text);
    }

    @Override
    public void appendPlace(int id, Utf8 text) {
        names.appendPlace(id, text);
    }

    @Override
    public boolean isConsumer(int place) {
        return names.isConsumer(place);
    }

    @Override
    public int twin(int id) {
        return names.twin(id);
    }

    @Override
    public Place place(int id) {
        return names.place(id);
    }

    @Override
    public int unitCount() {
        return size.units();
    }

    @Override
    public int placeCount() {
        return size.places();
    }
}
