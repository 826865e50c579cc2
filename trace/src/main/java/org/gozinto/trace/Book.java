/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * What a trace reads: the entries of one ledger and the units and places that they name (trace semantics §1).
 * Entries may come in any order; ids of units and of places are dense, 0 to count - 1.
 */
public interface Book {

    Iterable<Entry> entries();

    Unit unit(int id);

    Place place(int id);

    int unitCount();

    int placeCount();

    /** Appends the lot of a unit in UTF-8; says whether it has one. */
    default boolean appendLot(int id, Utf8 text) {
        String lot = unit(id).lot();
        if (lot != null) {
            text.append(lot);
        }
        return lot != null;
    }

    /** Appends the serial of a unit in UTF-8; says whether it has one. */
    default boolean appendSerial(int id, Utf8 text) {
        String serial = unit(id).serial();
        if (serial != null) {
            text.append(serial);
        }
        return serial != null;
    }

    /** Appends the kind and the code of a place in UTF-8, as {@code BIN:A-01}. */
    default void appendPlace(int id, Utf8 text) {
        Place place = place(id);
        text.append(place.kind().name());
        text.append(":");
        text.append(place.code());
    }

    /** Whether a place is a partner who uses the goods up. */
    default boolean isConsumer(int place) {
        return false;
    }

    /** 0, or n for the n-th suspect twin of the same serial. */
    default int twin(int id) {
        return unit(id).twin();
    }
}
