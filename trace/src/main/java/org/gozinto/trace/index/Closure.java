/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.List;
import org.gozinto.trace.Act;
import org.gozinto.trace.Direction;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;

/**
 * Finds the rows that can matter to a question: all of those of every unit that a label may reach, and what those need
 * to be counted rightly. It may find too many, never too few.
 */
final class Closure {

    private final Columns columns;
    private final List<Stretch> stretches;
    private final Ways ways;
    private final Lists lists;
    private final Scratch scratch;
    private final NumberSet rows;
    private int rowsTaken;
    private final IntList loneEntries = new IntList();
    private final IntList presents = new IntList();
    private final IntList ancestors = new IntList();

    Closure(View view, Lists lists, Scratch scratch) {
        this.columns = view.columns();
        this.stretches = view.stretches();
        this.ways = columns.ways();
        this.lists = lists;
        this.scratch = scratch;
        this.rows = scratch.rows;
    }

    /** Rows that matter. */
    NumberSet rows() {
        return rows;
    }

    /** Entries that matter although none of their rows does. */
    IntList loneEntries() {
        return loneEntries;
    }

    /** Units that a label can come to; 0 where no label was looked for. */
    int labelledUnits() {
        return scratch.labelled.size();
    }

    /** Whether all rows of a unit are among those that matter. */
    boolean isPresent(int unit) {
        return scratch.present.has(unit);
    }

    /** Whether all rows of a run are among those that matter. */
    boolean hasAllOf(int run) {
        return scratch.wholePlaces.has(run);
    }

    /** Finds what a question needs whose labels were found. */
    void find(Labels labels, Question question) {
        boolean forward = question.direction() == Direction.FORWARD;
        forEach(labels.named(), unit -> takeNamed(unit, forward));
        forEach(labels.opened(), outer -> {
            present(outer);
            lists.forEachPlaceOf(outer, this::takeRowsAt);
        });
        TimedLabels timed = labels.timed();
        for (int unit : labels.labelled().toArray()) {
            takeLabelled(unit, forward, timed, forward && !question.amounts());
        }
        for (int thing = 0; thing < timed.size(); thing++) {
            switch (timed.kind(thing)) {
                case UNIT -> {
                    // Is one of the labelled ones.
                }
                case WRAPPER -> present(timed.id(thing));
                case POOL -> takePool(timed.id(thing));
            }
        }
        if (question.amounts()) {
            findAncestries(labels);
        }
    }

    private static void forEach(IntList list, Lists.Visitor visitor) {
        for (int i = 0; i < list.size(); i++) {
            visitor.visit(list.get(i));
        }
    }

    /** Finds what one unit alone needs to be counted rightly, with a lot's serials and the runs that it went into. */
    void findAround(int unit) {
        takeWith(unit);
        lists.forEachMember(unit, this::takeWith);
    }

    private void takeWith(int unit) {
        present(unit);
        lists.forEachRow(unit, row -> {
            takePoolRowsAt(columns.from(row));
            takePoolRowsAt(columns.to(row));
        });
    }

    private void takePoolRowsAt(int at) {
        if (columns.kind(at) == Place.Kind.RUN || columns.mixes(at)) {
            takeRowsAt(at);
        }
    }

    // --- what has a label

    /** What is in a named host is asked about too; backward, so is the unit as it was in runs. */
    private void takeNamed(int unit, boolean forward) {
        lists.forEachPlaceOf(unit, this::takeRowsAt);
        if (!forward) {
            lists.forEachRow(unit, row -> {
                if (columns.kind(columns.to(row)) == Place.Kind.RUN) {
                    takeRowsAt(columns.to(row));
                }
            });
        }
    }

    private void takeLabelled(int unit, boolean forward, TimedLabels timed, boolean skipsIdle) {
        boolean isNew = scratch.present.add(unit);
        boolean hasRows = false;
        for (Stretch stretch : stretches) {
            Postings list = stretch.rowsOfUnit();
            int slot = list.slot(unit);
            int end = slot < 0 ? 0 : list.end(slot);
            for (int i = slot < 0 ? 0 : list.begin(slot); i < end; i++) {
                int row = list.value(i);
                if (lists.readsRow(row)) {
                    hasRows = true;
                    if (isNew) {
                        takeRow(row);
                    }
                    takeRun(forward ? columns.to(row) : columns.from(row), timed, skipsIdle);
                }
            }
        }
        if (isNew) {
            takeLotAndMembers(unit, hasRows);
            drainPresents();
        }
    }

    private void takeRun(int at, TimedLabels timed, boolean skipsIdle) {
        int output = ways.output(at);
        if (output >= 0) {
            takeShortWay(at, output, skipsIdle);
        } else if (output == Ways.LOOK && columns.kind(at) == Place.Kind.RUN && !timed.has(TimedLabels.Kind.POOL, at)) {
            // No label came to it in time, or one went the short way that was there a moment ago.
            takeRowsAt(at);
        }
    }

