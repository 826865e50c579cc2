/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is noted of units, places and rows while a closure is found; kept for the next one, as it is large. */
final class Scratch {

    /** The units that have a label. */
    final NumberSet labelled = new NumberSet();
    /** Units whose rows are taken. */
    final NumberSet present = new NumberSet();
    /** Units and places of which what they were made of is taken, or is about to be. */
    final NumberSet unitsTracedBack = new NumberSet();

    final NumberSet placesTracedBack = new NumberSet();
    /** Places all rows of which are taken. */
    final NumberSet wholePlaces = new NumberSet();
    /** Places of which the entries that move nothing are taken. */
    final NumberSet quietPlaces = new NumberSet();

    final NumberSet rows = new NumberSet();

    private void begin(Columns.Size size) {
        for (NumberSet ofUnits : new NumberSet[] {labelled, present, unitsTracedBack}) {
            ofUnits.begin(size.units());
        }
        for (NumberSet ofPlaces : new NumberSet[] {placesTracedBack, wholePlaces, quietPlaces}) {
            ofPlaces.begin(size.places());
        }
        rows.begin(size.rows());
    }

    /** Scratches that are not in use. */
    static final class Pool {

        private static final int KEPT = 8;

        private final Deque<Scratch> free = new ArrayDeque<>();

        Scratch take(Columns.Size size) {
            Scratch scratch;
            synchronized (free) {
                scratch = free.isEmpty() ? new Scratch() : free.removeLast();
            }
            scratch.begin(size);
            return scratch;
        }

        void give(Scratch scratch) {
            synchronized (free) {
                if (free.size() < KEPT) {
                    free.addLast(scratch);
                }
            }
        }
    }
}
