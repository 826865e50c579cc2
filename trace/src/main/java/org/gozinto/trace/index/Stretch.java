/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.List;
import org.gozinto.trace.Place;

/**
 * A stretch of the ledger, listed: which of its rows are of a unit or at a place, which of its units are in a lot. Does
 * not change; stretches that follow each other become one by listing them again.
 *
 * @param rowsOfPlace rows into or out of vessels, containers and hosts
 * @param entriesOfPlace entries about a run, but for its {@linkplain Columns#firstEntry first}: those that move
 *     something into or out of it, and those with its links or its end alone; and the cleanings of a vessel
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
        int firstRow = from.rows();
        int endRow = to.rows();
        return new Stretch(
                from,
                to,
                Postings.of(taker -> {
                    for (int row = firstRow; row < endRow; row++) {
                        taker.take(columns.unit(row), row);
                    }
                }),
                Postings.of(taker -> {
                    for (int row = firstRow; row < endRow; row++) {
                        listRow(columns, row, taker);
                    }
                }),
                Postings.of(taker -> {
                    for (int entry = from.entries(); entry < to.entries(); entry++) {
                        listEntry(columns, entry, taker);
                    }
                }),
                Postings.of(taker -> {
                    for (int unit = from.units(); unit < to.units(); unit++) {
                        list(columns.lotOf(unit), unit, taker);
                    }
                }),
                Postings.of(taker -> {
                    for (int place = from.places(); place < to.places(); place++) {
                        list(columns.unitOfPlace(place), place, taker);
                    }
                }));
    }

    private static void list(int key, int value, Postings.Taker taker) {
        if (key >= 0) {
            taker.take(key, value);
        }
    }

    private static void listRow(Columns columns, int row, Postings.Taker taker) {
        int source = columns.from(row);
        int target = columns.to(row);
        if (isAskedFor(columns, source)) {
            taker.take(source, row);
        }
        if (target != source && isAskedFor(columns, target)) {
            taker.take(target, row);
        }
    }

    /** Nobody asks for all that ever was at other places. */
    private static boolean isAskedFor(Columns columns, int place) {
        return switch (columns.kind(place)) {
            case VESSEL, CONTAINER, HOST -> true;
            case RUN, SITE, AREA, BIN, PARTNER, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> false;
        };
    }

    private static void listEntry(Columns columns, int entry, Postings.Taker taker) {
        int about = columns.place(entry);
        if (about >= 0 && columns.firstEntry(about) != entry) {
            taker.take(about, entry);
        }
        int listed = -1;
        for (int row = columns.firstRow(entry); row < columns.endRow(entry); row++) {
            listed = listRun(columns, columns.from(row), entry, listed, taker);
            listed = listRun(columns, columns.to(row), entry, listed, taker);
        }
    }

    // Nearly always a run is known by its first entry, and by the one that each later entry is about.
    private static int listRun(Columns columns, int place, int entry, int listed, Postings.Taker taker) {
        if (place == listed
                || columns.kind(place) != Place.Kind.RUN
                || place == columns.place(entry)
                || columns.firstEntry(place) == entry) {
            return listed;
        }
        taker.take(place, entry);
        return place;
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
}
