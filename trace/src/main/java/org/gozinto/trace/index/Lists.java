/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import org.gozinto.trace.Place;

/** Reads the lists of a view, of all its stretches, as far as a question may know what is in them. */
final class Lists {

    private final View view;
    private final Columns columns;
    private final Knowledge knowledge;
    private final boolean readsAll;

    /** Takes what is listed. */
    interface Visitor {
        void visit(int number);
    }

    Lists(View view, Knowledge knowledge) {
        this.view = view;
        this.columns = view.columns();
        this.knowledge = knowledge;
        this.readsAll = knowledge.readsAllRows();
    }

    boolean reads(int entry) {
        return readsAll || knowledge.reads(entry);
    }

    boolean readsRow(int row) {
        return readsAll || knowledge.reads(columns.entry(row));
    }

    boolean hasRows(int unit) {
        for (Stretch stretch : view.stretches()) {
            if (stretch.rowsOfUnit().has(unit)) {
                return true;
            }
        }
        return false;
    }

    boolean hasReadRow(int unit) {
        for (Stretch stretch : view.stretches()) {
            Postings list = stretch.rowsOfUnit();
            int slot = list.slot(unit);
            int end = slot < 0 ? 0 : list.end(slot);
            for (int i = slot < 0 ? 0 : list.begin(slot); i < end; i++) {
                if (readsRow(list.value(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    void forEachRow(int unit, Visitor visitor) {
        for (Stretch stretch : view.stretches()) {
            forEachRead(stretch.rowsOfUnit(), unit, visitor);
        }
    }

    /** Rows into or out of a run, vessel, container or host. */
    void forEachRowAt(int place, Visitor visitor) {
        if (columns.kind(place) == Place.Kind.RUN) {
            forEachEntryAt(place, entry -> forEachRowOf(entry, place, visitor));
            return;
        }
        for (Stretch stretch : view.stretches()) {
            forEachRead(stretch.rowsOfPlace(), place, visitor);
        }
    }

    /** Entries about a run that move something or not, and the cleanings of a vessel. */
    void forEachEntryAt(int place, Visitor visitor) {
        int first = columns.firstEntry(place);
        if (first >= 0 && first < view.size().entries() && reads(first)) {
            visitor.visit(first);
        }
        if (columns.ways().output(place) >= 0) {
            // There is no other.
            return;
        }
        for (Stretch stretch : view.stretches()) {
            forEachValue(stretch.entriesOfPlace(), place, entry -> {
                if (reads(entry)) {
                    visitor.visit(entry);
                }
            });
        }
    }

    private void forEachRowOf(int entry, int place, Visitor visitor) {
        int end = columns.endRow(entry);
        for (int row = columns.firstRow(entry); row < end; row++) {
            if (columns.from(row) == place || columns.to(row) == place) {
                visitor.visit(row);
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
            if (readsRow(row)) {
                visitor.visit(row);
            }
        }
    }

    /** The serials of a lot. */
    void forEachMember(int lot, Visitor visitor) {
        if (columns.ways().hasMembers(lot)) {
            for (Stretch stretch : view.stretches()) {
                forEachValue(stretch.membersOfLot(), lot, visitor);
            }
        }
    }

    /** The places that a unit is. */
    void forEachPlaceOf(int unit, Visitor visitor) {
        if (columns.ways().isWrapper(unit)) {
            for (Stretch stretch : view.stretches()) {
                forEachValue(stretch.placesOfUnit(), unit, visitor);
            }
        }
    }

    private static void forEachValue(Postings list, int key, Visitor visitor) {
        int slot = list.slot(key);
        int end = slot < 0 ? 0 : list.end(slot);
        for (int i = slot < 0 ? 0 : list.begin(slot); i < end; i++) {
            visitor.visit(list.value(i));
        }
    }
}
