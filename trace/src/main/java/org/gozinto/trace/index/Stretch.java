/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import org.gozinto.trace.IntList;
import org.gozinto.trace.Place;

/**
 * A stretch of the ledger, listed: which of its rows are of a unit or at a place, which of its units are in a lot. Does
 * not change; stretches that follow each other become one by listing them again.
 *
 * @param rowsOfPlace rows into or out of runs, vessels, containers and hosts
 * @param loneEntries entries about a run or vessel that move nothing there: a cleaning, links, the end of a run
 */
record Stretch(
        Columns.Size from,
        Columns.Size to,
        Postings rowsOfUnit,
        Postings rowsOfPlace,
        Postings loneEntries,
        Postings membersOfLot,
        Postings placesOfUnit) {

    static Stretch of(Columns columns, Columns.Size from, Columns.Size to) {
        var units = new Pairs();
        var places = new Pairs();
        for (int row = from.rows(); row < to.rows(); row++) {
            units.add(columns.unit(row), row);
            int source = columns.from(row);
            int target = columns.to(row);
            if (isListed(columns.kind(source))) {
                places.add(source, row);
            }
            if (target != source && isListed(columns.kind(target))) {
                places.add(target, row);
            }
        }
        var lone = new Pairs();
        for (int entry = from.entries(); entry < to.entries(); entry++) {
            int place = columns.place(entry);
            if (place >= 0 && isListed(columns.kind(place)) && !movesAt(columns, entry, place)) {
                lone.add(place, entry);
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
        return new Stretch(from, to, units.listed(), places.listed(), lone.listed(), members.listed(), hosts.listed());
    }

    private static boolean isListed(Place.Kind kind) {
        return switch (kind) {
            case RUN, VESSEL, CONTAINER, HOST -> true;
            case SITE, AREA, BIN, PARTNER, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> false;
        };
    }

    private static boolean movesAt(Columns columns, int entry, int place) {
        for (int row = columns.firstRow(entry); row < columns.endRow(entry); row++) {
            if (columns.from(row) == place || columns.to(row) == place) {
                return true;
            }
        }
        return false;
    }

    int rows() {
        return to.rows() - from.rows();
    }

    /** Bytes of memory that the lists take. */
    long bytes() {
        return rowsOfUnit.bytes()
                + rowsOfPlace.bytes()
                + loneEntries.bytes()
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
