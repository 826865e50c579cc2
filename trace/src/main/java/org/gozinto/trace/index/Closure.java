/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import org.gozinto.trace.Direction;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;

/**
 * Finds the rows that can matter to a question: all of those of every unit that a label may reach, and what those need
 * to be counted rightly. It may find too many, never too few: quantities are not looked at, so that a state drained to
 * nothing still passes its label on here.
 *
 * <p>Labels go from unit to unit with a time: forward the earliest at which the label can be there, backward the latest
 * at which it can have left (trace semantics §2, §3). The work is that of time-respecting paths: each thing is taken
 * up again when a better time is found.
 */
final class Closure {

    /** Label, carrier: what stands for a unit in the scratch. */
    static final int THINGS_OF_UNIT = 2;

    /** A label can come to it, at the time that the scratch has. */
    private static final byte LABEL = 1;
    /** It waits to be taken up. */
    private static final byte QUEUED = 2;
    /** Its rows are taken, or (of a place) the entries about it that move nothing. */
    private static final byte PRESENT = 4;
    /** The rows at the place are taken. */
    private static final byte ROWS = 8;
    /** What it was made of is taken, or is about to be. */
    private static final byte ANCESTRY = 16;
    /** What is in it was named. */
    private static final byte OPENED = 32;

    private final View view;
    private final Columns columns;
    private final Knowledge knowledge;
    private final Question question;
    private final Scratch scratch;
    private final boolean forward;
    private final int units;
    private final boolean readsAll;

    private final RowSet rows;
    private int labelledUnits;
    private final IntList loneEntries = new IntList();
    private final IntQueue labels = new IntQueue();
    private final IntList presents = new IntList();
    private final IntList ancestors = new IntList();

    Closure(View view, Knowledge knowledge, Question question, Scratch scratch) {
        this.view = view;
        this.columns = view.columns();
        this.knowledge = knowledge;
        this.question = question;
        this.scratch = scratch;
        this.forward = question.direction() == Direction.FORWARD;
        this.units = view.size().units();
        this.rows = scratch.rows();
        this.readsAll = knowledge.readsAllRows();
    }

    /** Finds the rows and the lone entries; {@link #rows()} and {@link #loneEntries()} have them then. */
    void find() {
        question.seeds().forEach(this::plant);
        drain();
        if (question.amounts()) {
            findAncestries();
        }
    }

    /** Units that a label can come to. */
    int labelledUnits() {
        return labelledUnits;
    }

    /** Rows that matter. */
    RowSet rows() {
        return rows;
    }

    /** Entries that matter although none of their rows does. */
    IntList loneEntries() {
        return loneEntries;
    }

    /** Finds what one unit alone needs to be counted rightly, with a lot's serials and the runs that it went into. */
    void findAround(int unit) {
        takeWith(unit);
        forEachMember(unit, this::takeWith);
    }

    private void takeWith(int unit) {
        present(unit);
        forEachRow(unit, row -> {
            for (int at : new int[] {columns.from(row), columns.to(row)}) {
                if (columns.kind(at) == Place.Kind.RUN || columns.mixes(at)) {
                    takeRowsAt(at);
                }
            }
        });
    }

    /** Whether all rows of a unit are among those that matter. */
    boolean isPresent(int unit) {
        return scratch.has(unit, PRESENT);
    }

    /** Whether all rows of a run are among those that matter. */
    boolean hasAllOf(int run) {
        return scratch.has(place(run), ROWS);
    }

    // --- things

    private int carrier(int unit) {
        return units + unit;
    }

    private int place(int id) {
        return THINGS_OF_UNIT * units + id;
    }

