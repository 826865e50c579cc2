/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whatever can be traced: a lot, a serial, a container, or the untracked stock of an item.
 *
 * @param itemId 0 for a container
 * @param issuerId place id of the partner that numbered it; 0 for ourselves
 * @param number the lot or serial number, the container's code, or empty for untracked stock
 * @param twin 0, or n for the n-th suspect twin: another claim to the same number
 * @param lotId unit id of the lot that a serial belongs to; 0 for none
 * @param expiry last usable day
 * @param firstSeq the entry that first named it
 * @param firstUs when that happened, at the earliest
 * @param attributes canonical JSON object, or null
 */
public record Unit(
        long id,
        Kind kind,
        long itemId,
        long issuerId,
        String number,
        int twin,
        long lotId,
        @Nullable LocalDate expiry,
        @Nullable LocalDate bestBefore,
        @Nullable LocalDate manufactured,
        long firstSeq,
        long firstUs,
        @Nullable String attributes) {

    /** What sort of unit it is, with its number in the database. */
    public enum Kind {
        LOT(1),
        SERIAL(2),
        CONTAINER(3),
        UNTRACKED(4);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Kind of(int number) {
            return values()[number - 1];
        }
    }

    /** Identity: the same key with twin 0, 1, … names the first unit and its suspect twins. */
    public record Key(Kind kind, long itemId, long issuerId, String number) {}

    public Key key() {
        return new Key(kind, itemId, issuerId, number);
    }

    /** The id of this unit as a place: what is packed or installed in it is there. */
    public long asPlace() {
        return -id;
    }

    /** The same unit with dates filled in where they were unknown, first named no later than the time. */
    public Unit dated(Dates dates, long us) {
        return new Unit(
                id,
                kind,
                itemId,
                issuerId,
                number,
                twin,
                lotId,
                expiry != null ? expiry : dates.expiry(),
                bestBefore != null ? bestBefore : dates.bestBefore(),
                manufactured != null ? manufactured : dates.manufactured(),
                firstSeq,
                Math.min(firstUs, us),
                attributes);
    }

    /** The dates that a label carries. */
    public record Dates(
            @Nullable LocalDate expiry,
            @Nullable LocalDate bestBefore,
            @Nullable LocalDate manufactured) {

        public static final Dates NONE = new Dates(null, null, null);
    }

    public Dates dates() {
        return new Dates(expiry, bestBefore, manufactured);
    }
}