    /**
     * The label went through the run by the short way. Where all that goes in goes into one serial, each whatever the
     * others are (trace semantics §2, Run), and no amounts are asked, those that no label is on say nothing: a vehicle
     * of a hundred parts, one of which is suspect, has one row for it.
     */
    private void takeShortWay(int run, int output, boolean skipsIdle) {
        int entry = ways.firstEntry(run);
        boolean isOfEach = skipsIdle
                && ways.isSerial(output)
                && columns.act(entry) == Act.PRODUCE
                && columns.detail(entry).links().isEmpty();
        if (!isOfEach) {
            takeRowsAt(run);
        } else if (scratch.wholePlaces.add(run) && lists.reads(entry)) {
            int end = columns.endRow(entry);
            for (int row = columns.firstRow(entry); row < end; row++) {
                if (columns.from(row) == run || columns.to(row) == run && scratch.labelled.has(columns.unit(row))) {
                    rows.add(row);
                }
            }
        }
    }

    private void takePool(int at) {
        takeRowsAt(at);
        if (columns.mixes(at)) {
            // Whatever is in the vessel together with the label is in the answer.
            lists.forEachRowAt(at, row -> present(columns.unit(row)));
        }
    }

    // --- what is needed to count rightly

    /** Takes all rows of a unit, and what decides where its quantity was. */
    private void present(int unit) {
        wantPresent(unit);
        drainPresents();
    }

    private void wantPresent(int unit) {
        if (scratch.present.add(unit)) {
            presents.add(unit);
        }
    }

    private void drainPresents() {
        while (!presents.isEmpty()) {
            takeRowsOf(presents.removeLast());
        }
    }

    private void takeRowsOf(int unit) {
        int before = rowsTaken;
        lists.forEachRow(unit, this::takeRow);
        takeLotAndMembers(unit, rowsTaken > before);
    }

    private void takeRow(int row) {
        rowsTaken++;
        rows.add(row);
        surround(columns.from(row));
        surround(columns.to(row));
    }

    // A serial that is not there may have been taken from its lot, and so may the lot's other serials.
    private void takeLotAndMembers(int unit, boolean hasRows) {
        int lot = columns.lotOf(unit);
        if (lot >= 0 && lists.hasRows(lot)) {
            wantPresent(lot);
        } else if (hasRows) {
            lists.forEachMember(unit, this::wantPresent);
        }
    }

    private void surround(int at) {
        if (ways.output(at) != Ways.LOOK) {
            return;
        }
        switch (columns.kind(at)) {
            case CONTAINER, HOST -> wantPresent(columns.unitOfPlace(at));
            case VESSEL -> {
                if (columns.mixes(at)) {
                    takeRowsAt(at);
                } else {
                    takeLoneEntriesAt(at);
                }
            }
            case SITE, AREA, BIN, PARTNER, RUN, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> {
                // Needs nothing more.
            }
        }
    }

    private void takeRowsAt(int at) {
        if (scratch.wholePlaces.add(at)) {
            lists.forEachRowAt(at, rows::add);
            takeLoneEntriesAt(at);
        }
    }

    private void takeLoneEntriesAt(int at) {
        if (ways.output(at) < 0 && scratch.quietPlaces.add(at)) {
            lists.forEachEntryAt(at, entry -> {
                if (columns.place(entry) == at) {
                    loneEntries.add(entry);
                }
            });
        }
    }

    // --- amounts

    /**
     * The bounds of an amount need to know how much of each thing there could be, in the seed's unit: what it was made
     * from, back to what came in as it is.
     */
    private void findAncestries(Labels labels) {
        // What is taken from here on has no label.
        int[] reached = rows.toArray();
        for (int row : reached) {
            int unit = columns.unit(row);
            if (labels.labelled().has(unit)) {
                addAncestry(unit);
            }
            addInputsOfReached(labels, columns.from(row));
            addInputsOfReached(labels, columns.to(row));
        }
        while (!ancestors.isEmpty()) {
            int unit = ancestors.removeLast();
            if (ways.mayBeMade(unit)) {
                addMakers(unit);
            }
            int lot = columns.lotOf(unit);
            if (lot >= 0 && lists.hasRows(lot)) {
                present(unit);
                addAncestry(lot);
            }
        }
    }

    private void addMakers(int unit) {
        lists.forEachRow(unit, row -> {
            int from = columns.from(row);
            if (columns.kind(from) == Place.Kind.RUN || columns.mixes(from)) {
                present(unit);
                takeRowsAt(from);
                addInputs(from);
            }
        });
    }

    private void addInputsOfReached(Labels labels, int at) {
        if (labels.timed().has(TimedLabels.Kind.POOL, at) || ways.output(at) >= 0 && hasAllOf(at)) {
            addInputs(at);
        }
    }

    private void addInputs(int at) {
        if (scratch.placesTracedBack.add(at)) {
            lists.forEachRowAt(at, row -> {
                if (columns.to(row) == at) {
                    addAncestry(columns.unit(row));
                }
            });
        }
    }

    private void addAncestry(int unit) {
        if (scratch.unitsTracedBack.add(unit)) {
            ancestors.add(unit);
        }
    }
}
