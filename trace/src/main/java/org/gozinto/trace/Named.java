/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * What units and places are, by their numbers. Where many are written, their names are appended without a {@link Unit}
 * or {@link Place} being made for each. Safe for use by many threads where what it is of is.
 */
public interface Named {

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

    /** Whether a place is a partner who uses the goods up. */
    default boolean isConsumer(int place) {
        return false;
    }

    /** 0, or n for the n-th suspect twin of the same serial. */
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
