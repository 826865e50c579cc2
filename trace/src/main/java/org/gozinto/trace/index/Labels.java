/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.List;
import org.gozinto.trace.Direction;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;

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

    private static final byte LABEL = 1;
    /** It waits to be taken up. */
    private static final byte QUEUED = 2;
    /** What is in it was named. */
    private static final byte OPENED = 4;

    /** Entries with more rows are not searched for one of them. */
    private static final int FEW_ROWS = 16;

    private final View view;
    private final Columns columns;
    private final Ways ways;
    private final Lists lists;
    private final Scratch scratch;
    private final boolean forward;
    private final boolean readsPart;
    private final int units;
    private final int entries;

    private final NumberSet labelled;
    private final IntList whole = new IntList();
    private final IntQueue timed = new IntQueue();
    private final IntList named = new IntList();
    private final IntList opened = new IntList();
    private final IntList carriers = new IntList();
    private final IntList pools = new IntList();

    Labels(View view, Knowledge knowledge, Lists lists, Direction direction, Scratch scratch) {
        this.view = view;
        this.columns = view.columns();
        this.ways = columns.ways();
        this.lists = lists;
        this.scratch = scratch;
        this.forward = direction == Direction.FORWARD;
        this.readsPart = knowledge.readsPart();
        this.units = view.size().units();
        this.entries = view.size().entries();
        this.labelled = scratch.units();
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

    /** Whether a label can come to a run or vessel. */
    boolean isLabelled(int pool) {
        return scratch.has(place(pool), LABEL);
    }

    /** Units that the question names, by themselves, by their lot or by their container. */
    IntList named() {
        return named;
    }

    /** Containers that the question means the contents of. */
    IntList opened() {
        return opened;
    }

    /** Containers and hosts around a label. */
    IntList carriers() {
        return carriers;
    }

    /** Runs and vessels that a label can come to, and that were looked at. */
    IntList pools() {
        return pools;
    }

    // --- things: units, what carries a label as a wrapper, places

    private int carrier(int unit) {
        return units + unit;
    }

    private int place(int id) {
        return Scratch.THINGS_OF_UNIT * units + id;
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
        labelThing(carrier(unit), always());
        // It is asked about as it was in vessels too.
        lists.forEachRow(unit, row -> {
            int to = columns.to(row);
            if (columns.mixes(to)) {
                labelThing(place(to), always());
            }
        });
    }

    private void plantContents(int container) {
        var open = new IntList();
        open.add(container);
        while (!open.isEmpty()) {
            int outer = open.removeLast();
            if (!scratch.set(carrier(outer), OPENED)) {
                continue;
            }
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
        } else if (labelled.add(unit)) {
            scratch.set(unit, LABEL);
            enqueue(unit, us);
        } else if (scratch.has(unit, LABEL) && isBetter(unit, us)) {
            enqueue(unit, us);
        }
    }

    // Backward, the lot of a serial must learn when the label left the serial.
    private boolean isWhole(int unit) {
        return ways.madeBy(unit) >= 0 && (forward || columns.lotOf(unit) < 0);
    }

    private void labelThing(int thing, long us) {
        if (scratch.set(thing, LABEL)) {
            boolean isPlace = thing >= Scratch.THINGS_OF_UNIT * units;
            (isPlace ? pools : carriers).add(thing - (isPlace ? Scratch.THINGS_OF_UNIT * units : units));
            enqueue(thing, us);
        } else if (isBetter(thing, us)) {
            enqueue(thing, us);
        }
    }

    private boolean isBetter(int thing, long us) {
        return forward ? us < scratch.time(thing) : us > scratch.time(thing);
    }

    private void enqueue(int thing, long us) {
        scratch.setTime(thing, us);
        if (scratch.set(thing, QUEUED)) {
            timed.add(thing);
        }
    }

    private void drain() {
        int next = 0;
        do {
            for (; next < whole.size(); next++) {
                if (forward) {
                    takeUpForward(whole.get(next));
                } else {
                    takeUpBackward(whole.get(next));
                }
            }
            if (!timed.isEmpty()) {
                int thing = timed.remove();
                scratch.clear(thing, QUEUED);
                takeUp(thing, scratch.time(thing));
            }
        } while (next < whole.size() || !timed.isEmpty());
    }

    private void takeUp(int thing, long us) {
        if (thing < units) {
            takeUpTimed(thing, us);
        } else if (thing < Scratch.THINGS_OF_UNIT * units) {
            takeUpCarrier(thing - units, us);
        } else {
            takeUpPool(thing - Scratch.THINGS_OF_UNIT * units, us);
        }
    }

    // --- whole units

    private void takeUpForward(int unit) {
        List<Stretch> stretches = view.stretches();
        for (int i = 0; i < stretches.size(); i++) {
            Postings list = stretches.get(i).rowsOfUnit();
            int slot = list.slot(unit);
            if (slot >= 0) {
                int end = list.end(slot);
                for (int at = list.begin(slot); at < end; at++) {
                    passWhole(unit, list.value(at));
                }
            }
        }
        if (ways.hasMembers(unit)) {
            lists.forEachMember(unit, member -> label(member, sinceUs(unit)));
        }
    }

    private void passWhole(int unit, int row) {
        int to = columns.to(row);
        int output = ways.output(to);
        if (output == Ways.NOWHERE) {
            return;
        }
        if (output >= 0) {
            int entry = readsPart || ways.madeBy(output) < 0 ? ways.firstEntry(to) : -1;
            if (entry < 0 || lists.reads(entry)) {
                label(output, entry < 0 ? 0 : columns.fromUs(entry));
            }
            return;
        }
        arrive(row, sinceUs(unit));
    }

    /** Since when a whole unit has its label; a seed always had it. */
    private long sinceUs(int unit) {
        int entry = ways.madeBy(unit);
        return entry < 0 ? Long.MIN_VALUE : columns.fromUs(entry);
    }

    private void takeUpBackward(int unit) {
        int entry = ways.madeBy(unit);
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
            labelThing(carrier(unit), us);
        }
    }

    // --- timed ones

    private void takeUpTimed(int unit, long us) {
        if (forward) {
            lists.forEachRow(unit, row -> arrive(row, us));
            lists.forEachMember(unit, member -> label(member, us));
        } else {
            lists.forEachRow(unit, row -> comeFrom(row, us));
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
                    labelThing(place(at), us);
                }
            }
            case VESSEL -> {
                if (columns.mixes(at)) {
                    labelThing(place(at), us);
                }
            }
            case CONTAINER, HOST -> labelThing(carrier(columns.unitOfPlace(at)), us);
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
                labelThing(place(from), Math.min(us, columns.toUs(entry)));
            }
        }
    }

    /** Forward, what a labelled thing is in goes on with it; backward, a label is on all that was in it. */
    private void takeUpCarrier(int unit, long us) {
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
                        labelThing(carrier(columns.unit(row)), us);
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
}
