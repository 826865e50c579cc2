/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.Arrays;
import org.gozinto.trace.Act;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Numbering;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;

/**
 * Which rows of a closure say nothing, where no amounts are asked: what else went into a serial. Where one entry feeds
 * a run and makes one serial in it, and nothing says what went into what, all inputs go into that serial (trace
 * semantics §2, Run), each whatever the others are; those that no label can be on, and of which nothing else matters,
 * can be left out. A vehicle of a hundred parts, one of which is suspect, has one row for it then.
 */
final class IdleRows {

    private static final byte ONE_ENTRY = 1;
    private static final byte OTHER = 2;

    private final View view;
    private final Columns columns;
    private final Closure closure;
    private final Numbering places;
    private final byte[] sort;
    private final int[] entryOf;
    private final int[] outputs;
    private int lastSort = -1;
    private boolean isLastSerial;

    /** Takes the rows of entries; {@code places} has all that they name. */
    IdleRows(View view, Closure closure, Numbering places, int[] rows, IntList entries) {
        this.view = view;
        this.columns = view.columns();
        this.closure = closure;
        this.places = places;
        this.sort = new byte[places.size()];
        this.entryOf = new int[places.size()];
        this.outputs = new int[places.size()];
        Arrays.fill(entryOf, -1);
        for (int row : rows) {
            look(row);
        }
        for (int i = 0; i < entries.size(); i++) {
            int entry = entries.get(i);
            int about = columns.place(entry);
            if (about >= 0
                    && columns.kind(about) == Place.Kind.RUN
                    && !columns.detail(entry).links().isEmpty()) {
                touch(about, entry);
                makeOther(about);
            }
        }
    }

    private void look(int row) {
        int to = columns.to(row);
        int from = columns.from(row);
        boolean feeds = columns.kind(to) == Place.Kind.RUN;
        boolean empties = columns.kind(from) == Place.Kind.RUN;
        if (!feeds && !empties) {
            return;
        }
        int entry = columns.entry(row);
        if (feeds) {
            touch(to, entry);
        }
        if (empties) {
            touch(from, entry);
            outputs[places.of(from)]++;
            if (feeds) {
                makeOther(to);
            }
            if (feeds || columns.act(entry) != Act.PRODUCE || !isSerial(columns.unit(row))) {
                makeOther(from);
            }
        }
    }

    private void touch(int run, int entry) {
        int place = places.of(run);
        if (place >= 0 && sort[place] == 0) {
            sort[place] = ONE_ENTRY;
            entryOf[place] = entry;
        } else if (place >= 0 && entryOf[place] != entry) {
            sort[place] = OTHER;
        }
    }

    private void makeOther(int run) {
        int place = places.of(run);
        if (place >= 0) {
            sort[place] = OTHER;
        }
    }

    // Units come sort by sort as a rule.
    private boolean isSerial(int unit) {
        int itsSort = view.sortOf(unit);
        if (itsSort < 0 || itsSort != lastSort) {
            lastSort = itsSort;
            isLastSerial = view.unit(unit).kind() == Unit.Kind.SERIAL;
        }
        return isLastSerial;
    }

    boolean isIdle(int row) {
        if (closure.isPresent(columns.unit(row))) {
            return false;
        }
        int run = columns.to(row);
        if (columns.kind(run) != Place.Kind.RUN || !closure.hasAllOf(run)) {
            return false;
        }
        int place = places.of(run);
        return sort[place] == ONE_ENTRY && outputs[place] == 1;
    }
}
