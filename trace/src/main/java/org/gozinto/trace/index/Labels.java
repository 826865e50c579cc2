/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.BitSet;
import org.gozinto.trace.Direction;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;
import org.gozinto.trace.index.TimedLabels.Kind;

/**
 * Finds what a label of the seeds can come to. It may find too much, never too little: quantities are not looked at, so
 * that a state drained to nothing still passes its label on here.
 *
 * <p>Labels go from unit to unit with a time: forward the earliest at which the label can be there, backward the latest
 * at which it can have left (trace semantics §2, §3). The work is that of time-respecting paths: each thing is taken
 * up again when a better time is found. Nearly all units need no time, since all that was made of them came after they
 * were made ({@link Ways}): those are taken up once, <em>whole</em>.
 */
final class Labels {

    /** Entries with more rows are not searched for one of them. */
    private static final int FEW_ROWS = 16;

    private final View view;
    private final Columns columns;
    private final Ways ways;
    private final Lists lists;
    private final Stretch[] stretches;
    private final boolean forward;
    private final boolean readsPart;
    private final int entries;

    private final NumberSet labelled;
    private final IntList whole = new IntList();
    private final Ahead ahead = new Ahead();
    private final TimedLabels timed;
    private final IntList named = new IntList();
    private final IntList opened = new IntList();

    Labels(View view, Knowledge knowledge, Lists lists, Direction direction, Scratch scratch) {
        this.view = view;
        this.columns = view.columns();
        this.ways = columns.ways();
        this.lists = lists;
        this.stretches = view.stretches().toArray(Stretch[]::new);
        this.forward = direction == Direction.FORWARD;
        this.readsPart = knowledge.readsPart();
        this.entries = view.size().entries();
        this.labelled = scratch.labelled;
        this.timed = new TimedLabels(forward);
    }

    void find(Question question) {
        question.seeds().forEach(this::plant);
        drain();
    }

    // --- what was found

    /** Units that a label can come to. */
    NumberSet labelled() {
        return labelled;
    }

    /** Units that the question names, by themselves, by their lot or by their container. */
    IntList named() {
        return named;
    }

    /** Containers that the question means the contents of. */
    IntList opened() {
        return opened;
    }

    /** The labels that have a time of their own. */
    TimedLabels timed() {
        return timed;
    }

