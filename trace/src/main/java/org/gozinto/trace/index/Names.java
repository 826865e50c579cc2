/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Utf8;

/** What the units and places are that the index knows by their numbers alone. Safe for use by many threads. */
public interface Names {

    Unit unit(int id);

    Place place(int id);

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

    /** See {@link org.gozinto.trace.Book#isConsumer}. */
    default boolean isConsumer(int place) {
        return false;
    }

    /** See {@link Unit#twin()}. */
    default int twin(int id) {
        return unit(id).twin();
    }

    /**
     * Units with the same number, 0 or more, are of one kind, item, issuer, decimals and measure; -1 where only the
     * unit itself tells.
     */
    default int sortOf(int id) {
        return -1;
    }
}
