/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.List;
import org.gozinto.trace.IntList;

/**
 * A stretch of the ledger, listed: which of its rows are of a unit or at a place, which of its units are in a lot. Does
 * not change; stretches that follow each other become one by listing them again.
 *
 * @param rowsOfPlace rows into or out of vessels, containers and hosts
 * @param entriesOfPlace entries about a run: those that move something into or out of it, and those with its links or
 *     its end alone; and the cleanings of a vessel
 */
record Stretch(
        Columns.Size from,
        Columns.Size to,
        Postings rowsOfUnit,
        Postings rowsOfPlace,
        Postings entriesOfPlace,
        Postings membersOfLot,
        Postings placesOfUnit) {

    static Stretch of(Columns columns, Columns.Size from, Columns.Size to) {
        var units = new Pairs();
        var places = new Pairs();
        var entries = new Pairs();
        for (int entry = from.entries(); entry < to.entries(); entry++) {
            int about = columns.place(entry);
            if (about >= 0) {
                entries.add(about, entry);
            }
            for (int row = columns.firstRow(entry); row < columns.endRow(entry); row++) {
                units.add(columns.unit(row), row);
                int source = columns.from(row);
                int target = columns.to(row);
                list(columns, source, about, row, places, entries);
                if (target != source) {
                    list(columns, target, about, row, places, entries);
                }
            }
        }
        var members = new Pairs();
        for (int unit = from.units(); unit < to.units(); unit++) {
            if (columns.lotOf(unit) >= 0) {
                members.add(columns.lotOf(unit), unit);
            }
        }
        var hosts = new Pairs();
        for (int place = from.places(); place < to.places(); place++) {
            if (columns.unitOfPlace(place) >= 0) {
                hosts.add(columns.unitOfPlace(place), place);
            }
        }
        return new Stretch(
                from, to, units.listed(), places.listed(), entries.listed(), members.listed(), hosts.listed());
    }

    private static void list(Columns columns, int place, int about, int row, Pairs rows, Pairs entries) {
        switch (columns.kind(place)) {
            case VESSEL, CONTAINER, HOST -> rows.add(place, row);
            case RUN -> {
                // Nearly always the entry is about its one run, and is listed already.
                if (place != about) {
                    entries.add(place, columns.entry(row));
                }
            }
            case SITE, AREA, BIN, PARTNER, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> {
                // Nobody asks for all that ever was there.
            }
        }
    }

    int rows() {
        return to.rows() - from.rows();
    }

    void write(BlockWriter out) throws IOException {
        from.write(out);
        to.write(out);
        for (Postings list : List.of(rowsOfUnit, rowsOfPlace, entriesOfPlace, membersOfLot, placesOfUnit)) {
            list.write(out);
        }
    }

    static Stretch read(BlockReader in) {
        return new Stretch(
                Columns.Size.read(in),
                Columns.Size.read(in),
                Postings.read(in),
                Postings.read(in),
                Postings.read(in),
                Postings.read(in),
                Postings.read(in));
    }

    /** Bytes of memory that the lists take. */
    long bytes() {
        return rowsOfUnit.bytes()
                + rowsOfPlace.bytes()
                + entriesOfPlace.bytes()
                + membersOfLot.bytes()
                + placesOfUnit.bytes();
    }

    private static final class Pairs {
        private final IntList keys = new IntList();
        private final IntList values = new IntList();

        private void add(int key, int value) {
            keys.add(key);
            values.add(value);
        }

        private Postings listed() {
            return Postings.of(keys, values);
        }
    }
}