    private long always() {
        return forward ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    // --- seeds

    private void plant(Seed seed) {
        switch (seed) {
            case Seed.OfContainer container -> plantContents(container.unit());
            case Seed.OfUnit of -> {
                if (view.unit(of.unit()).kind() == Unit.Kind.CONTAINER) {
                    plantContents(of.unit());
                } else {
                    name(of.unit());
                    lists.forEachMember(of.unit(), this::name);
                }
            }
        }
    }

    private void name(int unit) {
        named.add(unit);
        if (forward) {
            if (labelled.add(unit)) {
                whole.add(unit);
            }
            return;
        }
        label(unit, always());
        timed.put(Kind.WRAPPER, unit, always());
        // It is asked about as it was in vessels too.
        lists.forEachRow(unit, row -> {
            int to = columns.to(row);
            if (columns.mixes(to)) {
                timed.put(Kind.POOL, to, always());
            }
        });
    }

    private void plantContents(int container) {
        var seen = new BitSet();
        var open = new IntList();
        open.add(container);
        while (!open.isEmpty()) {
            int outer = open.removeLast();
            if (seen.get(outer)) {
                continue;
            }
            seen.set(outer);
            opened.add(outer);
            lists.forEachPlaceOf(
                    outer,
                    at -> lists.forEachRowAt(at, row -> {
                        int inner = columns.unit(row);
                        name(inner);
                        open.add(inner);
                    }));
        }
    }

    // --- passing labels on

    /** Puts a label on a unit, or one that is there sooner (backward: later) than known. */
    private void label(int unit, long us) {
        if (isWhole(unit)) {
            if (labelled.add(unit)) {
                whole.add(unit);
            }
        } else if (labelled.add(unit) || timed.has(Kind.UNIT, unit)) {
            timed.put(Kind.UNIT, unit, us);
        }
    }

    // Backward, the lot of a serial must learn when the label left the serial.
    private boolean isWhole(int unit) {
        return ways.madeBy(unit) >= 0 && (forward || columns.lotOf(unit) < 0);
    }

    private void drain() {
        int next = 0;
        do {
            if (forward) {
                next = ahead.takeUp(next);
            } else if (next < whole.size()) {
                takeUpBackward(whole.get(next++));
            }
            if (timed.hasWaiting()) {
                takeUp(timed.next());
            }
        } while (next < whole.size() || timed.hasWaiting());
    }

    private void takeUp(int thing) {
        int id = timed.id(thing);
        long us = timed.us(thing);
        switch (timed.kind(thing)) {
            case UNIT -> takeUpTimed(id, us);
            case WRAPPER -> takeUpWrapper(id, us);
            case POOL -> takeUpPool(id, us);
        }
    }

    // --- whole units

    /** Since when a whole unit has its label; a seed always had it. */
    private long sinceUs(int unit) {
        int entry = ways.madeBy(unit);
        return entry < 0 ? Long.MIN_VALUE : columns.fromUs(entry);
    }

    private void takeUpBackward(int unit) {
        int entry = ways.madeBy(unit);
        if (entry < 0) {
            // It was whole a moment ago.
            takeUpTimed(unit, always());
            return;
        }
        if (entry >= entries || !lists.reads(entry)) {
            return;
        }
        int run = columns.place(entry);
        if (run >= 0 && ways.output(run) == unit) {
            long us = columns.fromUs(entry);
            int end = columns.endRow(entry);
            for (int row = columns.firstRow(entry); row < end; row++) {
                if (columns.to(row) == run) {
                    labelInput(columns.unit(row), us);
                }
            }
        } else if (columns.endRow(entry) - columns.firstRow(entry) <= FEW_ROWS) {
            for (int row = columns.firstRow(entry); row < columns.endRow(entry); row++) {
                if (columns.unit(row) == unit) {
                    comeFrom(row, always());
                }
            }
        } else {
            lists.forEachRow(unit, row -> comeFrom(row, always()));
        }
    }

    // What was in a wrapper that went into a run or vessel went into it too.
    private void labelInput(int unit, long us) {
        label(unit, us);
        if (ways.isWrapper(unit)) {
            timed.put(Kind.WRAPPER, unit, us);
        }
    }

    // --- timed ones

    private void takeUpTimed(int unit, long us) {
        if (forward) {
            lists.forEachRow(unit, row -> arrive(row, us));
            lists.forEachMember(unit, member -> label(member, us));
        } else {
            if (ways.mayBeMade(unit)) {
                lists.forEachRow(unit, row -> comeFrom(row, us));
            }
            int lot = columns.lotOf(unit);
            if (lot >= 0 && lists.hasRows(lot)) {
                label(lot, us);
            }
        }
    }

    /** Forward: a unit with a label since then goes where the row brings it, if it does so in time. */
    private void arrive(int row, long us) {
        int to = columns.to(row);
        if (ways.output(to) == Ways.NOWHERE) {
            return;
        }
        int entry = columns.entry(row);
        if (lists.reads(entry) && columns.toUs(entry) >= us) {
            arriveAt(to, Math.max(us, columns.fromUs(entry)));
        }
    }

    private void arriveAt(int at, long us) {
        switch (columns.kind(at)) {
            case RUN -> {
                int output = ways.output(at);
                if (output >= 0) {
                    label(output, us);
                } else {
                    timed.put(Kind.POOL, at, us);
                }
            }
            case VESSEL -> {
                if (columns.mixes(at)) {
                    timed.put(Kind.POOL, at, us);
                }
            }
            case CONTAINER, HOST -> timed.put(Kind.WRAPPER, columns.unitOfPlace(at), us);
            case SITE, AREA, BIN, PARTNER, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> {
                // The label is where its unit is.
            }
        }
    }

    /** Backward: a unit whose label left it at the latest then has it from where the row brought it from. */
    private void comeFrom(int row, long us) {
        int from = columns.from(row);
        if (columns.kind(from) == Place.Kind.RUN || columns.mixes(from)) {
            int entry = columns.entry(row);
            if (lists.reads(entry) && columns.fromUs(entry) <= us) {
                timed.put(Kind.POOL, from, Math.min(us, columns.toUs(entry)));
            }
        }
    }

    /** Forward, what a labelled thing is in goes on with it; backward, a label is on all that was in it. */
    private void takeUpWrapper(int unit, long us) {
        if (forward) {
            lists.forEachRow(unit, row -> {
                // What it was in before the label came is around the label too.
                boolean isWrapped = columns.unitOfPlace(columns.to(row)) >= 0;
                int entry = columns.entry(row);
                if (isWrapped || columns.toUs(entry) >= us) {
                    arriveAt(columns.to(row), Math.max(us, columns.fromUs(entry)));
                }
            });
            return;
        }
        lists.forEachPlaceOf(
                unit,
                at -> lists.forEachRowAt(at, row -> {
                    int entry = columns.entry(row);
                    if (columns.to(row) == at && columns.fromUs(entry) <= us) {
                        label(columns.unit(row), Math.min(us, columns.toUs(entry)));
                        // What came into the inner one later, while it was in the outer one, is in both.
                        timed.put(Kind.WRAPPER, columns.unit(row), us);
                    }
                }));
    }

    /** A run or a vessel. */
    private void takeUpPool(int at, long us) {
        lists.forEachRowAt(at, row -> {
            int entry = columns.entry(row);
            if (forward && columns.from(row) == at && columns.toUs(entry) >= us) {
                label(columns.unit(row), Math.max(us, columns.fromUs(entry)));
            } else if (!forward && columns.to(row) == at && columns.fromUs(entry) <= us) {
                labelInput(columns.unit(row), Math.min(us, columns.toUs(entry)));
            }
        });
    }

    /**
     * Takes whole units up forward, a block of rows at a time and step by step: where all rows of the block lead, what
     * comes out there, what made that. Each step asks memory for many places that do not depend on each other, so that
     * they are waited for together.
     */
    private final class Ahead {

        private static final int BLOCK = 512;

        private final int[] unit = new int[BLOCK];
        private final int[] row = new int[BLOCK];
        private final int[] output = new int[BLOCK];
        private final int[] madeBy = new int[BLOCK];
        private int size;

        /** Takes up the whole units from a number on, and those that they lead to; tells the number of the next one. */
        private int takeUp(int from) {
            int next = from;
            while (next < whole.size() || size > 0) {
                while (next < whole.size() && size < BLOCK) {
                    take(whole.get(next++));
                }
                pass();
            }
            return next;
        }

        private void take(int ofUnit) {
            if (ways.goesOn(ofUnit)) {
                // Its first row is the one that made it.
                int skipped = ways.madeBy(ofUnit) >= 0 ? 1 : 0;
                for (int i = 0; i < stretches.length; i++) {
                    Postings list = stretches[i].rowsOfUnit();
                    int slot = list.slot(ofUnit);
                    if (slot >= 0) {
                        int begin = list.begin(slot);
                        int end = list.end(slot);
                        for (int at = begin + skipped; at < end; at++) {
                            add(ofUnit, list.value(at));
                        }
                        skipped = begin < end ? 0 : skipped;
                    }
                }
            }
            if (ways.hasMembers(ofUnit)) {
                lists.forEachMember(ofUnit, member -> label(member, sinceUs(ofUnit)));
            }
        }

        private void add(int ofUnit, int itsRow) {
            if (size == BLOCK) {
                pass();
            }
            unit[size] = ofUnit;
            row[size] = itsRow;
            size++;
        }

        private void pass() {
            int count = size;
            size = 0;
            for (int i = 0; i < count; i++) {
                output[i] = columns.to(row[i]);
            }
            for (int i = 0; i < count; i++) {
                output[i] = ways.output(output[i]);
            }
            for (int i = 0; i < count; i++) {
                madeBy[i] = output[i] < 0 ? -1 : ways.madeBy(output[i]);
            }
            for (int i = 0; i < count; i++) {
                if (madeBy[i] >= 0) {
                    if ((!readsPart || lists.reads(madeBy[i])) && labelled.add(output[i])) {
                        whole.add(output[i]);
                    }
                } else if (output[i] != Ways.NOWHERE) {
                    arrive(row[i], sinceUs(unit[i]));
                }
            }
        }
    }
}