    private long always() {
        return forward ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Puts a label on a thing, or one that is there sooner (backward: later) than known. */
    private void label(int thing, long us) {
        boolean isNew = scratch.set(thing, LABEL);
        if (isNew && thing < units) {
            labelledUnits++;
        }
        boolean isBetter = isNew || (forward ? us < scratch.time(thing) : us > scratch.time(thing));
        if (isBetter) {
            scratch.setTime(thing, us);
            if (scratch.set(thing, QUEUED)) {
                labels.add(thing);
            }
        }
    }

    private void drain() {
        while (!labels.isEmpty()) {
            int thing = labels.remove();
            scratch.clear(thing, QUEUED);
            long us = scratch.time(thing);
            if (thing < units) {
                takeUp(thing, us);
            } else if (thing < THINGS_OF_UNIT * units) {
                takeUpCarrier(thing - units, us);
            } else {
                takeUpPool(thing - THINGS_OF_UNIT * units, us);
            }
        }
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
                    forEachMember(of.unit(), this::name);
                }
            }
        }
    }

    /** A unit that the question names: all of it, and what is in it when it is a host. */
    private void name(int unit) {
        label(unit, always());
        forEachPlaceOf(unit, this::takeRowsAt);
        if (!forward) {
            label(carrier(unit), always());
            // It is asked about as it was in runs and vessels too.
            forEachRow(unit, row -> {
                int to = columns.to(row);
                if (columns.mixes(to)) {
                    label(place(to), always());
                } else if (columns.kind(to) == Place.Kind.RUN) {
                    takeRowsAt(to);
                }
            });
        }
    }

    private void plantContents(int container) {
        var open = new IntList();
        open.add(container);
        while (!open.isEmpty()) {
            int outer = open.removeLast();
            if (!scratch.set(carrier(outer), OPENED)) {
                continue;
            }
            present(outer);
            forEachPlaceOf(outer, at -> {
                takeRowsAt(at);
                forEachRowAt(at, row -> {
                    int inner = columns.unit(row);
                    name(inner);
                    open.add(inner);
                });
            });
        }
    }

    // --- labels

    private void takeUp(int unit, long us) {
        boolean isNew = scratch.set(unit, PRESENT);
        boolean hasRows = false;
        for (Stretch stretch : view.stretches()) {
            Postings list = stretch.rowsOfUnit();
            int slot = list.slot(unit);
            int end = slot < 0 ? 0 : list.end(slot);
            for (int i = slot < 0 ? 0 : list.begin(slot); i < end; i++) {
                int row = list.value(i);
                int entry = columns.entry(row);
                if (reads(entry)) {
                    hasRows = true;
                    if (isNew) {
                        takeRow(row);
                    }
                    pass(row, entry, us);
                }
            }
        }
        if (isNew) {
            takeLotAndMembers(unit, hasRows);
        }
        if (forward) {
            forEachMember(unit, member -> label(member, us));
        } else {
            int lot = columns.lotOf(unit);
            if (lot >= 0 && hasRows(lot)) {
                label(lot, us);
            }
        }
        drainPresents();
    }

    private void pass(int row, int entry, long us) {
        if (forward && columns.toUs(entry) >= us) {
            arrive(columns.to(row), Math.max(us, columns.fromUs(entry)));
        } else if (!forward && columns.fromUs(entry) <= us) {
            comeFrom(columns.from(row), Math.min(us, columns.toUs(entry)));
        }
    }

    private boolean reads(int entry) {
        return readsAll || knowledge.reads(entry);
    }

    private void arrive(int at, long us) {
        switch (columns.kind(at)) {
            case RUN -> label(place(at), us);
            case VESSEL -> {
                if (columns.mixes(at)) {
                    label(place(at), us);
                }
            }
            case CONTAINER, HOST -> label(carrier(columns.unitOfPlace(at)), us);
            case SITE, AREA, BIN, PARTNER, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> {
                // The label is where its unit is.
            }
        }
    }

    private void comeFrom(int at, long us) {
        if (columns.kind(at) == Place.Kind.RUN || columns.mixes(at)) {
            label(place(at), us);
        }
    }

    /** Forward, what a labelled thing is in goes on with it; backward, a label is on all that was in it. */
    private void takeUpCarrier(int unit, long us) {
        present(unit);
        if (forward) {
            forEachRow(unit, row -> {
                int entry = columns.entry(row);
                int to = columns.to(row);
                boolean isWrapped = columns.unitOfPlace(to) >= 0;
                // What it was in before the label came is around the label too.
                if (isWrapped || columns.toUs(entry) >= us) {
                    arrive(to, Math.max(us, columns.fromUs(entry)));
                }
            });
            return;
        }
        forEachPlaceOf(
                unit,
                at -> forEachRowAt(at, row -> {
                    int entry = columns.entry(row);
                    if (columns.to(row) == at && columns.fromUs(entry) <= us) {
                        label(columns.unit(row), Math.min(us, columns.toUs(entry)));
                        // What came into the inner one later, while it was in the outer one, is in both.
                        label(carrier(columns.unit(row)), us);
                    }
                }));
    }

    /** A run or a vessel. */
    private void takeUpPool(int at, long us) {
        takeRowsAt(at);
        boolean isVessel = columns.mixes(at);
        forEachRowAt(at, row -> {
            int entry = columns.entry(row);
            int unit = columns.unit(row);
            if (forward && columns.from(row) == at && columns.toUs(entry) >= us) {
                label(unit, Math.max(us, columns.fromUs(entry)));
            } else if (!forward && columns.to(row) == at && columns.fromUs(entry) <= us) {
                label(unit, Math.min(us, columns.toUs(entry)));
                label(carrier(unit), Math.min(us, columns.toUs(entry)));
            }
            if (isVessel) {
                // Whatever is in the vessel together with the label is in the answer.
                present(unit);
            }
        });
    }

    // --- what is needed to count rightly

    /** Takes all rows of a unit, and what decides where its quantity was. */
    private void present(int unit) {
        wantPresent(unit);
        drainPresents();
    }

    private void wantPresent(int unit) {
        if (scratch.set(unit, PRESENT)) {
            presents.add(unit);
        }
    }

    private void drainPresents() {
        while (!presents.isEmpty()) {
            takeRowsOf(presents.removeLast());
        }
    }

    private void takeRowsOf(int unit) {
        boolean hasRows = false;
        for (Stretch stretch : view.stretches()) {
            Postings list = stretch.rowsOfUnit();
            int slot = list.slot(unit);
            int end = slot < 0 ? 0 : list.end(slot);
            for (int i = slot < 0 ? 0 : list.begin(slot); i < end; i++) {
                int row = list.value(i);
                if (reads(columns.entry(row))) {
                    hasRows = true;
                    takeRow(row);
                }
            }
        }
        takeLotAndMembers(unit, hasRows);
    }

    private void takeRow(int row) {
        rows.add(row);
        surround(columns.from(row));
        surround(columns.to(row));
    }

    // A serial that is not there may have been taken from its lot, and so may the lot's other serials.
    private void takeLotAndMembers(int unit, boolean hasRows) {
        int lot = columns.lotOf(unit);
        if (lot >= 0 && hasRows(lot)) {
            wantPresent(lot);
        } else if (hasRows) {
            forEachMember(unit, this::wantPresent);
        }
    }

    private void surround(int at) {
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
        if (scratch.set(place(at), ROWS)) {
            forEachRowAt(at, rows::add);
            takeLoneEntriesAt(at);
        }
    }

    private void takeLoneEntriesAt(int at) {
        if (scratch.set(place(at), PRESENT)) {
            for (Stretch stretch : view.stretches()) {
                forEachValue(stretch.entriesOfPlace(), at, entry -> {
                    if (columns.place(entry) == at && reads(entry)) {
                        loneEntries.add(entry);
                    }
                });
            }
        }
    }

    // --- amounts

    /**
     * The bounds of an amount need to know how much of each thing there could be, in the seed's unit: what it was made
     * from, back to what came in as it is.
     */
    private void findAncestries() {
        // What is taken from here on has no label.
        int[] reached = rows.toArray();
        for (int row : reached) {
            int unit = columns.unit(row);
            if (scratch.has(unit, LABEL)) {
                addAncestry(unit);
            }
            for (int at : new int[] {columns.from(row), columns.to(row)}) {
                if (scratch.has(place(at), LABEL)) {
                    addInputs(at);
                }
            }
        }
        while (!ancestors.isEmpty()) {
            int unit = ancestors.removeLast();
            forEachRow(unit, row -> {
                int from = columns.from(row);
                if (columns.kind(from) == Place.Kind.RUN || columns.mixes(from)) {
                    present(unit);
                    takeRowsAt(from);
                    addInputs(from);
                }
            });
            int lot = columns.lotOf(unit);
            if (lot >= 0 && hasRows(lot)) {
                present(unit);
                addAncestry(lot);
            }
        }
    }

    private void addInputs(int at) {
        if (scratch.set(place(at), ANCESTRY)) {
            forEachRowAt(at, row -> {
                if (columns.to(row) == at) {
                    addAncestry(columns.unit(row));
                }
            });
        }
    }

    private void addAncestry(int unit) {
        if (scratch.set(unit, ANCESTRY)) {
            ancestors.add(unit);
        }
    }

    // --- reading the lists

    private interface Visitor {
        void visit(int number);
    }

    private boolean hasRows(int unit) {
        for (Stretch stretch : view.stretches()) {
            if (stretch.rowsOfUnit().has(unit)) {
                return true;
            }
        }
        return false;
    }

    private void forEachRow(int unit, Visitor visitor) {
        for (Stretch stretch : view.stretches()) {
            forEachRead(stretch.rowsOfUnit(), unit, visitor);
        }
    }

    private void forEachRowAt(int at, Visitor visitor) {
        boolean isRun = columns.kind(at) == Place.Kind.RUN;
        for (Stretch stretch : view.stretches()) {
            if (isRun) {
                forEachValue(stretch.entriesOfPlace(), at, entry -> forEachRowOf(entry, at, visitor));
            } else {
                forEachRead(stretch.rowsOfPlace(), at, visitor);
            }
        }
    }

    private void forEachRowOf(int entry, int at, Visitor visitor) {
        if (reads(entry)) {
            int end = columns.endRow(entry);
            for (int row = columns.firstRow(entry); row < end; row++) {
                if (columns.from(row) == at || columns.to(row) == at) {
                    visitor.visit(row);
                }
            }
        }
    }

    private void forEachRead(Postings list, int key, Visitor visitor) {
        int slot = list.slot(key);
        if (slot < 0) {
            return;
        }
        int end = list.end(slot);
        for (int i = list.begin(slot); i < end; i++) {
            int row = list.value(i);
            if (reads(columns.entry(row))) {
                visitor.visit(row);
            }
        }
    }

    private void forEachMember(int lot, Visitor visitor) {
        for (Stretch stretch : view.stretches()) {
            forEachValue(stretch.membersOfLot(), lot, visitor);
        }
    }

    private void forEachPlaceOf(int unit, Visitor visitor) {
        for (Stretch stretch : view.stretches()) {
            forEachValue(stretch.placesOfUnit(), unit, visitor);
        }
    }

    private static void forEachValue(Postings list, int key, Visitor visitor) {
        int slot = list.slot(key);
        for (int i = slot < 0 ? 0 : list.begin(slot); slot >= 0 && i < list.end(slot); i++) {
            visitor.visit(list.value(i));
        }
    }
}
